import Linguistics
import TextModel

/// Finds every number that is claimed in an article, with its bounds, unit, what it counts, subject and time.
///
/// It works in two steps, so that only sentences whose quantities ask for it need a parse: `quantities` reads numbers, units, bounds
/// and times from the words alone; `claims` ties them to the parse and to the attributions that hold them.
/// - Complexity: O(*n*) in tokens: every rule looks a bounded number of atoms around.
/// - SeeAlso: the corpus of expressions in `QuantityCorpusTests`.
package struct QuantityTagger: Sendable {
    private let vocabulary = QuantityVocabulary()
    private let lemmatizer = Lemmatizer()

    package init() {}

    /// What `quantities` takes the words from: a lexicon that knows every word of the grammar.
    package var lexicon: Lexicon { vocabulary.lexicon }

    /// What a normalised unit is called, itself first: "USD", "dollar", "us dollar". The name of no unit is itself.
    package func names(ofUnit name: String) -> [String] { vocabulary.names(ofUnit: name) }

    /// The sentences that hold quantities, in text order.
    ///
    /// - Parameter words: of the same article, by `lexicon`.
    /// - Returns: empty when the article has no quantity.
    package func quantities(in article: SegmentedArticle, words: Words) -> [SentenceQuantities] {
        article.article.text.withUnsafeBufferPointer { text in
            var atomizer = Atomizer(article, text, words, vocabulary)
            let dollars = DollarContext(article.article)
            let published = article.article.published.flatMap(CalendarDate.init(iso:))
            var found: [SentenceQuantities] = []
            for sentence in article.sentences {
                guard atomizer.mayHoldQuantity(sentence.tokens) else { continue }
                let block =
                    article.blocks.indices.contains(sentence.block) ? article.blocks[sentence.block].kind : .paragraph
                // Times of day, page and photo credits are all that these hold.
                guard block != .byline, block != .credit else { continue }
                atomizer.atomize(sentence.tokens)
                let passage = Passage(
                    text: text, vocabulary: vocabulary, words: words, atoms: atomizer.atoms,
                    isTitle: block == .headline, dollars: dollars)
                let quantities = QuantityReader(passage: passage).quantities()
                guard !quantities.isEmpty else { continue }
                found.append(
                    SentenceQuantities(
                        sentence: sentence.tokens, atoms: passage.atoms, quantities: quantities,
                        times: TimeRule.phrases(passage, published: published)))
            }
            return found
        }
    }

    /// The sentences with a number of which the words beside it do not tell what it counts or measures.
    ///
    /// - Complexity: O(*n*) in the quantities.
    package func needParse(_ found: [SentenceQuantities], in reading: Reading) -> [Range<Int>] {
        found.filter { found in
            let simple = clauses(of: found, reading.article, reading.tags)
            return !found.quantities.allSatisfy { quantity in
                if quantity.isTold { return true }
                return quantity.isPlain
                    && simple.clause(around: found.phrase(of: quantity), isCount: quantity.amount.isCount) != nil
            }
        }.map(\.sentence)
    }

    private func clauses(of found: SentenceQuantities, _ article: SegmentedArticle, _ tags: PartsOfSpeech)
        -> SimpleClauses
    {
        SimpleClauses(article: article, tags: tags, sentence: found.sentence, auxiliaries: vocabulary.auxiliaries)
    }

    /// The clause of each quantity by the parts of speech; nil for none.
    private func taggedClauses(of found: SentenceQuantities, _ article: SegmentedArticle, _ tags: PartsOfSpeech)
        -> [ClaimClause?]
    {
        let simple = clauses(of: found, article, tags)
        return found.quantities.map { quantity in
            let tokens = found.phrase(of: quantity)
            var clause =
                simple.clause(around: tokens, isCount: quantity.amount.isCount) ?? simple.nearestClause(around: tokens)
            clause?.place = simple.place(after: found.tokens(of: quantity.atoms))
            return clause
        }
    }

    /// The claims that quantities make.
    ///
    /// Shape: one a quantity, sorted by span, disjoint.
    /// Units: spans are half-open UTF-8 byte offsets into `article.text`.
    /// - Parameters:
    ///   - tree: of the article; in a sentence that was not parsed, the parts of speech tell what they can.
    ///   - attributions: an outer one before those inside it; `attribution` of a claim indexes them.
    package func claims(
        _ found: [SentenceQuantities], in tree: SyntaxTree, words: Words, attributions: [Attribution]
    ) -> [NumericClaim] {
        let contents = AttributedContents(attributions)
        let forms = NormalForms(tree: tree, lemmatizer: lemmatizer)
        return found.flatMap { sentence in
            let syntax = ClaimSyntax(
                SentenceSyntax(tree, tokens: sentence.sentence, words: words), words: words,
                auxiliaries: vocabulary.auxiliaries,
                amounts: sentence.quantities.map { sentence.tokens(of: $0.atoms) })
            let isParsed = sentence.sentence.contains { tree.parse.heads[$0] >= 0 }
            return ClaimBuilder(
                found: sentence, syntax: syntax, contents: contents, forms: forms,
                clauses: isParsed ? nil : taggedClauses(of: sentence, tree.article, tree.tags)
            ).claims()
        }
    }
}
