import Foundation

/// One call of the executable that was built beside the tests.
struct Invocation {
    var status: Int32
    /// Whether a signal ended it; `status` is then the signal.
    var wasKilled: Bool
    var output: String
    var errors: String

    /// - Parameters:
    ///   - output: a file that takes standard output instead of the result.
    ///   - environment: nothing of the test's own environment comes along.
    static func sayso(
        _ arguments: String..., input: String = "", outputFile: String? = nil, environment: [String: String] = [:]
    ) throws -> Invocation {
        try sayso(arguments, input: input, outputFile: outputFile, environment: environment)
    }

    static func sayso(
        _ arguments: [String], input: String = "", outputFile: String? = nil, environment: [String: String] = [:]
    ) throws -> Invocation {
        try run(program, arguments, input: input, outputFile: outputFile, environment: environment)
    }

    /// A line of shell in which `$SAYSO` is the executable.
    static func shell(_ line: String) throws -> Invocation {
        try run(
            "/bin/bash", ["-c", line], input: "", outputFile: nil,
            environment: ["SAYSO": program, "PATH": "/usr/bin:/bin"])
    }

    /// `.build/debug/sayso`, found through the test's own executable in the same folder.
    static let program: String = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("sayso")
        let candidates = [own.deletingLastPathComponent().appendingPathComponent("sayso"), beside].compactMap { $0 }
        let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return (found ?? own).path
    }()

    /// Under a sanitizer the executable needs the options that the tests were started with.
    private static let sanitizers = ProcessInfo.processInfo.environment.filter { name, _ in
        ["ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"].contains(name)
    }

    private static func run(
        _ program: String, _ arguments: [String], input: String, outputFile: String?, environment: [String: String]
    ) throws -> Invocation {
        let folder = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment.merging(sanitizers) { asked, _ in asked }
        process.standardInput = FileHandle(forReadingAtPath: try folder.file("input", input))
        // Files and not pipes: nothing has to be read while it runs.
        process.standardOutput = FileHandle(forWritingAtPath: try outputFile ?? folder.file("output", ""))
        process.standardError = FileHandle(forWritingAtPath: try folder.file("errors", ""))
        try process.run()
        process.waitUntilExit()
        return Invocation(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: outputFile == nil ? try folder.text("output") : "", errors: try folder.text("errors"))
    }
}

/// A folder that goes with the value.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/sayso-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
    }

    /// Writes a file and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        return path + "/" + name
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
    }
}
