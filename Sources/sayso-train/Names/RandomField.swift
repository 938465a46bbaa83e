import Foundation
import Learning
import Linguistics

/// Trains a linear-chain conditional random field over name labels by stochastic gradient steps (AdaGrad).
///
/// Stretches are independent: names lie within one, and what stands around one is outside.
struct RandomField {
    /// A stretch of atoms: the features of each, the right labels, and scores that are given from elsewhere.
    struct Example {
        /// Into `features`: one more than there are atoms.
        var bounds: [Int32] = [0]
        var features: [UInt64] = []
        var labels: [UInt8] = []
        /// Empty, or a vector an atom.
        var given: [SIMD16<Float>] = []
        var weight: Float = 1
    }

    struct Settings {
        var epochs = 6
        var rate: Float = 0.05
        /// A feature is left out of a step with this chance, so that none is relied on alone.
        var dropout = 0.1
        /// Rarer features get no weights.
        var leastCount = 3
        var seed: UInt64 = 1
    }

    private(set) var index = FeatureIndex()
    private(set) var counts: [UInt32] = []
    private(set) var weights: [SIMD16<Float>] = []
    /// By label before: a weight for each label after.
    private(set) var transitions = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 16)

    private static let start = SIMD16<Float>(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    private static let allowed: [SIMD16<Float>] = (0..<16).map { label in
        var row = SIMD16<Float>(repeating: 0)
        for next in 0..<16 where NameLabel.allows(label, next) { row[next] = 1 }
        return row
    }

    private static let closed: SIMD16<Float> = {
        var row = SIMD16<Float>(repeating: 0)
        for label in 0..<16 where NameLabel.isClosed(label) { row[label] = 1 }
        return row
    }()

    /// - Parameters:
    ///   - kept: features that alone may get weights; nil for all.
    ///   - fixed: transitions that are to stay as they are.
    init(_ examples: [Example], _ settings: Settings, kept: Set<UInt64>? = nil, fixed: [SIMD16<Float>]? = nil) {
        if let fixed { transitions = fixed }
        let rows = number(examples, settings, kept)
        var chance = Chance(seed: settings.seed)
        var order = Array(examples.indices)
        var squares = [SIMD16<Float>](repeating: SIMD16(repeating: 0.01), count: weights.count)
        var transitionSquares = [SIMD16<Float>](repeating: SIMD16(repeating: 0.01), count: 16)
        for epoch in 0..<settings.epochs {
            for place in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(place, Int(chance.next() % UInt64(place + 1)))
            }
            let part = Double(epoch) / Double(settings.epochs)
            let rate = settings.rate * (part < 0.5 ? 1 : part < 0.75 ? 0.5 : 0.2)
            weights.withUnsafeMutableBufferPointer { weights in
                squares.withUnsafeMutableBufferPointer { squares in
                    for number in order {
                        Self.step(
                            examples[number], rows[number], settings, rate, &chance, weights, squares, &transitions,
                            &transitionSquares)
                        if let fixed { transitions = fixed }
                    }
                }
            }
        }
        // What dropout left out in training is there in use.
        let factor = Float(1 - settings.dropout)
        for row in weights.indices { weights[row] *= factor }
    }

    /// Replaces features by row numbers; those without a row are left out.
    private mutating func number(
        _ examples: [Example], _ settings: Settings, _ kept: Set<UInt64>?
    ) -> [(bounds: [Int32], rows: [Int32])] {
        var all = FeatureIndex()
        var allCounts: [UInt32] = []
        for example in examples {
            for feature in example.features {
                let number = Int(all.numberAdding(feature))
                if number == allCounts.count { allCounts.append(0) }
                allCounts[number] += 1
            }
        }
        for (number, feature) in all.features.enumerated() where allCounts[number] >= UInt32(settings.leastCount) {
            if let kept, !kept.contains(feature) { continue }
            _ = index.numberAdding(feature)
            counts.append(allCounts[number])
        }
        weights = Array(repeating: SIMD16(repeating: 0), count: counts.count)
        return examples.map { example in
            var bounds: [Int32] = [0]
            var rows: [Int32] = []
            for atom in example.labels.indices {
                for place in Int(example.bounds[atom])..<Int(example.bounds[atom + 1]) {
                    if let row = index.number(of: example.features[place]) { rows.append(row) }
                }
                bounds.append(Int32(rows.count))
            }
            return (bounds, rows)
        }
    }

    /// One gradient step: expected against right labels, by the forward and backward sums.
    private static func step(
        _ example: Example, _ rows: (bounds: [Int32], rows: [Int32]), _ settings: Settings, _ rate: Float,
        _ chance: inout Chance, _ weights: UnsafeMutableBufferPointer<SIMD16<Float>>,
        _ squares: UnsafeMutableBufferPointer<SIMD16<Float>>, _ transitions: inout [SIMD16<Float>],
        _ transitionSquares: inout [SIMD16<Float>]
    ) {
        let count = example.labels.count
        var active: [Int32] = []
        active.reserveCapacity(rows.rows.count)
        var bounds = [0]
        var potentials: [SIMD16<Float>] = []
        let threshold = UInt64(settings.dropout * Double(UInt32.max))
        for atom in 0..<count {
            var sum = example.given.isEmpty ? SIMD16<Float>(repeating: 0) : example.given[atom]
            for place in Int(rows.bounds[atom])..<Int(rows.bounds[atom + 1]) {
                if threshold > 0, chance.next() & 0xFFFF_FFFF < threshold { continue }
                active.append(rows.rows[place])
                sum += weights[Int(rows.rows[place])]
            }
            bounds.append(active.count)
            potentials.append(exponential(sum - sum.max()))
        }
        let steps = transitions.indices.map { exponential(transitions[$0]) * allowed[$0] }
        var forward: [SIMD16<Float>] = []
        var before = start
        for potential in potentials {
            var next = SIMD16<Float>(repeating: 0)
            for label in 0..<16 { next += steps[label] * before[label] }
            next *= potential
            before = next / max(next.sum(), .leastNormalMagnitude)
            forward.append(before)
        }
        var transitionGradient = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 16)
        var after = closed
        for atom in stride(from: count - 1, through: 0, by: -1) {
            var expected = forward[atom] * after
            expected /= max(expected.sum(), .leastNormalMagnitude)
            let ahead = potentials[atom] * after
            let previous = atom > 0 ? forward[atom - 1] : start
            var joint = [SIMD16<Float>](repeating: SIMD16(repeating: 0), count: 16)
            var total: Float = 0
            var behind = SIMD16<Float>(repeating: 0)
            for label in 0..<16 {
                let row = steps[label] * ahead
                behind[label] = row.sum()
                joint[label] = row * previous[label]
                total += joint[label].sum()
            }
            let inverse = 1 / max(total, .leastNormalMagnitude)
            for label in 0..<16 { transitionGradient[label] -= joint[label] * inverse }
            transitionGradient[atom > 0 ? Int(example.labels[atom - 1]) : 0][Int(example.labels[atom])] += 1
            after = behind / max(behind.max(), .leastNormalMagnitude)
            var gradient = -expected
            gradient[Int(example.labels[atom])] += 1
            gradient *= example.weight
            for place in bounds[atom]..<bounds[atom + 1] {
                let row = Int(active[place])
                squares[row] += gradient * gradient
                weights[row] += rate * gradient / squares[row].squareRoot()
            }
        }
        for label in 0..<16 {
            let gradient = transitionGradient[label] * allowed[label] * example.weight
            transitionSquares[label] += gradient * gradient
            transitions[label] += rate * gradient / transitionSquares[label].squareRoot()
        }
    }

    @inline(__always)
    private static func exponential(_ vector: SIMD16<Float>) -> SIMD16<Float> {
        var result = vector
        for label in 0..<16 { result[label] = expf(vector[label]) }
        return result
    }

    /// The mean of fields that were trained on the same features, in another order: steadier than each.
    static func mean(_ fields: [RandomField]) -> RandomField {
        var mean = fields[0]
        let factor = 1 / Float(fields.count)
        for row in mean.weights.indices {
            mean.weights[row] = fields.dropFirst().reduce(mean.weights[row]) { $0 + $1.weights[row] } * factor
        }
        for row in mean.transitions.indices {
            mean.transitions[row] =
                fields.dropFirst().reduce(mean.transitions[row]) { $0 + $1.transitions[row] } * factor
        }
        return mean
    }

    // MARK: Use

    /// The scores of one atom.
    @inline(__always)
    func scores(_ features: some Sequence<UInt64>) -> SIMD16<Float> {
        var sum = SIMD16<Float>(repeating: 0)
        for feature in features { if let row = index.number(of: feature) { sum += weights[Int(row)] } }
        return sum
    }

    var decoder: NameDecoder { NameDecoder(transitions: flatTransitions) }

    var flatTransitions: [Float] { transitions.flatMap { row in (0..<16).map { row[$0] } } }

    /// The features of the rows with the largest weights.
    func heaviest(_ count: Int) -> Set<UInt64> {
        let sizes = weights.map { max($0.max(), -$0.min()) }
        let order = sizes.indices.sorted { (sizes[$1], index.features[$0]) < (sizes[$0], index.features[$1]) }
        return Set(order.prefix(count).map { index.features[$0] })
    }

    /// - Parameter largest: weights beyond it are cut.
    func write(to file: inout ModelFileWriter, name: String, cuttingAt largest: Float?) -> Int {
        let rows = TrainedRows(
            labelCount: 16, features: index.features, counts: counts,
            weights: weights.flatMap { row in (0..<16).map { row[$0] } })
        file.add("\(name).steps", flatTransitions)
        return rows.write(to: &file, name: name, as: Int8.self, cuttingAt: largest)
    }
}
