import Learning
import Linguistics
import TextModel
import Testing

/// What the tagger promises whatever the words are; how often it is right is scored by `sayso-train score tagger`.
@Suite struct PartOfSpeechTaggerTests {
    private static let tagger = PartOfSpeechTagger()

    /// Penn tags of words that are set apart by spaces.
    private func penn(_ sentence: String) -> String {
        let words = sentence.split(separator: " ")
        var tags = PartsOfSpeech(count: words.count)
        var starts: [Int32] = []
        var ends: [Int32] = []
        for word in words {
            starts.append(Int32(word.startIndex.utf16Offset(in: sentence)))
            ends.append(Int32(word.endIndex.utf16Offset(in: sentence)))
        }
        Array(sentence.utf8).withUnsafeBufferPointer {
            Self.tagger.tag($0, starts, ends, [0..<words.count], into: &tags)
        }
        return tags.penn.map(\.name).joined(separator: " ")
    }

    @Test(arguments: [
        ("The mayor said the bridge was safe .", "DT NN VBD DT NN VBD JJ ."),
        ("Kim Jong Un will meet Trump in Singapore on Tuesday .", "NNP NNP NNP MD VB NNP IN NNP IN NNP ."),
        ("We do n't know , she told reporters .", "PRP VBP RB VB , PRP VBD NNS ."),
        ("MAYOR SAYS BRIDGE IS SAFE", "NN VBZ NN VBZ JJ"),
    ])
    func tags(sentence: String, expected: String) {
        #expect(penn(sentence) == expected)
    }

    @Test("Any bytes get tags, the same each time, whatever stands before their sentence")
    func anyBytes() {
        var chance = Chance(seed: 3)
        let text = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &chance) }
        let starts = (0..<4000).map { Int32($0 * 5) }
        let ends = starts.map { $0 + Int32.random(in: 0...5, using: &chance) }
        func tags(_ sentences: [Range<Int>]) -> PartsOfSpeech {
            var tags = PartsOfSpeech(count: starts.count)
            text.withUnsafeBufferPointer { Self.tagger.tag($0, starts, ends, sentences, into: &tags) }
            return tags
        }
        let all = tags([0..<1500, 1500..<1500, 1500..<1501, 1501..<4000])
        let some = tags([1501..<4000])
        #expect(all.penn[1501...] == some.penn[1501...])
        #expect(all.universal[1501...] == some.universal[1501...])
    }

    @Test("What is remembered of words, more of them than there is room for, changes no tag")
    func memory() {
        var chance = Chance(seed: 5)
        let letters = "aeinrstAS"
        let words = (0..<9000).map { _ in
            let length = Int.random(in: 1...6, using: &chance)
            return String((0..<length).compactMap { _ in letters.randomElement(using: &chance) })
        }
        let memory = Self.tagger.makeMemory()
        func tags(_ words: ArraySlice<String>, _ memory: TaggerMemory?) -> PartsOfSpeech {
            var tags = PartsOfSpeech(count: words.count)
            var starts: [Int32] = []
            var text: [UInt8] = []
            for word in words {
                starts.append(Int32(text.count))
                text += word.utf8
            }
            let ends = starts.dropFirst() + [Int32(text.count)]
            text.withUnsafeBufferPointer {
                Self.tagger.tag($0, starts, Array(ends), [0..<words.count], memory, into: &tags)
            }
            return tags
        }
        for start in stride(from: 0, to: words.count, by: 30) {
            let sentence = words[start..<start + 30] + words[0..<10]
            #expect(tags(sentence, memory) == tags(sentence, nil))
        }
    }
}
