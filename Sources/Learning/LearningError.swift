/// Why a model cannot be used.
public enum LearningError: Error, Equatable, Sendable {
    /// The bytes do not begin as a model file does.
    case notAModel
    /// The format of the file is another than this program reads.
    case unsupportedFormat(version: Int)
    /// The file is shorter or longer than it says; both in bytes.
    case wrongLength(expected: Int, found: Int)
    /// The bytes are not those that were written.
    case checksumMismatch
    /// Another model than asked for, or one whose features another version of the code computes.
    case wrongModel(expected: String, found: String)
    case missingSection(String)
    case malformedSection(String, reason: String)
}

extension LearningError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAModel: "this is not a model file"
        case .unsupportedFormat(let version): "the model file's format is version \(version), which is not supported"
        case .wrongLength(let expected, let found): "the model file has \(found) bytes instead of \(expected)"
        case .checksumMismatch: "the model file is damaged: its checksum is wrong"
        case .wrongModel(let expected, let found): "the model is \(found) instead of \(expected)"
        case .missingSection(let name): "the model file has no section \(name)"
        case .malformedSection(let name, let reason): "the model file's section \(name) \(reason)"
        }
    }
}
