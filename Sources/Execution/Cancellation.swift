import Synchronization

/// A flag that says "stop as soon as you can"; raised once, from any thread, and never lowered.
///
/// A running pipeline polls it between values and at least every 50 ms.
package final class Cancellation: Sendable {
    private let raised = Atomic<Bool>(false)

    package init() {}

    package var isRaised: Bool { raised.load(ordering: .acquiring) }

    package func raise() {
        raised.store(true, ordering: .releasing)
    }
}
