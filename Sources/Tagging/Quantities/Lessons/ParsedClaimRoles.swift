import Linguistics

/// What the parse of a sentence says of its quantities: the right answers of `ClaimLessons`.
struct ParsedClaimRoles {
    let found: SentenceQuantities
    let syntax: ClaimSyntax

    init(_ found: SentenceQuantities, _ tree: SyntaxTree, words: Words) {
        self.found = found
        syntax = ClaimSyntax(SentenceSyntax(tree, tokens: found.sentence), words: words, amounts: found.amounts)
    }

    /// The word of an amount that its other words depend on.
    private func top(of quantity: Quantity) -> Int {
        let tokens = found.tokens(of: quantity.amount.atoms)
        return syntax.sentence.top(of: tokens) ?? tokens.lowerBound
    }

    /// The head of what an amount measures, or the same amount in another unit beside it.
    func measured(_ index: Int) -> Int? {
        let quantity = found.quantities[index]
        if let head = syntax.measured(by: top(of: quantity), quantity.kind) { return head }
        return found.conversion(of: index).flatMap { syntax.measured(by: top(of: $0), $0.kind) }
    }

    /// The predicate of a quantity's clause; nil in a sentence without one.
    func predicate(_ index: Int) -> Int? {
        let top = top(of: found.quantities[index])
        let predicate = syntax.sentence.predicate(over: counted(index).flatMap(syntax.sentence.top) ?? top)
        return predicate.flatMap { syntax.tree.tags.universal[$0] == .punctuation ? nil : $0 }
    }

    /// What a bare number counts.
    private func counted(_ index: Int) -> Range<Int>? {
        let quantity = found.quantities[index]
        guard quantity.amount.isCount else { return nil }
        let guess = quantity.counted.map(found.tokens)
        let end = found.tokens(of: quantity.atoms).upperBound
        guard let head = syntax.counted(by: top(of: quantity)), head >= end else { return guess }
        if let guess, guess.contains(head) { return guess }
        return head..<head + 1
    }
}

extension SentenceQuantities {
    /// The same amount in another unit, beside a quantity: "8 miles (13 kilometres)".
    fileprivate func conversion(of index: Int) -> Quantity? {
        if index + 1 < quantities.count, quantities[index + 1].isConversion { return quantities[index + 1] }
        return quantities[index].isConversion && index > 0 ? quantities[index - 1] : nil
    }
}
