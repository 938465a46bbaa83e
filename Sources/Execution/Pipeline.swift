import Dispatch

/// A bounded, ordered, staged pipeline that reads top to bottom:
///
///     let report = try Pipeline(load)
///         .through(segment)
///         .through(tag)
///         .run(into: "store") { rows in try store.commit(rows) }
///
/// Every stage runs beside the others. Queues between stages are bounded, and no more values than there are credits are
/// ever between source and sink, so memory is bounded by the largest values and not by the input. The sink gets the
/// results in input order whatever the workers did.
package struct Pipeline<Output: Sendable>: Sendable {
    let names: [String]
    let stations: [Schedule.Station]
    let hasTimeLimit: Bool
    /// Builds what stands above an outlet. The outlet says how many values are there for the sink.
    let connect: @Sendable (_ outlet: @escaping @Sendable (Numbered<Output>) -> Int) -> Wiring

    package init(_ source: Source<Output>) {
        names = [source.name]
        stations = []
        hasTimeLimit = false
        connect = { outlet in
            Wiring(
                source: {
                    let next = try source.start()
                    var sequence = 0
                    return Step {
                        guard let value = try next() else { return .ended }
                        defer { sequence += 1 }
                        return .passed(ready: outlet(Numbered(sequence: sequence, value: value)))
                    }
                }, stages: [])
        }
    }

    private init(
        names: [String], stations: [Schedule.Station], hasTimeLimit: Bool,
        connect: @escaping @Sendable (@escaping @Sendable (Numbered<Output>) -> Int) -> Wiring
    ) {
        self.names = names
        self.stations = stations
        self.hasTimeLimit = hasTimeLimit
        self.connect = connect
    }

    /// The same pipeline with one more stage at its end.
    package func through<Next: Sendable>(_ stage: Stage<Output, Next>) -> Pipeline<Next> {
        let above = connect
        return Pipeline<Next>(
            names: names + [stage.name],
            stations: stations + [Schedule.Station(workers: stage.workers, room: stage.queue)],
            hasTimeLimit: hasTimeLimit || stage.limit != nil,
            connect: { outlet in
                let line = WaitingLine<Output>(room: stage.queue, workers: stage.workers)
                var wiring = above { value in
                    line.put(value)
                    return 0
                }
                let index = wiring.stages.count
                wiring.stages.append { watch in
                    let transform = try stage.start()
                    return Step {
                        let value = line.take()
                        guard let limit = stage.limit else {
                            let result = try transform(value.value)
                            return .passed(ready: outlet(Numbered(sequence: value.sequence, value: result)))
                        }
                        let ticket = watch.begin(stage: index, limit: limit.time) {
                            outlet(Numbered(sequence: value.sequence, value: limit.instead(value.value)))
                        }
                        let result = Result { try transform(value.value) }
                        guard watch.end(ticket) else { return .lost }
                        return .passed(ready: outlet(Numbered(sequence: value.sequence, value: try result.get())))
                    }
                }
                return wiring
            })
    }
}

/// The parts of a pipeline, each to be started on the thread that runs it.
struct Wiring: Sendable {
    var source: @Sendable () throws -> Step
    var stages: [@Sendable (TimeWatch) throws -> Step]
}

/// Moves one value through a source or a stage, on one thread.
///
/// A type and not a bare closure: a closure that goes in and out of an optional or an array gains a thunk each time,
/// and after some ten thousand values the stack would overflow.
struct Step {
    enum Outcome {
        /// With the number of values that are now there for the sink.
        case passed(ready: Int)
        /// The source has no more.
        case ended
        /// The value took too long: another thread has gone on in the place of this one, which must do nothing more.
        case lost
    }

    let run: () throws -> Outcome
}

/// How a pipeline runs.
package struct RunSettings: Sendable {
    /// Values that may be between source and sink; nil is enough to keep every worker and queue busy.
    package var credits: Int?
    /// Raise it from outside to stop the run.
    package var cancellation: Cancellation
    /// The time since any fixed moment; without it busy times are zero.
    package var clock: (@Sendable () -> Duration)?

    package init(
        credits: Int? = nil, cancellation: Cancellation = Cancellation(), clock: (@Sendable () -> Duration)? = nil
    ) {
        self.credits = credits
        self.cancellation = cancellation
        self.clock = clock
    }
}

