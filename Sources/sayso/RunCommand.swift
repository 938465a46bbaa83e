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

    @Option(
        help: ArgumentHelp(
            "When another run of the recipe is at work, wait so long for its end; 0 gives up at once.",
            valueName: "seconds"))
    var wait: WaitTime = WaitTime(seconds: 0)

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

    @Option(
        help: ArgumentHelp("Before the log grows over this, it is moved to FILE.1, that to FILE.2.", valueName: "MB"))
    var logSize = LogSize(bytes: LogRotation.usual.bytes)

    @Option(help: ArgumentHelp("How many files of the log there are at most.", valueName: "n"))
    var logFiles = LogFiles(number: LogRotation.usual.files)

    @Option(
        help: ArgumentHelp(
            "Write what the run did, in the text format of Prometheus, for node_exporter's textfile collector.",
            valueName: "file"), completion: .file(extensions: ["prom"]))
    var metrics: String?

    func validate() throws {
        if verbose && quiet { throw ValidationError("--verbose and --quiet contradict each other") }
    }

    func run() throws {
        var pipeline = PipelineRun(recipe: try Recipe.read(recipe))
        if let workers { pipeline.workers = workers.number }
        if let output { pipeline.output = output }
        pipeline.wait = .seconds(wait.seconds)
        if dryRun { return try print(pipeline.plan()) }

        let destinations =
            try (verbose ? [.standardError] : [])
            + (log.map {
                [try LogDestination.file($0, rotation: LogRotation(bytes: logSize.bytes, files: logFiles.number))]
            }
                ?? [])
        let logger = Logger(label: "sayso") { _ in LineLog(destinations, time: UTC.now) }
        let isLive = StandardError.isTerminal && !quiet && !verbose
        let line = isLive ? ProgressLine(width: StandardError.width ?? 80, write: StandardError.write) : nil
        let interruption = Interruption(watchesSignals: true)
        var summary: PipelineRun.Summary?
        do throws(AssemblyError) {
            defer { line?.clear() }
            try pipeline.run(interruption: interruption, log: logger, published: { summary = $0 }) { line?.show($0) }
            line?.clear()
            if isLive, let summary { StandardError.write(Self.sentence(summary) + "\n") }
            try record(pipeline, summary, .done)
        } catch {
            logger.error("run failed", metadata: ["reason": "\(error.description)"])
            // What went wrong first is what there is to say.
            try? record(pipeline, summary, ExitStatus(error))
            switch error {
            // Also who waits for the lock ends by the signal.
            case .interrupted, .locked:
                if let signal = interruption.signal { throw Interrupted(signal: signal) }
            default: break
            }
            throw error
        }
        // A log that broke off half-way would be taken for a whole one.
        if let failure = destinations.lazy.compactMap(\.failure).first { throw failure }
    }

    private func record(
        _ pipeline: PipelineRun, _ summary: PipelineRun.Summary?, _ status: ExitStatus
    ) throws(AssemblyError) {
        guard let metrics else { return }
        try RunMetrics(recipe: pipeline.recipe.name, summary: summary, exitCode: status.rawValue).write(to: metrics)
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

/// A time in whole seconds, up to a week.
struct WaitTime: ExpressibleByArgument {
    let seconds: Int

    init(seconds: Int) { self.seconds = seconds }

    init?(argument: String) {
        guard let seconds = Int(argument), (0...604_800).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    var defaultValueDescription: String { "\(seconds)" }
}

/// A size in millions of bytes, given with or without decimals.
struct LogSize: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        guard let megabytes = Double(argument), (0.001...1_000_000).contains(megabytes) else { return nil }
        bytes = Int(megabytes * 1_000_000)
    }

    var defaultValueDescription: String { "\(bytes / 1_000_000)" }
}

/// How many files a log has, 1 to 1000.
struct LogFiles: ExpressibleByArgument {
    let number: Int

    init(number: Int) { self.number = number }

    init?(argument: String) {
        guard let number = Int(argument), (1...1000).contains(number) else { return nil }
        self.number = number
    }

    var defaultValueDescription: String { "\(number)" }
}
