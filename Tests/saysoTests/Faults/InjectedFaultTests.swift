import Foundation
import Testing

@testable import sayso

/// System calls that fail, or in which the process is killed, one after the other (`strace -e inject`).
@Suite(.serialized, .enabled(if: Disturber.hasStrace, "strace is not there, or not allowed"))
struct InjectedFaultTests {
    struct Fault: CustomTestStringConvertible, Sendable {
        let call: String
        let effect: String
        /// How often a run makes the call, at least: so many places are tried.
        let places: Int
        var testDescription: String { "\(call) \(effect)" }
    }

    static let faults: [Fault] = [
        Fault(call: "write", effect: "error=ENOSPC", places: 24),
        Fault(call: "pwrite64", effect: "error=ENOSPC", places: 60),
        Fault(call: "pwrite64", effect: "error=EIO", places: 60),
        Fault(call: "fsync", effect: "error=EIO", places: 18),
        Fault(call: "fdatasync", effect: "error=EIO", places: 8),
        Fault(call: "rename", effect: "error=EXDEV", places: 4),
        Fault(call: "rename", effect: "error=EACCES", places: 4),
        Fault(call: "mkdir", effect: "error=ENOSPC", places: 9),
        Fault(call: "symlink", effect: "error=ENOSPC", places: 1),
    ]

    @Test(arguments: faults)
    func aCallThatFails(fault: Fault) throws {
        let bench = try FaultBench()
        var failed = 0
        for place in Self.places(fault.places) where !Self.isOfASanitizer(fault.call, place) {
            try bench.reset()
            let call = try bench.run(under: Self.strace(fault.call, "\(fault.effect):when=\(place)"))
            // SQLite gets over some of them by itself.
            #expect([0, 73, 74].contains(call.status) && !call.wasKilled, "\(fault.testDescription) \(place): \(call)")
            if call.status != 0 {
                failed += 1
                #expect(call.errors.hasPrefix("sayso: ") && call.errors.split(separator: "\n").count == 1, "\(call)")
            }
            try bench.expectIntact("\(fault.testDescription) \(place)")
        }
        #expect(failed > 0)
    }

    @Test(arguments: ["rename", "symlink", "mkdir", "unlink", "fsync", "fdatasync", "write", "pwrite64"])
    func aKillInACall(call: String) throws {
        let bench = try FaultBench()
        var killed = 0
        for place in Self.places(call == "rename" ? 5 : call.contains("write") ? 60 : 12) {
            try bench.reset()
            let ended = try bench.run(under: Self.strace(call, "signal=KILL:when=\(place)"))
            if ended.wasKilled || ended.status == 137 { killed += 1 }
            try bench.expectIntact("killed in \(call) \(place)")
        }
        #expect(killed > 0)
    }

    /// Interrupted calls are made again. Those that read are of one file, since the loader of programs gives up on its own.
    @Test(arguments: [
        ("write", ""), ("pwrite64", ""), ("fsync", ""), ("read", "in/a.jsonl"), ("read", "news.yaml"),
        ("pread64", "Output/.news/store.sqlite"),
    ])
    func callsThatAreInterrupted(call: String, file: String) throws {
        let bench = try FaultBench()
        try bench.reset()
        let path = bench.folder.path.replacing("//", with: "/") + "/" + file
        let words = Self.strace(call, "error=EINTR:when=1+2") + (file.isEmpty ? [] : ["-P", path])
        let ended = try bench.run(under: words)
        #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended)")
        #expect(try bench.folder.files() == bench.after)
    }

    /// Where new articles come after all others the beginning of every file is copied by the system.
    @Test func aBeginningThatCannotBeCopied() throws {
        let folder = try RecipeFolder("workers: 2\n")
        try folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<80))
        #expect(try folder.run().status == 0)
        try folder.write("in/b.jsonl", GeneratedArticles.jsonLines(80..<90))
        let fresh = folder.path + "/Fresh"
        #expect(try folder.run("--output", fresh).status == 0)
        let before = try folder.files()
        let after = try folder.files(in: fresh + "/news")
        func run(_ effect: String) throws -> Invocation {
            let words = Self.strace("copy_file_range", effect) + [Invocation.program, "run", folder.recipe]
            return try Invocation.shell("exec " + words.map { "'\($0)'" }.joined(separator: " "))
        }
        var copies = 0
        while copies < 20 {
            let full = try run("error=ENOSPC:when=\(copies + 1)")
            if full.status == 0 { break }
            copies += 1
            #expect(full.status == 74 && full.errors.hasPrefix("sayso: "), "\(full)")
            #expect(try folder.files() == before)
            _ = try run("signal=KILL:when=\(copies)")
            #expect(try folder.files() == before)
        }
        #expect(copies >= 4 && copies < 20, "\(copies) files were copied by the system")
        #expect(try folder.files() == after)
        // A file system, or a kernel, that has no such call: the bytes are read and written.
        try folder.write("in/c.jsonl", GeneratedArticles.jsonLines(90..<95))
        #expect(try run("error=EOPNOTSUPP:when=1+1").status == 0)
        #expect(try folder.run("--output", fresh).status == 0)
        #expect(try folder.files() == folder.files(in: fresh + "/news"))
    }

    private static func strace(_ call: String, _ effect: String) -> [String] {
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):\(effect)"]
    }

    /// The thread sanitizer asks with a write of its own, before our program begins, what can be read, and ends when that fails.
    private static func isOfASanitizer(_ call: String, _ place: Int) -> Bool {
        Disturber.isSanitized && call == "write" && place == 1
    }

    /// All of them, or some, close together at the beginning.
    private static func places(_ count: Int) -> [Int] {
        if FaultBench.isThorough { return Array(1...count) }
        var places: [Int] = []
        var place = 1
        while place <= count {
            places.append(place)
            place += max(1, place * 2 / 3)
        }
        return places.contains(count) ? places : places + [count]
    }
}
