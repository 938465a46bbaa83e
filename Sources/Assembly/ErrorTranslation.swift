import Execution
import Foundation
import Loading
import Storage
import Writing

/// What the modules throw, as what a run ends with: the one place that decides.
extension AssemblyError {
    init(_ error: any Error) {
        switch error {
        case let error as AssemblyError: self = error
        case let error as WritingError: self.init(error)
        case let error as StorageError: self.init(error)
        case let error as LoadingError: self.init(error)
        case ExecutionError.cancelled: self = .interrupted
        default: self = .internalFault("\(error)")
        }
    }

    private init(_ error: WritingError) {
        switch error {
        case .cannotCreate(let path, let code): self = .cannotCreate(path: path, reason: Self.words(code))
        case .writeFailed(let path, let code): self = .writeFailed(path: path, reason: Self.words(code))
        case .readFailed(let path, let code): self = .readFailed(path: path, reason: Self.words(code))
        case .occupied(let path, let found):
            self = .cannotCreate(path: path, reason: "\(found) stands there, not a link that sayso made")
        case .locked(let path, let holder):
            self = .locked(path: path, holder: holder)
        case .invalidName(let name):
            self = .cannotCreate(path: name, reason: "this cannot be the name of an output")
        case .malformedRow: self = .internalFault(error.description)
        }
    }

    private init(_ error: StorageError) {
        switch error {
        case .cannotOpen(let path, let message): self = .cannotCreate(path: path, reason: message)
        case .busy(let path): self = .locked(path: path, holder: "")
        case .readOrWriteFailed(let path, let message): self = .writeFailed(path: path, reason: message)
        case .corrupt(let path, _), .damagedRows(let path, _, _):
            self = .readFailed(path: path, reason: error.description)
        case .unknownFingerprint: self = .internalFault(error.description)
        }
    }

    private init(_ error: LoadingError) {
        switch error {
        case .noSuchInput(let pattern): self = .noSuchInput(pattern)
        case .unreadable(let file, let reason): self = .readFailed(path: file, reason: reason)
        default: self = .internalFault(error.description)
        }
    }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// Runs `body` and gives whatever it throws a type.
func translatingErrors<Result>(_ body: () throws -> Result) throws(AssemblyError) -> Result {
    do {
        return try body()
    } catch {
        throw AssemblyError(error)
    }
}
