/// Finds small numbers by features: rows of weights, classes of words.
///
/// Open addressing over 32-bit slots, 0 where free: the low bits hold the number plus one, the high bits a part of the
/// feature's hash. A feature that is not in the table finds a number that is not its own with a chance of about 2 to
/// the power of minus (32 - bits of a number).
public struct FeatureTable: Sendable {
    @usableFromInline nonisolated(unsafe) let slots: UnsafePointer<UInt32>
    @usableFromInline let slotMask: UInt64
    @usableFromInline let numberMask: UInt32
    private let bytes: ModelBytes

    /// - Parameter limit: how many numbers there are.
    /// - Complexity: O(slots): each is checked once, so that no file can lead a look-up astray.
    public init(_ file: ModelFile, name: String, limit: Int) throws(LearningError) {
        let slots: UnsafeBufferPointer<UInt32> = try file.section("\(name).slots")
        let bits: UnsafeBufferPointer<UInt32> = try file.section("\(name).bits", count: 1)
        guard bits[0] < 32 else { throw .malformedSection("\(name).bits", reason: "has an impossible size") }
        let mask = UInt32(1) << bits[0] - 1
        guard slots.count > 0, slots.count & (slots.count - 1) == 0, Self.isSound(slots, mask, limit),
            let start = slots.baseAddress
        else { throw .malformedSection("\(name).slots", reason: "do not fit the numbers") }
        self.slots = start
        slotMask = UInt64(slots.count - 1)
        numberMask = mask
        bytes = file.bytes
    }

    /// Whether every look-up ends, and with a number below the limit.
    private static func isSound(_ slots: UnsafeBufferPointer<UInt32>, _ mask: UInt32, _ limit: Int) -> Bool {
        var largest: UInt32 = 0
        var hasFree = false
        for slot in slots {
            largest = max(largest, slot & mask)
            if slot == 0 { hasFree = true } else if slot & mask == 0 { return false }
        }
        return hasFree && Int(largest) <= limit
    }

    /// -1 when there is none.
    @inlinable @inline(__always)
    public func number(of feature: UInt64) -> Int {
        let tag = UInt32(truncatingIfNeeded: feature &>> 32) & ~numberMask
        var slot = feature & slotMask
        while true {
            let held = slots[Int(truncatingIfNeeded: slot)]
            if held == 0 { return -1 }
            if held & ~numberMask == tag { return Int(truncatingIfNeeded: held & numberMask) &- 1 }
            slot = (slot &+ 1) & slotMask
        }
    }

    /// Adds the sections that `init` reads. The first of two numbers for one feature counts.
    ///
    /// - Parameter limit: how many numbers there are.
    public static func write(
        _ entries: [(feature: UInt64, number: Int)], limit: Int, to file: inout ModelFileWriter, name: String
    ) {
        let bits = Int.bitWidth - (limit + 1).leadingZeroBitCount
        precondition(bits < 32, "more numbers than a table holds")
        var capacity = 16
        while capacity * 2 < entries.count * 3 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for (feature, number) in entries {
            var slot = Int(truncatingIfNeeded: feature) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            let tag = UInt32(truncatingIfNeeded: feature >> 32) & ~(UInt32(1) << UInt32(bits) - 1)
            slots[slot] = tag | UInt32(number + 1)
        }
        file.add("\(name).bits", [UInt32(bits)])
        file.add("\(name).slots", slots)
    }
}
