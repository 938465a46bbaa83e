/// A value with its place in the input, counted from 0.
struct Numbered<Value: Sendable>: Sendable {
    let sequence: Int
    let value: Value
}

/// The values that wait in front of a stage, first in, first out.
///
/// `Schedule` sees to it that there is room before a put and a value before a take. A worker takes its value a moment
/// after the schedule counts it as taken, so there are slots for those who wait and for one value a worker.
final class WaitingLine<Value: Sendable>: Sendable {
    private struct Ring {
        var slots: [Numbered<Value>?]
        var first = 0
        var count = 0
    }

    private let ring: Guarded<Ring>

    init(room: Int, workers: Int) {
        ring = Guarded(Ring(slots: Array(repeating: nil, count: room + workers)))
    }

    func put(_ value: Numbered<Value>) {
        ring.withLock { ring in
            precondition(ring.count < ring.slots.count, "a stage ran without room for its result")
            ring.slots[(ring.first + ring.count) % ring.slots.count] = value
            ring.count += 1
        }
    }

    func take() -> Numbered<Value> {
        ring.withLock { ring in
            guard let value = ring.slots[ring.first].take() else {
                preconditionFailure("a stage ran without a value")
            }
            ring.first = (ring.first + 1) % ring.slots.count
            ring.count -= 1
            return value
        }
    }
}

/// Puts values back into input order in front of the sink.
///
/// One slot a credit: values in flight are always a window of at most `credits` neighbours, so each has a slot of its
/// own and the line never fills.
final class OrderedLine<Value: Sendable>: Sendable {
    private struct Ring {
        var slots: [Value?]
        var next = 0
        var count = 0
    }

    private let ring: Guarded<Ring>

    init(credits: Int) {
        ring = Guarded(Ring(slots: Array(repeating: nil, count: credits)))
    }

    /// - Returns: how many values are there for the sink; 0 while the next one in order is missing.
    func put(_ value: Numbered<Value>) -> Int {
        ring.withLock { ring in
            let slot = value.sequence % ring.slots.count
            precondition(ring.slots[slot] == nil, "more values in flight than credits")
            ring.slots[slot] = .some(value.value)
            ring.count += 1
            return ring.slots[ring.next % ring.slots.count] == nil ? 0 : ring.count
        }
    }

    /// - Returns: the next value in input order; nil while it is not there yet.
    func take() -> Value? {
        ring.withLock { ring in
            let slot = ring.next % ring.slots.count
            guard let value = ring.slots[slot].take() else { return nil }
            ring.next += 1
            ring.count -= 1
            return value
        }
    }
}
