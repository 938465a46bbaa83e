import Foundation
import Testing

@testable import sayso

/// A run that has published once and has something new to do, to be disturbed in many ways, each time from the same start.
final class FaultBench {
    let folder: RecipeFolder
    /// The files that readers see before the disturbed run, and after one that nobody disturbs.
    let before: [String: Data]
    let after: [String: Data]
    private let saved: String

    /// `SAYSO_FAULTS=all` looks at every place where a fault can be put, and not at a sample of them.
    static let isThorough = ProcessInfo.processInfo.environment["SAYSO_FAULTS"] == "all"

    init(_ keys: String = "workers: 2\n") throws {
        folder = try RecipeFolder(keys)
        try folder.write("in/b.jsonl", GeneratedArticles.jsonLines(100..<130))
        guard try folder.run().status == 0 else { throw Failure.cannotStart }
        before = try folder.files()
        saved = folder.path + "/Saved"
        try FileManager.default.copyItem(atPath: folder.output, toPath: saved)
        try folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<30))
        guard try folder.run().status == 0 else { throw Failure.cannotStart }
        after = try folder.files()
    }

    enum Failure: Error { case cannotStart }

    /// The output as it was before the disturbed run.
    func reset() throws {
        try FileManager.default.removeItem(atPath: folder.output)
        try FileManager.default.copyItem(atPath: saved, toPath: folder.output)
    }

    /// Readers see one whole generation, and the next run completes and gives what a clean one gives, and leaves nothing.
    func expectIntact(_ what: String) throws {
        let found = try folder.files()
        #expect(found == before || found == after, "\(what): readers see neither the old nor the new generation")
        let next = try folder.run()
        #expect(next.status == 0 && next.errors.isEmpty, "\(what): \(next)")
        #expect(try folder.files() == after, "\(what): the next run gives other files")
        let state = try FileManager.default.contentsOfDirectory(atPath: folder.output + "/.news")
        #expect(!state.contains { $0.hasSuffix(".tmp") }, "\(what): \(state)")
    }

    /// The run, with words before it on the command line: strace, env, prlimit.
    func run(under words: [String], shell: String = "") throws -> Invocation {
        let line = (words + [Invocation.program, "run", folder.recipe]).map { "'\($0)'" }.joined(separator: " ")
        return try Invocation.shell(shell + "exec " + line)
    }
}

/// Programs that disturb others. A test that needs one that is not there says so and is left out.
enum Disturber {
    static func isThere(_ program: String) -> Bool {
        ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + program)
        }
    }

    /// A sanitizer reserves more memory than a limit allows, and wants to be loaded before any other library.
    static let isSanitized = ProcessInfo.processInfo.environment["SAYSO_SANITIZER"] != nil

    static let hasStrace: Bool = {
        guard isThere("strace") else { return false }
        // Some containers forbid it.
        return (try? Invocation.shell("strace -qq -o /dev/null true"))?.status == 0
    }()

    /// Whether this user may make a small file system of its own.
    static let canMount: Bool = {
        guard isThere("unshare"), isThere("mount") else { return false }
        let line = "unshare -m sh -c 'mount -t tmpfs -o size=64k none /mnt'"
        return (try? Invocation.shell(line))?.status == 0
    }()

    /// The library of shim.c, built by the first who asks; nil without a C compiler, and under a sanitizer.
    static let shim: String? = {
        if isSanitized { return nil }
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("shim.c").path
        let library = NSTemporaryDirectory() + "/sayso-shim-\(getpid()).so"
        let line = "cc -shared -fPIC -O1 -o '\(library)' '\(source)' -ldl"
        return (try? Invocation.shell(line))?.status == 0 ? library : nil
    }()
}
