import Foundation

/// A sentence with its quantities in the form of NewsQuant (CQE, EMNLP 2023).
struct QuantitySentence: Decodable {
    struct Quantity: Decodable {
        var change: String
        /// "5", "-1.3", "5-8", "1.99E-29".
        var value: String
        var unit: String
        /// "-" or empty where there is none.
        var concept: String

        enum CodingKeys: String, CodingKey {
            case change, value
            case unit = "normalized_unit"
            case concept = "referred_concepts"
        }

        /// Both ends; equal for one number, not a number where the text is none.
        var ends: (low: Double, high: Double) {
            let value = value.filter { $0 != " " }
            if let number = Double(value) { return (number, number) }
            guard let hyphen = value.dropFirst().firstIndex(of: "-") else { return (.nan, .nan) }
            return (Double(value[..<hyphen]) ?? .nan, Double(value[value.index(after: hyphen)...]) ?? .nan)
        }
    }

    var text: String
    var quantities: [Quantity]

    static func read(_ path: String) throws -> [QuantitySentence] {
        try JSONDecoder().decode([QuantitySentence].self, from: Data(contentsOf: URL(filePath: path)))
    }
}
