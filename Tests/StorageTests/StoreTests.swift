import Foundation
import TextModel
import Testing

@testable import Storage

@Suite struct StoreTests {
    @Test func keepsRowsFromRunToRun() throws {
        try withStorePath { path in
            do {
                let store = try Store(at: path)
                #expect(store.opening == .created)
                try store.commit([listed("b.txt", 1, "b"), listed("a.txt", 2, "a2"), listed("a.txt", 1, "a1")])
                try store.close()
            }
            let store = try Store(at: path)
            #expect(store.opening == .opened)
            #expect(try fingerprints(store) == [fingerprint("b"), fingerprint("a1"), fingerprint("a2")])
            try store.forgetListing()
            #expect(try texts(store).isEmpty)
            try store.commit([listed("a.txt", 1, "a1", withRows: false), listed("c.txt", 1, "c")])
            #expect(try texts(store) == ["a1", "c"])
        }
    }

    @Test func rowsComeInOrderOfFileBytesAndRecord() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            let files = ["Z.txt", "a.txt", "a10.txt", "a9.txt", "ä.txt", "", "🦜.txt"]
            var batch: [ListedArticle] = []
            for file in files { for record in [11, 2, 1] { batch.append(listed(file, record, "\(file)#\(record)")) } }
            try store.commit(Array(batch.reversed()))
            let expected = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .flatMap { file in [1, 2, 11].map { "\(file)#\($0)" } }
            #expect(try texts(store) == expected)
        }
    }

    @Test func manyArticlesComeOnePageAfterTheOther() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            for start in stride(from: 1, through: 1501, by: 500) {
                try store.commit((start..<start + 500).map { listed("x.jsonl", $0, "r\($0)") })
            }
            #expect(try texts(store) == (1...2000).map { "r\($0)" })
        }
    }

    @Test func rowsTellThePlaceOfThisRun() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit([listed("old.txt", 1, "a")])
            try store.forgetListing()
            try store.commit([listed("new.txt", 7, "a", withRows: false)])
            var places = try store.listedPlaces()
            guard case .article(let place)? = try places.next() else {
                Issue.record("no article is listed")
                return
            }
            let article = try store.rows(at: place).article
            #expect(Table.articles.index(of: "file").map { article[$0] } == .text("new.txt"))
            #expect(Table.articles.index(of: "record").map { article[$0] } == .integer(7))
        }
    }

    /// By place, whatever the order in which they were committed.
    @Test func theFirstOfTwoEqualArticlesIsListed() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit([listed("c.txt", 1, "new"), listed("d.txt", 5, "same"), listed("e.txt", 1, "new")])
            try store.commit([listed("a.txt", 1, "same"), listed("b.txt", 1, "other")])
            #expect(try texts(store) == ["same", "other", "new"])
            #expect(
                try rejects(store).map { "\($0.origin.file) \($0.code.rawValue): \($0.message)" } == [
                    "d.txt duplicate_article: the same article as a.txt, record 1",
                    "e.txt duplicate_article: the same article as c.txt, record 1",
                ])
            // The first one goes: the next one takes its place.
            try store.beginListing(reading: [], gone: ["a.txt"], notes: [:])
            #expect(try texts(store) == ["other", "new", "same"])
            #expect(try rejects(store).map(\.origin.file) == ["e.txt"])
        }
    }

    @Test func aBatchIsAllOrNothing() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            #expect(throws: StorageError.unknownFingerprint(path: path, file: "b.txt", record: 1)) {
                try store.commit([listed("a.txt", 1, "a"), listed("b.txt", 1, "b", withRows: false)])
            }
            #expect(try fingerprints(store).isEmpty)
            #expect(try texts(store).isEmpty)
        }
    }

    @Test func articlesOfEarlierRunsGoWhenAsked() throws {
        try withStorePath { path in
            do {
                let store = try Store(at: path)
                try store.commit([listed("a.txt", 1, "a"), listed("b.txt", 1, "b")])
                try store.forgetListing()
                #expect(try fingerprints(store) == [fingerprint("a"), fingerprint("b")])
                try store.commit([listed("b.txt", 1, "b", withRows: false)])
            }
            // As after a run that was killed here.
            let store = try Store(at: path)
            #expect(try store.removeUnlisted() == 1)
            #expect(try fingerprints(store) == [fingerprint("b")])
            #expect(try store.removeUnlisted() == 0)
        }
    }

    @Test func onlyWhatWasThereIsKnown() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            let none = try store.knownArticles()
            try store.commit([listed("a.txt", 1, "a")])
            let one = try store.knownArticles()
            try store.commit([listed("b.txt", 1, "b")])
            #expect(try !none.contains(fingerprint("a")))
            #expect(try one.contains(fingerprint("a")) && !one.contains(fingerprint("b")))
            #expect(try store.knownArticles().contains(fingerprint("b")))
        }
    }

    @Test func aSecondOpeningIsBusy() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit([listed("a.txt", 1, "a")])
            #expect(throws: StorageError.busy(path: path)) { try Store(at: path) }
            try store.close()
        }
    }

    @Test func fingerprintsAreTheirDigest() {
        let digest = Array(UInt8(1)...32)
        #expect(Fingerprint(digest).bytes == digest)
        #expect(Fingerprint(digest + [9]) == Fingerprint(digest))
        #expect(Fingerprint([1]) != Fingerprint([2]))
    }
}
