import Linguistics
import TextModel

/// What the parts of speech of a sentence say of its quantities, as a model of them reads it.
struct TaggedClaimRoles: ClaimRoles {
    let found: SentenceQuantities
    let tree: SyntaxTree
    /// A quantity each.
    let readings: [ClaimRoleReader.Roles]
    let outline: SentenceOutline
    let auxiliaries: Auxiliaries
    let amounts: [Range<Int>]

    private var tags: PartsOfSpeech { tree.tags }

    func counted(_ index: Int) -> Range<Int>? {
        let quantity = found.quantities[index]
        let guess = quantity.counted.map(found.tokens)
        if quantity.amount.isCount { return guess }
        if !quantity.mayMeasure { return nil }
        guard let head = readings[index].measured else {
            return guess.flatMap { range in range.contains { tags.penn[$0].isNoun } ? range : nil }
        }
        let tokens = found.tokens(of: quantity.atoms)
        let core = outline.core(of: head)
        if core.contains(tokens.lowerBound), head >= tokens.upperBound { return tokens.upperBound..<core.upperBound }
        return core.overlaps(tokens) ? head..<head + 1 : core
    }

    func clause(_ index: Int, counted: Range<Int>?) -> ClaimClause? {
        let reading = readings[index]
        guard let verb = reading.verb else { return nil }
        var clause = ClaimClause(predicate: outline.predicate(of: verb))
        clause.subject = reading.subject.map {
            outline.subject($0, before: outline.controller(of: verb).tokens.lowerBound)
        }
        clause.place = outline.place(after: found.phrase(of: found.quantities[index]))
        for token in verb.tokens {
            if tags.penn[token] == .modal, clause.modality == .asserted { clause.modality = modality(of: token) }
            clause.negated = clause.negated || tree.reads(token, ["not", "n't", "n’t", "never"])
        }
        return clause
    }

    private func modality(of token: Int) -> Modality {
        tree.article.article.text.withUnsafeBufferPointer {
            auxiliaries.modality(in: $0, tree.article.tokens.span(token).range) ?? .asserted
        }
    }

    func nounBefore(_ token: Int) -> Range<Int>? { outline.nounBefore(token, besides: amounts) }

    /// No verb and no coordinator stands between.
    func isBeside(_ phrase: Range<Int>, _ index: Int, _ clause: ClaimClause?) -> Bool {
        let tokens = found.tokens(of: found.quantities[index].atoms)
        let between = min(phrase.upperBound, tokens.upperBound)..<max(phrase.lowerBound, tokens.lowerBound)
        return !between.contains { tags.penn[$0].isVerb || tags.penn[$0] == .coordinator }
    }
}
