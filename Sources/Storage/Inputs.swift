import Foundation
import GRDB
import TextModel

/// What has become of the input files since they were last read.
package struct InputChanges: Hashable, Sendable {
    /// Of the files that were given, those to be read: new, changed, or never to be trusted.
    package var toRead: [Int] = []
    /// Files that were listed before and are not among those given, sorted by bytes.
    package var gone: [String] = []

    package var isEmpty: Bool { toRead.isEmpty && gone.isEmpty }
}

/// What a store knows about its listing as a whole.
package enum StoreNote: String, CaseIterable, Sendable {
    /// Names the listing: equal ones have equal entries.
    case revision
    /// The program that listed and tagged.
    case program
    /// The recipe's options that decide what is read and kept.
    case recipe
}

extension Store {
    /// Compares the files of a run with those that are listed.
    /// - Parameter files: the label of each, sorted by bytes, with its stamp; nil is read each time.
    /// - Complexity: O(files) time; memory grows with what changed only.
    package func changes(
        in files: some Sequence<(label: String, stamp: InputStamp?)>
    ) throws(StorageError) -> InputChanges {
        try connection.read { database in
            var changes = InputChanges()
            var files = files.enumerated().makeIterator()
            var next = files.next()
            func passFiles(before label: String?) {
                while let file = next, label.map({ bytesPrecede(file.element.label, $0) }) ?? true {
                    changes.toRead.append(file.offset)
                    next = files.next()
                }
            }
            let known = try GRDB.Row.fetchCursor(database, sql: "SELECT file, stamp FROM input ORDER BY file")
            while let row = try known.next() {
                let label: String = row[0]
                passFiles(before: label)
                guard let file = next, file.element.label.utf8.elementsEqual(label.utf8) else {
                    changes.gone.append(label)
                    continue
                }
                let isSame = try row.withUnsafeData(atIndex: 1) { stamp in
                    guard let stamp, let current = file.element.stamp else { return false }
                    return stamp.withUnsafeBytes { $0.elementsEqual(current.bytes) }
                }
                if !isSame { changes.toRead.append(file.offset) }
                next = files.next()
            }
            passFiles(before: nil)
            return changes
        }
    }

    /// Forgets what is listed of some files. The rows of their articles stay.
    /// - Parameters:
    ///   - reading: files that will be listed anew; until `remember` is called for them they count as unread.
    ///   - gone: files that are no more.
    ///   - notes: what is to be known of the listing that will be; the revision among them, other than any before.
    package func beginListing(
        reading: some Collection<String>, gone: [String], notes: [StoreNote: [UInt8]]
    ) throws(StorageError) {
        try connection.write { database in
            for (note, value) in notes {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO note VALUES (?, ?)", arguments: [note.rawValue, Data(value)])
            }
            let inputs = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM input") ?? 0
            // To add up what stays is then no more work than to take off what goes.
            if (reading.count + gone.count) * 2 > inputs { try Self.forgetSums(in: database) }
            for input in reading { try Self.forget(input, in: database) }
            for input in gone {
                try Self.forget(input, in: database)
                try database.cachedStatement(sql: "DELETE FROM input WHERE file = ?").execute(arguments: [input])
            }
            for input in reading {
                try database.cachedStatement(sql: "INSERT OR REPLACE INTO input (file) VALUES (?)")
                    .execute(arguments: [input])
            }
        }
    }

    private static func forget(_ input: String, in database: Database) throws {
        try depart(input, in: database)
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO unlisted SELECT fingerprint FROM listing WHERE input = ?"
        ).execute(arguments: [input])
        for table in ["listing", "reject"] {
            try database.cachedStatement(sql: "DELETE FROM \(table) WHERE input = ?").execute(arguments: [input])
        }
    }

    /// What was noted when the listing last changed; nil before the first time.
    package func note(_ note: StoreNote) throws(StorageError) -> [UInt8]? {
        try connection.read { database in
            try Data.fetchOne(
                database, sql: "SELECT value FROM note WHERE name = ?", arguments: [note.rawValue]
            ).map { [UInt8]($0) }
        }
    }

    /// Says that these files have been listed to their end, and how they looked before they were read.
    package func remember(_ files: some Sequence<(label: String, stamp: InputStamp)>) throws(StorageError) {
        try connection.write { database in
            let statement = try database.cachedStatement(sql: "UPDATE input SET stamp = ? WHERE file = ?")
            for (label, stamp) in files { try statement.execute(arguments: [Data(stamp.bytes), label]) }
        }
    }

    /// The input that holds this article is to be read again, whatever it looks like.
    func distrust(_ place: ListedPlace) throws(StorageError) {
        try connection.write { database in
            try database.execute(
                sql: """
                    UPDATE input SET stamp = NULL
                    WHERE file IN (SELECT input FROM listing WHERE file = ? AND record = ?)
                    """, arguments: [place.file, place.record])
        }
    }
}
