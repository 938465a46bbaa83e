/// Chooses among the ways to read a content the one that most likely agrees with the right one.
///
/// That is not always the likeliest: of three that begin alike, the middle one is nearly right where either of the
/// others is.
enum ContentChoice {
    /// Two contents agree when their tokens overlap by an F1 of this much.
    private static let agreement = 0.8
    /// Less likely options, relative to the likeliest, are not asked.
    private static let floor = 0.02
    /// Less likely ones are not chosen.
    private static let candidateFloor = 0.2
    /// What being right to the word is worth, beside agreeing.
    private static let exactness = 0.5

    /// - Parameter scores: the logarithms of the options' odds.
    /// - Returns: the option and how likely it agrees with the right one; nil when there is none.
    static func best(_ options: [ContentOption], _ scores: [Float]) -> (ContentOption, Double)? {
        guard let top = scores.max() else { return nil }
        let weights = scores.map { exponential(Double($0 - top)) }
        let total = weights.reduce(0, +)
        let likely = options.indices.filter { weights[$0] >= floor }
        var best: (option: Int, merit: Double, agreeing: Double)?
        for candidate in likely where weights[candidate] >= Self.candidateFloor {
            var agreeing = 0.0
            for other in likely where overlap(options[candidate], options[other]) >= agreement {
                agreeing += weights[other]
            }
            let merit = agreeing + exactness * weights[candidate]
            if best.map({ merit > $0.merit }) ?? true { best = (candidate, merit, agreeing) }
        }
        return best.map { (options[$0.option], $0.agreeing / total) }
    }

    /// The F1 of the tokens of two contents.
    private static func overlap(_ left: ContentOption, _ right: ContentOption) -> Double {
        let first = left.first.clamped(to: right.first).count
        let second = left.second.flatMap { piece in right.second.map { piece.clamped(to: $0).count } } ?? 0
        let all = left.first.count + right.first.count + (left.second?.count ?? 0) + (right.second?.count ?? 0)
        return 2 * Double(first + second) / Double(all)
    }
}
