/// What JSON is appended to: an array, or the buffer of a worker.
protocol ByteSink: ~Copyable {
    mutating func append(_ byte: UInt8)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>)
}

extension [UInt8]: ByteSink {}

/// Memory that is filled, taken as an array, and filled again.
///
/// For output of many short pieces: an array asks at each of them whether somebody else holds it, and a new array for
/// each article would have to grow or be far too large.
package struct ByteBuffer: ~Copyable, ByteSink {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    /// What is kept at least, and at most from one `take` to the next.
    private static let capacities = 1 << 14...1 << 20

    package init() {
        capacity = Self.capacities.lowerBound
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// What was appended since the last time.
    package mutating func take() -> [UInt8] {
        let bytes = Array(UnsafeBufferPointer(start: base, count: count))
        count = 0
        if capacity > Self.capacities.upperBound { move(to: Self.capacities.upperBound) }
        return bytes
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { makeRoom(for: 1) }
        base[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if capacity &- count < bytes.count { makeRoom(for: bytes.count) }
        (base + count).update(from: start, count: bytes.count)
        count &+= bytes.count
    }

    @inline(never)
    private mutating func makeRoom(for more: Int) { move(to: max(capacity * 2, count + more)) }

    private mutating func move(to newCapacity: Int) {
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = newCapacity
    }
}
