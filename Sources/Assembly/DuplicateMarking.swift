import Aggregation
import Storage
import TextModel

/// Tells which articles of a run are the same as an earlier one, and what becomes of them: a mark, or a reject.
struct DuplicateMarking {
    private var finder: DuplicateFinder
    /// How many there were.
    private(set) var count = 0

    private static let column = Table.articles.index(of: "duplicate_of")

    /// - Parameter articles: how many will come at most.
    init(articles: Int) {
        finder = DuplicateFinder(capacity: articles)
    }

    /// Call it with every article of the corpus, in the order of the output.
    /// - Returns: the identifier of the earlier one; nil for the first of its kind.
    /// - Throws: `internalFault` for a sketch of an unknown form.
    mutating func original(of place: ListedPlace) throws(AssemblyError) -> String? {
        guard let sketch = ArticleSketch(bytes: place.sketch) else {
            throw .internalFault("an article without a sketch")
        }
        guard let original = finder.original(place.articleID, sketch) else { return nil }
        count += 1
        return original
    }

    static func reject(_ place: ListedPlace, of original: String) -> Reject {
        Reject(
            origin: Origin(file: place.file, record: place.record), code: .duplicateArticle,
            message: "has the address or nearly the text of \(original)")
    }

    static func marked(_ rows: ArticleRows, _ original: String?) -> ArticleRows {
        guard let original, let column, rows.article.indices.contains(column) else { return rows }
        var rows = rows
        rows.article[column] = .text(original)
        return rows
    }
}
