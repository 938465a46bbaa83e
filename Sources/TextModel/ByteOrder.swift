#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The order of the output: by the bytes of UTF-8, which no locale moves.
package func bytesPrecede(_ left: String, _ right: String) -> Bool {
    let isBefore = left.utf8.withContiguousStorageIfAvailable { left in
        right.utf8.withContiguousStorageIfAvailable { right in
            guard let start = left.baseAddress, let other = right.baseAddress else { return left.count < right.count }
            let order = memcmp(start, other, min(left.count, right.count))
            return order == 0 ? left.count < right.count : order < 0
        }
    }
    return isBefore.flatMap { $0 } ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}
