/// The entries of an outline, one after the other, in bounded memory.
struct OutlineReader {
    private let file: ReadFile
    private var cursor = OutlineCursor([])

    init(_ file: ReadFile) { self.file = file }

    /// - Returns: nil after the last one.
    mutating func next() -> OutlineEntry? {
        while true {
            var ahead = cursor
            if let entry = OutlineEntry(from: &ahead) {
                cursor = ahead
                return entry
            }
            // No entry, or the beginning of one.
            guard let more = file.nextPage() else { return nil }
            cursor = cursor.followed(by: more)
        }
    }
}
