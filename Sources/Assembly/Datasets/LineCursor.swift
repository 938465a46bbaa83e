import Loading

/// The lines of a JSON Lines file, one after the other, in bounded memory.
struct LineCursor {
    struct Line {
        /// Counted from 1.
        let number: Int
        /// Empty when the line is too long to be read.
        let bytes: ArraySlice<UInt8>
        let isTooLong: Bool
    }

    /// The longest line in bytes. A text has 20 MB unless a recipe allows more, and JSON may need six bytes for one.
    static let limit = 1 << 30

    private var batches: LineBatchReader
    private var batch: LineBatch?
    private var nextLine = 0

    init(_ file: OpenFile) {
        batches = LineBatchReader(file, lineBytes: Self.limit)
    }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws(LoadingError) -> Line? {
        if batch.map({ nextLine == $0.lines.count }) ?? true {
            batch = try batches.next()
            nextLine = 0
        }
        guard let batch else { return nil }
        let line = batch.lines[nextLine]
        nextLine += 1
        return Line(number: line.number, bytes: batch.bytes[line.range], isTooLong: line.isTooLong)
    }
}
