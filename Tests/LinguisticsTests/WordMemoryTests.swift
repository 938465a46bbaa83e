import Testing

@testable import Linguistics

@Suite struct WordMemoryTests {
    @Test func looksUpOnceWhatItRemembers() {
        let memory = WordMemory(-1)
        var looks = 0
        func find(_ word: UInt64) -> Int {
            memory.known(of: word) {
                looks += 1
                return Int(truncatingIfNeeded: word &* 3)
            }
        }
        // Zero is a word like others, and words that differ in the last bits only share a slot.
        for word: UInt64 in [0, 1, 0, ~0, 7 << 20, 7 << 20] {
            #expect(find(word) == Int(truncatingIfNeeded: word &* 3))
        }
        #expect(looks == 5)
    }

    /// A memory far smaller than what is asked for answers the same as none.
    @Test func forgetsButNeverMixesUp() {
        let memory = WordMemory(UInt64.max)
        var word: UInt64 = 1
        for _ in 0..<100_000 {
            word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let asked = (word >> 50) << 18
            #expect(memory.known(of: asked) { asked ^ 5 } == asked ^ 5)
        }
    }
}
