import Learning
import Segmentation
import TestSupport
import TextModel
import Testing

@testable import Linguistics

/// The engine as a whole, from bytes to names and trees, on texts that no one wrote for it.
@Suite("The engine on hostile text", .serialized)
struct EngineRobustnessTests {
    private static let segmenter = Segmenter()
    private static let tagger = PartOfSpeechTagger()
    private static let parser = Parser()
    private static let names = NameTagger()

    private static func read(_ text: [UInt8]) -> (article: SegmentedArticle, tree: SyntaxTree, names: [NameMention]) {
        let article = segmenter.segment(Article(text: text))
        let tags = tagger.tag(article)
        let parse = parser.parse(article, tags: tags, arena: parser.makeArena())
        return (article, SyntaxTree(article, tags: tags, parse: parse), names.names(in: article))
    }

    @Test("Any bytes have an answer: trees within sentences, names in order, a lemma for each token", arguments: 0..<6)
    func anyBytes(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        let lemmatizer = Lemmatizer()
        for _ in 0..<60 {
            let text = (0..<Int.random(in: 0..<300, using: &chance)).map { _ in
                Bool.random(using: &chance)
                    ? UInt8.random(in: 0...255, using: &chance)
                    : Array(" .\"'Aa5?:()\n".utf8).randomElement(using: &chance) ?? 0x20
            }
            let (article, tree, names) = Self.read(text)
            for sentence in article.sentences {
                for token in sentence.tokens {
                    let head = tree.parse.heads[token]
                    #expect(head == -1 || sentence.tokens.contains(Int(head)) && Int(head) != token)
                    _ = tree.lemma(of: token, lemmatizer)
                }
            }
            var end: Int32 = 0
            for name in names {
                #expect(name.span.start >= end && name.span.end > name.span.start)
                end = name.span.end
            }
            #expect(Int(end) <= text.count)
        }
    }

    @Test(
        "Ten times the text takes about ten times as long",
        arguments: [
            // A sentence of a megabyte, quotation marks, capitalised words in a row, and doubts without end.
            Hostile(name: "one sentence", piece: "the mayor of a city and ", count: 43_000),
            Hostile(name: "quotation marks", piece: "\"", count: 100_000),
            Hostile(name: "curly marks", piece: "“a ", count: 100_000),
            Hostile(name: "capitalised words", piece: "Kim Lagos Bank Of Quorl ", count: 40_000),
            Hostile(name: "colons", piece: "A: ", count: 100_000),
            Hostile(name: "stops that end nothing", piece: "? a ", count: 100_000),
            Hostile(name: "abbreviations", piece: "U.S. ", count: 100_000),
        ])
    func linear(hostile: Hostile) {
        func work(_ count: Int) -> () -> Void {
            let text = Array(String(repeating: hostile.piece, count: count).utf8)
            return { _ = Self.read(text) }
        }
        // A square law would make it a hundred.
        let growth = Growth.of(work(hostile.count / 10), work(hostile.count), within: 25)
        #expect(growth <= 25, "\(hostile.name) took \(growth) times as long")
    }

    struct Hostile: Sendable, CustomTestStringConvertible {
        let name: String
        let piece: String
        let count: Int

        var testDescription: String { name }
    }
}
