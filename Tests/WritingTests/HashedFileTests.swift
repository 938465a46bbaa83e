import Crypto
import Foundation
import Learning
import Testing

@testable import Writing

@Suite struct HashedFileTests {
    private static let heading = Array("heading\n".utf8)
    /// More than so many of the shortest distances that the marks move apart.
    private static let body: [UInt8] = {
        var chance = Chance(seed: 7)
        var block = (0..<4099).map { _ in UInt8.random(in: 0...255, using: &chance) }
        var bytes: [UInt8] = []
        while bytes.count < HashMarks.limit * HashMarks.shortest + 100_000 {
            block[0] &+= 1
            bytes += block
        }
        return bytes
    }()

    /// - Returns: the marks of its hash.
    private func make(_ path: String, _ parts: [[UInt8]]) throws -> HashMarks {
        let file = try HashedFile(path)
        for part in parts {
            file.buffer += part
            try file.flushIfLarge()
        }
        try expect(path, file, parts.flatMap(\.self))
        return file.marks
    }

    private func expect(_ path: String, _ file: HashedFile, _ bytes: [UInt8]) throws {
        let (count, sha256) = try file.finish()
        #expect(count == bytes.count)
        #expect(try read(path) == bytes)
        #expect(sha256 == hexadecimal(SHA256.hash(data: bytes)))
    }

    @Test(arguments: [1, 1 << 16, 1 << 16 + 3, 10_000_000, 16_777_216])
    func aFileThatBeginsLikeAnotherOne(shared: Int) throws {
        try withTemporaryFolder { folder in
            let marks = try make(folder + "/old", [Self.heading, Self.body])
            #expect(marks.distance == 2 * HashMarks.shortest)
            let old = try #require(ReadFile(folder + "/old"))
            let file = try HashedFile(folder + "/new")
            file.buffer += Self.heading
            try file.copy(from: old, at: Self.heading.count, count: shared, marks: marks)
            file.buffer += Array("more".utf8)
            try file.copy(from: old, at: 11, count: 1_000_000, marks: marks)
            let expected =
                Self.heading + Self.body[..<shared] + "more".utf8 + (Self.heading + Self.body)[11..<1_000_011]
            try expect(folder + "/new", file, expected)
            // Its marks are as good as those of a file that was hashed from its beginning.
            let again = try HashedFile(folder + "/again")
            try again.copy(from: #require(ReadFile(folder + "/new")), at: 0, count: expected.count, marks: file.marks)
            try expect(folder + "/again", again, expected)
        }
    }

    @Test func anotherHeadingIsWritten() throws {
        try withTemporaryFolder { folder in
            let marks = try make(folder + "/old", [Self.heading, Self.body])
            let old = try #require(ReadFile(folder + "/old"))
            let file = try HashedFile(folder + "/new")
            file.buffer += Array("HEADING\n".utf8)
            try file.copy(from: old, at: Self.heading.count, count: 300_000, marks: marks)
            try expect(folder + "/new", file, Array("HEADING\n".utf8) + Self.body[..<300_000])
        }
    }

    @Test func aFileThatIsTooShortIsAnError() throws {
        try withTemporaryFolder { folder in
            let marks = try make(folder + "/old", [Self.heading, Self.body])
            let handle = try #require(FileHandle(forWritingAtPath: folder + "/old"))
            try handle.truncate(atOffset: 100_000)
            try handle.close()
            let old = try #require(ReadFile(folder + "/old"))
            let file = try HashedFile(folder + "/new")
            file.buffer += Self.heading
            #expect(throws: WritingError.self) {
                try file.copy(from: old, at: Self.heading.count, count: 10_000_000, marks: marks)
            }
        }
    }
}
