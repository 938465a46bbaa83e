import Learning

/// Keeps what a model says of each feature, in the order of the features.
struct WeightTrace: FeatureVisitor {
    private let weights: HashedWeights
    private(set) var values: [Int32] = []

    init(_ weights: HashedWeights) {
        self.weights = weights
    }

    mutating func visit(_ feature: UInt64) { values.append(weights.borrowed[feature]) }

    var score: Float { Float(values.reduce(0, &+)) / weights.borrowed.scale }

    /// What each named feature adds to the score.
    /// - Parameter names: of the features, in their order.
    func contributions(named names: [String]) -> [String: Double] {
        var sums: [String: Double] = [:]
        for (index, value) in values.enumerated() where value != 0 {
            let name = index < names.count ? names[index] : "feature \(index + 1)"
            sums[name, default: 0] += Double(value) / Double(weights.borrowed.scale)
        }
        return sums
    }
}
