import Tagging
import TextModel

/// An attribution that is not as the annotator marked it, ready to be shown.
struct EvaluationError: Sendable {
    /// One side of it.
    struct Side: Sendable {
        /// The sentence with the marks, as `sayso explain` shows it.
        let passage: String
        let type: String
        /// In Unicode scalars of the text.
        let content: [Range<Int>]
        let cue: [Range<Int>]
        let source: [Range<Int>]
    }

    let articleID: String
    let kind: Evaluation.ErrorKind
    /// As annotated; nil when it is spurious.
    let gold: Side?
    /// As found; nil when it is missed.
    let found: Side?

    init(
        kind: Evaluation.ErrorKind, _ discrepancy: Discrepancy, in article: GoldArticle, _ segmented: SegmentedArticle
    ) {
        articleID = article.id
        self.kind = kind
        gold = discrepancy.gold.map { Side($0, in: article.text, segmented) }
        found = discrepancy.found.map { Side($0, in: article.text, segmented) }
    }

    /// A heading, a line a side, and an empty line.
    var lines: [String] {
        var lines = ["\(kind.rawValue)  \(articleID)"]
        if let gold { lines.append("    gold   " + gold.passage) }
        if let found { lines.append("    found  " + found.passage) }
        return lines + [""]
    }
}

extension EvaluationError.Side {
    fileprivate init(_ attribution: AnnotatedAttribution, in text: ScalarText, _ segmented: SegmentedArticle) {
        let roles = [
            ("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content),
        ]
        let marks = roles.flatMap { label, ranges in ranges.map { MarkedPassage.Mark(label: label, range: $0) } }
        let anchor = (attribution.cue.first ?? attribution.content.first)?.lowerBound ?? 0
        passage = MarkedPassage(of: text, sentence: segmented.sentence(around: anchor), marks: marks).description
        type = attribution.type
        content = attribution.content.map(text.scalarRange(of:))
        cue = attribution.cue.map(text.scalarRange(of:))
        source = attribution.source.map(text.scalarRange(of:))
    }
}

extension SegmentedArticle {
    /// The bytes of the sentence that holds a byte; nil between sentences.
    fileprivate func sentence(around byte: Int) -> Range<Int>? {
        sentences.lazy.map { span(of: $0).range }.first { $0.contains(byte) }
    }
}
