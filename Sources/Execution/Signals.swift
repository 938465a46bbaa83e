import Foundation
import Synchronization

/// Listens for signals, so that a run ends where its writer is safe. Hand it to a `Cancellation`.
///
/// The second signal of a kind finds the default action again and kills at once, for the person who presses Ctrl-C twice.
/// Keep the watch for as long as the signals are to be caught; when it goes, the default action is back. One watch at a
/// time: a process has one handler a signal.
///
/// Whoever started the process may have blocked the signals, as Swift programs do in their worker threads; this thread takes
/// them all the same.
///
/// A plain handler and no `DispatchSource`: on Linux that reads a signalfd, which stays silent whenever the signal is
/// ignored and some thread does not block it.
package final class SignalWatch: Sendable {
    private let watched: [Int32]

    /// - Parameter signals: SIGINT (Ctrl-C) and SIGTERM (timeout, cron, systemd) unless said otherwise.
    package init(_ signals: [Int32] = [SIGINT, SIGTERM]) {
        watched = signals
        firstSignal.store(0, ordering: .sequentiallyConsistent)
        for number in signals {
            signal(number) { number in
                // Only what is safe in a handler: one atomic exchange and signal(2).
                _ = firstSignal.compareExchange(expected: 0, desired: number, ordering: .sequentiallyConsistent)
                signal(number, SIG_DFL)
            }
        }
        var set = sigset_t()
        sigemptyset(&set)
        for number in signals { sigaddset(&set, number) }
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    deinit {
        for number in watched { signal(number, SIG_DFL) }
    }

    /// The first signal that came; nil while none has.
    package var caught: Int32? {
        let number = firstSignal.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }
}

/// The one thing that a handler may touch; 0 is none.
private let firstSignal = Atomic<Int32>(0)

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
