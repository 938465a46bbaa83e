import Foundation
import TextModel

/// How many spans are the annotated ones, by CoNLL 2018's measure: same start and same end.
struct SpanTally {
    private var both = 0
    private var found = 0
    private var annotated = 0

    mutating func add(found spans: [Span], annotated gold: [Span]) {
        both += Set(spans).intersection(gold).count
        found += spans.count
        annotated += gold.count
    }

    static func += (tally: inout SpanTally, other: SpanTally) {
        tally.both += other.both
        tally.found += other.found
        tally.annotated += other.annotated
    }

    /// In percent.
    var f1: Double { 200 * Double(both) / Double(max(1, found + annotated)) }
}

/// How well an article is cut up.
struct SegmentationScore {
    var sentences = SpanTally()
    /// Words as the treebank cuts them.
    var words = SpanTally()
    /// The same with those joined, on both sides, that only a hyphen parts: the treebanks cut "10-year", Sayso does not.
    var joinedWords = SpanTally()

    init() {}

    init(_ document: RawDocument, _ article: SegmentedArticle) {
        let found = article.tokens.indices.map { article.tokens.span($0) }
        sentences.add(found: article.sentences.map { article.span(of: $0) }, annotated: document.sentences)
        words.add(found: found, annotated: document.words)
        joinedWords.add(
            found: Self.joined(found, document.text), annotated: Self.joined(document.words, document.text))
    }

    static func += (score: inout SegmentationScore, other: SegmentationScore) {
        score.sentences += other.sentences
        score.words += other.words
        score.joinedWords += other.joinedWords
    }

    var line: String {
        String(
            format: "sentence F1 %.2f %%, token F1 %.2f %% (%.2f %% with hyphens joined)", sentences.f1, words.f1,
            joinedWords.f1)
    }

    private static func joined(_ words: [Span], _ text: [UInt8]) -> [Span] {
        var result: [Span] = []
        for word in words {
            if let last = result.last, last.end == word.start, joins(text, last, word) {
                result[result.count - 1] = Span(last.start, word.end)
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// Whether the second word is a hyphen between two words, or goes on after one.
    private static func joins(_ text: [UInt8], _ last: Span, _ word: Span) -> Bool {
        func isWordly(_ index: Int32) -> Bool {
            guard Int(index) < text.count else { return false }
            let byte = text[Int(index)]
            return byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        }
        let hyphen = UInt8(ascii: "-")
        if text[Int(word.start)] == hyphen { return isWordly(last.end - 1) && isWordly(word.start + 1) }
        return text[Int(last.end) - 1] == hyphen && last.count > 1 && isWordly(word.start)
    }
}
