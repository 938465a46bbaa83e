/// Finds the best labels of a stretch of atoms, given a score for each label at each atom and for each transition.
package struct NameDecoder: Sendable {
    /// By the label before: a score for each label after it, far below zero where that is not allowed.
    private let leaving: [SIMD16<Float>]
    /// The best label before, by label; as numbers that comparisons of scores can choose.
    private var back: [SIMD16<Float>] = []

    private static let never: Float = -1e9

    /// - Parameter transitions: by label before, then by label after: 256.
    package init(transitions: some RandomAccessCollection<Float>) {
        let scores = Array(transitions)
        leaving = (0..<NameLabel.count).map { label in
            var row = SIMD16<Float>(repeating: Self.never)
            for next in 0..<NameLabel.count where NameLabel.allows(label, next) {
                row[next] = scores[label * NameLabel.count + next]
            }
            return row
        }
    }

    /// Writes the best labels of the atoms to `labels`; what stands before and after them is outside.
    ///
    /// - Parameter scores: one vector an atom; no NaN.
    /// - Complexity: O(*n*).
    package mutating func decode(
        _ scores: UnsafeBufferPointer<SIMD16<Float>>, to labels: UnsafeMutableBufferPointer<UInt8>
    ) {
        guard !scores.isEmpty else { return }
        back.removeAll(keepingCapacity: true)
        var sums = SIMD16<Float>(repeating: Self.never)
        sums[0] = 0
        leaving.withUnsafeBufferPointer { leaving in
            for (number, score) in scores.enumerated() {
                // Keeps the sums of a long stretch small enough to be exact.
                if number & 63 == 63 { sums -= sums.max() }
                var next = leaving[0] + sums[0]
                var from = SIMD16<Float>(repeating: 0)
                for label in 1..<NameLabel.count {
                    let paths = leaving[label] + sums[label]
                    // Only a better path replaces: ties fall to the lower label.
                    let isBetter = paths .> next
                    next.replace(with: paths, where: isBetter)
                    from.replace(with: Float(label), where: isBetter)
                }
                sums = next + score
                back.append(from)
            }
        }
        var label = 0
        for candidate in 1..<NameLabel.count where NameLabel.isClosed(candidate) && sums[candidate] > sums[label] {
            label = candidate
        }
        for index in scores.indices.reversed() {
            labels[index] = UInt8(label)
            label = Int(back[index][label])
        }
    }
}
