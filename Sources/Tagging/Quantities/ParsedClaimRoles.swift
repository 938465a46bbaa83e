import Linguistics
import TextModel

/// What the parse of a sentence says of its quantities.
struct ParsedClaimRoles: ClaimRoles {
    let found: SentenceQuantities
    let syntax: ClaimSyntax

    var tree: SyntaxTree { syntax.syntax.tree }

    init(_ found: SentenceQuantities, _ tree: SyntaxTree, words: Words, auxiliaries: Auxiliaries) {
        self.found = found
        syntax = ClaimSyntax(
            SentenceSyntax(tree, tokens: found.sentence, words: words), words: words, auxiliaries: auxiliaries,
            amounts: found.amounts)
    }

    /// The word of an amount that its other words depend on.
    private func top(of quantity: Quantity) -> Int {
        let tokens = found.tokens(of: quantity.amount.atoms)
        return syntax.syntax.top(of: tokens) ?? tokens.lowerBound
    }

    // MARK: What is counted

    func counted(_ index: Int) -> Range<Int>? {
        let quantity = found.quantities[index]
        let guess = quantity.counted.map(found.tokens)
        let tokens = found.tokens(of: quantity.atoms)
        let top = top(of: quantity)
        if quantity.amount.isCount {
            guard let head = syntax.counted(by: top), head >= tokens.upperBound else { return guess }
            let core = syntax.core(of: head)
            if let guess, guess.contains(head), guess.upperBound > core.upperBound { return guess }
            if syntax.syntax.complement(of: top) == head { return core }
            // "categories of goods" go on behind their head.
            guard let guess else { return withoutOpening(tokens.upperBound..<core.upperBound) }
            return guess.lowerBound < core.upperBound ? guess.lowerBound..<core.upperBound : guess
        }
        // "3,200 times" tells how often, of nothing.
        if !quantity.mayMeasure { return nil }
        guard let head = measured(index) else {
            return guess.flatMap { range in
                syntax.syntax.top(of: range).flatMap { syntax.syntax.isNoun($0) ? range : nil }
            }
        }
        let core = syntax.core(of: head)
        if core.contains(tokens.lowerBound), head >= tokens.upperBound { return tokens.upperBound..<core.upperBound }
        return core.overlaps(tokens) ? head..<head + 1 : core
    }

    /// The head of what an amount measures, or the same amount in another unit beside it.
    func measured(_ index: Int) -> Int? {
        let quantity = found.quantities[index]
        if let head = syntax.measured(by: top(of: quantity), quantity.kind) { return head }
        return found.conversion(of: index).flatMap { syntax.measured(by: top(of: $0), $0.kind) }
    }

    private func withoutOpening(_ range: Range<Int>) -> Range<Int>? {
        let first = range.first { tree.article.tokens.kinds[$0] == .word }
        return first.map { $0..<range.upperBound }
    }

    // MARK: Clauses

    func clause(_ index: Int, counted: Range<Int>?) -> ClaimClause? {
        let quantity = found.quantities[index]
        let top = top(of: quantity), head = counted.flatMap { syntax.syntax.top(of: $0) }
        guard var clause = syntax.clause(of: quantity.amount.isCount ? head ?? top : top) else { return nil }
        clause.place = syntax.place([top, head, clause.predicate])
        return clause
    }

    /// The predicate of a quantity's clause.
    func predicate(_ index: Int) -> Int? { clause(index, counted: counted(index))?.predicate }

    func nounBefore(_ token: Int) -> Range<Int>? { syntax.nounBefore(token) }

    func isBeside(_ phrase: Range<Int>, _ index: Int, _ clause: ClaimClause?) -> Bool {
        syntax.clause(of: phrase.upperBound - 1)?.predicate == clause?.predicate
    }
}

extension SentenceQuantities {
    /// The same amount in another unit, beside a quantity: "8 miles (13 kilometres)".
    func conversion(of index: Int) -> Quantity? {
        if index + 1 < quantities.count, quantities[index + 1].isConversion { return quantities[index + 1] }
        return quantities[index].isConversion && index > 0 ? quantities[index - 1] : nil
    }
}
