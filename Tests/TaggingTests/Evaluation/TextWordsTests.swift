import Tagging
import TestSupport
import Learning
import Testing

@Suite struct TextWordsTests {
    private func words(_ text: String) -> [String] {
        TextWords(Array(text.utf8)).ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }

    /// As `re.findall(r"\w+", text)` has it.
    @Test(arguments: [
        ("", []),
        ("…!—", []),
        ("It’s 3.5% of snake_case", ["It", "s", "3", "5", "of", "snake_case"]),
        ("Zoë naïve 김정은", ["Zoë", "naïve", "김정은"]),
        ("x² ½ Ⅷ ٣ 五", ["x²", "½", "Ⅷ", "٣", "五"]),
        ("re\u{301}sume\u{301} co\u{AD}op", ["re", "sume", "co", "op"]),
        ("a👋b", ["a", "b"]),
    ])
    func wordsAreThoseOfPython(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func spansTouchWords() {
        let words = TextWords(Array("one two three".utf8))
        #expect(words.words(in: [0..<3]).places == [0])
        #expect(words.words(in: [3..<4]).isEmpty)
        #expect(words.words(in: [2..<5, 8..<9]).places == [0, 1, 2])
        #expect(words.words(in: [0..<13, 4..<7]).places == [0, 1, 2])
        // What Python's comparison of offsets makes of a span without length.
        #expect(words.words(in: [1..<1]).places == [0] && words.words(in: [4..<4]).isEmpty)
    }

    @Test func setsShareWords() {
        let (left, right) = (WordSet([5, 1, 3, 3]), WordSet([3, 4, 5]))
        #expect(left.places == [1, 3, 5] && left.shared(with: right) == [3, 5])
        #expect(left.f1(with: right) == 4.0 / 6 && WordSet().f1(with: WordSet()) == 0)
        #expect(left.meets(right) && !left.meets(WordSet()) && !left.meets(WordSet([0, 6])))
    }

    @Test func anyTextHasWords() {
        var chance = Chance(seed: 1)
        for _ in 0..<200 {
            let bytes = (0..<30).map { _ in UInt8.random(in: 0...255, using: &chance) }
            let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
            let ranges = TextWords(text).ranges
            #expect(ranges.allSatisfy { !$0.isEmpty && $0.upperBound <= text.count })
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }
}
