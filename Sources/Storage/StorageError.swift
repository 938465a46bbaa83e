/// What can go wrong with the store. Every case names its file.
package enum StorageError: Error, Equatable, Sendable {
    /// It cannot be opened or made: no permission, no such folder. Exit code 73.
    case cannotOpen(path: String, message: String)
    /// Another process has it open. Exit code 75.
    case busy(path: String)
    /// The disk is full or broken. Exit code 74.
    case readOrWriteFailed(path: String, message: String)
    /// It was found damaged after it had been opened; opening it again replaces it. Exit code 74.
    case corrupt(path: String, message: String)
    /// The rows of one article do not have the checksum they were stored with. They have been taken out, so that the
    /// next run makes them anew. Exit code 74.
    case damagedRows(path: String, file: String, record: Int)
    /// An article without rows was listed under a fingerprint that the store does not know: a fault of the program.
    /// Exit code 70.
    case unknownFingerprint(path: String, file: String, record: Int)
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let message): return "cannot open the store \(path): \(message)"
        case .busy(let path): return "another process has the store \(path) open"
        case .readOrWriteFailed(let path, let message): return "cannot read or write the store \(path): \(message)"
        case .corrupt(let path, let message):
            return "the store \(path) is damaged (\(message)); the next run replaces it"
        case .damagedRows(let path, let file, let record):
            return "the store \(path) held damaged rows for \(file), record \(record); the next run makes them anew"
        case .unknownFingerprint(let path, let file, let record):
            return "the store \(path) has no rows for \(file), record \(record)"
        }
    }
}
