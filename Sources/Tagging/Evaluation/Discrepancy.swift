/// An attribution that is not as the annotator marked it.
package struct Discrepancy: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Marked, and nothing was found for it.
        case missed
        /// Found, and nothing is marked.
        case spurious
        /// The content is right and the source is not.
        case source
        /// Content and source are right and the cue is not.
        case cue
        /// The contents differ by too much, yet they share the cue or half of their words.
        case boundary
    }

    package let kind: Kind
    /// Nil when it is spurious.
    package let gold: AnnotatedAttribution?
    /// Nil when it is missed.
    package let found: AnnotatedAttribution?
}

extension ArticleComparison {
    /// Whatever keeps the relations from being all right, in the order of the text; each attribution is in one at most.
    package var discrepancies: [Discrepancy] {
        var discrepancies: [Discrepancy] = []
        func add(_ kind: Discrepancy.Kind, gold goldIndex: Int?, found foundIndex: Int?) {
            discrepancies.append(
                Discrepancy(
                    kind: kind, gold: goldIndex.map { gold[$0].attribution },
                    found: foundIndex.map { found[$0].attribution }))
        }
        for pair in pairs where !pair.isRight {
            add(pair.hasSameSource ? .cue : .source, gold: pair.gold, found: pair.found)
        }
        let boundaries = looserPairs
        for pair in boundaries { add(.boundary, gold: pair.gold, found: pair.found) }
        let pairedGold = Set(pairs.map(\.gold) + boundaries.map(\.gold))
        for index in gold.indices where !pairedGold.contains(index) { add(.missed, gold: index, found: nil) }
        let pairedFound = Set(pairs.map(\.found) + boundaries.map(\.found))
        for index in found.indices where !pairedFound.contains(index) { add(.spurious, gold: nil, found: index) }
        return discrepancies.sorted { $0.place < $1.place }
    }

    /// Pairs among the attributions that have no lenient match.
    private var looserPairs: [Candidate] {
        let pairedGold = Set(pairs.map(\.gold))
        let pairedFound = Set(pairs.map(\.found))
        return Candidate.oneToOne(
            Candidate.all(gold, found)
                .filter { !pairedGold.contains($0.gold) && !pairedFound.contains($0.found) }
                .filter { $0.sharesCue || $0.score >= 0.5 })
    }
}

extension Discrepancy {
    /// Where it begins and ends, and what it is: no two of an article are the same in all of it.
    fileprivate var place: (Int, Int, Int, Int) {
        let spans = (gold ?? found)?.content ?? []
        let cue = (gold ?? found)?.cue.first?.lowerBound ?? 0
        let kind = Kind.allCases.firstIndex(of: kind) ?? 0
        return (spans.first?.lowerBound ?? 0, -(spans.last?.upperBound ?? 0), cue, kind)
    }
}
