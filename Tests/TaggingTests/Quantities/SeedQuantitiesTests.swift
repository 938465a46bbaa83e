import Foundation
import Testing
import TextModel

@testable import Tagging

/// The numeric claims of the article that the project started from, found exactly and nothing besides.
///
/// The article is not ours to ship; the test is skipped when it is not beside the checkout.
@Suite struct SeedQuantitiesTests {
    struct Gold: Decodable {
        struct Quote: Decodable { var content: [[Int]] }
        struct Quantity: Decodable {
            var surface: String
            var low: Int?
            var high: Int?
            var concept: String
            var subject: String?
            var modality: String?
            var time: String?
        }
        var text: String
        var quotes: [Quote]
        var quantities: [Quantity]
    }

    static let gold = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/corpus/seed.gold.jsonl").standardizedFileURL

    @Test(.enabled(if: FileManager.default.fileExists(atPath: gold.path), "../shared/corpus/seed.gold.jsonl is absent"))
    func everyClaimAndNoOther() throws {
        let lines = try String(contentsOf: Self.gold, encoding: .utf8).split(separator: "\n")
        let gold = try JSONDecoder().decode(Gold.self, from: Data(try #require(lines.first).utf8))
        let scalars = Array(gold.text.unicodeScalars)
        func byte(_ offset: Int) -> Int { scalars[..<offset].reduce(0) { $0 + UTF8.width($1) } }
        let attributions = gold.quotes.map { quote in
            Attribution(
                contentType: .indirect, content: quote.content.map { Span(byte($0[0])..<byte($0[1])) }, sentence: 0,
                confidence: 1, rule: "gold")
        }
        let article = QuantityNotation.segmented(gold.text)
        func text(_ span: Span?) -> String? { span.map { article.article.surface($0) } }
        let claims = QuantityNotation.claims(article, attributions)
        #expect(claims.map { text($0.span) } == gold.quantities.map(\.surface))
        for (claim, quantity) in zip(claims, gold.quantities) {
            #expect(claim.value ?? claim.low == quantity.low.map { DecimalNumber(Int64($0)) })
            #expect(claim.value ?? claim.high == quantity.high.map { DecimalNumber(Int64($0)) })
            #expect(text(claim.counted) == quantity.concept)
            #expect(text(claim.subject) == quantity.subject)
            if let modality = quantity.modality { #expect(claim.modality.rawValue == modality) }
            if let time = quantity.time {
                #expect(text(claim.time) == time)
                #expect(claim.timeStart == "\(time)-01-01")
                #expect(claim.timeEnd == "\(time)-12-31")
            }
        }
    }
}
