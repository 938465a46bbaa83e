import Learning
import Linguistics
import TextModel

/// An article with its words looked up and tagged: what every rule reads.
package final class Reading: Sendable {
    package let article: SegmentedArticle
    package let words: Words
    package let tags: PartsOfSpeech
    /// For each token the hash of its bytes in lower case (ASCII letters only).
    let forms: [UInt64]
    /// For each token the outermost quotation whose interior holds it; -1 outside.
    package let quotationOfToken: [Int32]
    /// For each token its sentence.
    package let sentenceOfToken: [Int32]
    /// Indices of the outermost quotations, in text order.
    package let outerQuotations: [Int]

    package init(_ article: SegmentedArticle, words: Words, tags: PartsOfSpeech) {
        self.article = article
        self.words = words
        self.tags = tags
        forms = Self.forms(article)
        var quotations = Array(repeating: Int32(-1), count: article.tokens.count)
        var outer: [Int] = []
        for (index, quotation) in article.quotations.enumerated() where quotation.depth == 0 {
            outer.append(index)
            for token in quotation.interior { quotations[token] = Int32(index) }
        }
        quotationOfToken = quotations
        outerQuotations = outer
        var sentences = Array(repeating: Int32(0), count: article.tokens.count)
        for (index, sentence) in article.sentences.enumerated() {
            for token in sentence.tokens { sentences[token] = Int32(index) }
        }
        sentenceOfToken = sentences
    }

    private static func forms(_ article: SegmentedArticle) -> [UInt64] {
        let lowered = article.article.text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        return lowered.withUnsafeBufferPointer { bytes in
            article.tokens.indices.map { FeatureHash.of(bytes, article.tokens.span($0).range) }
        }
    }

    package var tokenCount: Int { article.tokens.count }

    @inline(__always)
    package func kind(_ token: Int) -> TokenKind { article.tokens.kinds[token] }

    @inline(__always)
    package func classes(_ token: Int) -> WordClasses { words.classes[token] }

    @inline(__always)
    package func has(_ token: Int, _ classes: WordClasses) -> Bool { words.classes[token].hasAny(classes) }

    @inline(__always)
    package func isQuoted(_ token: Int) -> Bool { quotationOfToken[token] >= 0 }

    /// The sentence that holds `token`.
    package func sentence(of token: Int) -> Sentence { article.sentences[Int(sentenceOfToken[token])] }

    /// Whether a word or clitic is `word`, which is given in lower case; capitals do not count.
    @inline(__always)
    package func reads(_ token: Int, _ word: StaticString) -> Bool {
        let start = Int(article.tokens.starts[token])
        guard Int(article.tokens.ends[token]) - start == word.utf8CodeUnitCount else { return false }
        let kind = kind(token)
        guard kind == .word || kind == .clitic else { return false }
        return word.withUTF8Buffer { bytes in
            for index in bytes.indices {
                let byte = article.article.text[start + index]
                if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != bytes[index] { return false }
            }
            return true
        }
    }

    package func readsAny(_ token: Int, _ words: [StaticString]) -> Bool {
        let count = Int(article.tokens.ends[token] - article.tokens.starts[token])
        let first = article.article.text[Int(article.tokens.starts[token])] | 0x20
        for word in words where word.utf8CodeUnitCount == count && word.utf8Start.pointee | 0x20 == first {
            if reads(token, word) { return true }
        }
        return false
    }

    /// The token behind the last quotation that ends before `token`, not further back than 60 tokens; nil for none.
    func quotationEnd(before token: Int, from lower: Int) -> Int? {
        let lower = max(0, lower, token - 60)
        return (lower..<max(lower, token)).last { kind($0) == .closeQuote }.map { $0 + 1 }
    }

    package func span(_ tokens: Range<Int>) -> Span { article.span(ofTokens: tokens) }

    package func surface(_ tokens: Range<Int>) -> String { article.article.surface(span(tokens)) }

    /// A word with a capital that is no function word: part of a name, most likely.
    @inline(__always)
    package func isName(_ token: Int) -> Bool {
        kind(token) == .word && has(token, .capitalised)
            && !has(token, [.determiner, .preposition, .coordinator, .subordinator, .subjectPronoun, .modal])
    }

    @inline(__always)
    package func isComma(_ token: Int) -> Bool { kind(token) == .comma }
}
