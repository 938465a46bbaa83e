import Logging
import Testing

@testable import sayso

@Suite struct LineLogTests {
    @Test func aLineAnEvent() throws {
        let scratch = try Scratch()
        let path = try scratch.file("log", "before\n")
        let destination = try LogDestination.file(path)
        var logger = Logger(label: "test") { _ in LineLog([destination]) { "2026-11-23T18:00:00Z" } }
        logger[metadataKey: "run"] = "7"
        logger.info("published", metadata: ["rows": "214", "folder": "Out put/\"a\"", "none": ""])
        logger.debug("not shown")
        logger.error("line\nbreak \u{1B}[31m", metadata: ["a": "x\ny"])
        #expect(
            try scratch.text("log") == """
                before
                2026-11-23T18:00:00Z info published folder="Out put/\\"a\\"" none="" rows=214 run=7
                2026-11-23T18:00:00Z error line\\u{A}break \\u{1B}[31m a=x\\u{A}y run=7

                """)
        #expect(destination.failure == nil)
    }

    @Test func aLogThatCannotBeWrittenIsNoticed() throws {
        let destination = try LogDestination.file("/dev/full")
        Logger(label: "test") { _ in LineLog([destination]) { "" } }.info("lost")
        #expect(destination.failure == .failed(name: "/dev/full", reason: "No space left on device"))
    }

    @Test func aLogThatCannotBeMade() {
        #expect(throws: (any Error).self) { try LogDestination.file("/nowhere/log") }
    }

    @Test func theClockIsISO8601() {
        let now = UTC.now()
        #expect(now.count == 20 && now.hasSuffix("Z"))
        #expect(now.prefix(2) == "20")
    }
}
