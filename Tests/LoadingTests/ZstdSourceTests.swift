import Testing

@testable import Loading

struct ZstdSourceTests {
    private let text = Array(String(repeating: "The bridge reopened on Wednesday. ", count: 300).utf8)

    private func unpack(_ bytes: [UInt8], readSize: Int = 1 << 20) -> (bytes: [UInt8], error: LoadingError?) {
        drained(ZstdSource(DribblingSource(bytes, readSize: readSize), limits: LoadingLimits()))
    }

    @Test(arguments: [1, 3, 1 << 20])
    func unpacksAllFramesHoweverTheyAreRead(readSize: Int) {
        let found = unpack(CompressedBytes.zstd(text) + CompressedBytes.zstd(Array("end".utf8)), readSize: readSize)
        #expect(found.bytes == text + Array("end".utf8))
        #expect(found.error == nil)
    }

    @Test func aCutFileIsAlwaysTold() {
        let packed = CompressedBytes.zstd(text)
        for end in 1..<packed.count {
            let found = unpack(Array(packed[..<end]))
            #expect(text.starts(with: found.bytes))
            guard case .damaged = found.error else {
                Issue.record("cut at \(end): \(String(describing: found.error))")
                return
            }
        }
    }

    @Test func aBombIsStopped() {
        let bomb = CompressedBytes.zstd([UInt8](repeating: 0x20, count: 40 << 20))
        #expect(unpack(bomb).error == .expandsTooMuch(reason: "unpacks to more than 200 times its size"))
    }

    /// A frame of a few bytes that asks for two gigabytes to look back in (RFC 8878, 3.1.1.1.2): none are given.
    @Test func aWindowOfTwoGigabytesIsRefused() {
        func frame(window: UInt8) -> [UInt8] {
            // One block: the last, raw, three bytes.
            [0x28, 0xB5, 0x2F, 0xFD, 0, window] + [3 << 3 | 1, 0, 0] + Array("abc".utf8)
        }
        #expect(unpack(frame(window: 0)).bytes == Array("abc".utf8))
        let found = unpack(frame(window: 21 << 3))
        #expect(found.bytes.isEmpty)
        guard case .damaged = found.error else {
            Issue.record("\(String(describing: found.error))")
            return
        }
    }

    @Test func anyBytesEnd() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
            bytes += (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = unpack(bytes)
        }
    }
}
