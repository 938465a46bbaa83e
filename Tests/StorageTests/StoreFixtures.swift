import Foundation
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
    Fingerprint(Array(text.utf8.prefix(8)) + Array(String(RowArchive.checksum(text.utf8), radix: 16).utf8))
}

/// An article whose text stands in the first cell of its row.
func listed(_ file: String, _ record: Int, _ text: String, withRows: Bool = true) -> ListedArticle {
    var article = Row(repeating: .null, count: Table.articles.columns.count)
    article[0] = .text(text)
    return ListedArticle(
        file: file, record: record, articleID: "art_" + text, fingerprint: fingerprint(text),
        rows: withRows ? ArticleRows(article: article, quotes: [[.text("quote of \(text)")]]) : nil)
}

func texts(_ store: Store) throws -> [String] {
    var texts: [String] = []
    var rows = store.listedRows()
    while let article = try rows.next() {
        if case .text(let text) = article.article[0] { texts.append(text) }
    }
    return texts
}
