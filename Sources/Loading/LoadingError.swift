/// What stops a reader or a listing; an article that cannot be had is a `Reject`, not an error.
package enum LoadingError: Error, Equatable, Sendable {
    /// A file, folder or glob of the recipe or the command line that names nothing at all.
    case noSuchInput(String)
    /// The operating system gave no (more) bytes; `reason` is its own words.
    case unreadable(file: String, reason: String)
    /// Compressed bytes or an archive that cannot be unpacked any further; `byteOffset` counts in the compressed file.
    case damaged(byteOffset: Int, reason: String)
    /// A compressed file unpacks to more than is allowed.
    case expandsTooMuch(reason: String)
    /// A CSV record breaks RFC 4180; `byteOffset` is the byte that does, counted from 0 in the file, or the beginning
    /// of the record when a quotation mark is never closed.
    case malformedRow(record: Int, byteOffset: Int, reason: String)
    /// A CSV record has another number of cells than the first one; `byteOffset` is where it begins.
    case raggedRow(record: Int, byteOffset: Int, expected: Int, found: Int)
    /// A CSV cell is longer than `limit` bytes; its record begins at `byteOffset`.
    case cellTooLarge(record: Int, byteOffset: Int, limit: Int)
    /// A CSV record is longer than `limit` bytes; it begins at `byteOffset`.
    case recordTooLarge(record: Int, byteOffset: Int, limit: Int)
    /// A CSV cell is not UTF-8; its record begins at `byteOffset`.
    case cellNotUTF8(record: Int, byteOffset: Int, column: Int)
}

extension LoadingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchInput(let pattern):
            "no such input: \(pattern)"
        case .unreadable(let file, let reason):
            "\(file): \(reason)"
        case .damaged(let byteOffset, let reason):
            "compressed byte \(byteOffset): \(reason)"
        case .expandsTooMuch(let reason):
            reason
        case .malformedRow(let record, let byteOffset, let reason):
            "record \(record), byte \(byteOffset): \(reason)"
        case .raggedRow(let record, let byteOffset, let expected, let found):
            "record \(record), byte \(byteOffset): \(found) cells where the first record has \(expected)"
        case .cellTooLarge(let record, let byteOffset, let limit):
            "record \(record), byte \(byteOffset): a cell of more than \(limit) bytes"
        case .recordTooLarge(let record, let byteOffset, let limit):
            "record \(record), byte \(byteOffset): more than \(limit) bytes"
        case .cellNotUTF8(let record, let byteOffset, let column):
            "record \(record), byte \(byteOffset): cell \(column) is not UTF-8"
        }
    }
}
