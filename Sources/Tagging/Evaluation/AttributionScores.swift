/// What is measured of attributions. The first six are those of `score_quotes.py`, which published systems were scored with.
package enum AttributionMeasure: String, CaseIterable, Sendable {
    /// The words of the cue are the same.
    case cueExact = "cue exact"
    /// The cues share a word.
    case cueAny = "cue any"
    /// The words of the content are the same.
    case contentExact = "content exact"
    /// The contents' words have an F1 of at least 0.8.
    case contentLenient = "content lenient"
    /// Words that stand in some content, over the article: the measure that Citron reports.
    case contentOverlap = "content overlap"
    /// The whole row is right: the content leniently, the source, and a word of the cue.
    case relation
}

/// Scores of one article, or of several added up.
package struct AttributionScores: Hashable, Sendable {
    package private(set) var articles = 0
    private var tallies: [AttributionMeasure: Tally] = [:]
    /// Of the contents that match leniently, how many have the right source.
    package private(set) var sources = Tally()
    /// Relations that were found of those in the gold, by the type that the gold gives them.
    package private(set) var relationsByType: [String: Tally] = [:]

    package init() {}

    package init(_ comparison: ArticleComparison) {
        let (gold, found, pairs) = (comparison.gold, comparison.found, comparison.pairs)
        articles = 1
        func oneToOne(_ right: Int) -> Tally { Tally(right: right, found: found.count, gold: gold.count) }
        let goldCues = Set(gold.map(\.cue).filter { !$0.isEmpty })
        let foundCues = Set(found.map(\.cue).filter { !$0.isEmpty })
        let goldWords = WordSet(gold.flatMap(\.content.places))
        let foundWords = WordSet(found.flatMap(\.content.places))
        tallies = [
            .cueExact: Tally(
                right: goldCues.intersection(foundCues).count, found: foundCues.count, gold: goldCues.count),
            .cueAny: Tally(
                rightOfFound: Self.count(foundCues, meeting: goldCues), found: foundCues.count,
                rightOfGold: Self.count(goldCues, meeting: foundCues), gold: goldCues.count),
            .contentExact: oneToOne(pairs.count(where: { $0.isExact })),
            .contentLenient: oneToOne(pairs.count),
            .contentOverlap: Tally(
                right: goldWords.shared(with: foundWords).count, found: foundWords.count, gold: goldWords.count),
            .relation: oneToOne(pairs.count(where: { $0.isRight })),
        ]
        sources = Tally(right: pairs.count(where: { $0.hasSameSource }), found: pairs.count, gold: pairs.count)
        let rightGold = Set(pairs.filter(\.isRight).map(\.gold))
        for (index, roles) in gold.enumerated() {
            let tally = Tally(rightOfGold: rightGold.contains(index) ? 1 : 0, gold: 1)
            relationsByType[roles.attribution.type, default: Tally()] += tally
        }
    }

    package func tally(_ measure: AttributionMeasure) -> Tally { tallies[measure] ?? Tally() }

    package subscript(measure: AttributionMeasure) -> Measure { tally(measure).measure }

    package static func += (left: inout AttributionScores, right: AttributionScores) {
        left.articles += right.articles
        for measure in AttributionMeasure.allCases {
            left.tallies[measure, default: Tally()] += right.tally(measure)
        }
        left.sources += right.sources
        for (type, tally) in right.relationsByType { left.relationsByType[type, default: Tally()] += tally }
    }

    private static func count(_ cues: Set<WordSet>, meeting others: Set<WordSet>) -> Int {
        cues.count(where: { cue in others.contains { $0.meets(cue) } })
    }
}
