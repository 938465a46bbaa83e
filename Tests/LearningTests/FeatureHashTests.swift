import Learning
import Testing

@Suite struct FeatureHashTests {
    /// Inside a text eight bytes are loaded at once, at its end one by one.
    @Test(arguments: 0...24)
    func aWordHasTheSameHashWhereverItStands(length: Int) {
        let word = (0..<length).map { UInt8(0x61 + $0 % 26) }
        let alone = word.withUnsafeBufferPointer { FeatureHash.of($0, 0..<length) }
        for trailing in 0...9 {
            let text = [0xFF, 0xFE] + word + Array(repeating: 0xFD, count: trailing)
            #expect(text.withUnsafeBufferPointer { FeatureHash.of($0, 2..<2 + length) } == alone)
        }
        #expect(FeatureHash.of(String(decoding: word, as: UTF8.self)) == alone)
    }

    @Test func tellsWordsApart() {
        let words = ["", "a", "b", "ab", "ba", "abcdefgh", "abcdefghi", "abcdefgi", "abcdefgh\0"]
        #expect(Set(words.map(FeatureHash.of)).count == words.count)
    }
}
