import Dispatch
import Foundation

/// Knows which values are being worked on, and finds those that take too long.
///
/// For each value either `end` or `takeOverdue` gets the ticket, never both: so a result is handed over exactly once.
final class TimeWatch: Sendable {
    /// A value that has taken too long.
    struct Overdue: Sendable {
        let stage: Int
        let limit: Duration
        /// Hands over another result; says how many values are now there for the sink.
        let instead: @Sendable () -> Int
    }

    private struct Ticket: Sendable {
        let overdue: Overdue
        let clock: clockid_t
        /// Of the clock above.
        let deadline: Duration
    }

    private struct State: Sendable {
        var tickets: [Int: Ticket] = [:]
        var next = 0
        var interval = Duration.seconds(1)
        var isClosed = false
    }

    private let state = Guarded(State())
    private let waking = DispatchSemaphore(value: 0)

    /// A worker begins with a value, on this thread.
    func begin(stage: Int, limit: Duration, instead: @escaping @Sendable () -> Int) -> Int {
        var clock = clockid_t()
        pthread_getcpuclockid(pthread_self(), &clock)
        let ticket = Ticket(
            overdue: Overdue(stage: stage, limit: limit, instead: instead), clock: clock,
            deadline: Self.time(of: clock) + limit)
        let interval = max(limit / 4, .milliseconds(1))
        let (number, isShorter) = state.withLock { state in
            let isShorter = interval < state.interval
            if isShorter { state.interval = interval }
            state.next += 1
            state.tickets[state.next] = ticket
            return (state.next, isShorter)
        }
        // Whoever sleeps for longer begins anew.
        if isShorter { waking.signal() }
        return number
    }

    /// - Returns: false when another result was handed over meanwhile.
    func end(_ ticket: Int) -> Bool {
        state.withLock { $0.tickets.removeValue(forKey: ticket) != nil }
    }

    /// The values that have taken too long, each once. Their threads still run, so their clocks can be read.
    func takeOverdue() -> [Overdue] {
        state.withLock { state in
            let late = state.tickets.filter { Self.time(of: $0.value.clock) > $0.value.deadline }.keys.sorted()
            return late.compactMap { state.tickets.removeValue(forKey: $0)?.overdue }
        }
    }

    /// Waits until it is time to look again.
    /// - Returns: false when there is nothing more to watch.
    func sleep() -> Bool {
        let interval = state.withLock { $0.interval }
        _ = waking.wait(timeout: .now() + .nanoseconds(Int(interval / .nanoseconds(1))))
        return state.withLock { !$0.isClosed }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        waking.signal()
    }

    private static func time(of clock: clockid_t) -> Duration {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return .zero }
        return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
    }
}
