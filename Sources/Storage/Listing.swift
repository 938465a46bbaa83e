import Foundation
import GRDB
import TextModel

/// An article that the current run has read.
package struct ListedArticle: Hashable, Sendable {
    /// The input's label and the record within it, which also give the order of the output.
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

/// An article that was read before in the same run.
package struct DuplicateListing: Hashable, Sendable {
    /// Its index in the batch.
    package let index: Int
    package let firstFile: String
    package let firstRecord: Int
}

extension Store {
    /// Forgets what the run before has read; its rows stay.
    package func beginListing() throws(StorageError) {
        try connection.write { try $0.execute(sql: "DELETE FROM listing") }
    }

    /// Every fingerprint that has rows: 32 bytes each.
    package func knownFingerprints() throws(StorageError) -> Set<Fingerprint> {
        try connection.read { database in
            var known: Set<Fingerprint> = []
            let cursor = try Data.fetchCursor(database, sql: "SELECT fingerprint FROM article")
            while let digest = try cursor.next() { known.insert(Fingerprint(digest)) }
            return known
        }
    }

    /// Stores rows and lists articles, in one transaction.
    ///
    /// Commit in input order: of articles with the same identifier the first one committed is listed.
    /// - Returns: those that were not listed, since an article with the same identifier was.
    /// - Throws: `unknownFingerprint` for an article without rows that has none in the store either; nothing of the batch
    ///   is stored then.
    @discardableResult
    package func commit(_ batch: [ListedArticle]) throws(StorageError) -> [DuplicateListing] {
        let path = connection.path
        return try connection.write { database in
            var duplicates: [DuplicateListing] = []
            for (index, article) in batch.enumerated() {
                if let first = try Self.listed(article.articleID, in: database) {
                    duplicates.append(DuplicateListing(index: index, firstFile: first.file, firstRecord: first.record))
                    continue
                }
                try Self.store(article, path: path, in: database)
            }
            return duplicates
        }
    }

    /// Removes the rows of articles that the current run has not read.
    /// - Returns: how many articles went.
    @discardableResult
    package func removeUnlisted() throws(StorageError) -> Int {
        try connection.write { database in
            try database.execute(
                sql: """
                    DELETE FROM article
                    WHERE NOT EXISTS (SELECT 1 FROM listing WHERE listing.fingerprint = article.fingerprint)
                    """)
            return database.changesCount
        }
    }

    private static func listed(_ articleID: String, in database: Database) throws -> (file: String, record: Int)? {
        let statement = try database.cachedStatement(sql: "SELECT file, record FROM listing WHERE article_id = ?")
        return try GRDB.Row.fetchOne(statement, arguments: [articleID]).map { ($0[0], $0[1]) }
    }

    private static func store(_ article: ListedArticle, path: String, in database: Database) throws {
        let fingerprint = Data(article.fingerprint.bytes)
        if let rows = article.rows {
            let archive = RowArchive(rows).bytes
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO article (fingerprint, checksum, rows) VALUES (?, ?, ?)"
            ).execute(arguments: [fingerprint, RowArchive.checksum(archive), Data(archive)])
        } else {
            let statement = try database.cachedStatement(sql: "SELECT 1 FROM article WHERE fingerprint = ?")
            guard try Int.fetchOne(statement, arguments: [fingerprint]) != nil else {
                throw StorageError.unknownFingerprint(path: path, file: article.file, record: article.record)
            }
        }
        try database.cachedStatement(
            sql: "INSERT INTO listing (file, record, article_id, fingerprint) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [article.file, article.record, article.articleID, fingerprint])
    }
}