extension Pipeline {
    /// Runs the pipeline to its end; the sink runs on the calling thread.
    ///
    /// The first error of source, stage or sink stops everything; values on their way are dropped. When this returns or
    /// throws, no thread runs anything of the pipeline any more, but for a transform that was over its time limit.
    /// - Returns: the counts of each stage; an empty input gives zeros.
    /// - Throws: the first error, unchanged; `ExecutionError.cancelled` when the flag was raised before the end.
    package func run(
        into sink: String = "sink", _ settings: RunSettings = RunSettings(), _ consume: (Output) throws -> Void
    ) throws -> RunReport {
        let workers = stations.reduce(0) { $0 + $1.workers }
        let room = stations.reduce(0) { $0 + $1.room }
        let credits = max(1, settings.credits ?? workers + room + 1)
        let clock = settings.clock ?? { @Sendable in .zero }
        let scheduler = Scheduler(
            names: names + [sink], schedule: Schedule(stations: stations, credits: credits),
            cancellation: settings.cancellation)
        let results = OrderedLine<Output>(credits: credits)
        let wiring = connect { results.put($0) }
        let watch = TimeWatch()
        if hasTimeLimit {
            DispatchQueue(label: "sayso.watch").async {
                Threads.runWatch(wiring, scheduler, watch, clock)
            }
        }

        DispatchQueue(label: "sayso.\(names[0])").async {
            Threads.runSource(wiring, scheduler, clock)
        }
        for number in 0..<min(workers, Threads.limit) {
            // A queue each: a concurrent queue would share few threads, and a stage may block on a disk.
            DispatchQueue(label: "sayso.worker.\(number + 1)").async {
                Threads.runWorker(wiring, scheduler, watch, clock)
            }
        }
        do {
            try drain(results, scheduler, clock, consume)
            scheduler.stop(.finished)
        } catch {
            scheduler.stop(.failed(error))
        }
        let (ending, counts) = scheduler.join()
        watch.close()
        switch ending {
        case .finished: return RunReport(stages: counts)
        case .cancelled: throw ExecutionError.cancelled
        case .failed(let error): throw error
        }
    }

    private func drain(
        _ results: OrderedLine<Output>, _ scheduler: Scheduler, _ clock: () -> Duration,
        _ consume: (Output) throws -> Void
    ) throws {
        var busy: Duration?
        while scheduler.sinkTurn(after: busy) == .goOn {
            busy = nil
            var next = results.take()
            if next == nil {
                // Looked at again after the announcement, so that no value slips in between unnoticed.
                scheduler.sinkGoesToSleep()
                next = results.take()
            }
            guard let value = next else {
                scheduler.sinkWaits()
                continue
            }
            let begin = clock()
            try consume(value)
            busy = clock() - begin
        }
    }
}

/// What the runtime's threads do.
private enum Threads {
    /// More worker threads than this only get in each other's way; stages with more workers share them.
    static let limit = 64

    static func runSource(_ wiring: Wiring, _ scheduler: Scheduler, _ clock: () -> Duration) {
        guard scheduler.enter() else { return }
        defer { scheduler.leave() }
        do {
            var made: Step?
            var done: (busy: Duration, ready: Int)?
            while scheduler.sourceMayRun(after: done) {
                let begin = clock()
                let step = try made ?? wiring.source()
                made = step
                switch try step.run() {
                case .ended, .lost: return scheduler.sourceEnded(busy: clock() - begin)
                case .passed(let ready): done = (clock() - begin, ready)
                }
            }
        } catch {
            scheduler.stop(.failed(error))
        }
    }

    static func runWorker(
        _ wiring: Wiring, _ scheduler: Scheduler, _ watch: TimeWatch, _ clock: @escaping @Sendable () -> Duration
    ) {
        guard scheduler.enter() else { return }
        work(wiring, scheduler, watch, clock)
    }

    /// What a worker does after it has entered.
    private static func work(
        _ wiring: Wiring, _ scheduler: Scheduler, _ watch: TimeWatch, _ clock: @escaping @Sendable () -> Duration
    ) {
        do {
            // What each stage keeps for this thread, made when this thread first runs the stage.
            var made: [Step?] = Array(repeating: nil, count: wiring.stages.count)
            var done: Scheduler.Done?
            while let stage = scheduler.nextStage(after: done) {
                let begin = clock()
                let step = try made[stage] ?? wiring.stages[stage](watch)
                made[stage] = step
                switch try step.run() {
                case .passed(let ready): done = (stage, clock() - begin, ready)
                // Its place is taken, so it has left already.
                case .lost: return
                // Only a source ends by itself.
                case .ended: preconditionFailure("a stage ended")
                }
            }
        } catch {
            scheduler.stop(.failed(error))
        }
        scheduler.leave()
    }

    /// Goes on in the place of workers whose value takes too long, until the run is over.
    static func runWatch(
        _ wiring: Wiring, _ scheduler: Scheduler, _ watch: TimeWatch, _ clock: @escaping @Sendable () -> Duration
    ) {
        while watch.sleep() {
            for overdue in watch.takeOverdue() {
                let ready = overdue.instead()
                guard scheduler.goOn(after: (overdue.stage, overdue.limit, ready)) else { continue }
                DispatchQueue(label: "sayso.worker.next").async { work(wiring, scheduler, watch, clock) }
            }
        }
    }
}
