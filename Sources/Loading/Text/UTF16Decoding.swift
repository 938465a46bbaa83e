/// UTF-16 in either byte order, to UTF-8.
enum UTF16Decoding {
    /// Tells UTF-16 without a byte order mark by its NULs: in text of mostly Latin script every other byte is one, and the
    /// other half has next to none.
    /// - Returns: nil when the bytes do not look like UTF-16.
    static func encodingWithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
        let units = min(bytes.count / 2, 2048)
        guard units > 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for unit in 0..<units {
            if bytes[2 * unit] == 0 { zeros.even += 1 }
            if bytes[2 * unit + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.even * 10 <= zeros.odd, zeros.odd * 3 >= units * 2 { return .utf16LittleEndian }
        if zeros.odd * 10 <= zeros.even, zeros.even * 3 >= units * 2 { return .utf16BigEndian }
        return nil
    }

    /// - Throws: `brokenUTF16` at half of a surrogate pair, or at an odd last byte; `binary` at a NUL.
    static func decode(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) throws(TextFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var index = start
        while index < bytes.count {
            guard let first = unit(at: index) else { throw TextFault(byteOffset: index, reason: .brokenUTF16) }
            if first == 0 { throw TextFault(byteOffset: index, reason: .binary) }
            var value = first
            var length = 2
            if case 0xD800..<0xDC00 = first, let second = unit(at: index + 2), case 0xDC00..<0xE000 = second {
                value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                length = 4
            }
            // Half of a pair is no scalar value.
            guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
                throw TextFault(byteOffset: index, reason: .brokenUTF16)
            }
            text.append(contentsOf: encoded)
            index += length
        }
        return text
    }
}
