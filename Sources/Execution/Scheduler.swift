import Dispatch

/// `Schedule` shared by threads: hands out work, puts those to sleep that have none, and wakes no more than needed.
///
/// Memory is ordered by the lock alone; semaphores only put threads to sleep, and a signal too many does no harm.
final class Scheduler: Sendable {
    enum Ending: Sendable {
        case finished
        case cancelled
        case failed(any Error)
    }

    private struct State: Sendable {
        var schedule: Schedule
        /// Source, stages, sink.
        var counts: [StageCount]
        var threads = 0
        var idleWorkers = 0
        var sourceSleeps = false
        var sinkSleeps = false
        var ending: Ending?

        /// One sleeping worker when there is work, who in turn wakes the next; the source when it may run.
        ///
        /// - Parameter ready: values for the sink, when there may be more than before.
        mutating func wakes(ready: Int? = nil) -> Wakes {
            var wakes = Wakes()
            if idleWorkers > 0, schedule.nextRunnable != nil {
                idleWorkers -= 1
                wakes.worker = true
            }
            if sourceSleeps, schedule.sourceHasAmpleRoom {
                sourceSleeps = false
                wakes.source = true
            }
            if sinkSleeps, let ready, schedule.sinkHasAmple(ready) {
                sinkSleeps = false
                wakes.sink = true
            }
            return wakes
        }
    }

    private let state: Guarded<State>
    private let cancellation: Cancellation
    private let workerWake = DispatchSemaphore(value: 0)
    private let sourceWake = DispatchSemaphore(value: 0)
    private let sinkWake = DispatchSemaphore(value: 0)
    private let lastThreadLeft = DispatchSemaphore(value: 0)

    init(names: [String], schedule: Schedule, cancellation: Cancellation) {
        state = Guarded(State(schedule: schedule, counts: names.map { StageCount(name: $0) }))
        self.cancellation = cancellation
    }

    // MARK: Threads come and go

    /// - Returns: false when the run is over before this thread began; it must then do nothing.
    func enter() -> Bool {
        state.withLock { state in
            guard state.ending == nil else { return false }
            state.threads += 1
            return true
        }
    }

    func leave() {
        let isLast = state.withLock { state in
            state.threads -= 1
            return state.ending != nil && state.threads == 0
        }
        if isLast { lastThreadLeft.signal() }
    }

    /// Ends the run; the first reason stands.
    func stop(_ ending: Ending) {
        let sleepers = state.withLock { state in
            if state.ending == nil { state.ending = ending }
            defer { state.idleWorkers = 0 }
            return state.idleWorkers
        }
        for _ in 0..<sleepers { workerWake.signal() }
        sourceWake.signal()
        sinkWake.signal()
    }

    /// Waits until no thread runs anything of this pipeline. Call after `stop`.
    func join() -> (ending: Ending, counts: [StageCount]) {
        while true {
            let result = state.withLock { state in state.threads == 0 ? (state.ending, state.counts) : nil }
            if let (ending, counts) = result { return (ending ?? .finished, counts) }
            lastThreadLeft.wait()
        }
    }

    // MARK: Workers

    /// Counts the work done and waits for more.
    /// - Returns: the stage to run; nil when the run is over.
    func nextStage(after done: Done?) -> Int? {
        var done = done
        while true {
            if cancellation.isRaised { stop(.cancelled) }
            let (next, isOver, wakes) = state.withLock { state -> (Int?, Bool, Wakes) in
                if let (stage, busy, _) = done {
                    state.schedule.finish(stage)
                    state.counts[stage + 1].delivered += 1
                    state.counts[stage + 1].busy += busy
                }
                guard state.ending == nil else { return (nil, true, Wakes()) }
                let next = state.schedule.nextRunnable
                if let next {
                    state.schedule.start(next)
                    state.counts[next + 1].received += 1
                }
                let wakes = state.wakes(ready: done?.ready)
                if next == nil { state.idleWorkers += 1 }
                return (next, false, wakes)
            }
            carryOut(wakes)
            if isOver { return nil }
            if let next { return next }
            done = nil
            workerWake.wait()
        }
    }

    /// Counts the work that was done in the place of a worker that is lost.
    /// - Returns: false when the run is over. The lost one has then left; otherwise somebody else is to work in its place.
    func goOn(after done: Done) -> Bool {
        let (isOver, isLast, wakes) = state.withLock { state -> (Bool, Bool, Wakes) in
            state.schedule.finish(done.stage)
            state.counts[done.stage + 1].delivered += 1
            state.counts[done.stage + 1].busy += done.busy
            guard state.ending != nil else { return (false, false, state.wakes(ready: done.ready)) }
            state.threads -= 1
            return (true, state.threads == 0, Wakes())
        }
        carryOut(wakes)
        if isLast { lastThreadLeft.signal() }
        return !isOver
    }

    // MARK: Source

    /// Counts what the source has done and waits for a credit and for room.
    ///
    /// - Parameter done: the time it took, and the values that are now there for the sink.
    /// - Returns: false when the run is over.
    func sourceMayRun(after done: (busy: Duration, ready: Int)?) -> Bool {
        var done = done
        while true {
            if cancellation.isRaised { stop(.cancelled) }
            let (answer, wakes) = state.withLock { state -> (Bool?, Wakes) in
                if let (busy, _) = done {
                    state.schedule.finishSource(yielded: true)
                    state.counts[0].delivered += 1
                    state.counts[0].busy += busy
                }
                guard state.ending == nil else { return (false, Wakes()) }
                let mayRun = state.schedule.sourceMayRun
                if mayRun { state.schedule.startSource() }
                state.sourceSleeps = !mayRun
                return (mayRun ? true : nil, state.wakes(ready: done?.ready))
            }
            carryOut(wakes)
            if let answer { return answer }
            done = nil
            sourceWake.wait()
        }
    }

    func sourceEnded(busy: Duration) {
        state.withLock { state in
            state.schedule.finishSource(yielded: false)
            state.counts[0].busy += busy
        }
        sinkWake.signal()
    }

    // MARK: Sink

    enum SinkTurn { case goOn, drained, over }

    /// Counts the value that the sink has taken, if it took one since the last turn.
    func sinkTurn(after busy: Duration?) -> SinkTurn {
        let (turn, wakes) = state.withLock { state -> (SinkTurn, Wakes) in
            if let busy {
                state.schedule.consume()
                state.counts[state.counts.count - 1].received += 1
                state.counts[state.counts.count - 1].busy += busy
            }
            if state.ending != nil { return (.over, Wakes()) }
            return state.schedule.isDrained ? (.drained, Wakes()) : (.goOn, state.wakes())
        }
        carryOut(wakes)
        guard turn == .goOn, cancellation.isRaised else { return turn }
        stop(.cancelled)
        return .over
    }

    /// Says that the sink will sleep unless its next value comes before `sinkWaits`.
    func sinkGoesToSleep() {
        state.withLock { $0.sinkSleeps = true }
    }

    /// Sleeps until values are there or the run is over; at most 50 ms, so that the flag is seen.
    func sinkWaits() {
        _ = sinkWake.wait(timeout: .now() + .milliseconds(50))
    }

    // MARK: Waking

    private struct Wakes {
        var worker = false
        var source = false
        var sink = false
    }

    /// What a worker has done: the stage, the time it took, and the values that are now there for the sink.
    typealias Done = (stage: Int, busy: Duration, ready: Int)

    private func carryOut(_ wakes: Wakes) {
        if wakes.worker { workerWake.signal() }
        if wakes.source { sourceWake.signal() }
        if wakes.sink { sinkWake.signal() }
    }
}
