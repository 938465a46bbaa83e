import Foundation
import GRDB

/// The articles whose rows were in the store at one moment. For use by any thread.
package struct KnownArticles: Sendable {
    private let connection: StoreConnection
    /// Rows that are added have higher ones; nil when there are none.
    private let lastRow: Int64?

    init(_ connection: StoreConnection) throws(StorageError) {
        self.connection = connection
        lastRow = try connection.read { try Int64.fetchOne($0, sql: "SELECT MAX(rowid) FROM article") }
    }

    package func contains(_ fingerprint: Fingerprint) throws(StorageError) -> Bool {
        guard let lastRow else { return false }
        return try connection.read { database in
            let row = try Int64.fetchOne(
                database.cachedStatement(sql: "SELECT rowid FROM article WHERE fingerprint = ?"),
                arguments: [Data(fingerprint.bytes)])
            return row.map { $0 <= lastRow } ?? false
        }
    }
}

extension Store {
    /// The articles that have rows now; what is committed later is not among them.
    package func knownArticles() throws(StorageError) -> KnownArticles { try KnownArticles(connection) }
}
