import TextModel

/// Consecutive whole lines of a file: the grain of work that is handed to a worker.
package struct LineBatch: Sendable {
    /// A line that is not blank.
    package struct Line: Hashable, Sendable {
        /// Counted from 1 in the file; blank lines count.
        package var number: Int
        /// Where it begins in the file.
        package var byteOffset: Int
        /// Indices into `bytes`, without the line end (LF or CR LF). Empty when the line is too long.
        package var range: Range<Int>
        /// Over the limit: its bytes were not kept.
        package var isTooLong = false
    }

    package var bytes: [UInt8]
    /// In file order; never empty in a batch that a reader hands out.
    package var lines: [Line]
}

extension LineBatch {
    /// A line's place, for its article or reject.
    package func origin(of line: Line, file: String) -> Origin {
        Origin(file: file, record: line.number, byteOffset: line.byteOffset)
    }
}
