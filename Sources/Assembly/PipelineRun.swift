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

    public init(recipe: Recipe) {
        self.recipe = recipe
        workers = recipe.workers
        output = recipe.outputFolder
    }

    /// What a finished run did.
    public struct Summary: Hashable, Sendable {
        /// The link that readers follow: "Output/korea-summit".
        public var folder: String
        public var articles: Int
        /// Of `articles`, those that an earlier run had tagged already.
        public var unchanged: Int
        public var rejected: Int
        public var rows: Int
    }

    /// What a run would do, a line each: the inputs found, the options in force, the files it would write. Reads no
    /// article and writes nothing.
    public func plan() throws(AssemblyError) -> [String] {
        try translatingErrors {
            let location = try OutputLocation(folder: output, name: recipe.name)
            let files = try InputFile.files(of: recipe)
            return files.map { "read   \($0.label)" }
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
    /// - Throws: `tooManyRejects` after the generation has been published; anything else before.
    public func run(
        interruption: Interruption, log: Logger, progress: @escaping (RunProgress) -> Void
    ) throws(AssemblyError) -> Summary {
        try translatingErrors {
            let started = Date()
            let files = try InputFile.files(of: recipe)
            let location = try OutputLocation(folder: output, name: recipe.name)
            try location.prepare()
            let lock = try RunLock(
                at: location, processID: ProcessInfo.processInfo.processIdentifier, since: UTCTime.text(started))
            return try withExtendedLifetime(lock) {
                var session = try RunSession(self, location: location, files: files, started: started, log: log)
                try session.store(interruption, progress)
                return try session.publish()
            }
        }
    }
}

/// Times of a run as text: UTC, ISO 8601 to the second.
enum UTCTime {
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
