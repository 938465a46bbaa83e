import TextModel

/// Turns UTF-8 byte offsets into Unicode scalar offsets.
///
/// One linear pass notes how many scalars begin before every 64th byte; an offset then costs at most 64 bytes. In a text
/// that is all ASCII the two are the same and nothing is kept.
final class ScalarOffsets: Sendable {
    private let text: [UInt8]
    /// Scalars that begin before byte 64 × index; empty when the text is ASCII.
    private let checkpoints: [Int32]

    private static let shift = 6

    /// - Parameter text: well-formed UTF-8.
    /// - Complexity: O(*n*).
    init(_ text: [UInt8]) {
        self.text = text
        checkpoints = text.withUnsafeBufferPointer { bytes in
            var highBits: UInt8 = 0
            for byte in bytes { highBits |= byte }
            guard highBits >= 0x80 else { return [] }
            var counts: [Int32] = []
            counts.reserveCapacity(bytes.count >> Self.shift + 1)
            var scalars: Int32 = 0
            var start = 0
            while start < bytes.count {
                counts.append(scalars)
                let end = min(start + 1 << Self.shift, bytes.count)
                scalars &+= Self.scalars(in: bytes, start..<end)
                start = end
            }
            counts.append(scalars)
            return counts
        }
    }

    /// How many scalars begin before the byte; offsets past the end count as the end.
    func scalarOffset(ofByte byte: Int32) -> Int {
        guard !checkpoints.isEmpty else { return min(Int(byte), text.count) }
        let offset = min(max(Int(byte), 0), text.count)
        let block = offset >> Self.shift
        return text.withUnsafeBufferPointer { bytes in
            Int(checkpoints[block] + Self.scalars(in: bytes, (block << Self.shift)..<offset))
        }
    }

    func scalarRange(of span: Span) -> Range<Int> {
        let start = scalarOffset(ofByte: span.start)
        return start..<max(start, scalarOffset(ofByte: span.end))
    }

    func scalarRanges(of spans: [Span]) -> [Range<Int>] { spans.map(scalarRange) }

    /// Eight bytes at a time, each counting its own continuation bytes: every row of an output asks for a dozen offsets.
    /// - Parameter range: of at most 64 bytes.
    private static func scalars(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
        var counters: UInt64 = 0
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            counters &+= (eight >> 7 & ~(eight >> 6)) & 0x0101_0101_0101_0101
            index += 8
        }
        var continuations = Int32(truncatingIfNeeded: (counters &* 0x0101_0101_0101_0101) >> 56)
        while index < range.upperBound {
            continuations &+= bytes[index] & 0xC0 == 0x80 ? 1 : 0
            index += 1
        }
        return Int32(truncatingIfNeeded: range.count) &- continuations
    }
}
