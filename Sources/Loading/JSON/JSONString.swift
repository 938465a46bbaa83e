#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A string in JSON source, checked but not yet decoded.
package struct JSONString: Equatable, Sendable {
    /// Between the quotation marks: indices into the bytes of the reader that found it.
    package var range: Range<Int>
    package var hasEscapes: Bool
}

// Scanning checks everything once, eight bytes at a time over plain text; decoding then cannot fail.
// Unsafe pointers live only inside this file and inside one call.
extension JSONString {
    /// Finds the end of the string whose first byte after the quotation mark is at `start`.
    /// - Throws: a fault whose offset counts from the beginning of `bytes`.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONFault) -> JSONString {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        var hasEscapes = false
        while true {
            while index + 8 <= raw.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let stops = Self.stops(in: word)
                if stops != 0 {
                    index += stops.trailingZeroBitCount >> 3
                    break
                }
                index += 8
            }
            guard index < raw.count else { throw JSONFault(byteOffset: raw.count, reason: .endOfInput) }
            let byte = raw[index]
            if byte >= 0x80 {
                let length = UTF8Validation.sequenceLength(bytes, at: index)
                guard length > 0 else { throw JSONFault(byteOffset: index, reason: .invalidUTF8(byte)) }
                index += length
            } else if byte == UInt8(ascii: "\"") {
                return JSONString(range: start..<index, hasEscapes: hasEscapes)
            } else if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                index = try endOfEscape(bytes, at: index)
            } else if byte < 0x20 {
                throw JSONFault(byteOffset: index, reason: .controlCharacter(byte))
            } else {
                index += 1
            }
        }
    }

    /// The high bit of each byte that ends a plain run: a quotation mark, a backslash, a control character, or
    /// anything beyond ASCII. Exact up to and including the lowest one, which is all that the scan looks at.
    @inline(__always)
    private static func stops(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let below =
            ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
        return (below | word) & (ones &* 0x80)
    }

    /// Checks the escape whose backslash is at `index`; returns the index behind it, and behind the second half of a
    /// surrogate pair.
    private static func endOfEscape(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) throws(JSONFault) -> Int {
        guard index + 1 < bytes.count else { throw JSONFault(byteOffset: bytes.count, reason: .endOfInput) }
        if simpleEscape(bytes[index + 1]) != nil { return index + 2 }
        guard bytes[index + 1] == UInt8(ascii: "u") else { throw JSONFault(byteOffset: index, reason: .invalidEscape) }
        let unit = try codeUnit(bytes, at: index)
        switch unit {
        case 0xD800..<0xDC00:
            guard index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"), bytes[index + 7] == UInt8(ascii: "u")
            else { throw JSONFault(byteOffset: index, reason: .loneSurrogate) }
            guard case 0xDC00..<0xE000 = try codeUnit(bytes, at: index + 6) else {
                throw JSONFault(byteOffset: index, reason: .loneSurrogate)
            }
            return index + 12
        case 0xDC00..<0xE000:
            throw JSONFault(byteOffset: index, reason: .loneSurrogate)
        default:
            return index + 6
        }
    }

    /// The four hexadecimal digits of the `\uXXXX` whose backslash is at `index`.
    private static func codeUnit(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for position in index + 2..<index + 6 {
            guard position < bytes.count else { throw JSONFault(byteOffset: bytes.count, reason: .endOfInput) }
            guard let digit = hexadecimalValue(bytes[position]) else {
                throw JSONFault(byteOffset: index, reason: .invalidEscape)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// Decodes checked source, copying whole runs between escapes. No escape is shorter than what it stands for.
    static func decode(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // An array without room is one that all threads have in common; it must not be written to.
        guard let base = source.baseAddress, !source.isEmpty else { return [] }
        return [UInt8](unsafeUninitializedCapacity: source.count) { room, count in
            guard let start = room.baseAddress else { return }
            var from = 0
            while from < source.count {
                let rest = source.count - from
                let backslash = memchr(base + from, Int32(UInt8(ascii: "\\")), rest)
                let run = backslash.map { UnsafeRawPointer($0) - UnsafeRawPointer(base + from) } ?? rest
                (start + count).initialize(from: base + from, count: run)
                count += run
                from += run
                if from < source.count { from = decodeEscape(source, at: from, into: start, &count) }
            }
        }
    }

    /// Writes what the escape at `index` stands for; returns the index behind it.
    private static func decodeEscape(
        _ source: UnsafeBufferPointer<UInt8>, at index: Int, into start: UnsafeMutablePointer<UInt8>, _ count: inout Int
    ) -> Int {
        if let byte = simpleEscape(source[index + 1]) {
            start[count] = byte
            count += 1
            return index + 2
        }
        var end = index + 6
        var scalar = checkedCodeUnit(source, at: index)
        if case 0xD800..<0xDC00 = scalar {
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (checkedCodeUnit(source, at: end) - 0xDC00)
            end += 6
        }
        for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            start[count] = byte
            count += 1
        }
        return end
    }

    private static func checkedCodeUnit(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        (index + 2..<index + 6).reduce(0) { $0 << 4 | (hexadecimalValue(source[$1]) ?? 0) }
    }

    private static func simpleEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: nil
        }
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
