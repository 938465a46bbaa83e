/// An outline from its beginning on, in bounded memory: first an entry an article, then the runs.
struct OutlineReader {
    private let file: ReadFile
    private var cursor = OutlineCursor([])

    init(_ file: ReadFile) { self.file = file }

    /// The next article.
    /// - Returns: nil after the last one.
    mutating func next() -> OutlineEntry? { read { OutlineEntry(from: &$0) } }

    /// The next run of rows; call it after the last article.
    /// - Returns: nil after the last one.
    mutating func nextRun() -> OutlineRun? { read { OutlineRun(from: &$0) } }

    private mutating func read<Value>(_ value: (inout OutlineCursor) -> Value?) -> Value? {
        while true {
            var ahead = cursor
            if let value = value(&ahead) {
                cursor = ahead
                return value
            }
            // Something else, or the beginning of one. The longest one is far shorter than a page.
            guard cursor.count < ReadFile.pageSize, let more = file.nextPage() else { return nil }
            cursor = cursor.followed(by: more)
        }
    }
}
