import Testing
import WordLists

@Suite("Word table")
struct WordTableTests {
    private func table(_ entries: [(key: String, value: Int32)]) -> WordTable { WordTable(entries) }

    @Test("Finds what was put in, and nothing else")
    func lookUp() {
        let words = (0..<3000).map { "word\($0 * 7)" }
        let table = WordTable(words.enumerated().map { (key: $1, value: Int32($0)) })
        for (index, word) in words.enumerated() { #expect(table.value(of: word) == Int32(index)) }
        for index in 0..<3000 where !index.isMultiple(of: 7) { #expect(table.value(of: "word\(index)") == nil) }
        #expect(table.value(of: "") == nil)
        #expect(WordTable([(key: String, value: Int32)]()).value(of: "word") == nil)
    }

    @Test("Later entries win")
    func duplicates() {
        #expect(table([("a", 1), ("b", 2), ("A", 3)]).value(of: "a") == 3)
    }

    @Test(
        "Case, apostrophes and soft hyphens do not tell words apart",
        arguments: ["don't", "DON'T", "Don’t", "do\u{AD}n't", "\u{AD}don’t\u{AD}"])
    func folding(word: String) {
        #expect(table([("don't", 5)]).value(of: word) == 5)
    }

    @Test("Accented Latin-1 letters lose their case, other bytes must be equal")
    func accents() {
        let table = self.table([("barthélemy", 1), ("a", 2), ("twelveletters", 3)])
        #expect(table.value(of: "BARTHÉLEMY") == 1)
        #expect(table.value(of: "barthelemy") == nil)
        #expect(table.value(of: "twelveletter") == nil)
        #expect(table.value(of: "twelveletterss") == nil)
        #expect(table.value(of: "’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’’") == nil)
    }

    @Test("A word is looked up where it stands, whatever surrounds it")
    func ranges() {
        let table = self.table([("said", 1), ("spokeswoman", 2)])
        let text = Array("xsaidx spokeswomans".utf8)
        text.withUnsafeBufferPointer { bytes in
            #expect(table.value(in: bytes, 1..<5) == 1)
            #expect(table.value(in: bytes, 0..<5) == nil)
            #expect(table.value(in: bytes, 7..<18) == 2)
            #expect(table.value(in: bytes, 7..<19) == nil)
            #expect(table.value(in: bytes, 3..<3) == nil)
        }
    }
}
