import Aggregation
import Foundation
import Learning
import Storage
import TextModel
import Testing

@testable import Assembly

/// The sums in the store are those of the articles in the output, whatever came and went.
@Suite struct SpeakerCountingTests {
    private static let files = 60
    /// So that some changes take more than one transaction.
    private static let articlesPerFile = 80

    private func article(_ file: Int, _ record: Int, edition: Int) -> ListedArticle {
        var chance = Chance(seed: UInt64(file * 100_000 + record * 100 + edition))
        let text = "\(file) \(record) \(edition)"
        let speakers = Set((0..<3).map { _ in Int.random(in: 0..<40, using: &chance) }).sorted()
        let sightings = speakers.map { speaker in
            SpeakerSighting(
                speakerID: "s\(speaker)", name: "n\(Int.random(in: 0..<3, using: &chance))", kind: "person",
                role: Bool.random(using: &chance) ? "r\(edition)" : nil, affiliation: nil, variants: ["v\(record % 5)"],
                articleID: text, published: "2018-0\(file % 9 + 1)",
                attributions: Int.random(in: 0..<4, using: &chance),
                quotes: 1, claims: 0)
        }
        return ListedArticle(
            file: name(file), record: record, articleID: text,
            fingerprint: Fingerprint(text.utf8), rows: ArticleRows(article: [.text(text)], sightings: sightings))
    }

    private func name(_ file: Int) -> String { "f\(file)" }

    @Test func sumsFollowEveryChange() throws {
        let folder = NSTemporaryDirectory() + "/sayso-speakers-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch {
                print("left behind: \(folder): \(error)")
            }
        }
        let store = try Store(at: folder + "/store.sqlite")
        var chance = Chance(seed: 12)
        // The edition of each file that is there.
        var editions: [Int: Int] = [:]
        for round in 0..<6 {
            let changed =
                round == 0
                ? Array(0..<Self.files) : (0..<25).map { _ in Int.random(in: 0..<Self.files, using: &chance) }
            var read: Set<Int> = []
            var gone: Set<Int> = []
            for file in Set(changed) {
                if round > 0, editions[file] != nil, Bool.random(using: &chance) {
                    editions[file] = nil
                    gone.insert(file)
                } else {
                    editions[file] = round
                    read.insert(file)
                }
            }
            try store.beginListing(reading: read.map(name).sorted(), gone: gone.map(name).sorted(), notes: [:])
            for file in read.sorted() {
                try store.commit(
                    (0..<Self.articlesPerFile).map { record in
                        (name(file), .article(article(file, record, edition: editions[file] ?? 0)))
                    })
            }
            try store.removeUnlisted()
            // Which are in the output changes, too.
            func isCounted(_ place: ListedPlace) -> Bool { (place.record + round / 2) % 7 > 0 }
            var counting = SpeakerCounting(store)
            var entries = try store.listedPlaces()
            while let entry = try entries.next() {
                if case .article(let place) = entry { try counting.note(place, isCounted: isCounted(place)) }
            }
            try counting.finish()

            var expected = SpeakerAggregator()
            for (file, edition) in editions {
                for record in 0..<Self.articlesPerFile where (record + round / 2) % 7 > 0 {
                    for sighting in article(file, record, edition: edition).rows?.sightings ?? [] {
                        expected.add(sighting)
                    }
                }
            }
            #expect(expected.count == 40)
            var places = store.speakerPlaces()
            var found = 0
            while try places.next() != nil { found += 1 }
            #expect(found == expected.count, "round \(round)")
            for (speakerID, tally) in expected.speakers {
                let sum = try #require(try store.speakerSum(of: speakerID))
                #expect(
                    SpeakerTally(cells: sum.cells) == tally && sum.attributions == tally.attributions, "round \(round)")
            }
        }
    }
}
