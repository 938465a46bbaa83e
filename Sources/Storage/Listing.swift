import Foundation
import GRDB
import TextModel

/// An article that the current run has read.
package struct ListedArticle: Hashable, Sendable {
    /// The input's label, with the entry's name behind it in an archive, and the record within; they also give the order
    /// of the output.
    package var file: String
    package var record: Int
    package var articleID: String
    package var fingerprint: Fingerprint
    /// Nil when the store has the rows already.
    package var rows: ArticleRows?

    package init(file: String, record: Int, articleID: String, fingerprint: Fingerprint, rows: ArticleRows?) {
        self.file = file
        self.record = record
        self.articleID = articleID
        self.fingerprint = fingerprint
        self.rows = rows
    }
}

/// What an input record has become.
package enum ListedRecord: Hashable, Sendable {
    case article(ListedArticle)
    case reject(Reject)
}

extension Store {
    /// Stores rows and lists records, in one transaction.
    /// - Parameter batch: each with the label of its input, which must have been named to `beginListing`.
    /// - Throws: `unknownFingerprint` for an article without rows that has none in the store either; nothing of the batch
    ///   is stored then. `damagedRows` when those it has are not what was stored; they have been taken out then.
    package func commit(_ batch: [(input: String, record: ListedRecord)]) throws(StorageError) {
        let path = connection.path
        var damaged: Fingerprint?
        do {
            try connection.write { database in
                for (input, record) in batch {
                    switch record {
                    case .article(let article):
                        guard let sketch = try Self.sketch(of: article, path: path, in: database) else {
                            damaged = article.fingerprint
                            throw StorageError.damagedRows(path: path, file: article.file, record: article.record)
                        }
                        try Self.store(article, sketch, of: input, in: database)
                    case .reject(let reject): try Self.store(reject, of: input, in: database)
                    }
                }
            }
        } catch {
            if let damaged { try takeOut(damaged) }
            throw error
        }
    }

    /// Removes the rows of articles that are not listed any more.
    /// - Returns: how many articles went.
    /// - Complexity: O(articles that left the listing since the last call).
    @discardableResult
    package func removeUnlisted() throws(StorageError) -> Int {
        try connection.write { database in
            try database.execute(
                sql: """
                    DELETE FROM article
                    WHERE fingerprint IN (SELECT fingerprint FROM unlisted)
                    AND NOT EXISTS (SELECT 1 FROM listing WHERE listing.fingerprint = article.fingerprint)
                    """)
            let count = database.changesCount
            try database.execute(sql: "DELETE FROM unlisted")
            return count
        }
    }

    /// - Returns: nil when the store has other than was stored.
    private static func sketch(of article: ListedArticle, path: String, in database: Database) throws -> [UInt8]? {
        if let rows = article.rows { return rows.sketch }
        let statement = try database.cachedStatement(
            sql: "SELECT share_checksum, share FROM article WHERE fingerprint = ?")
        guard let row = try GRDB.Row.fetchOne(statement, arguments: [Data(article.fingerprint.bytes)]) else {
            throw StorageError.unknownFingerprint(path: path, file: article.file, record: article.record)
        }
        let archive = [UInt8](row[1] as Data)
        guard RowArchive.checksum([archive]) == row[0] as Int64 else { return nil }
        return RowArchiveReader.share(archive)?.sketch
    }

    private static func store(
        _ article: ListedArticle, _ sketch: [UInt8], of input: String, in database: Database
    ) throws {
        let fingerprint = Data(article.fingerprint.bytes)
        if let rows = article.rows {
            let archive = RowArchive(rows).bytes
            let share = RowArchive(CorpusShare(sketch: rows.sketch, sightings: rows.sightings)).bytes
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?)"
            ).execute(
                arguments: [
                    fingerprint, RowArchive.checksum([share]), Data(share), RowArchive.checksum([archive]),
                    Data(archive),
                ])
        }
        let place = ListedPlace(
            file: article.file, record: article.record, articleID: article.articleID, fingerprint: article.fingerprint,
            sketch: sketch)
        try database.cachedStatement(
            sql: """
                INSERT INTO listing (input, file, record, article_id, fingerprint, sketch, checksum)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                input, place.file, place.record, place.articleID, fingerprint, Data(sketch), place.checksum,
            ])
    }

    /// Several rejects may name one record; they keep their order.
    private static func store(_ reject: Reject, of input: String, in database: Database) throws {
        let cells = RowArchive(reject.cells).bytes
        try database.cachedStatement(
            sql: """
                INSERT INTO reject (file, record, ordinal, checksum, cells, input) VALUES (?1, ?2, (
                    SELECT COUNT(*) FROM reject WHERE file = ?1 AND record = ?2), ?3, ?4, ?5)
                """
        ).execute(
            arguments: [
                reject.origin.file, reject.origin.record, RowArchive.checksum([cells]), Data(cells), input,
            ])
    }
}

extension GRDB.Row {
    /// A fingerprint that was stored.
    func fingerprint(_ index: Int) throws -> Fingerprint {
        try withUnsafeData(atIndex: index) { stored in
            stored?.withUnsafeBytes(Fingerprint.init(stored:)) ?? Fingerprint([])
        }
    }
}
