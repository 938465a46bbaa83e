import Assembly

/// The exit codes of sysexits(3) that sayso uses.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalFault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case locked = 75
    case badRecipe = 78

    var meaning: String {
        switch self {
        case .done: "done"
        case .usage: "the command line is wrong"
        case .badData: "too many articles rejected, or rows or gold that are not valid"
        case .noInput: "no such input, recipe or row"
        case .internalFault: "a bug of sayso's own"
        case .cannotCreate: "the output cannot be created"
        case .inputOutput: "a read or write failed, or the disk is full"
        case .locked: "another run is at work on the same output; try later"
        case .badRecipe: "the recipe is wrong"
        }
    }

    init(_ error: AssemblyError) {
        switch error {
        case .badRecipe: self = .badRecipe
        case .noSuchInput: self = .noInput
        case .tooManyRejects, .invalidDataset, .malformedGold: self = .badData
        case .cannotCreate: self = .cannotCreate
        case .readFailed, .writeFailed: self = .inputOutput
        case .locked: self = .locked
        // Ends by its signal when there was one; without one, the caller may try again.
        case .interrupted: self = .locked
        case .internalFault: self = .internalFault
        }
    }

    /// For help texts: a line a code.
    static var table: String {
        let lines = allCases.map { status in
            let code = String(status.rawValue)
            return "    " + String(repeating: " ", count: 2 - code.count) + "\(code)  \(status.meaning)"
        }
        return (["Exit codes:", ""] + lines).joined(separator: "\n")
    }
}
