/// A trained sparse linear model: a row of weights for each feature, one weight a label.
///
/// A view of sections of a `ModelFile`. The rows lie one after another, the frequent ones first, so that the cache
/// holds what is used most; a `FeatureTable` finds them.
public struct LinearModel<Weight: QuantizedWeight>: Sendable {
    public let labelCount: Int
    /// Weights from one row to the next: the labels, filled up with zeros to a multiple of 16.
    public let stride: Int
    public let rowCount: Int
    /// What a trained weight was multiplied by before it was rounded.
    public let scale: Float
    @usableFromInline let table: FeatureTable
    @usableFromInline nonisolated(unsafe) let rows: UnsafePointer<Weight>

    /// - Parameter name: what the sections' names begin with; a file may hold several models.
    /// - Complexity: O(rows): the look-up table is checked once.
    public init(_ file: ModelFile, name: String) throws(LearningError) {
        let shape: UnsafeBufferPointer<UInt32> = try file.section("\(name).shape", count: 2)
        let scales: UnsafeBufferPointer<Float> = try file.section("\(name).scale", count: 1)
        let (labels, rowCount) = (Int(shape[0]), Int(shape[1]))
        guard labels > 0, labels < 1 << 16 else {
            throw .malformedSection("\(name).shape", reason: "has an impossible size")
        }
        stride = Self.stride(labels)
        let rows: UnsafeBufferPointer<Weight> = try file.section("\(name).rows", count: rowCount * stride)
        guard let start = rows.baseAddress else { throw .missingSection("\(name).rows") }
        labelCount = labels
        self.rowCount = rowCount
        scale = scales[0]
        table = try FeatureTable(file, name: name, limit: rowCount)
        self.rows = start
    }

    /// The feature's weights, `stride` of them; nil when it has none.
    @inlinable @inline(__always)
    public func row(of feature: UInt64) -> UnsafePointer<Weight>? {
        let number = table.number(of: feature)
        return number < 0 ? nil : rows + number &* stride
    }

    /// Adds the feature's weights to `sums`, which has room for `stride` of them.
    @inlinable @inline(__always)
    public func add(_ feature: UInt64, to sums: UnsafeMutablePointer<Weight.Sum>) {
        guard let row = row(of: feature) else { return }
        for label in 0..<stride { sums[label] &+= Weight.Sum(truncatingIfNeeded: row[label]) }
    }

    static func stride(_ labelCount: Int) -> Int { (labelCount + 15) / 16 * 16 }
}
