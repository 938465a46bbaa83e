import Foundation
import Testing

@testable import sayso

@Suite struct LogRotationTests {
    private func write(_ lines: [String], to path: String, _ rotation: LogRotation) throws {
        let log = try LogDestination.file(path, rotation: rotation)
        for line in lines { log.write(line + "\n") }
        #expect(log.failure == nil)
    }

    @Test func noFileGrowsOverItsSizeAndTheNewestLinesStay() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/log"
        try write((0..<100).map { "line \($0)" }, to: path, LogRotation(bytes: 50, files: 4))
        var kept = ""
        for name in ["log.3", "log.2", "log.1", "log"] {
            let text = try scratch.text(name)
            #expect(text.utf8.count <= 50 && !text.isEmpty)
            kept += text
        }
        let lines = kept.split(separator: "\n")
        #expect(lines.count > 16 && lines.map(String.init) == ((100 - lines.count)..<100).map { "line \($0)" })
        #expect(!FileManager.default.fileExists(atPath: path + ".4"))
    }

    @Test func oneFileIsBegunAnew() throws {
        let scratch = try Scratch()
        try write(["aaaa", "bbbb", "cccc"], to: scratch.path + "/log", LogRotation(bytes: 10, files: 1))
        #expect(try scratch.text("log") == "cccc\n")
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/log.1"))
    }

    @Test func aLongLineIsWhole() throws {
        let scratch = try Scratch()
        let long = String(repeating: "x", count: 500)
        try write(["a", long, "b"], to: scratch.path + "/log", LogRotation(bytes: 20, files: 3))
        #expect(try scratch.text("log.1") == long + "\n" && scratch.text("log") == "b\n")
    }

    @Test func aFileThatAnotherProgramMovedIsLeftToIt() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/log"
        let log = try LogDestination.file(path, rotation: LogRotation(bytes: 1000, files: 3))
        log.write("one\n")
        try FileManager.default.moveItem(atPath: path, toPath: path + ".theirs")
        log.write("two\n")
        #expect(try scratch.text("log.theirs") == "one\n" && scratch.text("log") == "two\n")
    }

    @Test func whatIsNoFileIsNotMoved() throws {
        try write(["x"], to: "/dev/null", LogRotation(bytes: 1, files: 3))
        #expect(!FileManager.default.fileExists(atPath: "/dev/null.1"))
    }
}
