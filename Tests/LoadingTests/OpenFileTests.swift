import Foundation
import Testing

@testable import Loading

struct OpenFileTests {
    @Test func aPipeIsReadToItsEndInWhateverPieces() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        // Non-blocking, as a terminal or a parent process may have left it.
        #expect(fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
        let writing = ends[1]
        let writer = Thread {
            for piece in ["one\ntw", "o\n", "three"] {
                usleep(20_000)
                _ = piece.withCString { write(writing, $0, strlen($0)) }
            }
            close(writing)
        }
        writer.start()
        let file = OpenFile(descriptor: ends[0], label: "-")
        #expect(!file.isReady)
        var reader = LineBatchReader(file)
        var lines: [String] = []
        while let batch = try reader.next() {
            lines += batch.lines.map { String(decoding: batch.bytes[$0.range], as: UTF8.self) }
        }
        #expect(lines == ["one", "two", "three"])
        close(ends[0])
    }

    @Test func aFailedReadSaysWhy() throws {
        let folder = try TemporaryFolder()
        let descriptor = open(folder.path, O_RDONLY)
        defer { close(descriptor) }
        var file = OpenFile(descriptor: descriptor, label: "folder")
        #expect(throws: LoadingError.unreadable(file: "folder", reason: "Is a directory")) {
            try file.readAll(limit: 10)
        }
    }

    @Test func aReadGoesOnAfterASignal() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { close(ends[0]) }
        // A handler without SA_RESTART makes the signal interrupt the read.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        var previous = sigaction()
        #expect(sigaction(SIGWINCH, &action, &previous) == 0)
        defer { sigaction(SIGWINCH, &previous, nil) }
        let reading = pthread_self()
        let writing = ends[1]
        let writer = Thread {
            for _ in 0..<5 {
                usleep(10_000)
                pthread_kill(reading, SIGWINCH)
            }
            _ = "x".withCString { write(writing, $0, 1) }
            close(writing)
        }
        writer.start()
        var file = OpenFile(descriptor: ends[0], label: "-")
        #expect(try file.readAll(limit: 10) == [0x78])
    }
}
