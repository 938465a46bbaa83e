import Execution
import Segmentation
import Tagging
import TextModel

/// `sayso evaluate`: how well attributions are found, against articles that an annotator marked.
///
/// The measures are those of `score_quotes.py`, with which published systems were scored; see `AttributionMeasure`.
/// Memory: an article a worker, and the errors that are asked for.
public struct Evaluation: Sendable {
    /// What keeps a row from being right; see `Discrepancy.Kind`.
    public enum ErrorKind: String, CaseIterable, Sendable {
        case missed, spurious, source, cue, boundary
    }

    /// JSON Lines of `{"doc_id" or "id", "text", "quotes": [{"content", "cue", "source", "type"}]}` with offsets in
    /// Unicode scalars; "-" is standard input.
    public var gold: String
    /// Which errors the report lists; none by default.
    public var errors: Set<ErrorKind> = []
    /// Rows with a lower confidence do not count as found, as in a recipe.
    public var minimumConfidence = Recipe.usualConfidence
    /// Articles at work at once; nil is one a core. The report is the same for any number.
    public var workers: Int?

    public init(gold: String) {
        self.gold = gold
    }

    /// - Throws: `noSuchInput`, `readFailed`, `malformedGold` at the first line that is no annotated article, or
    ///   `interrupted`.
    public func run(interruption: Interruption) throws(AssemblyError) -> EvaluationReport {
        let (path, wanted, minimum) = (gold, errors, minimumConfidence)
        let segmenter = Segmenter()
        let tagger = Tagger(keeping: minimum)
        let read = Source<GoldArticle>(
            "read", state: { try GoldReader(path) }, next: { (reader: inout GoldReader) in try reader.next() })
        let compare = Stage<GoldArticle, EvaluatedArticle>("compare", workers: workers ?? coreCount) { article in
            let tagged = tagger.tag(segmenter.segment(Article(text: article.text.bytes)))
            return EvaluatedArticle(article, tagged.keeping(confidence: minimum), errors: wanted)
        }
        var report = EvaluationReport()
        try translatingErrors {
            _ = try Pipeline(read).through(compare)
                .run(into: "add", RunSettings(cancellation: interruption.cancellation)) { report.add($0) }
        }
        return report
    }
}

/// What one article adds to a report.
struct EvaluatedArticle: Sendable {
    let scores: AttributionScores
    let errors: [EvaluationError]

    init(_ gold: GoldArticle, _ tagged: TaggedArticle, errors wanted: Set<Evaluation.ErrorKind>) {
        let comparison = ArticleComparison(
            gold: gold.attributions, found: tagged.attributions.map(AnnotatedAttribution.init), in: gold.text.bytes)
        scores = AttributionScores(comparison)
        errors =
            wanted.isEmpty
            ? []
            : comparison.discrepancies.compactMap { discrepancy in
                guard let kind = Evaluation.ErrorKind(discrepancy.kind), wanted.contains(kind) else { return nil }
                return EvaluationError(kind: kind, discrepancy, in: gold, tagged.segmented)
            }
    }
}

extension Evaluation.ErrorKind {
    /// The two have the same cases; one of them is public.
    init?(_ kind: Discrepancy.Kind) { self.init(rawValue: kind.rawValue) }
}
