import GRDB
import TextModel
import Testing

@testable import Storage

@Suite struct SpeakerSumsTests {
    private func sum(_ speakerID: String, _ attributions: Int, _ text: String = "") -> SpeakerSum {
        SpeakerSum(speakerID: speakerID, attributions: attributions, cells: [.text(text), .integer(attributions)])
    }

    private func changes(_ sums: [SpeakerSum], gone: [String] = []) -> SpeakerSumChanges {
        var changes = SpeakerSumChanges()
        changes.sums = sums.map { ($0.speakerID, $0) } + gone.map { ($0, nil) }
        return changes
    }

    private func article(_ file: String, _ text: String, speaker: String) -> ListedArticle {
        var article = listed(file, 1, text)
        article.rows?.sketch = Array(text.utf8)
        article.rows?.sightings = [
            SpeakerSighting(
                speakerID: speaker, name: speaker, kind: "person", role: nil, affiliation: nil, variants: [],
                articleID: text, published: nil, attributions: 1, quotes: 0, claims: 0)
        ]
        return article
    }

    private func places(_ store: Store) throws -> [ListedPlace] {
        var entries = try store.listedPlaces()
        var places: [ListedPlace] = []
        while let entry = try entries.next() { if case .article(let place) = entry { places.append(place) } }
        return places
    }

    private func order(_ store: Store) throws -> [SpeakerPlace] {
        var places = store.speakerPlaces()
        var found: [SpeakerPlace] = []
        while let place = try places.next() { found.append(place) }
        return found
    }

    @Test func mostAttributionsComeFirstThenTheIdentifier() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit(changes([sum("b", 2), sum("a", 2), sum("é", 2), sum("z", 1), sum("c", 30)]), stamp: 1)
            #expect(try order(store).map(\.speakerID) == ["c", "a", "b", "é", "z"])
            try store.commit(changes([sum("z", 7, "new")], gone: ["a", "never there"]), stamp: 2)
            #expect(try order(store).map(\.speakerID) == ["c", "z", "b", "é"])
            #expect(try order(store).map(\.stamp) == [1, 2, 1, 1])
            #expect(try store.speakerSum(of: "z") == sum("z", 7, "new"))
            #expect(try store.speakerSum(of: "a") == nil)
            // More than a page, most of them equal in attributions.
            let many = (0..<5000).map { sum("m\($0)", $0 % 3) }
            try store.commit(changes(many), stamp: 3)
            let found = try order(store)
            #expect(found.count == 5004)
            for (left, right) in zip(found, found.dropFirst()) {
                #expect(
                    left.attributions > right.attributions
                        || left.attributions == right.attributions && bytesPrecede(left.speakerID, right.speakerID))
            }
        }
    }

    @Test func whatIsCountedIsRememberedUntilItIsTakenOff() throws {
        try withStorePath { path in
            do {
                let store = try Store(at: path)
                try store.commit(["a", "b", "c"].map { article($0 + ".txt", $0, speaker: "s" + $0) })
                var changes = changes([sum("sa", 1), sum("sb", 1)])
                changes.counted = Array(try places(store).prefix(2))
                try store.commit(changes, stamp: 1)
                try store.close()
            }
            let store = try Store(at: path)
            #expect(try places(store).map(\.isCounted) == [true, true, false])
            #expect(try places(store).map(\.sketch) == ["a", "b", "c"].map { Array($0.utf8) })
            // One that was counted goes, and one that was not.
            try store.commit([article("d.txt", "d", speaker: "sd"), article("e.txt", "e", speaker: "se")])
            try store.beginListing(reading: [], gone: ["a.txt", "c.txt"], notes: [:])
            try store.removeUnlisted()
            let departed = try store.departedShares(after: nil, limit: 10)
            #expect(departed.map { $0.share.sightings.map(\.speakerID) } == [["sa"]])
            #expect(try store.departedShares(after: departed.last, limit: 10).isEmpty)
            var changes = changes([], gone: ["sa"])
            changes.uncounted = try places(store).filter(\.isCounted)
            changes.settled = departed.last
            try store.commit(changes, stamp: 2)
            #expect(try store.departedShares(after: nil, limit: 10).isEmpty)
            #expect(try places(store).map(\.isCounted) == [false, false, false])
        }
    }

    /// All is then to be counted again.
    @Test func whereMostGoesTheSumsGo() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit(["a", "b", "c"].map { article($0 + ".txt", $0, speaker: "s" + $0) })
            var changes = changes([sum("sa", 1), sum("sb", 1), sum("sc", 1)])
            changes.counted = try places(store)
            try store.commit(changes, stamp: 1)
            try store.beginListing(reading: ["a.txt", "b.txt"], gone: [], notes: [:])
            #expect(try order(store).isEmpty && store.departedShares(after: nil, limit: 10).isEmpty)
            #expect(try places(store).map(\.isCounted) == [false])
        }
    }

    @Test(arguments: ["UPDATE speaker SET cells = x'00'", "UPDATE speaker SET attributions = 9"])
    func aDamagedSumTakesAllWithIt(damage: String) throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit([article("a.txt", "a", speaker: "s")])
            var changes = changes([sum("s", 1), sum("t", 1)])
            changes.counted = try places(store)
            try store.commit(changes, stamp: 1)
            try store.connection.write { try $0.execute(sql: damage) }
            #expect(throws: StorageError.corrupt(path: path, message: "a damaged sum of a speaker")) {
                try store.speakerSum(of: "s")
            }
            #expect(try order(store).isEmpty)
            #expect(try places(store).map(\.isCounted) == [false])
        }
    }

    @Test func aDamagedShareTakesTheSumsWithIt() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            let kept = ["b", "c"].map { article($0 + ".txt", $0, speaker: "s" + $0) }
            try store.commit([article("a.txt", "a", speaker: "sa")] + kept)
            var changes = changes([sum("sa", 1), sum("sb", 1), sum("sc", 1)])
            changes.counted = try places(store)
            try store.commit(changes, stamp: 1)
            try store.beginListing(reading: [], gone: ["a.txt"], notes: [:])
            try store.connection.write { try $0.execute(sql: "UPDATE departed SET share = x'0000'") }
            #expect(throws: StorageError.self) { try store.departedShares(after: nil, limit: 10) }
            #expect(try order(store).isEmpty && store.departedShares(after: nil, limit: 10).isEmpty)
            // The share of an article that is listed again, under another name.
            try store.connection.write { try $0.execute(sql: "UPDATE article SET share = x'0000'") }
            var again = kept[0]
            again.file = "d.txt"
            again.rows = nil
            #expect(throws: StorageError.damagedRows(path: path, file: "d.txt", record: 1)) {
                try store.commit([again])
            }
            #expect(try !fingerprints(store).contains(again.fingerprint))
        }
    }
}
