import Aggregation
import Storage
import TextModel

/// What a run does about articles that are the same as an earlier one: marks them, or leaves them out.
struct DuplicateMarking {
    private let choice: Recipe.Duplicates
    private var finder: DuplicateFinder
    /// How many there were.
    private(set) var count = 0

    private static let column = Table.articles.index(of: "duplicate_of")

    /// - Parameter articles: how many will come at most.
    init(_ choice: Recipe.Duplicates, articles: Int) {
        self.choice = choice
        finder = DuplicateFinder(capacity: articles)
    }

    /// Call it with every article of the corpus, in the order of the output.
    /// - Returns: a reject to write in the place of the rows.
    /// - Throws: `internalFault` for rows of an unknown form.
    mutating func mark(_ rows: inout ArticleRows) throws(AssemblyError) -> Reject? {
        guard let sketch = ArticleSketch(bytes: rows.sketch), let column = Self.column,
            rows.article.indices.contains(column), case .text(let id) = rows.article.first
        else { throw .internalFault("an article without a sketch") }
        guard let original = finder.original(id, sketch) else { return nil }
        count += 1
        if choice == .skip {
            return Reject(
                origin: Self.origin(of: rows.article), code: .duplicateArticle,
                message: "has the address or nearly the text of \(original)")
        }
        rows.article[column] = .text(original)
        return nil
    }

    private static func origin(of row: Row) -> Origin {
        func cell(_ name: String) -> Cell { Table.articles.index(of: name).map { row[$0] } ?? .null }
        var origin = Origin(file: "")
        if case .text(let file) = cell("file") { origin.file = file }
        if case .integer(let record) = cell("record") { origin.record = record }
        return origin
    }
}
