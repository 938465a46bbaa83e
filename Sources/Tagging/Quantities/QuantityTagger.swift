import Linguistics
import TextModel

/// Finds every number that is claimed in an article, with its bounds, unit, what it counts, subject and time.
///
/// It works in two steps: `quantities` reads numbers, units, bounds and times from the words alone; `claims` ties them to the
/// attributions that hold them and to their clauses, by the parts of speech.
/// - Complexity: O(*n*) in tokens: every rule looks a bounded number of atoms around.
/// - SeeAlso: the corpus of expressions in `QuantityCorpusTests`.
package struct QuantityTagger: Sendable {
    private let vocabulary = QuantityVocabulary()
    private let model: ClaimModel
    private let forms: ArenaPool<NormalForms>

    package init(model: ClaimModel = .embedded()) {
        self.model = model
        forms = ArenaPool { [lemmatizer = Lemmatizer()] in NormalForms(lemmatizer: lemmatizer) }
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

    /// The claims that quantities make.
    ///
    /// Shape: one a quantity, sorted by span, disjoint.
    /// Units: spans are half-open UTF-8 byte offsets into `article.text`.
    /// - Parameters:
    ///   - attributions: an outer one before those inside it; `attribution` of a claim indexes them.
    ///   - speakers: whom `speaker` of the attributions indexes.
    ///   - discourse: of the same article.
    func claims(
        _ found: [SentenceQuantities], in reading: Reading, attributions: [Attribution], speakers: [Speaker],
        _ discourse: Discourse
    ) -> [NumericClaim] {
        let contents = AttributedContents(attributions)
        let outlines = Outlines(reading)
        let referents = SubjectReferents(outlines, attributions, speakers, discourse, model: model)
        var claims: [NumericClaim] = []
        claims.reserveCapacity(found.reduce(0) { $0 + $1.count })
        forms.withArena { forms in
            for sentence in found {
                ClaimBuilder(
                    found: sentence, reading: reading,
                    roles: ClaimRoles(sentence, outlines, contents, model: model, vocabulary: vocabulary),
                    contents: contents, referents: referents, forms: forms, vocabulary: vocabulary
                ).add(to: &claims)
            }
        }
        return claims
    }
}
