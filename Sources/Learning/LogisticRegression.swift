/// Learns a sparse linear model by multinomial logistic regression: each step moves the labels' probabilities towards
/// the truth, with AdaGrad's step sizes (Duchi et al. 2011). Needs no averaging; generalises better than the perceptron
/// where features are many and say the same, at two to three times the cost of a step.
///
/// The same steps in the same order give the same weights.
public struct LogisticRegression: Sendable {
    public let labelCount: Int
    public let rate: Float
    @usableFromInline var index = FeatureIndex()
    /// A row of `labelCount` for each feature, by the feature's number.
    @usableFromInline var weights: [Float] = []
    /// For each weight the sum of its squared gradients.
    @usableFromInline var squares: [Float] = []
    @usableFromInline var counts: [UInt32] = []

    public init(labelCount: Int, rate: Float = 0.05) {
        self.labelCount = labelCount
        self.rate = rate
    }

    public var rowCount: Int { index.count }

    /// The row of a feature, made when it is new; counts the feature.
    public mutating func row(of feature: UInt64) -> Int32 {
        let row = index.numberAdding(feature)
        if Int(row) == counts.count {
            counts.append(0)
            weights.append(contentsOf: repeatElement(0, count: labelCount))
            squares.append(contentsOf: repeatElement(0, count: labelCount))
        }
        counts[Int(row)] &+= 1
        return row
    }

    /// The row of a feature that has one.
    public func existingRow(of feature: UInt64) -> Int32? { index.number(of: feature) }

    /// Sets `scores`, one a label, to the sums of the current weights of the rows.
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

    /// One step: `gradients` holds for each label the wanted probability less the model's.
    ///
    /// Gradients below `smallest` are passed over.
    public mutating func step(
        _ rows: UnsafeBufferPointer<Int32>, gradients: UnsafeBufferPointer<Float>, smallest: Float = 0.002
    ) {
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                for (label, gradient) in gradients.enumerated() where abs(gradient) > smallest {
                    for row in rows {
                        let weight = Int(row) * labelCount + label
                        squares[weight] += gradient * gradient
                        weights[weight] += rate * gradient / (squares[weight].squareRoot() + 0.1)
                    }
                }
            }
        }
    }

    public func trained() -> TrainedRows {
        TrainedRows(labelCount: labelCount, features: index.features, counts: counts, weights: weights)
    }
}
