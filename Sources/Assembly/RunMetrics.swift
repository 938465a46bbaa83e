import Foundation
import Writing

/// What a run did, in the text format of Prometheus: for a file that node_exporter's textfile collector reads.
///
/// Counts are gauges, since each run begins at zero. A run that failed before it published tells its exit code, and when
/// the last one succeeded, which is taken from the file that it replaces.
public struct RunMetrics: Sendable {
    public var recipe: String
    /// Nil for a run that did not publish.
    public var summary: PipelineRun.Summary?
    public var exitCode: Int32
    private let ended: Date

    public init(recipe: String, summary: PipelineRun.Summary?, exitCode: Int32, ended: Date = Date()) {
        self.recipe = recipe
        self.summary = summary
        self.exitCode = exitCode
        self.ended = ended
    }

    /// Replaces the file in one step, so that a collector never reads half of it.
    public func write(to path: String) throws(AssemblyError) {
        try translatingErrors {
            let before = String(decoding: AtomicFile.read(path) ?? [], as: UTF8.self)
            try AtomicFile.write(Array(text(before: before).utf8), to: path)
        }
    }

    /// - Parameter before: the text of the run before; empty when there is none.
    func text(before: String) -> String {
        var text = MetricsText(recipe: recipe)
        let now = ended.timeIntervalSince1970.rounded()
        text.add("sayso_run_success", "Whether the last run succeeded.", exitCode == 0 ? 1 : 0)
        text.add("sayso_run_exit_code", "The exit code of the last run, as sysexits(3) has them.", Double(exitCode))
        text.add("sayso_run_end_timestamp_seconds", "When the last run ended.", now)
        if let success = exitCode == 0 ? now : text.value(of: Self.success, in: before) {
            text.add(Self.success, "When a run last succeeded.", success)
        }
        guard let summary else { return text.text }
        text.add("sayso_run_seconds", "How long the run took.", summary.seconds)
        text.add("sayso_generation", "The generation that was published.", Double(summary.generation))
        text.add(
            "sayso_files", "Input files.", label: "state",
            [
                ("read", Double(summary.filesRead)), ("unchanged", Double(summary.files - summary.filesRead)),
                ("gone", Double(summary.filesGone)),
            ])
        text.add(
            "sayso_articles", "Articles.", label: "state",
            [
                ("tagged", Double(summary.articles - summary.unchanged)), ("unchanged", Double(summary.unchanged)),
                ("removed", Double(summary.removed)),
            ])
        text.add(
            "sayso_rejects", "Inputs that could not become articles.", label: "code",
            summary.rejects.map { ($0.code, Double($0.count)) })
        text.add(
            "sayso_rows", "Rows of the published tables.", label: "table",
            summary.tables.map { ($0.name, Double($0.rows)) })
        text.add(
            "sayso_output_bytes", "Bytes of the published tables.", label: "table",
            summary.tables.map { ($0.name, Double($0.bytes)) })
        text.add("sayso_input_bytes", "Bytes of the files that were read.", Double(summary.bytesRead))
        text.add(
            "sayso_stage_seconds", "Time at work, added up over the threads of a stage.", label: "stage",
            summary.stages.map { ($0.name, $0.seconds) })
        return text.text
    }

    private static let success = "sayso_run_last_success_timestamp_seconds"
}

/// Lines of the text format, every one with the recipe's name.
private struct MetricsText {
    let recipe: String
    private(set) var text = ""

    init(recipe: String) { self.recipe = recipe }

    mutating func add(_ name: String, _ help: String, _ value: Double) {
        head(name, help)
        text += "\(name){recipe=\"\(Self.escaped(recipe))\"} \(Self.number(value))\n"
    }

    mutating func add(_ name: String, _ help: String, label: String, _ values: [(String, Double)]) {
        guard !values.isEmpty else { return }
        head(name, help)
        for (value, number) in values {
            text +=
                "\(name){recipe=\"\(Self.escaped(recipe))\",\(label)=\"\(Self.escaped(value))\"} \(Self.number(number))\n"
        }
    }

    private mutating func head(_ name: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
    }

    /// What a text of the same form says about this recipe.
    func value(of name: String, in text: String) -> Double? {
        let start = "\(name){recipe=\"\(Self.escaped(recipe))\"} "
        return text.split(separator: "\n").first { $0.hasPrefix(start) }.flatMap { Double($0.dropFirst(start.count)) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
