/// A seeded generator (splitmix64): the same seed gives the same test in every run.
package struct Chance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below `bound` that depends only on the seed and `value`: the same in whichever thread asks.
    package static func of(_ value: Int, seed: UInt64, below bound: Int) -> Int {
        var chance = Chance(seed: seed &+ UInt64(truncatingIfNeeded: value) &* 0xD6E8_FEB8_6659_FD93)
        return Int.random(in: 0..<bound, using: &chance)
    }
}
