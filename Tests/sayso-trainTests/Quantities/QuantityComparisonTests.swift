import Foundation
import Segmentation
import Tagging
import Testing
import TextModel

@testable import sayso_train

@Suite("Scoring quantities")
struct QuantityComparisonTests {
    private static let segmenter = Segmenter()
    private static let tagger = Tagger()
    private static let quantityTagger = QuantityTagger()

    private static func tally(_ aspect: QuantityComparison.Aspect, _ sentences: [QuantitySentence]) -> QuantityTally {
        var tally = QuantityTally()
        for sentence in sentences {
            let article = Article(text: Array(sentence.text.utf8))
            let claims = tagger.tag(segmenter.segment(article)).claims
            _ = tally.count(sentence, claims, aspect, QuantityComparison(tagger: quantityTagger, article: article))
        }
        return tally
    }

    private static func sentence(_ text: String, _ quantities: [(String, String, String, String)]) -> QuantitySentence {
        QuantitySentence(
            text: text,
            quantities: quantities.map {
                QuantitySentence.Quantity(change: $0.0, value: $0.1, unit: $0.2, concept: $0.3)
            })
    }

    @Test(
        "A quantity is right in the aspects in which it agrees",
        arguments: [
            (QuantityComparison.Aspect.value, 1), (.unit, 0), (.unitByName, 1), (.change, 1), (.concept, 1),
            (.conceptByName, 1),
        ])
    func aspects(_ aspect: QuantityComparison.Aspect, _ right: Int) {
        let sentence = Self.sentence("The ferry cost about 5 million euros.", [("~", "5000000.0", "euro", "ferry")])
        #expect(Self.tally(aspect, [sentence]).right == right)
    }

    @Test(
        "A wrong value, unit, change or concept is not right",
        arguments: [
            ("=", "6", "mile", "road"), ("=", "5-6", "mile", "road"), ("up", "5", "yard", "river"),
        ])
    func wrong(_ quantity: (String, String, String, String)) {
        let sentence = Self.sentence("The road is 5 miles long.", [quantity])
        let right = QuantityComparison.Aspect.allCases.map { Self.tally($0, [sentence]).right }
        #expect(right.dropFirst().allSatisfy { $0 == 0 })
    }

    @Test("One claim answers one quantity")
    func oneToOne() {
        let sentence = Self.sentence(
            "The road is 5 miles long.", [("=", "5", "mile", "road"), ("=", "5", "mile", "road")])
        let tally = Self.tally(.value, [sentence])
        #expect((tally.wanted, tally.found, tally.right) == (2, 1, 1))
    }

    @Test("A noun that is the unit is no part of the concept")
    func nounUnits() {
        let sentence = Self.sentence("She bought seven old maps.", [("=", "7", "old map", "-")])
        #expect(Self.tally(.unitByName, [sentence]).right == 1)
        #expect(Self.tally(.conceptByName, [sentence]).right == 1)
        #expect(Self.tally(.concept, [sentence]).right == 0)
    }

    private static let gold = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/gold/newsquant-dev.json").standardizedFileURL

    /// F1 in per cent on the development half of NewsQuant (CQE, EMNLP 2023); never lowered without saying so in the commit.
    /// The sentences are not ours to ship: the test is skipped where they are not beside the checkout.
    @Test(
        "NewsQuant stays above its floors",
        .enabled(if: FileManager.default.fileExists(atPath: gold.path), "../shared/gold/newsquant-dev.json is absent"),
        arguments: [
            (QuantityComparison.Aspect.value, 93.5), (.unit, 76), (.unitByName, 87), (.change, 88), (.concept, 67),
            (.conceptByName, 73),
        ])
    func floors(_ aspect: QuantityComparison.Aspect, _ floor: Double) throws {
        let tally = Self.tally(aspect, try QuantitySentence.read(Self.gold.path))
        let score = 200 * Double(tally.right) / Double(tally.wanted + tally.found)
        #expect(score >= floor)
    }
}
