import ArgumentParser
import Assembly
import Foundation

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Articles in, annotations out as JSON Lines on standard output.",
        discussion: """
            A filter for other programs. Each line of input is an article, {"id": "a1", "text": "…"} with title, url, \
            published and language if known; each line of output its attributions, quotes and numeric claims, in the \
            order of the input. Offsets count Unicode characters of "text". A line that is no article gives \
            {"id": null, "error": {"line": 7, "code": "malformed_json", "message": "…"}}, and the next line goes on.

                sayso extract < articles.jsonl > annotations.jsonl
                sayso extract article.txt more/*.txt
                sayso extract --workers 4 articles.jsonl.gz crawl.warc.gz | gzip > out.gz

            When the reader goes away, as in `sayso extract … | head -1`, it ends quietly.

            \(ExitStatus.table)
            """)

    @Argument(
        help: "Files, folders or globs; - is standard input, which is also what is read when nothing is named.",
        completion: .file())
    var files: [String] = []

    @Option(help: ArgumentHelp("Articles at work at once; as many as there are cores by default.", valueName: "n"))
    var workers: WorkerCount?

    @Option(
        help: ArgumentHelp(
            """
            Rows with a lower confidence are left out, 0 to 1; lower than the usual \(Recipe.usualConfidence) finds more, \
            of which less is right.
            """, valueName: "c"))
    var minimumConfidence = Recipe.usualConfidence

    @Option(help: ArgumentHelp("What the input is: \(Recipe.Format.allCases.map(\.rawValue).joined(separator: ", "))."))
    var format = Recipe.Format.auto

    func validate() throws { try Confidence.check(minimumConfidence) }

    func run() throws {
        var extraction = Extraction(files: files.isEmpty ? ["-"] : files)
        extraction.workers = workers?.number
        extraction.format = format
        extraction.minimumConfidence = minimumConfidence
        if extraction.files.contains("-"), isatty(0) == 1, StandardError.isTerminal {
            StandardError.say("reading articles from the terminal; end with Ctrl-D")
        }
        // No signals are caught: a filter that waits for input must die of Ctrl-C at once.
        let output = DescriptorWriter.standardOutput
        try extraction.run(interruption: Interruption(watchesSignals: false)) { lines in
            try output.write(lines)
            // A batch is on its way before the next one is read.
            try output.flush()
        }
        try output.flush()
    }
}

extension Recipe.Format: ExpressibleByArgument {}

/// What `--minimum-confidence` takes.
enum Confidence {
    static func check(_ value: Double) throws {
        if !(0...1).contains(value) { throw ValidationError("--minimum-confidence must be a number from 0 to 1") }
    }
}
