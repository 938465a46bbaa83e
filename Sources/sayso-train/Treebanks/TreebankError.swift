/// Why annotated text cannot be read.
enum TreebankError: Error, Equatable {
    /// The file cannot be opened or unpacked.
    case unreadable(file: String, reason: String)
    /// Lines count from 1.
    case malformedLine(file: String, line: Int, reason: String)
}

extension TreebankError: CustomStringConvertible {
    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): \(reason)"
        case .malformedLine(let file, let line, let reason): "\(file):\(line): \(reason)"
        }
    }
}
