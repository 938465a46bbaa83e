import ArgumentParser
import Assembly
import Foundation

/// How the program ends after an error: what it says, where, and its exit code. The one place that decides.
enum Ending {
    /// Help, version, a completion script: asked for, so on standard output.
    case answered(String)
    /// Messages, each of one or more lines.
    case failed([String], ExitStatus)
    case bySignal(Int32)

    init(of error: any Error) {
        switch error {
        case let error as AssemblyError:
            // Each problem of a recipe is a message of its own: they begin with the file's name.
            self = .failed(error.description.split(separator: "\n").map(String.init), ExitStatus(error))
        case let error as Interrupted:
            self = .bySignal(error.signal)
        case OutputError.readerGone:
            self = .bySignal(SIGPIPE)
        case let error as OutputError:
            self = .failed([error.description], .inputOutput)
        default:
            switch Sayso.exitCode(for: error) {
            case .success: self = .answered(Sayso.fullMessage(for: error))
            case .validationFailure: self = .failed([Self.usage(error)], .usage)
            default: self = .failed(["internal error: \(error)"], .internalFault)
            }
        }
    }

    func carryOut() -> Never {
        switch self {
        case .answered(let text):
            do throws(OutputError) {
                let output = DescriptorWriter.standardOutput
                try output.write(text + "\n")
                try output.flush()
            } catch {
                Ending(of: error).carryOut()
            }
            exit(ExitStatus.done.rawValue)
        case .failed(let messages, let status):
            for message in messages { StandardError.say(message) }
            exit(status.rawValue)
        case .bySignal(let signal):
            ProcessSignals.end(by: signal)
        }
    }

    /// What the parser has to say, without the "Error: " in front.
    private static func usage(_ error: any Error) -> String {
        let full = Sayso.fullMessage(for: error)
        return full.hasPrefix("Error: ") ? String(full.dropFirst("Error: ".count)) : full
    }
}

/// A run that SIGINT or SIGTERM ended.
struct Interrupted: Error {
    let signal: Int32
}
