import Linguistics
import TextModel

/// What the parts of speech of a sentence say of its quantities, as a model of them reads it.
struct TaggedClaimRoles: ClaimRoles {
    let tree: SyntaxTree
    private let found: SentenceQuantities
    /// A quantity each.
    private let readings: [ClaimRoleReader.Roles]
    private let outline: SentenceOutline
    private let auxiliaries: Auxiliaries
    private let amounts: [Range<Int>]

    init(
        _ found: SentenceQuantities, _ reading: Reading, _ tree: SyntaxTree, _ contents: AttributedContents,
        model: ClaimModel, auxiliaries: Auxiliaries
    ) {
        self.found = found
        self.tree = tree
        self.auxiliaries = auxiliaries
        amounts = found.amounts
        var reader = ClaimRoleReader(reading, found, model: model)
        outline = reader.outline
        let tokens = reading.article.tokens
        readings = reader.roles(
            within: amounts.map { amount in
                guard let content = contents.innermost(reading.span(amount))?.content else { return nil }
                let sentence = found.sentence
                let start = sentence.first { tokens.starts[$0] >= content.start } ?? sentence.upperBound
                let end = sentence.last { tokens.ends[$0] <= content.end } ?? start
                return start..<max(start, end + 1)
            })
    }

    private var tags: PartsOfSpeech { tree.tags }

    func counted(_ index: Int) -> Range<Int>? {
        let quantity = found.quantities[index]
        let guess = quantity.counted.map(found.tokens)
        if quantity.amount.isCount {
            // "at least one fishing family", "a third of the cost"
            return guess ?? outline.phrase(behind: found.tokens(of: quantity.atoms).upperBound)
        }
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
