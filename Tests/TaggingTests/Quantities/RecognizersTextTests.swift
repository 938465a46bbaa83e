import Foundation
import Testing
import TextModel

@testable import Tagging

/// The English specifications of Microsoft Recognizers-Text (MIT), read by the grammar through `RecognizersReading`.
///
/// They are not ours to ship: the tests are skipped where they are not beside the checkout. Each case that is not met is
/// printed with what was read instead.
@Suite(.serialized, .enabled(if: RecognizersFolder.isPresent, "../shared/gold/recognizers-text is absent"))
struct RecognizersTextTests {
    struct Case: Decodable {
        struct Result: Decodable {
            struct Resolution: Decodable { var value: String? }
            var resolution: Resolution?
            enum CodingKeys: String, CodingKey { case resolution = "Resolution" }
        }
        var input: String
        var results: [Result]
        enum CodingKeys: String, CodingKey {
            case input = "Input"
            case results = "Results"
        }

        /// Mentions of a unit without a number ("a small percent") have no value, and are no quantity here.
        var values: [String] { results.compactMap(\.resolution?.value).filter { $0 != "null" } }
    }

    @Test func numbers() throws {
        try check("NumberModel", least: 0.97) { text, values in
            let read = RecognizersReading.numbers(text)
            return (Self.same(read, values), read)
        }
    }

    @Test func ranges() throws {
        try check("NumberRangeModel", least: 0.9) { text, values in
            let read = RecognizersReading.ranges(text)
            return (read == values, read)
        }
    }

    @Test func percentages() throws {
        try check("PercentModel", least: 0.95) { text, values in
            let read = RecognizersReading.percentages(text)
            return (read == values, read)
        }
    }

    @Test func ordinals() throws {
        try check("OrdinalModel", least: 0.9) { text, values in
            let read = RecognizersReading.ordinals(text)
            return (read == values, read)
        }
    }

    private func check(
        _ model: String, least: Double, _ read: (String, [String]) -> (isMet: Bool, read: [String])
    ) throws {
        let file = RecognizersFolder.url.appending(path: "\(model).json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        var met = 0
        for example in cases {
            let (isMet, read) = read(example.input, example.values)
            if isMet {
                met += 1
            } else {
                print("\(model), not met: \(example.input) (\(Self.reason(read, example.values)))")
            }
        }
        print("\(model): \(met) of \(cases.count) met")
        #expect(Double(met) >= least * Double(cases.count))
    }

    private static func reason(_ read: [String], _ wanted: [String]) -> String {
        let kind =
            wanted.isEmpty
            ? "we read what is left alone there" : read.isEmpty ? "we leave it alone" : "we read it otherwise"
        return "\(kind): \(read.joined(separator: " ")) for \(wanted.joined(separator: " "))"
    }

    /// Equal to fifteen digits; theirs are written as "1E-12", too.
    private static func same(_ read: [String], _ wanted: [String]) -> Bool {
        read.count == wanted.count
            && zip(read, wanted).allSatisfy { ours, theirs in
                guard let ours = Double(ours), let theirs = Double(theirs) else { return false }
                return abs(ours - theirs) <= 1e-14 * max(abs(ours), abs(theirs))
            }
    }
}

private enum RecognizersFolder {
    static let url = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/gold/recognizers-text").standardizedFileURL
    static var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }
}
