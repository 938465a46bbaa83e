/// Well-formedness of UTF-8 (Unicode table 3-7): no overlong form, no surrogate, nothing above U+10FFFF.
enum UTF8Validation {
    /// The length of the well-formed sequence that begins at `index`: 1 to 4, or 0 when none does.
    @inline(__always)
    static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let available = bytes.count - index
        switch lead {
        case 0xC2...0xDF:
            return available >= 2 && isContinuation(bytes[index + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard available >= 3, isContinuation(bytes[index + 1]), isContinuation(bytes[index + 2]) else { return 0 }
            let second = bytes[index + 1]
            if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard available >= 4, isContinuation(bytes[index + 1]), isContinuation(bytes[index + 2]),
                isContinuation(bytes[index + 3])
            else { return 0 }
            let second = bytes[index + 1]
            if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }

    /// The offset of the first byte that is not part of a well-formed sequence; nil when all are.
    /// - Complexity: O(*n*), eight ASCII bytes at a time.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while true {
            index = endOfASCII(bytes, from: index)
            if index == bytes.count { return nil }
            let length = sequenceLength(bytes, at: index)
            if length == 0 { return index }
            index += length
        }
    }

    /// The first index at or after `index` whose byte is 0x80 or above; `bytes.count` when there is none.
    static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = index
        while index + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let high = word & 0x8080_8080_8080_8080
            if high != 0 { return index + high.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < raw.count && raw[index] < 0x80 { index += 1 }
        return index
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
