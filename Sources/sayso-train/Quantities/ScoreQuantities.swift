import ArgumentParser
import Foundation
import Segmentation
import Tagging
import TextModel

/// Scores numeric claims against annotated sentences.
struct ScoreQuantities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantities",
        abstract: "Scores numeric claims against annotated sentences.",
        discussion: """
            Reads sentences in the form of NewsQuant (a JSON list of text and quantities with change, value, normalized_unit, \
            referred_concepts) and prints precision, recall and F1 as score_quantities.py does: matched one to one in a \
            sentence, by value, and then also by unit, change or concept. The script knows no code of a currency but USD, \
            and takes a counted noun for a part of the concept; "by name" compares currencies by name, nouns by their \
            lemmas, and the concept without the noun that is the unit.

              sayso-train score quantities ../shared/gold/newsquant-dev.json --errors unit-by-name
            """)

    @Argument(help: "Annotated sentences.")
    var gold: String
    @Option(
        help:
            "Print each wrong answer of one kind, then how many there are of each type: value, unit, unit-by-name, change, concept or concept-by-name."
    )
    var errors: String?

    func run() throws {
        let listed = try errors.map { name in
            guard let aspect = QuantityComparison.Aspect(rawValue: name) else {
                throw ValidationError("there is no kind of error \(name)")
            }
            return aspect
        }
        let segmenter = Segmenter()
        let (tagger, quantityTagger) = (Tagger(), QuantityTagger())
        var tallies: [QuantityComparison.Aspect: QuantityTally] = [:]
        let sentences = try QuantitySentence.read(gold)
        for sentence in sentences {
            let article = Article(text: Array(sentence.text.utf8))
            let claims = tagger.tag(segmenter.segment(article)).claims
            let comparison = QuantityComparison(tagger: quantityTagger, article: article)
            for aspect in QuantityComparison.Aspect.allCases {
                let misses = tallies[aspect, default: QuantityTally()].count(sentence, claims, aspect, comparison)
                if aspect == listed, !misses.isEmpty {
                    print(sentence.text, misses.joined(separator: "\n"), separator: "\n")
                }
            }
        }
        let all = tallies[.value] ?? QuantityTally()
        print("sentences \(sentences.count)  gold \(all.wanted)  found \(all.found)")
        for aspect in QuantityComparison.Aspect.allCases {
            guard let tally = tallies[aspect] else { continue }
            print(aspect.title.padding(toLength: 17, withPad: " ", startingAt: 0), tally.line)
        }
        guard let listed, let tally = tallies[listed] else { return }
        for (type, count) in tally.types.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print(count, type) }
    }
}

/// How many quantities agree in one aspect, and of what type the others are.
struct QuantityTally {
    var wanted = 0
    var found = 0
    var right = 0
    private(set) var types: [String: Int] = [:]

    /// - Returns: what is wrong in the sentence, a line each.
    mutating func count(
        _ sentence: QuantitySentence, _ claims: [NumericClaim], _ aspect: QuantityComparison.Aspect,
        _ comparison: QuantityComparison
    ) -> [String] {
        wanted += sentence.quantities.count
        found += claims.count
        var left = claims
        var misses: [QuantitySentence.Quantity] = []
        for quantity in sentence.quantities {
            if let index = left.firstIndex(where: { comparison.agree(aspect, quantity, $0) }) {
                left.remove(at: index)
                right += 1
            } else {
                misses.append(quantity)
            }
        }
        var lines: [String] = []
        for miss in misses {
            let index = left.firstIndex { comparison.agree(.value, miss, $0) }
            let answer = index.map { left.remove(at: $0) }
            types[Self.type(of: miss, answer, aspect, comparison), default: 0] += 1
            let wanted = "\(miss.change) \(miss.value) | \(miss.unit) | \(miss.concept)"
            lines.append("  - \(wanted)\(answer.map { "\n  + \(Self.text($0, comparison))" } ?? "")")
        }
        for claim in left {
            types["extra, by \(claim.rule)", default: 0] += 1
            if aspect == .value { lines.append("  + \(Self.text(claim, comparison))") }
        }
        return lines
    }

    private static func type(
        of miss: QuantitySentence.Quantity, _ answer: NumericClaim?, _ aspect: QuantityComparison.Aspect,
        _ comparison: QuantityComparison
    ) -> String {
        guard let answer else { return "value not found" }
        switch aspect {
        case .value: return "value not found"
        case .change: return "change \(miss.change) taken for \(QuantityComparison.change(answer))"
        case .unit, .unitByName:
            if miss.unit == "-" || miss.unit.isEmpty { return "a unit where there is none" }
            if comparison.unit(answer).isEmpty { return "no unit" }
            return answer.unit.isEmpty ? "another noun" : "another unit"
        case .concept, .conceptByName:
            if !miss.concept.contains(where: \.isLetter) { return "a concept where there is none" }
            return answer.subject == nil && answer.counted == nil ? "no concept" : "another concept"
        }
    }

    private static func text(_ claim: NumericClaim, _ comparison: QuantityComparison) -> String {
        let article = comparison.article
        func surface(_ span: Span?) -> String { span.map { article.surface($0) } ?? "-" }
        return "\(QuantityComparison.change(claim)) \(surface(claim.span)) | \(comparison.unit(claim)) | counted "
            + "\(surface(claim.counted)) | subject \(surface(claim.subject)) | \(claim.rule)"
    }

    var line: String {
        func share(_ part: Int, _ whole: Int) -> Double { whole > 0 ? 100 * Double(part) / Double(whole) : 0 }
        return String(
            format: "P %5.1f  R %5.1f  F1 %5.1f", share(right, found), share(right, wanted),
            share(2 * right, wanted + found))
    }
}
