/// The attributions that were found in an article beside those that an annotator marked.
///
/// Two of them are the same when their contents share enough words; each is paired once, the best pairs first.
/// - Complexity: O(*g* × *f*) in the attributions of both.
package struct ArticleComparison: Sendable {
    /// An attribution with the words of its roles.
    package struct Roles: Sendable {
        package let attribution: AnnotatedAttribution
        let content: WordSet
        let cue: WordSet
        let source: WordSet

        init(_ attribution: AnnotatedAttribution, in words: TextWords) {
            self.attribution = attribution
            content = words.words(in: attribution.content)
            cue = words.words(in: attribution.cue)
            source = words.words(in: attribution.source)
        }
    }

    /// A gold attribution and the one that was found for it.
    package struct Pair: Sendable {
        /// Indices into `gold` and `found`.
        package let gold: Int
        package let found: Int
        /// Whether the contents have the same words.
        package let isExact: Bool
        /// Whether the sources share a word that says something, or both are empty.
        package let hasSameSource: Bool
        /// Whether the cues share a word; also when the gold cue has no words, as the colon of a transcript.
        package let hasSameCue: Bool

        /// Whether the whole row is right.
        package var isRight: Bool { hasSameSource && hasSameCue }
    }

    /// Those whose content has words, in the order given.
    package let gold: [Roles]
    package let found: [Roles]
    /// Contents that match leniently, the best first.
    package let pairs: [Pair]

    /// From which F1 of their words on two contents are the same.
    static let lenient = 0.8

    /// - Parameter text: UTF-8; the spans are bytes in it.
    package init(gold: [AnnotatedAttribution], found: [AnnotatedAttribution], in text: [UInt8]) {
        let words = TextWords(text)
        let goldRoles = gold.map { Roles($0, in: words) }.filter { !$0.content.isEmpty }
        let foundRoles = found.map { Roles($0, in: words) }.filter { !$0.content.isEmpty }
        self.gold = goldRoles
        self.found = foundRoles
        let candidates = Candidate.all(goldRoles, foundRoles).filter { $0.score >= Self.lenient }
        pairs = Candidate.oneToOne(candidates).map { candidate in
            let (gold, found) = (goldRoles[candidate.gold], foundRoles[candidate.found])
            return Pair(
                gold: candidate.gold, found: candidate.found, isExact: gold.content == found.content,
                hasSameSource: Self.isSame(gold.source, found.source, words),
                hasSameCue: candidate.sharesCue || gold.cue.isEmpty)
        }
    }

    private static func isSame(_ gold: WordSet, _ found: WordSet, _ words: TextWords) -> Bool {
        gold == found || !words.areFunctionWords(gold.shared(with: found))
    }
}

/// Two contents that share a word, and may be the same.
struct Candidate {
    let gold: Int
    let found: Int
    /// F1 of their words.
    let score: Double
    let sharesCue: Bool

    /// The best first; of equals, those that share a cue, then the later ones.
    static func all(_ gold: [ArticleComparison.Roles], _ found: [ArticleComparison.Roles]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (goldIndex, gold) in gold.enumerated() {
            for (foundIndex, found) in found.enumerated() {
                let score = gold.content.f1(with: found.content)
                guard score > 0 else { continue }
                candidates.append(
                    Candidate(gold: goldIndex, found: foundIndex, score: score, sharesCue: gold.cue.meets(found.cue)))
            }
        }
        return candidates.sorted { $0.order > $1.order }
    }

    /// Each attribution in one pair at most, candidates in the order given.
    static func oneToOne(_ candidates: [Candidate]) -> [Candidate] {
        var usedGold: Set<Int> = []
        var usedFound: Set<Int> = []
        return candidates.filter { candidate in
            guard !usedGold.contains(candidate.gold), !usedFound.contains(candidate.found) else { return false }
            usedGold.insert(candidate.gold)
            usedFound.insert(candidate.found)
            return true
        }
    }

    private var order: (Double, Int, Int, Int) { (score, sharesCue ? 1 : 0, gold, found) }
}
