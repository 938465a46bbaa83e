import Tagging
import TextModel
import Writing

extension EvaluationReport {
    /// The report as one JSON document: shares from 0 to 1 with four decimals, offsets in Unicode scalars.
    ///
    /// - Parameter listsErrors: whether there is a list of errors, perhaps an empty one.
    public func document(byType: Bool, listsErrors: Bool) -> [UInt8] {
        let rows = scores.tally(.relation)
        let types = scores.relationsByType.sorted { $0.key < $1.key }
        return JSONValue.members([
            "articles": .integer(scores.articles),
            "gold": .integer(rows.gold),
            "found": .integer(rows.found),
            "measures": .object(
                AttributionMeasure.allCases.map { measure in
                    JSONValue.Member(measure.key, Self.figures(scores[measure]))
                }),
            "source_accuracy": Self.share(scores.sources.measure.precision),
            "matched_contents": .integer(scores.sources.gold),
            "types": byType
                ? .object(
                    types.map { type, tally in
                        JSONValue.Member(
                            type,
                            .members([
                                "gold": .integer(tally.gold), "relation_recall": Self.share(tally.measure.recall),
                            ]))
                    }) : nil,
            "errors": listsErrors ? .array(errors.map(Self.error)) : nil,
        ]).document()
    }

    private static func figures(_ measure: Measure) -> JSONValue {
        .members([
            "precision": share(measure.precision), "recall": share(measure.recall), "f1": share(measure.f1),
        ])
    }

    private static func share(_ share: Double) -> JSONValue {
        .decimal(DecimalNumber(Int64((share * 10_000).rounded()), exponent: -4))
    }

    private static func error(_ error: EvaluationError) -> JSONValue {
        .members([
            "doc_id": .text(error.articleID), "kind": .text(error.kind.rawValue), "gold": error.gold.map(side),
            "found": error.found.map(side),
        ])
    }

    private static func side(_ side: EvaluationError.Side) -> JSONValue {
        .members([
            "passage": .text(side.passage), "type": .text(side.type), "content": spans(side.content),
            "cue": spans(side.cue), "source": spans(side.source),
        ])
    }

    private static func spans(_ spans: [Range<Int>]) -> JSONValue {
        .array(spans.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })
    }
}

extension AttributionMeasure {
    /// "content_overlap"
    fileprivate var key: String { rawValue.split(separator: " ").joined(separator: "_") }
}
