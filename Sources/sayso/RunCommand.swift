import ArgumentParser
import Assembly
import Logging

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a whole pipeline from a recipe.",
        discussion: """
            Reads the articles that the recipe names, tags what is new or changed since the last run, and publishes \
            the tables in Output/NAME/. Readers of that folder see the last complete run until this one is complete, \
            also when it is stopped with Ctrl-C or killed.

                sayso run Pipelines/korea-summit.yaml
                sayso run --dry-run Pipelines/korea-summit.yaml
                sayso run --workers 2 --output /srv/data Pipelines/korea-summit.yaml

            In cron it is silent unless something is wrong:

                0 6 * * *  /usr/local/bin/sayso run /srv/week.yaml --log /srv/week.log

            The keys of a recipe (* is required; [ ] is what holds without the key):

            \(keys)

            \(ExitStatus.table)
            """)

    @Argument(help: "The recipe, a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var recipe: String

    @Option(
        help: ArgumentHelp(
            "Articles at work at once; as many as there are cores unless the recipe says.", valueName: "n"))
    var workers: WorkerCount?

    @Option(
        help: ArgumentHelp("Where the folder NAME is made, instead of the recipe's 'output'.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Flag(help: "Print what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Say on standard error what is being done, a line an event.")
    var verbose = false

    @Flag(help: "No progress line and no summary, also on a terminal.")
    var quiet = false

    @Option(
        help: ArgumentHelp("Append what is being done to a file, a line an event.", valueName: "file"),
        completion: .file())
    var log: String?

    func validate() throws {
        if verbose && quiet { throw ValidationError("--verbose and --quiet contradict each other") }
    }

    func run() throws {
        var pipeline = PipelineRun(recipe: try Recipe.read(recipe))
        if let workers { pipeline.workers = workers.number }
        if let output { pipeline.output = output }
        if dryRun { return try print(pipeline.plan()) }

        let destinations =
            try (verbose ? [.standardError] : []) + (log.map { [try LineLog.Destination.file($0)] } ?? [])
        let logger = Logger(label: "sayso") { _ in LineLog(destinations, time: UTC.now) }
        let isLive = StandardError.isTerminal && !quiet && !verbose
        let line = isLive ? ProgressLine(width: StandardError.width ?? 80, write: StandardError.write) : nil
        let interruption = Interruption(watchesSignals: true)
        do throws(AssemblyError) {
            defer { line?.clear() }
            let summary = try pipeline.run(interruption: interruption, log: logger) { line?.show($0) }
            line?.clear()
            if isLive { StandardError.write(Self.sentence(summary) + "\n") }
        } catch {
            if error == .interrupted, let signal = interruption.signal { throw Interrupted(signal: signal) }
            throw error
        }
        // A log that broke off half-way would be taken for a whole one.
        if let failure = destinations.lazy.compactMap(\.failure).first { throw failure }
    }

    private func print(_ lines: [String]) throws {
        let output = DescriptorWriter.standardOutput
        for line in lines { try output.write(line + "\n") }
        try output.flush()
    }

    private static func sentence(_ summary: PipelineRun.Summary) -> String {
        let count = ProgressLine.grouped
        var text = "\(summary.folder): \(count(summary.rows)) rows from \(count(summary.articles)) articles"
        if summary.unchanged > 0 { text += ", \(count(summary.unchanged)) of them unchanged" }
        if summary.rejected > 0 { text += "; \(count(summary.rejected)) rejected, see rejects.jsonl" }
        return TerminalText.harmless(text)
    }

    private static var keys: String {
        let width = Recipe.reference.map(\.key.rawValue.count).max() ?? 0
        return Recipe.reference.map { line in
            let name = line.key.rawValue + (line.fallback == nil ? "*" : "")
            let padding = String(repeating: " ", count: width + 1 - name.count)
            return "    \(name)\(padding) \(line.allowed)\(line.fallback.map { " [\($0)]" } ?? "")"
        }.joined(separator: "\n")
    }
}

/// A number of workers, from 1 to as many as a recipe may name.
struct WorkerCount: ExpressibleByArgument {
    let number: Int

    init?(argument: String) {
        guard let number = Int(argument), Recipe.workerCounts.contains(number) else { return nil }
        self.number = number
    }
}
