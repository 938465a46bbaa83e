import Learning

/// What the parser looks a word up by: its form in lower case with every digit as 0, and hashes of its ends and shape.
///
/// Training and serving share it; a change here needs `ParserModel.revision` raised and the parser trained anew.
public struct WordRows: Equatable, Sendable {
    /// Rows of the table of ends and shapes; a power of two.
    public static let affixRows = 1 << 13
    /// Which a word looks up: its last 2, 3 and 4 bytes, its first 3, its shape.
    public static let affixCount = 5

    /// Of the form.
    public var key: UInt64
    public var affixes: InlineArray<5, UInt16>

    public static func == (left: WordRows, right: WordRows) -> Bool {
        left.key == right.key && left.affixes.indices.allSatisfy { left.affixes[$0] == right.affixes[$0] }
    }

    /// - Parameter bytes: the word's; any bytes at all, the empty word too.
    /// - Complexity: O(*n*).
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var key: UInt64 = 0, eight: UInt64 = 0, first: UInt64 = 0
        var last: UInt32 = 0
        var shape: UInt64 = 0, previous: UInt64 = 0, before: UInt64 = 0
        var count = 0, shapeLength = 0, index = 0
        while index < bytes.count {
            var (byte, kind) = Self.normal(bytes[index])
            index &+= 1
            if byte >= 0x60 || byte == 0x27, let (mark, length) = Self.plainMark(bytes, index &- 1) {
                byte = mark
                kind = UInt64(mark)
                index &+= length &- 1
            }
            eight = eight &<< 8 | UInt64(byte)
            last = last &<< 8 | UInt32(byte)
            count &+= 1
            if count <= 3 { first = eight }
            if count & 7 == 0 {
                key = FeatureHash.combine(key, eight)
                eight = 0
            }
            if shapeLength < 8, kind != previous || kind != before {
                shape = shape &<< 8 | kind
                shapeLength &+= 1
                before = previous
                previous = kind
            }
        }
        self.key = FeatureHash.combine(key, eight, UInt64(truncatingIfNeeded: count))
        affixes = [
            Self.row(1, UInt64(last & 0xFFFF)), Self.row(2, UInt64(last & 0xFF_FFFF)), Self.row(3, UInt64(last)),
            Self.row(4, first), Self.row(5, shape),
        ]
    }

    @inline(__always)
    private static func row(_ kind: UInt64, _ value: UInt64) -> UInt16 {
        UInt16(truncatingIfNeeded: FeatureHash.combine(kind, value) & UInt64(affixRows - 1))
    }

    /// A byte in lower case or as 0, and its kind: capital, small letter, digit, part of another script, or itself.
    @inline(__always)
    private static func normal(_ byte: UInt8) -> (UInt8, UInt64) {
        if byte &- 0x61 < 26 { return (byte, 0x78) }
        if byte &- 0x41 < 26 { return (byte | 0x20, 0x58) }
        if byte &- 0x30 < 10 { return (0x30, 0x64) }
        return (byte, byte >= 0x80 ? 0x75 : UInt64(byte))
    }

    /// The plain mark that a curly or doubled quotation mark at a place stands for, and the bytes it takes up; nil for
    /// anything else.
    @inline(__always)
    private static func plainMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8, Int)? {
        let byte = bytes[index]
        if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
            switch bytes[index + 2] {
            case 0x98, 0x99: return (0x27, 3)
            case 0x9C, 0x9D: return (0x22, 3)
            default: return nil
            }
        }
        guard byte == 0x60 || byte == 0x27, index + 1 < bytes.count, bytes[index + 1] == byte else { return nil }
        return (0x22, 2)
    }
}
