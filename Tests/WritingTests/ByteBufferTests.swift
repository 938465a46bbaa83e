import Testing

@testable import Writing

@Suite struct ByteBufferTests {
    @Test func holdsWhatWasAppendedSinceTheLastTime() {
        var random = SeededGenerator(seed: 5)
        var buffer = ByteBuffer()
        #expect(buffer.take().isEmpty)
        // Less than it holds from the start, more than that, and more than it keeps.
        for limit in [10, 20_000, 3_000_000, 100] {
            var expected: [UInt8] = []
            while expected.count < limit {
                let piece = (0..<Int.random(in: 0...9000, using: &random)).map { UInt8(truncatingIfNeeded: $0) }
                expected.append(7)
                buffer.append(7)
                expected += piece
                piece.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
            }
            #expect(buffer.take() == expected)
        }
        #expect(buffer.take().isEmpty)
    }
}
