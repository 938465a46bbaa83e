import Foundation
import Tagging

/// What an evaluation measured: figures for a person (`lines`) or for a program (`document`).
public struct EvaluationReport: Sendable {
    private(set) var scores = AttributionScores()
    /// In the order of the gold.
    private(set) var errors: [EvaluationError] = []

    mutating func add(_ article: EvaluatedArticle) {
        scores += article.scores
        errors += article.errors
    }

    /// How many articles were compared.
    public var articles: Int { scores.articles }

    /// F1 in percent of one of "cue exact", "cue any", "content exact", "content lenient", "content overlap", "relation".
    /// - Returns: nil for another name.
    public func f1(_ measure: String) -> Double? {
        AttributionMeasure(rawValue: measure).map { 100 * scores[$0].f1 }
    }

    /// The errors, then a table of figures in percent.
    public func lines(byType: Bool) -> [String] {
        errors.flatMap(\.lines) + figures + (byType ? typeFigures : [])
    }

    private var figures: [String] {
        let rows = scores.tally(.relation)
        return [
            "articles \(scores.articles)  gold \(rows.gold)  found \(rows.found)", "",
            Self.row("", ["precision", "recall", "F1"]),
        ]
            + AttributionMeasure.allCases.map { measure in
                let figure = scores[measure]
                return Self.row(measure.rawValue, [figure.precision, figure.recall, figure.f1].map(Self.percent))
            } + [
                Self.row("source", [Self.percent(scores.sources.measure.precision)])
                    + "  of \(scores.sources.gold) contents that match leniently"
            ]
    }

    private var typeFigures: [String] {
        [""]
            + scores.relationsByType.sorted { $0.key < $1.key }.map { type, tally in
                Self.row("relation, \(type)", ["", Self.percent(tally.measure.recall)]) + "  of \(tally.gold)"
            }
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        ([padded(name, 20, left: true)] + cells.map { padded($0, 10, left: false) }).joined()
    }

    private static func padded(_ text: String, _ width: Int, left: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return left ? text + space : space + text
    }

    /// One decimal, as Python rounds it.
    private static func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
}
