extension Collection<UInt8> {
    /// Whether these bytes of UTF-8 show nothing: no bytes, white space, byte order marks and zero-width spaces only.
    var isBlank: Bool {
        // Nearly every text is decided by its first byte.
        guard let first else { return true }
        if (0x21..<0x7F).contains(first) { return false }
        return String(decoding: self, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
        }
    }

    var isASCIIWhiteSpace: Bool { allSatisfy(\.isASCIIWhiteSpace) }
}

extension BidirectionalCollection<UInt8> {
    /// Without ASCII white space at either end.
    var trimmed: SubSequence {
        guard let first = firstIndex(where: { !$0.isASCIIWhiteSpace }),
            let last = lastIndex(where: { !$0.isASCIIWhiteSpace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}

extension UInt8 {
    /// Space, tab, line feed or carriage return.
    var isASCIIWhiteSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
