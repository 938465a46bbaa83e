import Foundation
import Testing

@testable import Execution

@Suite(.serialized) struct SignalsTests {
    @Test func aSignalRaisesTheFlag() {
        let watch = SignalWatch([SIGUSR1])
        let cancellation = Cancellation(signals: watch)
        #expect(watch.caught == nil && !cancellation.isRaised)
        kill(getpid(), SIGUSR1)
        #expect(waits { cancellation.isRaised })
        #expect(watch.caught == SIGUSR1)
    }

    @Test func aSignalEndsARun() {
        let watch = SignalWatch([SIGUSR1])
        let settings = RunSettings(cancellation: Cancellation(signals: watch))
        #expect(throws: ExecutionError.cancelled) {
            try Pipeline(Source("endless", sequence(first: 0) { $0 &+ 1 })).run(settings) { value in
                if value == 100 { kill(getpid(), SIGUSR1) }
            }
        }
    }

    @Test func theDefaultActionIsBackAfterTheFirst() {
        let watch = SignalWatch([SIGUSR2])
        #expect(handler(of: SIGUSR2) != unsafeBitCast(SIG_DFL, to: Int.self))
        kill(getpid(), SIGUSR2)
        #expect(waits { watch.caught == SIGUSR2 })
        #expect(waits { handler(of: SIGUSR2) == unsafeBitCast(SIG_DFL, to: Int.self) })
    }

    @Test func theDefaultActionIsBackAfterTheWatch() {
        do {
            let watch = SignalWatch([SIGUSR2])
            #expect(watch.caught == nil)
        }
        #expect(handler(of: SIGUSR2) == unsafeBitCast(SIG_DFL, to: Int.self))
    }

    @Test func aWriteOverTheFileSizeLimitIsAnError() {
        WriteSignals.ignoreFileSizeLimit()
        #expect(handler(of: SIGXFSZ) == unsafeBitCast(SIG_IGN, to: Int.self))
    }

    /// Two seconds at most.
    private func waits(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2000 {
            if condition() { return true }
            usleep(1000)
        }
        return false
    }

    private func handler(of number: Int32) -> Int {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    }
}
