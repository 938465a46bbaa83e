import Foundation
import GRDB
import TextModel

/// Where an article is listed.
package struct ListedPlace: Hashable, Sendable {
    package let file: String
    package let record: Int
    package let articleID: String
    package let fingerprint: Fingerprint
    /// Tells the article's copies; that of its rows.
    package let sketch: [UInt8]
    /// Whether the sums of the speakers hold what this article says of them.
    package var isCounted = false

    /// Of what never changes.
    var checksum: Int64 {
        var hash = ByteHash(file.utf8)
        withUnsafeBytes(of: record.littleEndian) { hash.add($0) }
        hash.add(articleID.utf8)
        fingerprint.withUnsafeBytes { hash.add($0) }
        hash.add(sketch)
        return Int64(bitPattern: hash.value)
    }
}

/// What the current listing says, one place or reject after the other.
package enum ListingEntry: Hashable, Sendable {
    case article(ListedPlace)
    /// The same article as one that is listed before; with what is said of it.
    case repeated(ListedPlace, Reject)
    case reject(Reject)
}

/// The whole listing, in order of file label (by bytes) and record; some hundred entries in memory at a time.
///
/// Of articles with the same identifier the first one is listed, and each other one is a reject.
package struct ListedPlaces {
    private let connection: StoreConnection
    private var articles: Pages<ListedPlace>
    private var rejects: Pages<PlacedReject>
    /// Where each article that is listed more than once came first.
    private var firstPlaces: [String: (file: String, record: Int)?]

    init(_ connection: StoreConnection) throws(StorageError) {
        self.connection = connection
        articles = Pages(connection, ListedPlaces.page)
        rejects = Pages(connection, ListedPlaces.rejectPage)
        firstPlaces = try connection.read { database in
            var repeated: [String: (file: String, record: Int)?] = [:]
            let ids = try String.fetchCursor(
                database, sql: "SELECT article_id FROM listing GROUP BY article_id HAVING COUNT(*) > 1")
            while let id = try ids.next() { repeated.updateValue(nil, forKey: id) }
            return repeated
        }
    }

    /// - Returns: nil after the last one.
    /// - Throws: `corrupt` where an entry is not what was written.
    package mutating func next() throws(StorageError) -> ListingEntry? {
        let article = try articles.first()
        if let reject = try rejects.first() {
            guard let article, !reject.isBefore(article) else {
                rejects.removeFirst()
                return .reject(reject.reject)
            }
        }
        guard let article else { return nil }
        articles.removeFirst()
        guard let known = firstPlaces[article.articleID] else { return .article(article) }
        guard let first = known else {
            firstPlaces.updateValue((article.file, article.record), forKey: article.articleID)
            return .article(article)
        }
        return .repeated(
            article,
            Reject(
                origin: Origin(file: article.file, record: article.record), code: .duplicateArticle,
                message: "the same article as \(first.file), record \(first.record)"))
    }

    private static func page(
        _ connection: StoreConnection, after last: ListedPlace?, length: Int
    ) throws(StorageError) -> [ListedPlace] {
        let (file, record) = (last?.file ?? "", last?.record ?? Int.min)
        let path = connection.path
        return try connection.read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT file, record, article_id, fingerprint, checksum, sketch, is_counted FROM listing
                    WHERE (file, record) > (?, ?) ORDER BY file, record LIMIT ?
                    """)
            var places: [ListedPlace] = []
            let rows = try GRDB.Row.fetchCursor(statement, arguments: [file, record, length])
            while let row = try rows.next() {
                let sketch = try row.withUnsafeData(atIndex: 5) { $0?.withUnsafeBytes { Array($0) } ?? [] }
                let place = try ListedPlace(
                    file: row[0], record: row[1], articleID: row[2], fingerprint: row.fingerprint(3), sketch: sketch,
                    isCounted: row[6])
                guard place.checksum == row[4] as Int64 else {
                    throw StorageError.corrupt(path: path, message: "a damaged entry of the listing")
                }
                places.append(place)
            }
            return places
        }
    }

    private static func rejectPage(
        _ connection: StoreConnection, after last: PlacedReject?, length: Int
    ) throws(StorageError) -> [PlacedReject] {
        let (file, record, ordinal) = (last?.file ?? "", last?.record ?? Int.min, last?.ordinal ?? 0)
        let path = connection.path
        return try connection.read { database in
            try GRDB.Row.fetchAll(
                database,
                sql: """
                    SELECT file, record, ordinal, checksum, cells FROM reject
                    WHERE (file, record, ordinal) > (?, ?, ?) ORDER BY file, record, ordinal LIMIT ?
                    """, arguments: [file, record, ordinal, length]
            ).map { row in
                let cells = [UInt8](row[4] as Data)
                guard RowArchive.checksum([cells]) == row[3] as Int64, let read = RowArchiveReader.row(cells),
                    let reject = Reject(cells: read, file: row[0], record: row[1])
                else { throw StorageError.corrupt(path: path, message: "a damaged reject") }
                return PlacedReject(file: row[0], record: row[1], ordinal: row[2], reject: reject)
            }
        }
    }
}

/// A reject with its place in the table.
private struct PlacedReject {
    let file: String
    let record: Int
    let ordinal: Int
    let reject: Reject

    func isBefore(_ place: ListedPlace) -> Bool {
        file.utf8.elementsEqual(place.file.utf8) ? record < place.record : bytesPrecede(file, place.file)
    }
}

extension Store {
    /// How many articles are listed.
    package func listedCount() throws(StorageError) -> Int {
        try connection.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM listing") ?? 0 }
    }

    /// What is listed, in order.
    package func listedPlaces() throws(StorageError) -> ListedPlaces { try ListedPlaces(connection) }
}
