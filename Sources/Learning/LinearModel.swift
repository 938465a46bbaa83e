/// A trained sparse linear model: a row of weights for each feature, one weight a label.
///
/// A view of sections of a `ModelFile`. The rows lie one after another, the frequent ones first, so that they share
/// cache lines' neighbourhood; a table of 32-bit slots finds them: the low bits hold the row's number plus one, the
/// high bits a part of the feature's hash. A feature that training never saw finds a row that is not its own with a
/// chance of 2 to the power of minus (32 - bits of a row's number).
public struct LinearModel<Weight: QuantizedWeight>: Sendable {
    public let labelCount: Int
    /// Weights from one row to the next: the labels, filled up with zeros to a multiple of 16.
    public let stride: Int
    public let rowCount: Int
    /// What a trained weight was multiplied by before it was rounded.
    public let scale: Float
    @usableFromInline nonisolated(unsafe) let slots: UnsafePointer<UInt32>
    @usableFromInline nonisolated(unsafe) let rows: UnsafePointer<Weight>
    @usableFromInline let slotMask: UInt64
    @usableFromInline let rowMask: UInt32
    private let bytes: ModelBytes

    /// - Parameter name: what the sections' names begin with; a file may hold several models.
    /// - Complexity: O(slots): each is checked once, so that no file can lead a look-up astray.
    public init(_ file: ModelFile, name: String) throws(LearningError) {
        let shape: UnsafeBufferPointer<UInt32> = try file.section("\(name).shape", count: 3)
        let scales: UnsafeBufferPointer<Float> = try file.section("\(name).scale", count: 1)
        let (labels, rowCount, rowBits) = (Int(shape[0]), Int(shape[1]), Int(shape[2]))
        let slots: UnsafeBufferPointer<UInt32> = try file.section("\(name).slots")
        guard labels > 0, labels < 1 << 16, rowBits < 32, rowCount < 1 << rowBits else {
            throw .malformedSection("\(name).shape", reason: "has impossible sizes")
        }
        stride = Self.stride(labels)
        let rows: UnsafeBufferPointer<Weight> = try file.section("\(name).rows", count: rowCount * stride)
        let mask = UInt32(1) << UInt32(rowBits) - 1
        guard slots.count > 0, slots.count & (slots.count - 1) == 0, slots.contains(0),
            slots.allSatisfy({ Int($0 & mask) <= rowCount }), let slotStart = slots.baseAddress,
            let rowStart = rows.baseAddress
        else { throw .malformedSection("\(name).slots", reason: "do not fit the rows") }
        labelCount = labels
        self.rowCount = rowCount
        scale = scales[0]
        self.slots = slotStart
        self.rows = rowStart
        slotMask = UInt64(slots.count - 1)
        rowMask = mask
        bytes = file.bytes
    }

    /// The feature's weights, `stride` of them; nil when it has none.
    @inlinable @inline(__always)
    public func row(of feature: UInt64) -> UnsafePointer<Weight>? {
        let tag = UInt32(truncatingIfNeeded: feature &>> 32) & ~rowMask
        var slot = feature & slotMask
        while true {
            let held = slots[Int(truncatingIfNeeded: slot)]
            if held == 0 { return nil }
            if held & ~rowMask == tag {
                return rows + Int(truncatingIfNeeded: (held & rowMask) &- 1) &* stride
            }
            slot = (slot &+ 1) & slotMask
        }
    }

    /// Adds the feature's weights to `sums`, which has room for `stride` of them.
    @inlinable @inline(__always)
    public func add(_ feature: UInt64, to sums: UnsafeMutablePointer<Weight.Sum>) {
        guard let row = row(of: feature) else { return }
        for label in 0..<stride { sums[label] &+= Weight.Sum(truncatingIfNeeded: row[label]) }
    }

    static func stride(_ labelCount: Int) -> Int { (labelCount + 15) / 16 * 16 }
}
