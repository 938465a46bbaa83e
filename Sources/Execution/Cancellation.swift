import Synchronization

/// A flag that says "stop as soon as you can"; raised once, from any thread or by a signal, and never lowered.
///
/// A running pipeline polls it between values and at least every 50 ms.
package final class Cancellation: Sendable {
    private let raised = Atomic<Bool>(false)
    private let signals: SignalWatch?

    /// - Parameter signals: raises the flag too.
    package init(signals: SignalWatch? = nil) {
        self.signals = signals
    }

    package var isRaised: Bool { raised.load(ordering: .acquiring) || signals?.caught != nil }

    package func raise() {
        raised.store(true, ordering: .releasing)
    }
}
