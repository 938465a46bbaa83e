import TextModel
import Testing

@testable import Aggregation

@Suite struct SpeakerAggregatorTests {
    private func sighting(
        _ id: String, name: String = "Kim", article: String = "a", published: String? = nil, attributions: Int = 1,
        role: String? = nil, variants: [String] = []
    ) -> SpeakerSighting {
        SpeakerSighting(
            speakerID: id, name: name, kind: "person", role: role, affiliation: nil, variants: variants,
            articleID: article, published: published, attributions: attributions, quotes: 1, claims: 2)
    }

    private func cell(_ row: Row, _ column: String) -> Cell? {
        Table.speakers.index(of: column).map { row[$0] }
    }

    @Test func addsUpOverArticles() {
        var aggregator = SpeakerAggregator()
        aggregator.add(sighting("s", name: "Kim Jong Un", published: "2018-09-10", role: "leader", variants: ["Kim"]))
        aggregator.add(sighting("s", name: "Kim Jong-un", published: "2018-06-12T08:00:00Z", attributions: 3))
        aggregator.add(sighting("s", name: "Kim Jong Un", published: nil, role: "dictator", variants: ["Chairman Kim"]))
        aggregator.add(sighting("s", name: "Kim Jong Un", published: "2018", role: "leader"))
        let rows = aggregator.rows()
        #expect(rows.count == 1 && rows[0].count == Table.speakers.columns.count)
        #expect(cell(rows[0], "name") == .text("Kim Jong Un"))
        #expect(cell(rows[0], "variants") == .list(["Chairman Kim", "Kim", "Kim Jong-un"]))
        #expect(cell(rows[0], "role") == .text("leader"))
        #expect(cell(rows[0], "affiliation") == .null)
        #expect(cell(rows[0], "attributions") == .integer(6))
        #expect(cell(rows[0], "quotes") == .integer(4))
        #expect(cell(rows[0], "numeric_claims") == .integer(8))
        #expect(cell(rows[0], "articles") == .integer(4))
        #expect(cell(rows[0], "first_seen") == .text("2018"))
        #expect(cell(rows[0], "last_seen") == .text("2018-09-10"))
    }

    @Test func mostAttributionsComeFirstThenTheIdentifier() {
        var aggregator = SpeakerAggregator()
        for id in ["c", "a", "b"] { aggregator.add(sighting(id, attributions: id == "b" ? 9 : 1)) }
        #expect(aggregator.rows().map { $0[0] } == [.text("b"), .text("a"), .text("c")])
    }

    @Test func tiesGoByBytes() {
        var aggregator = SpeakerAggregator()
        for name in ["Zoe", "Émile", "Adam"] { aggregator.add(sighting("s", name: name)) }
        #expect(cell(aggregator.rows()[0], "name") == .text("Adam"))
    }

    @Test func nothingSeenIsNoRow() { #expect(SpeakerAggregator().rows().isEmpty) }

    /// Names that are equal as text but not as bytes are the trap here.
    @Test func orderAndPartitionMakeNoDifference() {
        let names = ["Kim", "Zoë", "Zoe\u{308}", "Émile", "E\u{301}mile"]
        var sightings: [SpeakerSighting] = []
        for index in 0..<200 {
            sightings.append(
                sighting(
                    "s\(index % 7)", name: names[index % names.count], article: "a\(index)",
                    published: index % 3 == 0 ? nil : "2018-0\(index % 9 + 1)-10", attributions: index % 5,
                    role: index % 4 == 0 ? nil : names[index * 3 % names.count],
                    variants: [names[index * 7 % names.count]]))
        }
        var whole = SpeakerAggregator()
        for sighting in sightings { whole.add(sighting) }
        let expected = bytes(whole.rows())
        var generator = SystemRandomNumberGenerator()
        for parts in 1...6 {
            let shuffled = sightings.shuffled(using: &generator)
            var merged = SpeakerAggregator()
            for part in 0..<parts {
                var aggregator = SpeakerAggregator()
                for index in stride(from: part, to: shuffled.count, by: parts) { aggregator.add(shuffled[index]) }
                merged.merge(aggregator)
            }
            #expect(bytes(merged.rows()) == expected)
        }
    }

    private func bytes(_ rows: [Row]) -> [[[UInt8]]] {
        rows.map { row in row.map { Array(String(describing: $0).utf8) } }
    }
}
