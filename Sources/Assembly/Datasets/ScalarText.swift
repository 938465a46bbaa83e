import Foundation

/// An article's text under Unicode scalar offsets, the unit of the datasets' spans.
///
/// One linear pass notes where every 64th scalar begins; an offset then costs at most 64 scalars. In a text that is all
/// ASCII the two units are the same and nothing is kept.
struct ScalarText {
    let bytes: [UInt8]
    let scalarCount: Int
    /// Where scalar 64 × index begins; empty when the text is ASCII.
    private let checkpoints: [Int]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        if bytes.allSatisfy({ $0 < 0x80 }) {
            scalarCount = bytes.count
            checkpoints = []
            return
        }
        var checkpoints: [Int] = []
        var scalars = 0
        for index in bytes.indices where Self.isScalarStart(bytes[index]) {
            if scalars & 63 == 0 { checkpoints.append(index) }
            scalars += 1
        }
        self.checkpoints = checkpoints
        scalarCount = scalars
    }

    /// - Parameter offset: 0 to `scalarCount`.
    func byteOffset(ofScalar offset: Int) -> Int {
        guard !checkpoints.isEmpty else { return offset }
        guard offset < scalarCount else { return bytes.count }
        var index = checkpoints[offset >> 6]
        for _ in 0..<(offset & 63) { index = scalarEnd(index) }
        return index
    }

    /// The bytes of a span; nil when it is not inside the text.
    func byteRange(of span: Range<Int>) -> Range<Int>? {
        guard span.lowerBound >= 0, span.upperBound <= scalarCount else { return nil }
        return byteOffset(ofScalar: span.lowerBound)..<byteOffset(ofScalar: span.upperBound)
    }

    /// The span of bytes that begin and end at scalars.
    func scalarRange(of bytes: Range<Int>) -> Range<Int> {
        scalarOffset(ofByte: bytes.lowerBound)..<scalarOffset(ofByte: bytes.upperBound)
    }

    private func scalarOffset(ofByte byte: Int) -> Int {
        guard !checkpoints.isEmpty else { return byte }
        // The last checkpoint that is not behind the byte.
        var (low, high) = (0, checkpoints.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if checkpoints[middle] <= byte { low = middle } else { high = middle }
        }
        return low << 6 + bytes[checkpoints[low]..<byte].count(where: Self.isScalarStart)
    }

    /// The texts of spans, joined by one space as the datasets do; nil when one is not inside the text.
    func surface(of spans: [Range<Int>]) -> String? {
        var surface: [UInt8] = []
        for (index, span) in spans.enumerated() {
            guard let range = byteRange(of: span) else { return nil }
            if index > 0 { surface.append(UInt8(ascii: " ")) }
            surface += bytes[range]
        }
        return String(decoding: surface, as: UTF8.self)
    }

    /// Where a text stands that should hold a byte, or else where it stands first.
    /// - Complexity: O(*m*) in the text that is looked for when it stands around the byte.
    func occurrence(of text: String, around byte: Int) -> Range<Int>? {
        let wanted = Array(text.utf8)
        let near = max(0, byte - wanted.count)..<min(bytes.count, byte + wanted.count)
        return find(wanted, in: near) ?? find(wanted, in: 0..<bytes.count)
    }

    /// The first place of `wanted` in a part of the text; nil for no bytes.
    func find(_ wanted: [UInt8], in range: Range<Int>) -> Range<Int>? {
        guard let first = wanted.first, range.count >= wanted.count else { return nil }
        return bytes.withUnsafeBytes { text in
            wanted.withUnsafeBytes { wanted -> Range<Int>? in
                guard let base = text.baseAddress, let pattern = wanted.baseAddress else { return nil }
                var index = range.lowerBound
                let last = range.upperBound - wanted.count
                while index <= last, let found = memchr(base + index, Int32(first), last - index + 1) {
                    index = UnsafeRawPointer(found) - base
                    if memcmp(base + index, pattern, wanted.count) == 0 { return index..<index + wanted.count }
                    index += 1
                }
                return nil
            }
        }
    }

    private func scalarEnd(_ index: Int) -> Int {
        var next = index + 1
        while next < bytes.count, !Self.isScalarStart(bytes[next]) { next += 1 }
        return next
    }

    private static func isScalarStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
