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

    private func rows(_ aggregator: SpeakerAggregator) -> [Row] {
        aggregator.speakers.map { $0.tally.row(speakerID: $0.speakerID) }
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
        let rows = rows(aggregator)
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

    /// Whatever is added and taken off in between leaves no trace, and neither does a rest in the store.
    @Test func whatIsTakenOffWasNeverThere() {
        var chance = SystemRandomNumberGenerator()
        let sightings = (0..<60).map { index in
            sighting(
                "s\(index % 3)", name: "n\(index % 4)", published: index % 5 == 0 ? nil : "2018-0\(index % 9 + 1)",
                attributions: index % 7, role: index % 2 == 0 ? nil : "r\(index % 4)", variants: ["v\(index % 11)"])
        }
        for kept in [0, 1, 17, 60] {
            var expected = SpeakerAggregator()
            for sighting in sightings[..<kept] { expected.add(sighting) }
            let steps = sightings.map { ($0, 1) } + sightings[kept...].map { ($0, -1) }
            var tallies: [String: SpeakerTally] = [:]
            for (sighting, change) in steps.shuffled(using: &chance) {
                var one = SpeakerAggregator()
                one.add(sighting, change: change)
                for (id, tally) in one.speakers {
                    let sum = (tallies[id] ?? SpeakerTally()).merged(with: tally)
                    tallies[id] = SpeakerTally(cells: sum.cells)
                }
            }
            tallies = tallies.filter { !$0.value.isEmpty }
            #expect(tallies.count == expected.count)
            for (id, tally) in expected.speakers { #expect(tallies[id] == tally) }
        }
    }

    @Test func onlyTheCellsOfATallyAreOne() {
        var aggregator = SpeakerAggregator()
        aggregator.add(sighting("s", published: "2018", role: "leader", variants: ["K"]))
        let cells = aggregator.speakers[0].tally.cells
        #expect(SpeakerTally(cells: cells) == aggregator.speakers[0].tally)
        for length in cells.indices { #expect(SpeakerTally(cells: Array(cells[..<length])) == nil) }
        #expect(SpeakerTally(cells: cells + [.null]) == nil)
        for index in cells.indices {
            var other = cells
            other[index] = .boolean(true)
            #expect(SpeakerTally(cells: other) == nil)
        }
    }

    @Test func tiesGoByBytes() {
        var aggregator = SpeakerAggregator()
        for name in ["Zoe", "Émile", "Adam"] { aggregator.add(sighting("s", name: name)) }
        #expect(cell(rows(aggregator)[0], "name") == .text("Adam"))
    }

    @Test func nothingSeenIsNoRow() { #expect(SpeakerAggregator().speakers.isEmpty) }

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
        let expected = bytes(rows(whole))
        var generator = SystemRandomNumberGenerator()
        for parts in 1...6 {
            let shuffled = sightings.shuffled(using: &generator)
            var merged = SpeakerAggregator()
            for part in 0..<parts {
                var aggregator = SpeakerAggregator()
                for index in stride(from: part, to: shuffled.count, by: parts) { aggregator.add(shuffled[index]) }
                merged.merge(aggregator)
            }
            #expect(bytes(rows(merged)) == expected)
        }
    }

    private func bytes(_ rows: [Row]) -> [[[UInt8]]] {
        rows.map { row in row.map { Array(String(describing: $0).utf8) } }
    }
}
