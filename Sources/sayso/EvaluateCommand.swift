import ArgumentParser
import Assembly

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well attributions are found, against articles that somebody annotated.",
        discussion: """
            Each line of the gold file is an article, {"doc_id": "a1", "text": "…", "quotes": [{"content": [[0, 19]], \
            "cue": [[21, 25]], "source": [[26, 33]], "type": "direct"}]}. Offsets count Unicode characters of "text". \
            Precision, recall and F1 are in percent, over words.

                cue exact        the same words              cue any          a word in common
                content exact    the same words              content lenient  words with an F1 of at least 0.8
                content overlap  words in any content        relation         content leniently, source, and cue
                source           of contents that match: a word of the source in common, function words aside

                sayso evaluate gold.jsonl --by-type
                sayso evaluate gold.jsonl --errors missed --errors boundary
                sayso evaluate gold.jsonl --format json | jq .measures.relation.f1

            \(ExitStatus.table)
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    @Argument(
        help: "Annotated articles, one a line; - is standard input.", completion: .file(extensions: ["jsonl"]))
    var gold: String

    @Flag(help: "Also how many relations of each content type were found.")
    var byType = false

    @Option(
        help: ArgumentHelp(
            """
            List errors with their sentence: missed, spurious, source (it is another), cue (it is another), boundary (the \
            content's). Can be given several times.
            """, valueName: "kind"))
    var errors: [Evaluation.ErrorKind] = []

    @Option(help: "How the report is written: text or json.")
    var format = Format.text

    @Option(help: ArgumentHelp("Rows with a lower confidence do not count as found, 0 to 1.", valueName: "c"))
    var minimumConfidence = Recipe.usualConfidence

    @Option(help: ArgumentHelp("Articles at work at once; as many as there are cores by default.", valueName: "n"))
    var workers: WorkerCount?

    func validate() throws { try Confidence.check(minimumConfidence) }

    func run() throws {
        var evaluation = Evaluation(gold: gold)
        evaluation.errors = Set(errors)
        evaluation.minimumConfidence = minimumConfidence
        evaluation.workers = workers?.number
        // No signals are caught: there is nothing to put in order before the end.
        let report = try evaluation.run(interruption: Interruption(watchesSignals: false))
        let output = DescriptorWriter.standardOutput
        switch format {
        case .text:
            for line in report.lines(byType: byType) { try output.write(TerminalText.harmless(line) + "\n") }
        case .json:
            try output.write(report.document(byType: byType, listsErrors: !errors.isEmpty))
        }
        try output.flush()
    }
}

extension Evaluation.ErrorKind: ExpressibleByArgument {}
