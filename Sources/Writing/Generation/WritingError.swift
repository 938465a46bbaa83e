/// What can go wrong when datasets are written. Every case names the path.
package enum WritingError: Error, Equatable, Sendable {
    /// A file or folder could not be made or opened for writing. Exit code 73.
    case cannotCreate(path: String, errno: Int32)
    /// A write, sync or rename failed: a full or broken disk. Exit code 74.
    case writeFailed(path: String, errno: Int32)
    /// A file of an earlier generation could not be read. Exit code 74.
    case readFailed(path: String, errno: Int32)
    /// Something that no run of ours made stands where the link to the datasets belongs. Exit code 73.
    case occupied(path: String, found: String)
    /// Another run holds the lock; `holder` is what it wrote down about itself, or empty. Exit code 75.
    case locked(path: String, holder: String)
    /// The name of an output would leave its folder or hide it. Exit code 78.
    case invalidName(String)
    /// A row does not fit its table: a fault of the program. Exit code 70.
    case malformedRow(table: String, expected: Int, found: Int)
}

extension WritingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotCreate(let path, let code): return "cannot create \(path): \(systemMessage(code))"
        case .writeFailed(let path, let code): return "cannot write \(path): \(systemMessage(code))"
        case .readFailed(let path, let code): return "cannot read \(path): \(systemMessage(code))"
        case .occupied(let path, let found):
            return "\(path) is \(found), not a link that sayso made; move it away or choose another output"
        case .locked(let path, let holder):
            return holder.isEmpty ? "another run holds \(path)" : "another run holds \(path): \(holder)"
        case .invalidName(let name): return "\"\(name)\" cannot be the name of an output"
        case .malformedRow(let table, let expected, let found):
            return "a row of \(table) has \(found) cells instead of \(expected)"
        }
    }
}
