import Foundation
import Testing
import TextModel

@testable import Tagging

/// The share of right values on the development half of NewsQuant (CQE, EMNLP 2023), scored as
/// `shared/tools/score_quantities.py` scores "value": one to one in a sentence, both ends of a range.
///
/// The gold data are not ours to ship; the test is skipped when they are not beside the checkout.
@Suite struct NewsQuantTests {
    struct Sentence: Decodable {
        struct Quantity: Decodable { var value: String }
        var text: String
        var quantities: [Quantity]
    }

    static let gold = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/gold/newsquant-dev.json").standardizedFileURL

    /// Never lowered without saying so in the commit.
    static let floor = 0.93

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: gold.path), "../shared/gold/newsquant-dev.json is absent"))
    func valuesReachTheFloor() throws {
        let sentences = try JSONDecoder().decode([Sentence].self, from: Data(contentsOf: Self.gold))
        var wanted = 0
        var found = 0
        var right = 0
        for sentence in sentences {
            var left = QuantityNotation.claims(sentence.text).compactMap(Self.ends)
            wanted += sentence.quantities.count
            found += left.count
            for quantity in sentence.quantities {
                let ends = Self.ends(quantity.value)
                if let index = left.firstIndex(where: { Self.same($0, ends) }) {
                    left.remove(at: index)
                    right += 1
                }
            }
        }
        let f1 = 2 * Double(right) / Double(wanted + found)
        #expect(f1 >= Self.floor, "value F1 \(f1)")
    }

    private static func ends(_ claim: NumericClaim) -> (Double, Double)? {
        guard let low = claim.value ?? claim.low ?? claim.high, let high = claim.value ?? claim.high ?? claim.low else {
            return nil
        }
        return (low.approximate, high.approximate)
    }

    /// "5", "-1.3", "5-8", "1.99E-29".
    private static func ends(_ value: String) -> (Double, Double) {
        let value = value.filter { $0 != " " }
        if let number = Double(value) { return (number, number) }
        guard let hyphen = value.dropFirst().firstIndex(of: "-") else { return (.nan, .nan) }
        return (Double(value[..<hyphen]) ?? .nan, Double(value[value.index(after: hyphen)...]) ?? .nan)
    }

    private static func same(_ left: (Double, Double), _ right: (Double, Double)) -> Bool {
        func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= max(1e-5 * max(abs(a), abs(b)), 1e-8) }
        return close(left.0, right.0) && close(left.1, right.1)
    }
}
