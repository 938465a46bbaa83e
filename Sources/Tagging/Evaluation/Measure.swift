/// How well something is found.
package struct Measure: Hashable, Sendable {
    /// How much of what was found is right, 0 to 1; 0 when nothing was found.
    package let precision: Double
    /// How much of what there is was found, 0 to 1; 0 when there is nothing.
    package let recall: Double

    /// The harmonic mean; 0 when both are.
    package var f1: Double {
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
}

/// Counts from which a measure is made; they add up over articles.
package struct Tally: Hashable, Sendable {
    /// What is right among the found; it is not `rightOfGold` where one of these can match several of those.
    package var rightOfFound = 0
    package var found = 0
    package var rightOfGold = 0
    package var gold = 0

    package var measure: Measure {
        Measure(precision: Self.share(rightOfFound, of: found), recall: Self.share(rightOfGold, of: gold))
    }

    /// - Parameter right: of both sides, one to one.
    init(right: Int, found: Int, gold: Int) {
        self.init(rightOfFound: right, found: found, rightOfGold: right, gold: gold)
    }

    init(rightOfFound: Int = 0, found: Int = 0, rightOfGold: Int = 0, gold: Int = 0) {
        self.rightOfFound = rightOfFound
        self.found = found
        self.rightOfGold = rightOfGold
        self.gold = gold
    }

    package static func += (left: inout Tally, right: Tally) {
        left.rightOfFound += right.rightOfFound
        left.found += right.found
        left.rightOfGold += right.rightOfGold
        left.gold += right.gold
    }

    /// 0 of nothing.
    static func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
