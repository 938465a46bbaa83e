/// The order of the output: by the bytes of UTF-8, which no locale moves.
@inlinable package func bytesPrecede(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
}
