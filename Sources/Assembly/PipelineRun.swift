import Aggregation
import Execution
import Foundation
import Loading
import Logging
import Storage
import TextModel
import Writing

/// `sayso run`: a recipe's articles into one generation of `Output/NAME`.
public struct PipelineRun: Sendable {
    public var recipe: Recipe
    /// Articles at work at once; nil is one a core.
    public var workers: Int?
    /// The folder in which `NAME` is made, from where the process stands.
    public var output: String
    /// How long to wait for another run of the recipe to end; zero is not at all.
    public var wait = Duration.zero

    public init(recipe: Recipe) {
        self.recipe = recipe
        workers = recipe.workers
        output = recipe.outputFolder
    }

    /// What a run that published did.
    public struct Summary: Hashable, Sendable {
        /// The link that readers follow: "Output/korea-summit".
        public var folder: String
        /// The number of the generation.
        public var generation: Int
        public var articles: Int
        /// Of `articles`, those that an earlier run had tagged already.
        public var unchanged: Int
        /// Articles of earlier runs that are no longer there.
        public var removed: Int
        /// How many inputs did not become articles, by the word of their reason; sorted.
        public var rejects: [RejectCount]
        public var files: Int
        public var filesRead: Int
        public var filesGone: Int
        public var bytesRead: Int
        public var tables: [TableSize]
        /// Time at work, added up over threads; empty when nothing was read.
        public var stages: [StageTime]
        public var seconds: Double

        public var rejected: Int { rejects.reduce(0) { $0 + $1.count } }
        public var rows: Int { tables.reduce(0) { $0 + $1.rows } }

        public struct RejectCount: Hashable, Sendable {
            public var code: String
            public var count: Int
        }

        public struct TableSize: Hashable, Sendable {
            public var name: String
            public var rows: Int
            /// Of both files.
            public var bytes: Int
        }

        public struct StageTime: Hashable, Sendable {
            public var name: String
            public var seconds: Double
        }
    }

    /// What a run would do, a line each: the inputs found, the options in force, the files it would write. Reads no
    /// article and writes nothing.
    public func plan() throws(AssemblyError) -> [String] {
        try translatingErrors {
            let location = try OutputLocation(folder: output, name: recipe.name)
            let files = try InputFiles(of: recipe)
            return files.labels.map { "read   \($0)" }
                + [
                    "tag    with \(workers ?? coreCount) workers; rows below confidence \(recipe.minimumConfidence) are left out"
                ]
                + Table.all.flatMap {
                    ["write  \(location.linkPath)/\($0.name).csv", "write  \(location.linkPath)/\($0.name).jsonl"]
                }
                + ["datapackage.json", "rejects.jsonl", "run.json"].map { "write  \(location.linkPath)/\($0)" }
        }
    }

    /// Runs the pipeline: load → segment → tag → rows → store, then aggregate → write → publish.
    ///
    /// Readers of the output see the generation before until the new one is complete. Articles that are already stored
    /// stay so when the run is interrupted, so that the next one goes on from there.
    /// - Parameters:
    ///   - published: told what the run did when readers see it.
    ///   - progress: told after each article that was read.
    /// - Throws: `tooManyRejects` after the generation has been published; anything else before.
    @discardableResult
    public func run(
        interruption: Interruption, log: Logger, published: (Summary) -> Void = { _ in },
        progress: @escaping (RunProgress) -> Void
    ) throws(AssemblyError) -> Summary {
        try translatingErrors {
            let started = Date()
            let files = try InputFiles(of: recipe)
            let location = try OutputLocation(folder: output, name: recipe.name)
            try location.prepare()
            let cancellation = interruption.cancellation
            let lock = try RunLock(
                at: location, processID: ProcessInfo.processInfo.processIdentifier, since: UTCTime.text(started),
                patience: RunLock.Patience(wait: wait, isGivenUp: { cancellation.isRaised }))
            return try withExtendedLifetime(lock) {
                let inputs = RunInputs(try lock.hasWaited ? InputFiles(of: recipe) : files, recipe: recipe)
                let summary = try healing(log) { attempt in
                    var session = try RunSession(
                        self, location: location, inputs: inputs, started: started,
                        trustsStore: attempt != .withAnEmptyStore, log: log)
                    try session.list(interruption, progress)
                    return try session.publish()
                }
                published(summary.summary)
                if let tooMany = summary.tooMany { throw tooMany }
                return summary.summary
            }
        }
    }

    /// A damaged store is no reason to give up: what it held can be made again.
    private enum Attempt: CaseIterable {
        case first
        /// Without the rows that were found damaged.
        case withTheRest
        case withAnEmptyStore
    }

    private func healing<Result>(_ log: Logger, _ body: (Attempt) throws -> Result) throws -> Result {
        for attempt in Attempt.allCases.dropLast() {
            do {
                return try body(attempt)
            } catch let error as StorageError where error.isDamage {
                log.warning("the store is damaged; once more", metadata: ["error": "\(error)"])
            }
        }
        return try body(.withAnEmptyStore)
    }
}

extension StorageError {
    /// What the store held cannot be had, but it can be made again.
    fileprivate var isDamage: Bool {
        switch self {
        case .corrupt, .damagedRows, .unknownFingerprint: true
        case .cannotOpen, .busy, .readOrWriteFailed: false
        }
    }
}

/// Times of a run as text: UTC, ISO 8601 to the second.
enum UTCTime {
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
