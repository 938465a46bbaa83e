/// Numbers the features of a training run in the order in which they come up.
public struct FeatureIndex: Sendable {
    @usableFromInline var storage: [UInt64] = []
    /// Open addressing: -1 where free, else a feature's number.
    @usableFromInline var slots: [Int32]
    @usableFromInline var mask: Int

    public init() {
        slots = Array(repeating: -1, count: 1 << 16)
        mask = slots.count - 1
    }

    @inlinable public var count: Int { storage.count }
    /// By their numbers.
    public var features: [UInt64] { storage }

    /// Nil for a feature that has no number yet.
    @inlinable
    public func number(of feature: UInt64) -> Int32? {
        let number = slots[slot(of: feature)]
        return number < 0 ? nil : number
    }

    /// The feature's number; a new feature gets the next one.
    @inlinable
    public mutating func numberAdding(_ feature: UInt64) -> Int32 {
        let number = slots[slot(of: feature)]
        return number < 0 ? add(feature) : number
    }

    @inlinable @inline(__always)
    func slot(of feature: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: feature) & mask
        while slots[slot] >= 0, storage[Int(slots[slot])] != feature { slot = (slot + 1) & mask }
        return slot
    }

    @usableFromInline
    mutating func add(_ feature: UInt64) -> Int32 {
        if storage.count * 2 >= slots.count { grow() }
        let number = Int32(storage.count)
        slots[slot(of: feature)] = number
        storage.append(feature)
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (number, feature) in storage.enumerated() { slots[slot(of: feature)] = Int32(number) }
    }
}
