import Linguistics
import TextModel

/// Finds every number that is claimed in an article, with its bounds, unit, what it counts, subject and time.
///
/// It works in three steps, so that only sentences in doubt need a parse: `quantities` reads numbers, units, bounds and times
/// from the words alone; `readings` tells their clauses by the parts of speech, and how certain that is; `claims` ties them to
/// these or to the parse, and to the attributions that hold them.
/// - Complexity: O(*n*) in tokens: every rule looks a bounded number of atoms around.
/// - SeeAlso: the corpus of expressions in `QuantityCorpusTests`.
package struct QuantityTagger: Sendable {
    private let vocabulary = QuantityVocabulary()
    private let lemmatizer = Lemmatizer()
    private let model: ClaimModel

    package init(model: ClaimModel = ClaimModel()) {
        self.model = model
    }

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

    /// What the parts of speech tell of quantities, sentence by sentence.
    /// - Complexity: O(*n*) in the sentences' tokens.
    package func readings(of found: [SentenceQuantities], in reading: Reading) -> [SentenceClaimRoles] {
        found.map { sentence in
            var reader = ClaimRoleReader(reading, sentence, model: model)
            return SentenceClaimRoles(sentence: sentence.sentence, roles: reader.roles(), outline: reader.outline)
        }
    }

    /// The claims that quantities make.
    ///
    /// Shape: one a quantity, sorted by span, disjoint.
    /// Units: spans are half-open UTF-8 byte offsets into `article.text`.
    /// - Parameters:
    ///   - readings: of `found`, by the parts of speech: for the sentences that were not parsed.
    ///   - tree: of the article; its parsed sentences are read by it.
    ///   - attributions: an outer one before those inside it; `attribution` of a claim indexes them.
    package func claims(
        _ found: [SentenceQuantities], _ readings: [SentenceClaimRoles], in reading: Reading, _ tree: SyntaxTree,
        attributions: [Attribution]
    ) -> [NumericClaim] {
        let contents = AttributedContents(attributions)
        let forms = NormalForms(reading, lemmatizer: lemmatizer)
        var claims: [NumericClaim] = []
        for (sentence, tagged) in zip(found, readings) {
            if sentence.sentence.contains(where: { tree.parse.heads[$0] >= 0 }) {
                let roles = parsedRoles(of: sentence, tree, words: reading.words)
                claims += ClaimBuilder(found: sentence, roles: roles, contents: contents, forms: forms).claims()
            } else {
                let roles = TaggedClaimRoles(
                    found: sentence, tree: tree, readings: tagged.roles, outline: tagged.outline,
                    auxiliaries: vocabulary.auxiliaries, amounts: sentence.amounts)
                claims += ClaimBuilder(found: sentence, roles: roles, contents: contents, forms: forms).claims()
            }
        }
        return claims
    }

    func parsedRoles(of found: SentenceQuantities, _ tree: SyntaxTree, words: Words) -> ParsedClaimRoles {
        ParsedClaimRoles(found, tree, words: words, auxiliaries: vocabulary.auxiliaries)
    }
}
