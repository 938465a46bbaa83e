import Foundation

/// A value behind a lock: the one place of this module where threads share mutable memory.
///
/// `NSLock` and not `Synchronization.Mutex`, because the thread sanitizer does not understand the latter and reports
/// races that are none. `nonisolated(unsafe)` is sound here because `state` is private and every access holds the lock.
final class Guarded<State: Sendable>: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var state: State

    init(_ state: State) {
        self.state = state
    }

    /// Runs `body` alone; never call out to a stage from here.
    func withLock<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&state)
    }
}
