import Execution

/// The wish to stop a run: raised by SIGINT, SIGTERM or by the program itself.
///
/// A run polls it and ends with `AssemblyError.interrupted` where its writer is safe.
public final class Interruption {
    package let cancellation: Cancellation
    private let watch: SignalWatch?

    /// - Parameter watchesSignals: true to catch Ctrl-C and SIGTERM for as long as this value lives. A second signal
    ///   kills at once.
    public init(watchesSignals: Bool) {
        watch = watchesSignals ? SignalWatch() : nil
        cancellation = Cancellation(signals: watch)
    }

    public func raise() {
        cancellation.raise()
    }

    /// The signal that came first; nil when none did.
    public var signal: Int32? { watch?.caught }
}

/// How a program that uses the library should stand to signals; the library itself changes none.
public enum ProcessSignals {
    /// From now on a write to a pipe that nobody reads is the error EPIPE and a write over `ulimit -f` is EFBIG, so that
    /// no run dies in the middle of publishing.
    public static func turnWriteSignalsIntoErrors() {
        WriteSignals.ignoreBrokenPipe()
        WriteSignals.ignoreFileSizeLimit()
    }

    /// Ends the process as the signal would have, for callers that look at how a program ended.
    public static func end(by signal: Int32) -> Never {
        WriteSignals.endBySignal(signal)
    }
}
