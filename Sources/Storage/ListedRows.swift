import Foundation
import GRDB
import TextModel

/// The rows of all listed articles, in order of file label (by bytes) and record; one article in memory at a time.
package struct ListedRows {
    private let connection: StoreConnection
    private var page: ArraySlice<Place> = []
    private var last: Place?
    private var isAtEnd = false

    private struct Place {
        let file: String
        let record: Int
        let fingerprint: Data
    }

    private static let pageLength = 512

    init(_ connection: StoreConnection) { self.connection = connection }

    /// - Returns: nil after the last article. `file` and `record` of the article's row are those of the current listing, even
    ///   when the rows were made for another place.
    /// - Throws: `damagedRows` when an article's rows cannot be read; the next call goes on after it.
    package mutating func next() throws(StorageError) -> ArticleRows? {
        if page.isEmpty { try readPage() }
        guard let place = page.popFirst() else { return nil }
        guard var rows = try rows(at: place) else {
            try connection.write { database in
                try database.execute(sql: "DELETE FROM article WHERE fingerprint = ?", arguments: [place.fingerprint])
            }
            throw .damagedRows(path: connection.path, file: place.file, record: place.record)
        }
        Self.set("file", to: .text(place.file), in: &rows.article)
        Self.set("record", to: .integer(place.record), in: &rows.article)
        return rows
    }

    private mutating func readPage() throws(StorageError) {
        guard !isAtEnd else { return }
        let (file, record) = (last?.file ?? "", last?.record ?? Int.min)
        let places = try connection.read { database in
            try GRDB.Row.fetchAll(
                database,
                sql: """
                    SELECT file, record, fingerprint FROM listing WHERE (file, record) > (?, ?)
                    ORDER BY file, record LIMIT ?
                    """, arguments: [file, record, Self.pageLength]
            ).map { Place(file: $0[0], record: $0[1], fingerprint: $0[2]) }
        }
        page = places[...]
        last = places.last
        isAtEnd = places.count < Self.pageLength
    }

    private func rows(at place: Place) throws(StorageError) -> ArticleRows? {
        let stored = try connection.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT checksum, rows FROM article WHERE fingerprint = ?")
            return try GRDB.Row.fetchOne(statement, arguments: [place.fingerprint]).map { row in
                (checksum: row[0] as Int64?, archive: [UInt8](row[1] as Data? ?? Data()))
            }
        }
        guard let stored, stored.checksum == RowArchive.checksum(stored.archive) else { return nil }
        return RowArchiveReader.rows(stored.archive)
    }

    private static func set(_ column: String, to cell: Cell, in row: inout TextModel.Row) {
        guard let index = TextModel.Table.articles.index(of: column), row.indices.contains(index) else { return }
        row[index] = cell
    }
}

extension Store {
    /// The rows of every article of the current listing.
    package func listedRows() -> ListedRows { ListedRows(connection) }
}
