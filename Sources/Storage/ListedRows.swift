import Foundation
import GRDB
import TextModel

extension Store {
    /// The rows of an article, without what the corpus needs of it.
    ///
    /// `file` and `record` of the article's row are those of the place, even when the rows were made for another one.
    /// - Throws: `damagedRows` when the rows are missing or not those that were stored. They have been taken out then, and
    ///   the file will be read again.
    package func rows(at place: ListedPlace) throws(StorageError) -> ArticleRows {
        guard let archive = try archive("rows", checksum: "checksum", at: place),
            var rows = RowArchiveReader.rows(archive)
        else { throw try giveUp(place) }
        Self.set("file", to: .text(place.file), in: &rows.article)
        Self.set("record", to: .integer(place.record), in: &rows.article)
        return rows
    }

    /// What the corpus needs of an article.
    /// - Throws: as `rows(at:)` does.
    package func corpusShare(at place: ListedPlace) throws(StorageError) -> CorpusShare {
        guard let archive = try archive("share", checksum: "share_checksum", at: place),
            let share = RowArchiveReader.share(archive)
        else { throw try giveUp(place) }
        return share
    }

    /// - Returns: nil when there is none, or none that has its checksum.
    private func archive(
        _ column: String, checksum: String, at place: ListedPlace
    ) throws(StorageError) -> [UInt8]? {
        let stored = try connection.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT \(checksum), \(column) FROM article WHERE fingerprint = ?")
            return try GRDB.Row.fetchOne(statement, arguments: [Data(place.fingerprint.bytes)]).map { row in
                (checksum: row[0] as Int64?, archive: [UInt8](row[1] as Data? ?? Data()))
            }
        }
        guard let stored, stored.checksum == RowArchive.checksum([stored.archive]) else { return nil }
        return stored.archive
    }

    private func giveUp(_ place: ListedPlace) throws(StorageError) -> StorageError {
        try takeOut(place.fingerprint)
        try distrust(place)
        return .damagedRows(path: connection.path, file: place.file, record: place.record)
    }

    /// Without its rows nobody can tell what an article has added to the sums, so these go, too.
    func takeOut(_ fingerprint: Fingerprint) throws(StorageError) {
        try connection.write { database in
            try database.execute(
                sql: "DELETE FROM article WHERE fingerprint = ?", arguments: [Data(fingerprint.bytes)])
            try Self.forgetSums(in: database)
        }
    }

    private static func set(_ column: String, to cell: Cell, in row: inout TextModel.Row) {
        guard let index = TextModel.Table.articles.index(of: column), row.indices.contains(index) else { return }
        row[index] = cell
    }
}
