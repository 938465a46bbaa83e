/// Finds the best labels of a stretch of atoms, given a score for each label at each atom and for each transition.
package struct NameDecoder: Sendable {
    /// By the label that is entered: a score for each label before it, far below zero where that is not allowed.
    private let entering: [SIMD16<Float>]
    private var back: [SIMD16<UInt8>] = []

    private static let never: Float = -1e9
    private static let numbers = SIMD16<Float>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

    /// - Parameter transitions: by label before, then by label after: 256.
    package init(transitions: some RandomAccessCollection<Float>) {
        let scores = Array(transitions)
        entering = (0..<NameLabel.count).map { next in
            var column = SIMD16<Float>(repeating: Self.never)
            for label in 0..<NameLabel.count where NameLabel.allows(label, next) {
                column[label] = scores[label * NameLabel.count + next]
            }
            return column
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
        entering.withUnsafeBufferPointer { entering in
            for score in scores {
                var next = SIMD16<Float>(repeating: 0)
                var from = SIMD16<UInt8>(repeating: 0)
                for label in 0..<NameLabel.count {
                    let paths = sums + entering[label]
                    let top = paths.max()
                    next[label] = top
                    // The first of the best, so that ties always fall the same way.
                    let winners = Self.numbers.replacing(with: 16, where: paths .< top)
                    from[label] = UInt8(min(winners.min(), 15))
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
