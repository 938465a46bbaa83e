import Tagging
import TextModel

/// Compares claims with annotated quantities by the conventions of `score_quantities.py`, and by what it does not know:
/// currencies by their codes, plurals and the noun as a unit.
struct QuantityComparison {
    enum Aspect: String, CaseIterable {
        case value
        /// The unit as `score_quantities.py` compares it, except for nothing.
        case unit
        /// Currencies by name, counted nouns by the lemmas of their content words.
        case unitByName = "unit-by-name"
        case change
        /// Subject and counted share a word with the concept.
        case concept
        /// The counted noun is the unit, pronouns are nothing.
        case conceptByName = "concept-by-name"

        var title: String { self == .value ? rawValue : "+\(rawValue)" }
    }

    let tagger: QuantityTagger
    let article: Article

    func agree(_ aspect: Aspect, _ gold: QuantitySentence.Quantity, _ claim: NumericClaim) -> Bool {
        guard Self.same(gold.ends, Self.ends(claim)) else { return false }
        switch aspect {
        case .value: return true
        case .unit: return Self.fold(gold.unit) == Self.fold(unit(claim))
        case .unitByName:
            let wanted = Self.fold(gold.unit)
            return names(claim).contains { Self.fold($0) == wanted }
        case .change: return gold.change == Self.change(claim)
        case .concept: return Self.share(gold.concept, concept(claim))
        case .conceptByName: return Self.share(gold.concept, conceptBesideUnit(claim))
        }
    }

    // MARK: Numbers

    static func ends(_ claim: NumericClaim) -> (low: Double, high: Double) {
        let low = claim.value ?? claim.low ?? claim.high
        let high = claim.value ?? claim.high ?? claim.low
        return (low?.approximate ?? .nan, high?.approximate ?? .nan)
    }

    private static func same(_ left: (low: Double, high: Double), _ right: (low: Double, high: Double)) -> Bool {
        func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= max(1e-5 * max(abs(a), abs(b)), 1e-8) }
        return close(left.low, right.low) && close(left.high, right.high)
    }

    // MARK: Units

    private func surface(_ span: Span?) -> String { span.map { article.surface($0) } ?? "" }

    func unit(_ claim: NumericClaim) -> String { claim.unit.isEmpty ? surface(claim.counted) : claim.unit }

    /// Every way to write the unit: "USD per barrel", "dollar per barrel"; of a noun its lemmas.
    private func names(_ claim: NumericClaim) -> [String] {
        guard !claim.unit.isEmpty else { return [Self.counted(of: claim)] }
        guard let per = claim.unit.range(of: " per ") else { return tagger.names(ofUnit: claim.unit) }
        let rate = claim.unit[per.lowerBound...]
        return tagger.names(ofUnit: String(claim.unit[..<per.lowerBound])).map { $0 + rate } + [claim.unit]
    }

    /// The second part of the normal form.
    private static func counted(of claim: NumericClaim) -> String {
        let parts = claim.normalForm.split(separator: "|", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : ""
    }

    private static let synonyms = [
        "%": "percentage", "percent": "percentage", "per cent": "percentage", "$": "dollar", "usd": "dollar",
        "us dollar": "dollar", "": "-",
    ]

    /// Small letters, a plural's "s" off, words only.
    static func fold(_ unit: String) -> String {
        let lower = unit.lowercased().trimmingCharacters()
        let name = synonyms[lower] ?? lower
        let words = words(name)
        return (words.isEmpty ? [name] : words).map {
            $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0
        }.joined(separator: " ")
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
    }

    // MARK: Changes and concepts

    /// Change and bound as one: up, down, ~, >, <, =.
    static func change(_ claim: NumericClaim) -> String {
        switch (claim.change, claim.bound) {
        case (.up, _): "up"
        case (.down, _): "down"
        case (_, .about): "~"
        case (_, .atLeast), (_, .moreThan): ">"
        case (_, .atMost), (_, .lessThan): "<"
        default: "="
        }
    }

    private func concept(_ claim: NumericClaim) -> [String] {
        Self.words(surface(claim.subject)) + Self.words(surface(claim.counted))
    }

    private func conceptBesideUnit(_ claim: NumericClaim) -> [String] {
        let subject = Self.words(surface(claim.subject))
        let counted = claim.unit.isEmpty ? [] : Self.words(surface(claim.counted))
        return (subject.count == 1 && Self.pronouns.contains(subject[0]) ? [] : subject) + counted
    }

    private static let pronouns: Set = ["i", "you", "he", "she", "it", "we", "they", "this", "that", "who", "there"]

    private static func share(_ gold: String, _ found: [String]) -> Bool {
        let wanted = Set(words(gold))
        return wanted.isEmpty ? found.isEmpty : !wanted.isDisjoint(with: found)
    }
}

extension String {
    fileprivate func trimmingCharacters() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
