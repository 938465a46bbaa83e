import Linguistics
import TextModel

/// Finds every number that is claimed in an article, with its bounds, unit, what it counts, subject and time.
///
/// Shape: zero or more per sentence, sorted by span, disjoint.
/// Units: spans are half-open UTF-8 byte offsets into `article.text`.
/// - Complexity: O(*n*) in tokens: every rule looks a bounded number of atoms around.
/// - SeeAlso: the corpus of expressions in `QuantityCorpusTests`.
package struct QuantityTagger: Sendable {
    private let vocabulary = QuantityVocabulary()

    package init() {}

    /// What `claims` takes the words from: a lexicon that knows every word of the grammar.
    package var lexicon: Lexicon { vocabulary.lexicon }

    /// - Parameters:
    ///   - words: of the same article, by `lexicon`.
    ///   - attributions: an outer one before those inside it; `attribution` of a claim indexes them.
    /// - Returns: empty when the article has no quantity. What the text does not say is nil.
    package func claims(in article: SegmentedArticle, words: Words, attributions: [Attribution]) -> [NumericClaim] {
        article.article.text.withUnsafeBufferPointer { text in
            var atomizer = Atomizer(article, text, words, vocabulary)
            let clauses = ClauseReader(article, words, text, vocabulary)
            let contents = AttributedContents(attributions)
            let published = article.article.published.flatMap(CalendarDate.init(iso:))
            var claims: [NumericClaim] = []
            for sentence in article.sentences {
                guard atomizer.mayHoldQuantity(sentence.tokens) else { continue }
                let block =
                    article.blocks.indices.contains(sentence.block) ? article.blocks[sentence.block].kind : .paragraph
                // Times of day, page and photo credits are all that these hold.
                guard block != .byline, block != .credit else { continue }
                atomizer.atomize(sentence.tokens)
                let passage = Passage(
                    text: text, vocabulary: vocabulary, words: words, atoms: atomizer.atoms, isTitle: block == .headline
                )
                let quantities = QuantityReader(passage: passage).quantities()
                guard !quantities.isEmpty else { continue }
                let starts = contents.startTokens(in: sentence.tokens, article.tokens)
                clauses.read(sentence.tokens, contentStarts: starts)
                let times = TimeRule.phrases(passage, published: published)
                let builder = ClaimBuilder(
                    passage: passage, clauses: clauses, times: times, contents: contents)
                for quantity in quantities { claims.append(builder.claim(quantity)) }
            }
            return claims
        }
    }
}
