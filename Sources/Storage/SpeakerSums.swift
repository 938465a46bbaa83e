import Foundation
import GRDB
import TextModel

/// What all counted articles say of one speaker, added up. What the cells mean is for the caller to know.
package struct SpeakerSum: Hashable, Sendable {
    package let speakerID: String
    package let attributions: Int
    package let cells: TextModel.Row

    package init(speakerID: String, attributions: Int, cells: TextModel.Row) {
        self.speakerID = speakerID
        self.attributions = attributions
        self.cells = cells
    }
}

/// Where a speaker stands in the order of the output: most attributions first, then by identifier.
package struct SpeakerPlace: Hashable, Sendable {
    package let attributions: Int
    package let speakerID: String
    /// Another one whenever the sum has changed.
    package let stamp: Int64
}

/// New sums, and the articles that they hold now or hold no more: one transaction.
package struct SpeakerSumChanges: Sendable {
    /// Nil for a speaker who is not seen any more.
    package var sums: [(speakerID: String, sum: SpeakerSum?)] = []
    package var counted: [ListedPlace] = []
    package var uncounted: [ListedPlace] = []
    /// The last of the departed shares that were taken off.
    package var settled: DepartedShare?

    package init() {}
}

/// What an article said of speakers that was counted and is listed no more.
package struct DepartedShare: Sendable {
    let ordinal: Int64
    package let share: CorpusShare
}

/// The sums hold, at any moment, exactly the articles that are marked as counted, and the departed ones.
extension Store {
    /// - Returns: nil for a speaker of whom no counted article tells.
    /// - Throws: `corrupt` when the sum is not what was written. All sums have been forgotten then.
    package func speakerSum(of speakerID: String) throws(StorageError) -> SpeakerSum? {
        let found = try connection.read { database in
            try GRDB.Row.fetchOne(
                database.cachedStatement(sql: "SELECT attributions, checksum, cells FROM speaker WHERE speaker_id = ?"),
                arguments: [speakerID]
            ).map { row in (attributions: row[0] as Int, checksum: row[1] as Int64, cells: [UInt8](row[2] as Data)) }
        }
        guard let found else { return nil }
        let checksum = Self.checksum(speakerID, found.attributions, found.cells)
        guard checksum == found.checksum, let cells = RowArchiveReader.row(found.cells) else {
            try connection.write { try Self.forgetSums(in: $0) }
            throw .corrupt(path: connection.path, message: "a damaged sum of a speaker")
        }
        return SpeakerSum(speakerID: speakerID, attributions: found.attributions, cells: cells)
    }

    /// - Parameter stamp: drawn anew each time, so that no one can foresee it.
    package func commit(_ changes: SpeakerSumChanges, stamp: Int64) throws(StorageError) {
        try connection.write { database in
            for (speakerID, sum) in changes.sums {
                guard let sum else {
                    try database.cachedStatement(sql: "DELETE FROM speaker WHERE speaker_id = ?")
                        .execute(arguments: [speakerID])
                    continue
                }
                let cells = RowArchive(sum.cells).bytes
                try database.cachedStatement(sql: "INSERT OR REPLACE INTO speaker VALUES (?, ?, ?, ?, ?)").execute(
                    arguments: [
                        speakerID, sum.attributions, stamp, Self.checksum(speakerID, sum.attributions, cells),
                        Data(cells),
                    ])
            }
            for (places, isCounted) in [(changes.counted, true), (changes.uncounted, false)] {
                let statement = try database.cachedStatement(
                    sql: "UPDATE listing SET is_counted = ? WHERE file = ? AND record = ?")
                for place in places { try statement.execute(arguments: [isCounted, place.file, place.record]) }
            }
            if let settled = changes.settled {
                try database.execute(sql: "DELETE FROM departed WHERE ordinal <= ?", arguments: [settled.ordinal])
            }
        }
    }

    /// The first departed shares after one.
    package func departedShares(after last: DepartedShare?, limit: Int) throws(StorageError) -> [DepartedShare] {
        let departed = try connection.read { database in
            try GRDB.Row.fetchAll(
                database,
                sql: "SELECT ordinal, checksum, share FROM departed WHERE ordinal > ? ORDER BY ordinal LIMIT ?",
                arguments: [last?.ordinal ?? 0, limit]
            ).map { row -> DepartedShare? in
                let archive = [UInt8](row[2] as Data)
                guard RowArchive.checksum([archive]) == row[1] as Int64 else { return nil }
                return RowArchiveReader.share(archive).map { DepartedShare(ordinal: row[0], share: $0) }
            }
        }
        let sound = departed.compactMap { $0 }
        guard sound.count == departed.count else {
            try connection.write { try Self.forgetSums(in: $0) }
            throw .corrupt(path: connection.path, message: "a damaged share of an article that is gone")
        }
        return sound
    }

    /// All speakers in the order of the output.
    package func speakerPlaces() -> SpeakerPlaces { SpeakerPlaces(connection) }

    /// The next additions begin from nothing, with every article to be counted again.
    static func forgetSums(in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM speaker; DELETE FROM departed; UPDATE listing SET is_counted = FALSE WHERE is_counted")
    }

    /// Keeps what the articles of an input have added to the sums, before they leave the listing.
    static func depart(_ input: String, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO departed (checksum, share)
                SELECT share_checksum, share FROM listing JOIN article USING (fingerprint)
                WHERE listing.input = ? AND listing.is_counted
                """
        ).execute(arguments: [input])
    }

    private static func checksum(_ speakerID: String, _ attributions: Int, _ cells: [UInt8]) -> Int64 {
        RowArchive.checksum([Array(speakerID.utf8), RowArchive([.integer(attributions)]).bytes, cells])
    }
}

/// The places of all speakers, some hundred in memory at a time.
package struct SpeakerPlaces {
    private var pages: Pages<SpeakerPlace>

    init(_ connection: StoreConnection) {
        pages = Pages(connection) { connection, last, length throws(StorageError) in
            try connection.read { database in
                var places: [SpeakerPlace] = []
                func append(_ condition: String, _ arguments: StatementArguments) throws {
                    // All of it stands in the index.
                    let statement = try database.cachedStatement(
                        sql: """
                            SELECT attributions, speaker_id, stamp FROM speaker WHERE \(condition)
                            ORDER BY attributions DESC, speaker_id LIMIT ?
                            """)
                    let rows = try GRDB.Row.fetchCursor(statement, arguments: arguments + [length - places.count])
                    while let row = try rows.next() {
                        places.append(SpeakerPlace(attributions: row[0], speakerID: row[1], stamp: row[2]))
                    }
                }
                // In one condition the index would be read from the first speaker with so many attributions on, page
                // after page, and half of all speakers have one.
                if let last { try append("attributions = ? AND speaker_id > ?", [last.attributions, last.speakerID]) }
                if places.count < length { try append("attributions < ?", [last?.attributions ?? .max]) }
                return places
            }
        }
    }

    /// - Returns: nil after the last one.
    package mutating func next() throws(StorageError) -> SpeakerPlace? {
        guard let place = try pages.first() else { return nil }
        pages.removeFirst()
        return place
    }
}
