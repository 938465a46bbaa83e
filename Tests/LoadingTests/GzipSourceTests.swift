import Testing

@testable import Loading

struct GzipSourceTests {
    private let text = Array(String(repeating: "The bridge reopened on Wednesday. ", count: 300).utf8)

    private func unpack(_ bytes: [UInt8], readSize: Int = 1 << 20, limits: LoadingLimits = LoadingLimits()) -> (
        bytes: [UInt8], error: LoadingError?
    ) {
        drained(GzipSource(DribblingSource(bytes, readSize: readSize), limits: limits))
    }

    @Test(arguments: [1, 2, 7, 1 << 20])
    func unpacksAllMembersHoweverTheyAreRead(readSize: Int) {
        let packed = CompressedBytes.gzip(text) + CompressedBytes.gzip([]) + CompressedBytes.gzip(Array("end".utf8))
        let found = unpack(packed, readSize: readSize)
        #expect(found.bytes == text + Array("end".utf8))
        #expect(found.error == nil)
    }

    @Test func zerosBehindTheLastMemberAreNoFault() {
        let found = unpack(CompressedBytes.gzip(text) + [UInt8](repeating: 0, count: 700))
        #expect(found.bytes == text && found.error == nil)
    }

    @Test func whatFollowsTheLastMemberIsNamed() {
        let packed = CompressedBytes.gzip(text)
        let found = unpack(packed + Array("junk".utf8))
        #expect(found.bytes == text)
        #expect(
            found.error
                == .damaged(byteOffset: packed.count, reason: "bytes that are no gzip member follow the last one"))
    }

    /// Cut at every byte: never silence, never a wrong byte.
    @Test func aCutFileIsAlwaysToldAndGivesWhatItHad() {
        let packed = CompressedBytes.gzip(text)
        for end in 1..<packed.count {
            let found = unpack(Array(packed[..<end]))
            #expect(text.starts(with: found.bytes))
            guard case .damaged = found.error else {
                Issue.record("cut at \(end): \(String(describing: found.error))")
                return
            }
        }
    }

    /// One bit wrong anywhere is an error, except in the header's time, flags for systems and the like.
    @Test func aFlippedBitIsToldByTheChecksum() {
        let packed = CompressedBytes.gzip(text)
        for index in 10..<packed.count {
            var broken = packed
            broken[index] ^= 0x10
            let found = unpack(broken)
            #expect(found.error != nil || found.bytes == text, "byte \(index)")
        }
    }

    @Test func readingGoesOnAtTheNextMember() {
        let first = CompressedBytes.gzip(text)
        var second = CompressedBytes.gzip(Array(text.reversed()))
        for index in second.count / 2..<second.count / 2 + 20 { second[index] = 0 }
        var source: any ByteSource = GzipSource(
            BytesInMemory(first + second + CompressedBytes.gzip(Array("end".utf8))), limits: LoadingLimits())
        let before = drained(source)
        #expect(before.bytes.starts(with: text))
        guard case .damaged(first.count, _) = before.error else {
            Issue.record("\(String(describing: before.error))")
            return
        }
        let goesOn = source.resume()
        #expect(goesOn)
        let after = drained(source)
        #expect(after.bytes == Array("end".utf8) && after.error == nil)
        let goesFurther = source.resume()
        #expect(!goesFurther)
    }

    @Test func aBombIsStopped() {
        let bomb = CompressedBytes.gzip([UInt8](repeating: 0x20, count: 40 << 20), level: 9)
        #expect(bomb.count < 50_000)
        let found = unpack(bomb)
        #expect(found.error == .expandsTooMuch(reason: "unpacks to more than 200 times its size"))
        #expect(found.bytes.count <= LoadingLimits.freelyExpandedBytes + 2000)
        var limits = LoadingLimits()
        limits.expandedBytes = 5000
        #expect(
            unpack(CompressedBytes.gzip(text), limits: limits).error
                == .expandsTooMuch(reason: "unpacks to more than 5000 bytes"))
    }

    @Test func anyBytesEnd() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            var bytes: [UInt8] = [0x1F, 0x8B, 8, 0]
            bytes += (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            #expect(unpack(bytes).error != nil)
        }
    }
}
