import Assembly
import Foundation
import Testing

@testable import sayso

/// `kill -9` at any moment of a run leaves the generation before, and the next run completes.
@Suite struct KilledRunTests {
    private static let rounds = 20

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

        var generator = SeededGenerator(seed: 9)
        var killed = 0
        for round in 0..<Self.rounds {
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
        // Delays are random, but not so much that none falls into a run.
        #expect(killed >= Self.rounds / 4, "\(killed) of \(Self.rounds) runs were killed")
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

/// Random numbers that are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
