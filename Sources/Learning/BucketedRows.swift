/// A trained sparse linear model whose rows of one-byte weights are found without a branch: what CDense's sparse.h adds up.
///
/// A view of sections of a `ModelFile`. A bucket is one cache line of 16 slots of 32 bits; the low bits of a feature's
/// hash say which, and the high half of the hash tells the features of a bucket apart, but for the low bits of the
/// slot, which hold the number of the row. Row 0 holds zeros: it is the row of every feature that has none, and the last
/// slot of each bucket is empty, so that every search ends there at the latest.
public struct BucketedRows: Sendable {
    public static let slotsPerBucket = 16
    /// Weights of a row, whatever the number of labels: a cache line.
    public static let stride = 64

    nonisolated(unsafe) public let slots: UnsafePointer<UInt32>
    nonisolated(unsafe) public let rows: UnsafePointer<Int8>
    public let bucketMask: UInt64
    public let numberMask: UInt32
    public let labelCount: Int
    private let bytes: ModelBytes

    /// - Parameter name: what the sections' names begin with.
    /// - Complexity: O(slots): each is checked once, so that no file can lead a look-up astray.
    public init(_ file: ModelFile, name: String) throws(LearningError) {
        let shape: UnsafeBufferPointer<UInt32> = try file.section("\(name).shape", count: 3)
        let (labels, rowCount, mask) = (Int(shape[0]), Int(shape[1]), shape[2])
        guard labels > 0, labels <= Self.stride, rowCount > 0 else {
            throw .malformedSection("\(name).shape", reason: "has an impossible size")
        }
        let rows: UnsafeBufferPointer<Int8> = try file.section("\(name).rows", count: rowCount * Self.stride)
        let slots: UnsafeBufferPointer<UInt32> = try file.section("\(name).buckets")
        let buckets = slots.count / Self.slotsPerBucket
        guard buckets > 0, buckets & (buckets - 1) == 0, slots.count == buckets * Self.slotsPerBucket,
            slots.reduce(0, { max($0, $1 & mask) }) < UInt32(rowCount),
            let firstSlot = slots.baseAddress, let firstRow = rows.baseAddress
        else { throw .malformedSection("\(name).buckets", reason: "do not fit the rows") }
        self.slots = firstSlot
        self.rows = firstRow
        bucketMask = UInt64(buckets - 1)
        numberMask = mask
        labelCount = labels
        bytes = file.bytes
    }
}

extension TrainedRows {
    /// Adds the sections that `BucketedRows(file, name:)` reads. Of the rows that a bucket has no room for, or that it
    /// could not tell apart, the rare ones are left out.
    ///
    /// - Parameters:
    ///   - buckets: their number, a power of two.
    ///   - least: rows without a weight of at least this size are left out.
    ///   - largest: weights beyond it are cut down to it.
    /// - Returns: the number of rows kept.
    @discardableResult
    public func writeBuckets(
        to file: inout ModelFileWriter, name: String, buckets: Int, leavingOutBelow least: Float,
        cuttingAt largest: Float
    ) -> Int {
        precondition(labelCount <= BucketedRows.stride && buckets > 0 && buckets & (buckets - 1) == 0)
        let heavy = heaviest(leavingOutBelow: least)
        let mask = UInt32.max >> UInt32(UInt32(heavy.count).leadingZeroBitCount)
        var taken = [Int](repeating: 0, count: buckets)
        var slots = [UInt32](repeating: 0, count: buckets * BucketedRows.slotsPerBucket)
        var kept: [Int] = []
        for row in heavy {
            let bucket = Int(truncatingIfNeeded: features[row]) & (buckets - 1)
            let first = bucket * BucketedRows.slotsPerBucket
            let tag = UInt32(truncatingIfNeeded: features[row] >> 32) & ~mask
            guard taken[bucket] < BucketedRows.slotsPerBucket - 1,
                !slots[first..<(first + taken[bucket])].contains(where: { $0 & ~mask == tag })
            else { continue }
            kept.append(row)
            slots[first + taken[bucket]] = tag | UInt32(kept.count)
            taken[bucket] += 1
        }
        let (weights, scale) = rounded(kept, stride: BucketedRows.stride, as: Int8.self, cuttingAt: largest)
        file.add("\(name).shape", [UInt32(labelCount), UInt32(kept.count + 1), mask])
        file.add("\(name).scale", [scale])
        file.add("\(name).buckets", slots)
        file.add("\(name).rows", [Int8](repeating: 0, count: BucketedRows.stride) + weights)
        return kept.count
    }
}
