/// The weights that training found, before they are pruned and rounded.
public struct TrainedRows: Sendable {
    public let labelCount: Int
    public var features: [UInt64]
    /// How often each feature came up in training.
    public var counts: [UInt32]
    /// `labelCount` a feature.
    public var weights: [Float]

    public init(labelCount: Int, features: [UInt64], counts: [UInt32], weights: [Float]) {
        precondition(features.count == counts.count && weights.count == features.count * labelCount)
        self.labelCount = labelCount
        self.features = features
        self.counts = counts
        self.weights = weights
    }

    /// The mean of several runs; a feature that a run does not have weighs nothing in it.
    public static func mean(_ runs: [TrainedRows]) -> TrainedRows {
        var index = FeatureIndex()
        var counts: [UInt32] = []
        var weights: [Float] = []
        let labelCount = runs.first?.labelCount ?? 0
        let share = 1 / Float(max(1, runs.count))
        for run in runs {
            for (row, feature) in run.features.enumerated() {
                let number = Int(index.numberAdding(feature))
                if number == counts.count {
                    counts.append(run.counts[row])
                    weights.append(contentsOf: repeatElement(0, count: labelCount))
                }
                for label in 0..<labelCount {
                    weights[number * labelCount + label] += share * run.weights[row * labelCount + label]
                }
            }
        }
        return TrainedRows(labelCount: labelCount, features: index.features, counts: counts, weights: weights)
    }

    /// Adds the sections that `LinearModel(file, name:)` reads.
    ///
    /// - Parameters:
    ///   - least: rows without a weight of at least this size are left out.
    ///   - largest: weights beyond it are cut down to it; nil keeps all. The smaller, the finer the steps.
    /// - Returns: the number of rows kept.
    @discardableResult
    public func write<Weight: QuantizedWeight>(
        to file: inout ModelFileWriter, name: String, as type: Weight.Type, leavingOutBelow least: Float = 0,
        cuttingAt largest: Float? = nil
    ) -> Int {
        let kept = heaviest(leavingOutBelow: least)
        let stride = LinearModel<Weight>.stride(labelCount)
        let (rows, scale) = rounded(kept, stride: stride, as: type, cuttingAt: largest)
        file.add("\(name).shape", [UInt32(labelCount), UInt32(kept.count)])
        file.add("\(name).scale", [scale])
        FeatureTable.write(
            kept.enumerated().map { (features[$1], $0) }, limit: kept.count, to: &file, name: name)
        file.add("\(name).rows", rows)
        return kept.count
    }

    /// The rows with a weight of at least this size, the frequent ones first.
    func heaviest(leavingOutBelow least: Float) -> [Int] {
        features.indices
            .filter { row in range(row).contains { abs(weights[$0]) > 0 && abs(weights[$0]) >= least } }
            .sorted { counts[$0] != counts[$1] ? counts[$0] > counts[$1] : features[$0] < features[$1] }
    }

    /// The weights of some rows as whole numbers, each row filled up with zeros to `stride`, and what they were
    /// multiplied by.
    func rounded<Weight: QuantizedWeight>(
        _ kept: [Int], stride: Int, as type: Weight.Type, cuttingAt largest: Float?
    ) -> (weights: [Weight], scale: Float) {
        let top = largest ?? max(1e-9, kept.lazy.flatMap { row in range(row).lazy.map { abs(weights[$0]) } }.max() ?? 0)
        let scale = Float(Weight.max) / top
        var rows: [Weight] = []
        rows.reserveCapacity(max(kept.count, 1) * stride)
        for row in kept {
            for weight in range(row) { rows.append(Weight((min(max(weights[weight], -top), top) * scale).rounded())) }
            rows.append(contentsOf: repeatElement(0, count: stride - labelCount))
        }
        return (rows, scale)
    }

    private func range(_ row: Int) -> Range<Int> { (row * labelCount)..<((row + 1) * labelCount) }
}
