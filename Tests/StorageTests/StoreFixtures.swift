import Foundation
import GRDB
import TextModel

@testable import Storage

/// Gives a path for a store in a folder of its own.
func withStorePath(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-storage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
    try body(folder.path + "/store.sqlite")
}

func fingerprint(_ text: String) -> Fingerprint {
    Fingerprint(Array(text.utf8.prefix(8)) + Array(String(RowArchive.checksum([Array(text.utf8)]), radix: 16).utf8))
}

/// An article whose text stands in the first cell of its row.
func listed(_ file: String, _ record: Int, _ text: String, withRows: Bool = true) -> ListedArticle {
    var article = TextModel.Row(repeating: .null, count: Table.articles.columns.count)
    article[0] = .text(text)
    return ListedArticle(
        file: file, record: record, articleID: "art_" + text, fingerprint: fingerprint(text),
        rows: withRows ? ArticleRows(article: article, quotes: [[.text("quote of \(text)")]]) : nil)
}

func texts(_ store: Store) throws -> [String] {
    var texts: [String] = []
    var places = try store.listedPlaces()
    while let entry = try places.next() {
        guard case .article(let place) = entry else { continue }
        if case .text(let text) = try store.rows(at: place).article[0] { texts.append(text) }
    }
    return texts
}

/// Of all articles that have rows.
func fingerprints(_ store: Store) throws -> Set<Fingerprint> {
    try store.connection.read { database in
        Set(try GRDB.Row.fetchAll(database, sql: "SELECT fingerprint FROM article").map { try $0.fingerprint(0) })
    }
}

func rejects(_ store: Store) throws -> [Reject] {
    var rejects: [Reject] = []
    var places = try store.listedPlaces()
    while let entry = try places.next() {
        switch entry {
        case .article: break
        case .reject(let reject), .repeated(_, let reject): rejects.append(reject)
        }
    }
    return rejects
}

extension Store {
    /// Each article's file is its input, which is made known when it is not.
    func commit(_ articles: [ListedArticle]) throws {
        try connection.write { database in
            for article in articles {
                try database.execute(sql: "INSERT OR IGNORE INTO input (file) VALUES (?)", arguments: [article.file])
            }
        }
        try commit(articles.map { ($0.file, ListedRecord.article($0)) })
    }

    func changes(of files: [(String, InputStamp?)]) throws(StorageError) -> InputChanges {
        try changes(in: files.map { (label: $0, stamp: $1) })
    }

    /// As if every file were gone.
    func forgetListing() throws {
        try beginListing(reading: [], gone: try changes(of: []).gone, notes: [:])
    }
}
