import Foundation
import GRDB
import TextModel
import Testing

@testable import Storage

/// What a store looks like after kills, strangers and bad disks.
@Suite struct StoreRecoveryTests {
    /// A copy of the files while a store is open is what a kill leaves.
    @Test func committedBatchesSurviveAKill() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            for record in 1...20 {
                try store.commit([listed("x.jsonl", record, "r\(record)")])
                let copy = path + ".killed"
                for ending in ["", "-wal", "-shm", "-journal"] {
                    if FileManager.default.fileExists(atPath: copy + ending) {
                        try FileManager.default.removeItem(atPath: copy + ending)
                    }
                    if FileManager.default.fileExists(atPath: path + ending) {
                        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
                    }
                }
                let revived = try Store(at: copy)
                #expect(revived.opening == .opened)
                #expect(try texts(revived) == (1...record).map { "r\($0)" })
                try revived.close()
            }
        }
    }

    /// A power cut can leave any beginning of the log.
    @Test func anyBeginningOfTheLogIsAStore() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            for record in 1...5 { try store.commit([listed("x.jsonl", record, "r\(record)")]) }
            let main = try Data(contentsOf: URL(fileURLWithPath: path))
            let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
            #expect(log.count > 4096)
            for length in stride(from: 0, through: log.count, by: 1777) {
                let copy = path + ".cut\(length)"
                try main.write(to: URL(fileURLWithPath: copy))
                try log.prefix(length).write(to: URL(fileURLWithPath: copy + "-wal"))
                let revived = try Store(at: copy)
                #expect(revived.opening == .opened)
                let found = try texts(revived)
                #expect(found == (0..<found.count).map { "r\($0 + 1)" })
                try revived.commit([listed("y.jsonl", 1, "more")])
                try revived.close()
            }
        }
    }

    @Test(arguments: [
        Array("just text".utf8), Array("SQLite format 3\0".utf8), [UInt8](repeating: 0, count: 5000),
        Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xFF, count: 5000),
    ])
    func whatIsNoStoreIsMovedAside(_ bytes: [UInt8]) throws {
        try withStorePath { path in
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let store = try Store(at: path)
            guard case .replaced(_, let aside) = store.opening else {
                Issue.record("opened as \(store.opening)")
                return
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == Data(bytes))
            try store.commit([listed("a.txt", 1, "a")])
            #expect(try texts(store) == ["a"])
        }
    }

    @Test func anEmptyFileBecomesAStore() throws {
        try withStorePath { path in
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(try Store(at: path).opening == .created)
        }
    }

    @Test func aStrangersDatabaseIsUntouched() throws {
        try withStorePath { path in
            let theirs = try DatabaseQueue(path: path)
            try theirs.write { try $0.execute(sql: "CREATE TABLE precious (a); INSERT INTO precious VALUES (1)") }
            try theirs.close()
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let store = try Store(at: path)
            #expect(store.opening == .replaced(reason: "not a store of sayso", movedTo: path + ".set-aside"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".set-aside")) == bytes)
        }
    }

    @Test func anotherVersionsStoreIsReplaced() throws {
        try withStorePath { path in
            let old = try Store(at: path)
            try old.commit([listed("a.txt", 1, "a")])
            try old.connection.write { try $0.execute(sql: "PRAGMA user_version = 1") }
            try old.close()
            let store = try Store(at: path)
            #expect(
                store.opening == .replaced(reason: "made by another version of sayso", movedTo: path + ".set-aside"))
            #expect(try fingerprints(store).isEmpty)
        }
    }

    @Test func aLinkOrFolderInItsPlaceIsMovedAside() throws {
        try withStorePath { path in
            let victim = path + ".victim"
            try Data([7]).write(to: URL(fileURLWithPath: victim))
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: victim)
            let store = try Store(at: path)
            try store.commit([listed("a.txt", 1, "a")])
            try store.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: victim)) == Data([7]))
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.removeItem(atPath: path + ".set-aside")
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            #expect(
                try Store(at: path).opening == .replaced(reason: "not a regular file", movedTo: path + ".set-aside"))
        }
    }

    /// Overwrites each page in turn: whatever happens, the store opens or is replaced, and what it gives is right. Under an
    /// unbroken seal, as after a disk that changed bits by itself, it is not checked when it is opened.
    @Test(arguments: [false, true])
    func damageInAnyPageNeverGivesWrongRows(isSealed: Bool) throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit((1...60).map { listed("x.jsonl", $0, "r\($0) " + String(repeating: "text ", count: 200)) })
            try store.close()
            let sound = try Data(contentsOf: URL(fileURLWithPath: path))
            var replaced = 0
            var refused = 0
            for page in 0..<sound.count / 4096 {
                let copy = path + ".page\(page)"
                var bytes = sound
                for offset in stride(from: 200, to: 4096, by: 3) { bytes[page * 4096 + offset] ^= 0x5A }
                try bytes.write(to: URL(fileURLWithPath: copy))
                if isSealed { StoreSeal(of: copy).set() }
                do {
                    let revived = try Store(at: copy)
                    if case .replaced = revived.opening { replaced += 1 }
                    refused += try damagedRows(in: revived)
                    try revived.close()
                } catch StorageError.corrupt {
                    refused += 1
                }
            }
            #expect(isSealed ? refused > 0 : replaced > 0, "\(replaced) replaced, \(refused) refused")
        }
    }

    /// Reads everything; how many articles are refused. All others are right.
    private func damagedRows(in store: Store) throws -> Int {
        var refused = 0
        var places = try store.listedPlaces()
        while let entry = try places.next() {
            guard case .article(let place) = entry else { throw StorageError.busy(path: "a reject") }
            do {
                guard case .text(let text) = try store.rows(at: place).article[0] else {
                    throw StorageError.busy(path: "no text")
                }
                #expect(text.hasSuffix("text ") && text.hasPrefix("r"))
            } catch StorageError.damagedRows {
                refused += 1
            }
        }
        return refused
    }

    @Test func damagedRowsAreTakenOut() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit([listed("a.txt", 1, "a"), listed("b.txt", 1, "b")])
            let digest = Data(fingerprint("a").bytes)
            try store.connection.write {
                try $0.execute(sql: "UPDATE article SET rows = x'00' WHERE fingerprint = ?", arguments: [digest])
            }
            var places = try store.listedPlaces()
            guard case .article(let first)? = try places.next(), case .article(let second)? = try places.next() else {
                Issue.record("not two articles")
                return
            }
            #expect(throws: StorageError.damagedRows(path: path, file: "a.txt", record: 1)) {
                try store.rows(at: first)
            }
            #expect(try store.rows(at: second).article[0] == .text("b"))
            #expect(try fingerprints(store) == [fingerprint("b")])
        }
    }

    @Test func aSealedStoreIsNotReadThrough() throws {
        try withStorePath { path in
            let store = try Store(at: path)
            try store.commit((1...50).map { listed("x.jsonl", $0, "r\($0)") })
            try store.close()
            #expect(StoreSeal(of: path).isUnbroken)
            // Opening it breaks the seal, and a run that dies leaves it so.
            _ = try Store(at: path)
            #expect(!StoreSeal(of: path).isUnbroken)
            let again = try Store(at: path)
            try again.close()
            #expect(StoreSeal(of: path).isUnbroken)
            // So does whoever writes to it.
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(!StoreSeal(of: path).isUnbroken)
        }
    }

    @Test func aStoreThatIsNotTrustedIsMovedAside() throws {
        try withStorePath { path in
            let old = try Store(at: path)
            try old.commit([listed("a.txt", 1, "a")])
            try old.close()
            let store = try Store(at: path, isTrusted: false)
            #expect(store.opening == .replaced(reason: "it was found damaged", movedTo: path + ".set-aside"))
            #expect(try texts(store).isEmpty)
        }
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: StorageError.self) { try Store(at: "/no/such/folder/store.sqlite") }
    }
}
