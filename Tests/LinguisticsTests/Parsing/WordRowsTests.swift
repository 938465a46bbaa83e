import Linguistics
import Testing

@Suite struct WordRowsTests {
    private func rows(_ word: String) -> WordRows {
        var word = word
        return word.withUTF8 { WordRows($0) }
    }

    @Test(arguments: [("House", "house"), ("1,234", "5,678"), ("’s", "'s"), ("“", "\""), ("``", "\""), ("''", "”")])
    func knowsAsOneWord(one: String, other: String) {
        #expect(rows(one).key == rows(other).key)
    }

    @Test(arguments: [("house", "mouse"), ("a", "aa"), ("", "a"), ("abcdefgh", "abcdefghi"), ("1", "a"), ("—", "–")])
    func tellsApart(one: String, other: String) {
        #expect(rows(one).key != rows(other).key)
    }

    /// The shape row differs by case, all other rows do not.
    @Test func keepsTheShape() {
        let small = rows("house"), capital = rows("House")
        for affix in 0..<4 { #expect(small.affixes[affix] == capital.affixes[affix]) }
        #expect(small.affixes[4] != capital.affixes[4])
    }

    @Test func staysWithinTheTable() {
        for byte in UInt8.min...UInt8.max {
            let word = [byte, 0xE2, 0x80, byte]
            for length in 0...4 {
                let rows = word.withUnsafeBufferPointer { WordRows(UnsafeBufferPointer(rebasing: $0[..<length])) }
                for affix in 0..<WordRows.affixCount { #expect(Int(rows.affixes[affix]) < WordRows.affixRows) }
            }
        }
    }
}
