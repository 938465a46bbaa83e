import Foundation
import TextModel
import Testing

@testable import Storage

@Suite struct InputsTests {
    private func stamp(_ number: UInt8) throws -> InputStamp {
        try #require(
            InputStamp(
                path: "/proc/self/exe", reading: [number], now: (seconds: Int.max / 2_000_000_000, nanoseconds: 0)))
    }

    @Test func onlyWhatChangedIsToBeRead() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            let first = try ["a", "b", "c"].map { ($0, try stamp(1) as InputStamp?) }
            #expect(try store.changes(of: first) == InputChanges(toRead: [0, 1, 2]))
            try store.beginListing(reading: ["a", "b", "c"], gone: [], notes: [.revision: [7]])
            // Not read to the end yet.
            #expect(try store.changes(of: first).toRead == [0, 1, 2])
            try store.remember([("a", try stamp(1)), ("c", try stamp(1))])
            #expect(try store.changes(of: first) == InputChanges(toRead: [1]))
            #expect(try store.note(.revision) == [7] && store.note(.program) == nil)
            // One changed, one gone, one new, one that is never trusted.
            let next: [(String, InputStamp?)] = [("A", try stamp(1)), ("a", try stamp(2)), ("c", nil), ("d", nil)]
            #expect(try store.changes(of: next) == InputChanges(toRead: [0, 1, 2, 3], gone: ["b"]))
            #expect(try store.changes(of: []) == InputChanges(gone: ["a", "b", "c"]))
        }
    }

    @Test func whatIsForgottenOfAFileIsAllOfIt() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.beginListing(reading: ["x.zip", "y"], gone: [], notes: [:])
            let reject = Reject(
                origin: Origin(file: "x.zip!/b", record: 2, byteOffset: 9), givenID: "i", code: .malformedJSON,
                message: "m")
            try store.commit([
                ("x.zip", .article(listed("x.zip!/a", 1, "a"))), ("x.zip", .reject(reject)),
                ("x.zip", .reject(reject)), ("y", .article(listed("y", 1, "y"))),
            ])
            #expect(try texts(store) == ["a", "y"] && rejects(store) == [reject, reject])
            try store.beginListing(reading: ["x.zip"], gone: [], notes: [:])
            #expect(try texts(store) == ["y"] && rejects(store).isEmpty)
            #expect(try store.removeUnlisted() == 1)
        }
    }

    @Test func damagedRowsMakeTheirFileBeReadAgain() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.beginListing(reading: ["x", "y"], gone: [], notes: [:])
            try store.commit([("x", .article(listed("x!/1", 1, "a"))), ("y", .article(listed("y", 1, "b")))])
            try store.remember([("x", try stamp(1)), ("y", try stamp(1))])
            try store.connection.write { try $0.execute(sql: "UPDATE article SET rows = x'00'") }
            var places = try store.listedPlaces()
            guard case .article(let place)? = try places.next() else {
                Issue.record("no article is listed")
                return
            }
            #expect(throws: StorageError.self) { try store.rows(at: place) }
            #expect(try store.changes(of: [("x", stamp(1)), ("y", stamp(1))]).toRead == [0])
        }
    }

    @Test func aStampKnowsEveryChangeOfAFile() throws {
        try withStorePath { path in
            func stamp() -> InputStamp? {
                var now = timespec()
                clock_gettime(CLOCK_REALTIME, &now)
                return InputStamp(path: path, reading: [], now: (Int(now.tv_sec), Int(now.tv_nsec)))
            }
            func settled() throws -> InputStamp {
                usleep(40_000)
                return try #require(stamp())
            }
            try Data("one".utf8).write(to: URL(fileURLWithPath: path))
            // Changed a moment ago: it could be changed again in the same tick of the clock.
            #expect(stamp() == nil)
            let first = try settled()
            #expect(try settled() == first)
            try Data("two".utf8).write(to: URL(fileURLWithPath: path))
            let second = try settled()
            #expect(second != first)
            // Of the same size, with the time of the content put back.
            let handle = try #require(FileHandle(forWritingAtPath: path))
            let dates = try FileManager.default.attributesOfItem(atPath: path)
            try handle.write(contentsOf: Data("six".utf8))
            try handle.close()
            try FileManager.default.setAttributes(
                [.modificationDate: try #require(dates[.modificationDate])], ofItemAtPath: path)
            #expect(try settled() != second)
            // A time in the future, as after the clock was set back.
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 9000)], ofItemAtPath: path)
            usleep(40_000)
            #expect(stamp() == nil)
            #expect(InputStamp(path: "/dev/null", reading: [], now: (0, 0)) == nil)
            #expect(InputStamp(path: path + ".none", reading: [], now: (0, 0)) == nil)
        }
    }
}
