import Assembly
import Foundation
import Synchronization

/// Where the lines of a log go. A log that cannot be written must not stop the work; `failure` tells at its end.
final class LogDestination: Sendable {
    private struct State {
        var descriptor: Int32
        var firstFailure: OutputError?
    }

    private let path: String
    /// Nil for what is never rotated.
    private let rotation: LogRotation?
    private let state: Mutex<State>

    init(descriptor: Int32, path: String, rotation: LogRotation? = nil) {
        self.path = path
        self.rotation = rotation
        state = Mutex(State(descriptor: descriptor))
    }

    /// Opens a file for appending, and makes it when there is none.
    static func file(_ path: String, rotation: LogRotation? = nil) throws(AssemblyError) -> LogDestination {
        guard let descriptor = LogRotation.open(path) else {
            throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
        }
        return LogDestination(descriptor: descriptor, path: path, rotation: rotation)
    }

    static let standardError = LogDestination(descriptor: 2, path: "standard error")

    /// The first line that did not get out; nil when all did.
    var failure: OutputError? { state.withLock { $0.firstFailure } }

    func write(_ line: String) {
        state.withLock { state in
            if let rotation {
                state.descriptor = rotation.descriptor(for: line.utf8.count, path: path, now: state.descriptor)
            }
            let writer = DescriptorWriter(descriptor: state.descriptor, name: path)
            do throws(OutputError) {
                try writer.write(line)
                try writer.flush()
            } catch {
                state.firstFailure = state.firstFailure ?? error
            }
        }
    }
}
