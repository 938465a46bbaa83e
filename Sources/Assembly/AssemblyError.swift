/// What ends a run before its time. An article that is bad is a reject and not an error.
public enum AssemblyError: Error, Hashable, Sendable {
    /// The recipe is wrong; nothing was done.
    case badRecipe(RecipeError)
    /// A file, folder, glob or row that was asked for is not there.
    case noSuchInput(String)
    /// The run was published, but more of its articles were rejected than the recipe allows.
    case tooManyRejects(rejected: Int, articles: Int, percentAllowed: Double)
    /// A dataset breaks its schema or its articles; the findings were handed out before.
    case invalidDataset(folder: String, findings: Int)
    /// A line of a gold file is no annotated article.
    case malformedGold(file: String, line: Int, reason: String)
    /// The output folder or a file in it cannot be made; `reason` is the operating system's.
    case cannotCreate(path: String, reason: String)
    case readFailed(path: String, reason: String)
    /// The disk is full, a device failed; what was published before stands.
    case writeFailed(path: String, reason: String)
    /// Another run holds the lock; `holder` is what it says about itself, perhaps nothing.
    case locked(path: String, holder: String)
    /// SIGINT or SIGTERM came; what was published before stands.
    case interrupted
    /// A bug of ours.
    case internalFault(String)
}

extension AssemblyError: CustomStringConvertible {
    /// One line, several for a recipe with several problems.
    public var description: String {
        switch self {
        case .badRecipe(let error):
            error.description
        case .noSuchInput(let name):
            "\(name): no such input"
        case .tooManyRejects(let rejected, let articles, let percent):
            "\(rejected) of \(articles) articles were rejected, more than the \(percent) % that the recipe allows; "
                + "see rejects.jsonl"
        case .invalidDataset(let folder, let findings):
            "\(folder): \(findings) finding\(findings == 1 ? "" : "s")"
        case .malformedGold(let file, let line, let reason):
            "\(file):\(line): \(reason)"
        case .cannotCreate(let path, let reason):
            "\(path): cannot create: \(reason)"
        case .readFailed(let path, let reason):
            "\(path): cannot read: \(reason)"
        case .writeFailed(let path, let reason):
            "\(path): cannot write: \(reason)"
        case .locked(let path, let holder):
            "\(path): another run is at work\(holder.isEmpty ? "" : ": \(holder)")"
        case .interrupted:
            "interrupted"
        case .internalFault(let what):
            "internal error: \(what)"
        }
    }
}
