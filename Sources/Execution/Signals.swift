import Dispatch
import Foundation
import Synchronization

/// Turns signals into a raised flag, so that a run ends where its writer is safe.
///
/// The second signal of a kind finds the default action again and kills at once, for the person who presses Ctrl-C twice.
/// Keep the watch for as long as the signals are to be caught; when it goes, the default action is back.
package final class SignalWatch {
    private let sources: [any DispatchSourceSignal]
    private let first = FirstSignal()

    /// - Parameter signals: SIGINT (Ctrl-C) and SIGTERM (timeout, cron, systemd) unless said otherwise.
    package init(_ signals: [Int32] = [SIGINT, SIGTERM], raising cancellation: Cancellation) {
        let queue = DispatchQueue(label: "sayso.signals")
        let first = first
        sources = signals.map { number in
            // Dispatch only listens in; the process must not die of the signal before that.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                first.note(number)
                cancellation.raise()
                signal(number, SIG_DFL)
            }
            source.resume()
            return source
        }
        watched = signals
    }

    private let watched: [Int32]

    deinit {
        for source in sources { source.cancel() }
        for number in watched { signal(number, SIG_DFL) }
    }

    /// The first signal that came; nil while none has.
    package var caught: Int32? { first.number }
}

private final class FirstSignal: Sendable {
    private let stored = Atomic<Int32>(0)

    var number: Int32? {
        let number = stored.load(ordering: .acquiring)
        return number == 0 ? nil : number
    }

    func note(_ number: Int32) {
        _ = stored.compareExchange(expected: 0, desired: number, ordering: .acquiringAndReleasing)
    }
}

/// What this process does about signals that a write can bring.
package enum WriteSignals {
    /// A write over `ulimit -f` then fails with EFBIG, an error with a place, and does not kill the process.
    package static func ignoreFileSizeLimit() {
        signal(SIGXFSZ, SIG_IGN)
    }

    /// A write to a pipe that nobody reads then fails with EPIPE.
    ///
    /// Without this the process dies inside a write, wherever it is; for a filter that is right and for a program that
    /// publishes files it is wrong. So both get the error, and a filter ends with `endBySignal(SIGPIPE)` after its
    /// threads have stopped: to its caller that looks the same.
    package static func ignoreBrokenPipe() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Ends the process as the signal's default action does, so that a shell sees 128 + `number` and a calling `make` or
    /// `timeout` sees a process that was stopped and not one that failed.
    package static func endBySignal(_ number: Int32) -> Never {
        signal(number, SIG_DFL)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, number)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        raise(number)
        // Not reached for a signal whose default action ends the process.
        exit(128 + number)
    }
}
