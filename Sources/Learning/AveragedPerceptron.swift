/// Learns a sparse linear model by averaged perceptron updates.
///
/// The weights that count are the averages over all steps (Collins 2002), kept as a second sum beside each weight, so
/// that a step costs only what it changes. The same steps in the same order give the same weights.
public struct AveragedPerceptron: Sendable {
    public let labelCount: Int
    @usableFromInline var index = FeatureIndex()
    /// A row of `labelCount` for each feature, by the feature's number.
    @usableFromInline var weights: [Float] = []
    /// For each weight the sum of its changes, each times the step at which it was made.
    @usableFromInline var moments: [Float] = []
    /// How often each feature came up.
    @usableFromInline var counts: [UInt32] = []
    @usableFromInline var step = 1.0

    public init(labelCount: Int) {
        self.labelCount = labelCount
    }

    public var rowCount: Int { index.count }

    /// The row of a feature, made when it is new; counts the feature.
    @inlinable
    public mutating func row(of feature: UInt64) -> Int32 {
        let row = index.numberAdding(feature)
        if Int(row) == counts.count { addRow() }
        counts[Int(row)] &+= 1
        return row
    }

    @usableFromInline
    mutating func addRow() {
        counts.append(0)
        weights.append(contentsOf: repeatElement(0, count: labelCount))
        moments.append(contentsOf: repeatElement(0, count: labelCount))
    }

    /// Sets `scores`, one a label, to the sums of the current weights of the rows.
    @inlinable
    public func score(_ rows: UnsafeBufferPointer<Int32>, into scores: UnsafeMutablePointer<Float>) {
        for label in 0..<labelCount { scores[label] = 0 }
        weights.withUnsafeBufferPointer { weights in
            guard let start = weights.baseAddress else { return }
            for row in rows {
                let weights = start + Int(row) * labelCount
                for label in 0..<labelCount { scores[label] += weights[label] }
            }
        }
    }

    /// Makes `truth` likelier and `guess` less likely where these rows meet; nothing when they are the same label.
    @inlinable
    public mutating func update(_ rows: UnsafeBufferPointer<Int32>, truth: Int, guess: Int, by amount: Float = 1) {
        guard truth != guess else { return }
        for row in rows {
            change(Int(row) * labelCount + truth, by: amount)
            change(Int(row) * labelCount + guess, by: -amount)
        }
    }

    /// Changes one label's weight of these rows: what updates over more than two labels are made of.
    @inlinable
    public mutating func update(_ rows: UnsafeBufferPointer<Int32>, label: Int, by amount: Float) {
        for row in rows { change(Int(row) * labelCount + label, by: amount) }
    }

    @inlinable @inline(__always)
    mutating func change(_ weight: Int, by amount: Float) {
        weights[weight] += amount
        moments[weight] += amount * Float(step)
    }

    /// Ends a step; call it once a decision, whether or not that changed anything.
    @inlinable
    public mutating func advance() { step += 1 }

    /// The averaged weights.
    public func averaged() -> TrainedRows {
        var rows = TrainedRows(labelCount: labelCount, features: index.features, counts: counts, weights: weights)
        for weight in rows.weights.indices { rows.weights[weight] -= moments[weight] / Float(step) }
        return rows
    }
}
