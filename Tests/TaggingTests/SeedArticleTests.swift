import Foundation
import Testing
import TextModel

/// The article that the project starts from, against its annotation by hand. Neither is in the repository: the tests are
/// skipped where they are not beside it.
@Suite(.enabled(if: SeedGold.isPresent)) struct SeedArticleTests {
    /// Each annotated attribution with the one found that has its content, by words, and its cue.
    private let pairs: [(gold: SeedGold.Attribution, found: Attribution?)]
    private let tagged: TaggedArticle
    private let words: WordSpans

    init() throws {
        let gold = try SeedGold.read()
        let tagged = Program.tag(gold.text)
        let words = WordSpans(tagged, scalarsOf: gold.text)
        pairs = gold.quotes.map { quote in
            let found = tagged.attributions.first {
                words.of($0.content) == words.of(scalars: quote.content)
                    && words.of($0.cue) == words.of(scalars: quote.cue)
            }
            return (quote, found)
        }
        self.tagged = tagged
        self.words = words
    }

    @Test func everyAttributionIsFound() {
        #expect(pairs.count == 15)
        for (gold, found) in pairs {
            #expect(found != nil, "\(gold.speaker ?? "nobody"), \(words.of(scalars: gold.content))")
        }
    }

    @Test func sourcesAndTypesAreRight() throws {
        for case (let gold, let found?) in pairs {
            #expect(words.of(found.source) == words.of(scalars: gold.source))
            #expect(found.contentType.rawValue == gold.type)
            if let kind = gold.kind { #expect(found.attitude.rawValue == kind) }
        }
    }

    @Test func speakersAreRight() {
        for case (let gold, let found?) in pairs {
            let accepted = [gold.speaker].compactMap(\.self) + (gold.speakerAlso ?? [])
            let name = found.speaker.map { tagged.article.surface(tagged.speakers[$0].name) }
            #expect(name.map(accepted.contains) ?? accepted.isEmpty, "\(name ?? "nobody") is none of \(accepted)")
        }
    }

    @Test func parentsAreRight() throws {
        for case (let gold, let found?) in pairs {
            guard let outer = gold.nestedIn else { continue }
            let parent = try #require(found.parent.map { tagged.attributions[$0] })
            let speaker = try #require(parent.speaker)
            #expect(tagged.article.surface(tagged.speakers[speaker].name) == outer)
        }
    }

    @Test func intermediateSourcesAndTimesAreRight() {
        for case (let gold, let found?) in pairs {
            if let via = gold.via { #expect(found.via.map(tagged.article.surface) == via) }
            if let time = gold.cueTime { #expect(found.saidTime.map(tagged.article.surface) == time) }
        }
    }

    @Test func scareQuotesAreNoQuotes() throws {
        let text = try SeedGold.read().text
        let deal = try #require(text.range(of: "“deal”")).lowerBound
        let offset = Int32(text[..<deal].utf8.count)
        for attribution in tagged.attributions {
            #expect(!attribution.content.contains { $0.start <= offset && offset < $0.end })
        }
    }
}

/// `../shared/corpus/seed.gold.jsonl`.
private struct SeedGold: Decodable {
    struct Attribution: Decodable {
        let content: [[Int]]
        let cue: [[Int]]
        let source: [[Int]]
        let speaker: String?
        let speakerAlso: [String]?
        let type: String
        let kind: String?
        let via: String?
        let cueTime: String?
        let nestedIn: String?
    }

    let text: String
    let quotes: [Attribution]

    static let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../shared/corpus/seed.gold.jsonl").standardizedFileURL
    static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func read() throws -> SeedGold {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(SeedGold.self, from: Data(contentsOf: file))
    }
}

/// The words of an article's spans, so that spans compare whatever punctuation stands at their edges.
private struct WordSpans {
    private let tagged: TaggedArticle
    /// For each Unicode scalar its byte offset.
    private let offsets: [Int]

    init(_ tagged: TaggedArticle, scalarsOf text: String) {
        self.tagged = tagged
        offsets = text.unicodeScalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
    }

    func of(_ spans: [Span]) -> [String] {
        let tokens = tagged.segmented.tokens
        return tokens.indices.filter { token in
            [.word, .clitic, .number, .currency, .percent].contains(tokens.kinds[token])
                && spans.contains { $0.overlaps(tokens.span(token)) }
        }.map { "\(tokens.starts[$0]) \(tagged.article.surface(tokens.span($0)))" }
    }

    func of(scalars spans: [[Int]]) -> [String] { of(spans.map { Span(offsets[$0[0]]..<offsets[$0[1]]) }) }
}
