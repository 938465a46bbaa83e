import Tagging
import TestSupport
import Testing

/// Two markings of one text: `⟦content:1|…⟧` by number, as in `MarkedText`.
private struct TwoMarkings {
    let comparison: ArticleComparison

    init(gold: String, found: String) throws {
        let (gold, found) = (try #require(Marks(gold)), try #require(Marks(found)))
        #expect(gold.text == found.text)
        comparison = ArticleComparison(
            gold: Self.attributions(gold), found: Self.attributions(found), in: gold.text)
    }

    private static func attributions(_ marks: Marks) -> [AnnotatedAttribution] {
        var byNumber: [Substring: AnnotatedAttribution] = [:]
        for (header, bytes) in marks.all {
            let parts = header.split(separator: ":")
            let role: WritableKeyPath<AnnotatedAttribution, [Range<Int>]> =
                parts[0] == "content" ? \.content : parts[0] == "cue" ? \.cue : \.source
            let empty = AnnotatedAttribution(content: [], type: "indirect")
            byNumber[parts[1], default: empty][keyPath: role].append(bytes)
        }
        return byNumber.sorted { $0.key < $1.key }.map(\.value)
    }

    var scores: AttributionScores { AttributionScores(comparison) }

    /// How many there are of a kind.
    var errors: [Discrepancy.Kind: Int] {
        Dictionary(comparison.discrepancies.map { ($0.kind, 1) }, uniquingKeysWith: +)
    }
}

@Suite struct ArticleComparisonTests {
    private static let gold =
        "⟦source:1|The mayor of Tarn⟧ ⟦cue:1|said⟧ ⟦content:1|that the old stone bridge was safe⟧. Who knows?"

    private func markings(_ found: String) throws -> TwoMarkings { try TwoMarkings(gold: Self.gold, found: found) }

    @Test func theSame() throws {
        let same = try markings(Self.gold)
        for measure in AttributionMeasure.allCases { #expect(same.scores[measure].f1 == 1, "\(measure)") }
        #expect(same.errors.isEmpty && same.scores.articles == 1)
        #expect(same.scores.relationsByType["indirect"]?.measure.recall == 1)
    }

    @Test func punctuationDecidesNothing() throws {
        let marked = try markings(
            "⟦source:1|The mayor of Tarn ⟧⟦cue:1|said ⟧⟦content:1|that the old stone bridge was safe.⟧ Who knows?")
        #expect(marked.scores[.contentExact].f1 == 1 && marked.scores[.relation].f1 == 1)
    }

    @Test func aContentThatIsNearlyRight() throws {
        let near = try markings(
            "The ⟦source:1|mayor⟧ of Tarn ⟦cue:1|said⟧ that ⟦content:1|the old stone bridge was safe⟧. Who knows?")
        #expect(near.scores[.contentExact].f1 == 0 && near.scores[.contentLenient].f1 == 1)
        #expect(near.scores[.relation].f1 == 1 && near.errors.isEmpty)
        #expect(near.scores[.contentOverlap] == AttributionScores(near.comparison)[.contentOverlap])
        #expect(near.scores.tally(.contentOverlap).rightOfFound == 6 && near.scores.tally(.contentOverlap).gold == 7)
    }

    @Test func aContentThatIsTooShort() throws {
        let short = try markings(
            "⟦source:1|The mayor of Tarn⟧ ⟦cue:1|said⟧ that the old stone ⟦content:1|bridge was safe⟧. Who knows?")
        #expect(short.scores[.contentLenient].f1 == 0 && short.scores[.cueExact].f1 == 1)
        #expect(short.errors == [.boundary: 1])
    }

    @Test func aSourceSharesMoreThanFunctionWords() throws {
        let other = try markings(
            "⟦source:1|The⟧ mayor of Tarn ⟦cue:1|said⟧ ⟦content:1|that the old stone bridge was safe⟧. Who knows?")
        #expect(other.scores[.contentExact].f1 == 1 && other.scores[.relation].f1 == 0)
        #expect(other.scores.sources.measure.precision == 0 && other.errors == [.source: 1])
        let none = try markings(
            "The mayor of Tarn ⟦cue:1|said⟧ ⟦content:1|that the old stone bridge was safe⟧. Who knows?")
        #expect(none.errors == [.source: 1])
    }

    @Test func anotherCue() throws {
        let other = try markings(
            "⟦source:1|The mayor of Tarn⟧ said ⟦content:1|that the old stone bridge was safe⟧. Who ⟦cue:1|knows⟧?")
        #expect(other.scores[.cueAny].f1 == 0 && other.scores[.relation].f1 == 0 && other.errors == [.cue: 1])
    }

    @Test func oneForOne() throws {
        let twice = try markings(
            """
            ⟦source:1|The mayor of Tarn⟧ ⟦cue:1|said⟧ ⟦content:1|⟦content:2|that the old stone bridge was safe⟧⟧. \
            ⟦source:2|Who⟧ ⟦cue:2|knows⟧?
            """)
        #expect(twice.scores[.relation].precision == 0.5 && twice.scores[.relation].recall == 1)
        #expect(twice.errors == [.spurious: 1])
    }

    @Test func nothingFound() throws {
        let nothing = try markings("The mayor of Tarn said that the old stone bridge was safe. Who knows?")
        for measure in AttributionMeasure.allCases {
            #expect(nothing.scores[measure].f1 == 0 && nothing.scores[measure].precision == 0)
        }
        #expect(nothing.errors == [.missed: 1])
        #expect(AttributionScores()[.relation].f1 == 0)
    }

    @Test func articlesAddUp() throws {
        var sum = AttributionScores()
        sum += try markings(Self.gold).scores
        sum += try markings("The mayor of Tarn said that the old stone bridge was safe. Who knows?").scores
        #expect(sum.articles == 2 && sum[.relation].precision == 1 && sum[.relation].recall == 0.5)
        #expect(sum.relationsByType["indirect"]?.gold == 2)
    }
}
