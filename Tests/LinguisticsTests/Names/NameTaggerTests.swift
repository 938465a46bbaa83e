import Learning
import Segmentation
import TestSupport
import Testing
import TextModel

@testable import Linguistics

@Suite("Names")
struct NameTaggerTests {
    private static let tagger = NameTagger()

    @Test(
        "Names in news prose, whole and with their class",
        arguments: [
            "President ⟦person|Barack Obama⟧ met Chancellor ⟦person|Angela Merkel⟧ in ⟦place|Berlin⟧ on Tuesday.",
            "⟦person|J. K. Rowling⟧ lives in ⟦place|Edinburgh⟧, ⟦place|Scotland⟧.",
            "The ⟦nationality|Kenyan⟧ government and the ⟦organization|World Bank⟧ signed the loan in ⟦place|Nairobi⟧.",
            "⟦person|Ursula von der Leyen⟧ spoke to the ⟦organization|European Parliament⟧ in ⟦place|Strasbourg⟧.",
            "⟦nationality|South African⟧ President ⟦person|Cyril Ramaphosa⟧ said nothing.",
            "The council voted to raise the fee for parking by two pounds.",
        ])
    func prose(marked: String) {
        let example = MarkedNames(marked)
        #expect(example.found(by: Self.tagger) == example.names)
    }

    @Test("A later surname has the class of the whole name, beside another of the same family name")
    func surnames() {
        let example = MarkedNames(
            """
            ⟦person|Kim Yong Chol⟧, a former spy chief, arrived in ⟦place|Beijing⟧ on Thursday.

            He carried a letter from ⟦person|Kim Jong Un⟧. ⟦person|Kim⟧ did not speak to reporters.
            """)
        #expect(example.found(by: Self.tagger) == example.names)
    }

    @Test("Headlines that are all capitals")
    func capitals() {
        let found = MarkedNames("OBAMA VISITS NEW YORK TO MEET UKRAINIAN LEADERS").found(by: Self.tagger)
        #expect(found.contains("person:OBAMA"))
        #expect(found.contains("place:NEW YORK"))
        #expect(found.contains("nationality:UKRAINIAN"))
    }

    @Test("A name inside a hyphenated token")
    func hyphens() {
        let found = MarkedNames("The Clinton-backed bill passed, said a Beijing-based company.").found(by: Self.tagger)
        #expect(found == ["person:Clinton", "place:Beijing"])
    }

    @Test("Nothing in an empty article")
    func empty() {
        #expect(MarkedNames("").found(by: Self.tagger) == [])
    }

    @Test("Spans are sorted, disjoint, within the text, and their tokens hold them; any bytes at all have an answer")
    func anyBytes() {
        var chance = Learning.Chance(seed: 11)
        var workspace = Self.tagger.makeWorkspace()
        for round in 0..<300 {
            // Bytes that make words, capitals, hyphens and broken UTF-8.
            let alphabet: [UInt8] = Array("AaBb Zz-.'0,\n@/".utf8) + [0xC3, 0x89, 0xE2, 0x80, 0x99, 0xF0, 0xFF, 0x00]
            let text = (0..<(round * 3)).map { _ in
                round % 2 == 0 ? alphabet[Int(chance.next() % UInt64(alphabet.count))] : UInt8(chance.next() & 0xFF)
            }
            // Tokens that cut the text anywhere.
            var tokens = Tokens()
            var start = 0
            while start < text.count {
                let end = min(text.count, start + 1 + Int(chance.next() % 7))
                tokens.append(.word, Int32(start), Int32(end))
                start = end
            }
            let half = tokens.count / 2
            let names = text.withUnsafeBufferPointer { text in
                Self.tagger.names(
                    in: text, tokens: tokens, sentences: [0..<half, half..<tokens.count], &workspace)
            }
            var end: Int32 = 0
            for name in names {
                #expect(name.span.start >= end && name.span.end > name.span.start)
                #expect(tokens.starts[name.tokens.lowerBound] <= name.span.start)
                #expect(tokens.ends[name.tokens.upperBound - 1] >= name.span.end)
                end = name.span.end
            }
            #expect(Int(end) <= text.count)
        }
    }

    @Test("200,000 capitalised words in a row take time in proportion")
    func linear() {
        func read(_ count: Int) {
            var text: [UInt8] = []
            var tokens = Tokens()
            for number in 0..<count {
                let start = Int32(text.count)
                text += ["Kim", "Lagos", "Bank", "Of", "Quorl"][number % 5].utf8
                tokens.append(.word, start, Int32(text.count))
                text.append(UInt8(ascii: " "))
            }
            var workspace = Self.tagger.makeWorkspace()
            _ = text.withUnsafeBufferPointer { text in
                Self.tagger.names(in: text, tokens: tokens, sentences: [0..<count], &workspace)
            }
        }
        // Ten times as long; a square law would be a hundred.
        #expect(Growth.of({ read(20_000) }, { read(200_000) }, within: 25) <= 25)
    }

    @Test("The same article gives the same names, with fresh memory and with used")
    func deterministic() {
        let article = Segmenter().segment(
            Article(text: Array("Ana Brnabić of Serbia met Olaf Scholz. Brnabić thanked the EU and NATO.".utf8)))
        var workspace = Self.tagger.makeWorkspace()
        let first = Self.tagger.names(in: article, &workspace)
        #expect(!first.isEmpty)
        #expect(Self.tagger.names(in: article, &workspace) == first)
        #expect(NameTagger().names(in: article) == first)
    }
}
