import Learning

extension Chance {
    /// A number below `bound` that depends only on the seed and `value`: the same in whichever thread asks.
    package static func of(_ value: Int, seed: UInt64, below bound: Int) -> Int {
        var chance = Chance(seed: seed &+ UInt64(truncatingIfNeeded: value) &* 0xD6E8_FEB8_6659_FD93)
        return Int.random(in: 0..<bound, using: &chance)
    }
}
