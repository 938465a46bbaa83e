import Segmentation
import Tagging
import TextModel

/// Weighs an attribution of a dataset once more, to tell what carried it and what came next.
struct TraceExplanation {
    private let dataset: DatasetFolder
    /// Factors that are shown of a decision.
    private static let factors = 4

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    /// Adds the decisions below an attribution's rule.
    func add(_ row: DatasetRow, of article: DatasetRow?, to lines: inout LabelledLines) {
        guard row.text("rule").flatMap(RuleName.init(rawValue:))?.isWeighed == true else {
            lines.add("runner-up", "none: the rule alone decides, with a confidence of its own")
            return
        }
        guard let article, let text = article.text("text").map(ScalarText.init),
            let trace = trace(row, in: article, text)
        else {
            lines.add("runner-up", "unknown: the article does not read here as it did in the run")
            return
        }
        if let score = row.number("confidence"), abs(score - trace.confidence) > 0.006 {
            lines.add(
                "now", "\(Self.share(trace.confidence)): this version of sayso weighs it otherwise than the run did")
        }
        add("cue", trace.cueDecision, Self.cue(trace, text), to: &lines)
        add("content", trace.content, Self.content(trace.content, text), to: &lines)
        if let source = trace.source { add("from", source, Self.source(source, text), to: &lines) }
    }

    private func trace(_ row: DatasetRow, in article: DatasetRow, _ text: ScalarText) -> AttributionTrace? {
        guard let cue = row.spans("cue_spans").first.flatMap(text.byteRange) else { return nil }
        // What the layout and the times are told by.
        let read = Article(
            text: text.bytes, title: article.text("title"), byline: article.text("byline"),
            published: article.text("published"), language: article.text("language"))
        let tagger = Tagger(threshold: min(Tagger.usualThreshold, dataset.minimumConfidence ?? Tagger.usualThreshold))
        return tagger.trace(Segmenter().segment(read), cueAt: cue.lowerBound)
    }

    private func add(
        _ label: String, _ decision: AttributionTrace.Decision, _ texts: (chosen: String, next: String?),
        to lines: inout LabelledLines
    ) {
        lines.add(label, "\(Self.share(decision.chosen.probability))  \(texts.chosen)")
        for factor in decision.factors.prefix(Self.factors) {
            lines.addBelow("      \(Self.signed(factor.weight))  \(factor.name)")
        }
        if let next = texts.next, let runnerUp = decision.runnerUp {
            lines.add("  next", "\(Self.share(runnerUp.probability))  \(next)")
        } else {
            lines.add("  next", "nothing: no other reading was found")
        }
    }

    // MARK: Words and numbers

    private static func cue(_ trace: AttributionTrace, _ text: ScalarText) -> (String, String?) {
        let word = text.words([trace.cue])
        return ("\(word) attributes", "\(word) attributes nothing")
    }

    private static func content(_ decision: AttributionTrace.Decision, _ text: ScalarText) -> (String, String?) {
        (
            decision.choiceCount == 1 ? "the only content found" : "the likeliest of \(decision.choiceCount) contents",
            decision.runnerUp.map { text.words($0.spans) }
        )
    }

    private static func source(_ decision: AttributionTrace.Decision, _ text: ScalarText) -> (String, String?) {
        func name(_ choice: AttributionTrace.Choice) -> String {
            choice.spans.isEmpty ? "nobody that the text names" : text.words(choice.spans)
        }
        return (name(decision.chosen), decision.runnerUp.map(name))
    }

    /// "0.97"
    private static func share(_ value: Double) -> String { hundredths(value) }

    /// "+1.20", "-0.35"
    private static func signed(_ value: Double) -> String { (value < 0 ? "-" : "+") + hundredths(abs(value)) }

    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension ScalarText {
    /// The words of spans, in quotation marks, on one line.
    fileprivate func words(_ spans: [Span]) -> String {
        let texts = spans.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        return "“\(shortened(texts.joined(separator: " … ")))”"
    }
}
