/// Where values come from: one thread at a time, in order.
package struct Source<Output: Sendable>: Sendable {
    package let name: String
    let start: @Sendable () throws -> () throws -> Output?

    /// A source with state, such as the open file and the list of those to come.
    ///
    /// `state` is made on the source's own thread and never leaves it, so it need not be `Sendable`.
    /// - Parameter next: the next value; nil ends the input and is final. A call that blocks for ever cannot be
    ///   cancelled: a source that waits for another process should wait with a timeout and poll the flag.
    package init<State>(
        _ name: String, state: @escaping @Sendable () throws -> State,
        next: @escaping @Sendable (inout State) throws -> Output?
    ) {
        self.name = name
        start = {
            var held = try state()
            return { try next(&held) }
        }
    }

    /// The elements of a sequence; an empty one is an input without values.
    package init<Values: Sequence & Sendable>(_ name: String, _ values: Values) where Values.Element == Output {
        self.init(name, state: { values.makeIterator() }, next: { $0.next() })
    }
}

/// A pure function of a value, run by up to `workers` threads at once.
package struct Stage<Input: Sendable, Output: Sendable>: Sendable {
    package let name: String
    /// At least 1.
    package let workers: Int
    /// How many values may wait in front of this stage; at least 1.
    package let queue: Int
    let start: @Sendable () throws -> (Input) throws -> Output
    /// Nil when a value may take as long as it likes.
    private(set) var limit: TimeLimit<Input, Output>?

    /// - Parameters:
    ///   - workers: values at work at once; less than 1 counts as 1.
    ///   - queue: values that may wait in front of the stage; nil is 16 or twice the workers. A deep queue costs the
    ///     memory of its values, a shallow one a change of threads a value (about 10 µs, against 2 µs for a deep one).
    package init(
        _ name: String, workers: Int = 1, queue: Int? = nil,
        _ transform: @escaping @Sendable (Input) throws -> Output
    ) {
        self.init(name, workers: workers, queue: queue, scratch: {}, { _, input in try transform(input) })
    }

    /// A stage whose threads each keep scratch memory from value to value.
    ///
    /// `scratch` is made on the thread that uses it and never leaves it, so it need not be `Sendable`. The result must
    /// not depend on what is in it: which thread gets which value is chance.
    package init<Scratch: ~Copyable>(
        _ name: String, workers: Int = 1, queue: Int? = nil, scratch: @escaping @Sendable () throws -> Scratch,
        _ transform: @escaping @Sendable (inout Scratch, Input) throws -> Output
    ) {
        self.name = name
        self.workers = max(1, workers)
        self.queue = max(1, queue ?? max(16, 2 * self.workers))
        start = {
            var held = try scratch()
            return { try transform(&held, $0) }
        }
    }
}

extension Stage {
    /// The same stage with a limit to the processor time of one value.
    ///
    /// A value that is over it gets another result, and the pipeline goes on. The thread that works on it cannot be stopped;
    /// it is left to itself, and another one takes its place. What it makes in the end is dropped.
    /// - Parameters:
    ///   - time: processor time and not time on the clock, so that a busy machine lets no value fail. It is looked at a few
    ///     times per limit, and at most once a second.
    ///   - instead: makes the result, on another thread.
    package func limited(to time: Duration, instead: @escaping @Sendable (Input) -> Output) -> Stage {
        var limited = self
        limited.limit = TimeLimit(time: time, instead: instead)
        return limited
    }
}

/// How long a value may take, and what comes in its place when it takes longer.
struct TimeLimit<Input: Sendable, Output: Sendable>: Sendable {
    let time: Duration
    let instead: @Sendable (Input) -> Output
}
