import Loading
import TextModel

/// Which article stands where in articles.jsonl: what tells a row that waits for its article from one that is astray.
struct ArticlePlaces {
    private var places: [RowKey: Int] = [:]

    /// False when articles.jsonl could not be opened, which the package's check has found.
    let areKnown: Bool

    /// Reads no more of each line than its first value.
    init(of dataset: DatasetFolder) throws(LoadingError) {
        guard let file = try? dataset.open(Table.articles.lines) else {
            areKnown = false
            return
        }
        areKnown = true
        let decoder = RowDecoder(.articles)
        var lines = LineCursor(file)
        while let line = try lines.next() {
            guard let id = decoder.key(of: line.bytes) else { continue }
            let key = RowKey(id)
            if places[key] == nil { places[key] = line.number }
        }
    }

    /// The line of an article, the first one if there are several.
    subscript(id: String) -> Int? { places[RowKey(id)] }
}
