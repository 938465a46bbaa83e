import Foundation
import Testing

@testable import Tagging

/// `quantities.tsv`, the specification of the quantity grammar: what every expression reads as.
@Suite struct QuantityCorpusTests {
    struct Expression: Sendable, CustomTestStringConvertible {
        /// Empty where nothing is a claim.
        var reading: String
        var text: String

        var testDescription: String { text }
    }

    static let expressions: [Expression] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "quantities.tsv")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            return fields.count == 2 ? Expression(reading: String(fields[0]), text: String(fields[1])) : nil
        }
    }()

    @Test func corpusIsLarge() {
        let claims = Self.expressions.count { !$0.reading.isEmpty }
        #expect(claims >= 500)
        #expect(Self.expressions.count - claims >= 150)
    }

    @Test func everyExpressionStandsOnce() {
        #expect(Set(Self.expressions.map(\.text)).count == Self.expressions.count)
    }

    /// By itself, and within a sentence where it can stand in one.
    @Test func everyExpressionReadsAsItShould() {
        for expression in Self.expressions {
            #expect(QuantityNotation.readings(expression.text) == expression.reading, "\(expression.text)")
            guard let first = expression.text.first, first.isLowercase || first.isNumber,
                !expression.text.contains(" it "),
                !expression.text.hasSuffix(".")
            else { continue }
            let sentence =
                expression.reading.isEmpty
                ? "They spoke of \(expression.text)." : "The report said it was \(expression.text) in the end."
            #expect(QuantityNotation.readings(sentence) == expression.reading, "\(sentence)")
        }
    }
}
