import Assembly
import Foundation
import Learning
import Testing

@testable import sayso

/// `kill -9` at any moment of a run leaves the generation before, and the next run completes.
@Suite struct KilledRunTests {
    /// How many runs are killed; `SAYSO_KILLS=200` is what `make check` asks for.
    private static let rounds = ProcessInfo.processInfo.environment["SAYSO_KILLS"].flatMap(Int.init) ?? 20

    @Test func theGenerationBeforeStaysAndTheNextRunCompletes() throws {
        let folder = try RecipeFolder("workers: 2\n")
        try folder.write("in/b.jsonl", GeneratedArticles.jsonLines(100..<200))
        #expect(try folder.run().status == 0)
        let before = try folder.files()
        let saved = folder.path + "/Saved"
        try FileManager.default.copyItem(atPath: folder.output, toPath: saved)

        // What a run that nobody kills makes, and about how long it takes.
        try folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<100))
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try folder.run().status == 0)
        let duration = clock.now - start
        let after = try folder.files()
        #expect(before.count == 12 && after.count == 12 && before != after)

        var generator = Chance(seed: 9)
        var killed = 0
        var round = 0
        // A run that was faster than its killer does not count.
        while killed < Self.rounds, round < 3 * Self.rounds {
            round += 1
            try FileManager.default.removeItem(atPath: folder.output)
            try FileManager.default.copyItem(atPath: saved, toPath: folder.output)
            let delay = duration * Double.random(in: 0...1, using: &generator)
            if try runAndKill(folder, after: delay) { killed += 1 }

            let found = try folder.files()
            #expect(found == before || found == after, "round \(round), \(delay)")
            _ = try Validation(folder: folder.published).run { Issue.record("round \(round): \($0)") }

            let next = try folder.run()
            #expect(next.status == 0, "round \(round): \(next)")
            #expect(try folder.files() == after, "round \(round), \(delay)")
            let state = try FileManager.default.contentsOfDirectory(atPath: folder.output + "/.news")
            #expect(!state.contains { $0.hasSuffix(".tmp") }, "\(state)")
        }
        #expect(killed == Self.rounds, "\(killed) of \(Self.rounds) runs were killed")
    }

    /// - Returns: false when the run was faster.
    private func runAndKill(_ folder: RecipeFolder, after delay: Duration) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Invocation.program)
        process.arguments = ["run", folder.recipe]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(delay / .microseconds(1)))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
