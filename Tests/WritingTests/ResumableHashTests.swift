import CFiles
import Crypto
import Foundation
import Learning
import Testing

@testable import Writing

@Suite struct ResumableHashTests {
    private static let bytes: [UInt8] = {
        var chance = Chance(seed: 5)
        return (0..<3000).map { _ in UInt8.random(in: 0...255, using: &chance) }
    }()

    private func expected(_ bytes: some Collection<UInt8>) -> String { hexadecimal(SHA256.hash(data: Array(bytes))) }

    @Test func isSHA256OfAnyLengthInAnyParts() {
        var chance = Chance(seed: 6)
        for length in 0...700 {
            var hash = ResumableHash()
            var rest = Self.bytes.prefix(length)
            while !rest.isEmpty {
                let part = Array(rest.prefix(Int.random(in: 1...200, using: &chance)))
                part.withUnsafeBytes { hash.add($0) }
                rest = rest.dropFirst(part.count)
            }
            #expect(hash.length == length && hash.digest == expected(Self.bytes.prefix(length)))
        }
    }

    /// The code for processors that have no instructions for it gives the same.
    @Test func needsNoInstructions() {
        for length in 0...300 {
            var hash = sayso_sha256()
            sayso_sha256_begin(&hash)
            sayso_sha256_do_without_instructions(&hash)
            sayso_sha256_add(&hash, Self.bytes, length)
            var digest = [UInt8](repeating: 0, count: 32)
            sayso_sha256_digest(&hash, &digest)
            #expect(hexadecimal(digest) == expected(Self.bytes.prefix(length)))
        }
    }

    @Test func goesOnFromTheEndOfAnyBlock() {
        for length in stride(from: 0, through: 2944, by: ResumableHash.blockSize) {
            var hash = ResumableHash()
            Self.bytes.prefix(length).withUnsafeBytes { hash.add($0) }
            var other = ResumableHash(state: hash.state, length: length)
            Self.bytes.dropFirst(length).withUnsafeBytes { other.add($0) }
            #expect(other.digest == expected(Self.bytes))
        }
    }

    @Test func marksStayFewAndInPlace() throws {
        var marks = HashMarks()
        func state(_ position: Int) -> HashState { HashState(words: SIMD8(repeating: UInt32(position >> 16))) }
        for _ in 0..<2000 {
            marks.append(state(marks.nextPosition))
            #expect(marks.states.count < HashMarks.limit)
            let distance = marks.distance
            #expect(marks.states.enumerated().allSatisfy { $0.element == state(($0.offset + 1) * distance) })
        }
        // Two and more apart, since there were so many, and no farther than it takes.
        #expect(marks.distance > HashMarks.shortest && marks.states.count >= HashMarks.limit / 2 - 1)
        let part = try #require(marks.upTo(5 * marks.distance - 1))
        #expect(part.position == 4 * marks.distance && part.marks.states.count == 4)
        #expect(part.state == marks.states[3])
        #expect(marks.upTo(marks.distance - 1) == nil)
    }
}
