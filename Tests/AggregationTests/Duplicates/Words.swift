/// Texts of made-up words: two seeds have hardly a run of words in common.
enum Words {
    static func text(seed: UInt64, count: Int) -> String {
        var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "w\(state >> 52)"
        }.joined(separator: " ")
    }
}
