import Linguistics
import TextModel

/// Ties the quantities of a sentence to its parse, its phrases of time and the attributions around them.
struct ClaimBuilder {
    let found: SentenceQuantities
    let syntax: ClaimSyntax
    let contents: AttributedContents
    let forms: NormalForms
    /// By quantity, in a sentence that needed no parse.
    let clauses: [ClaimClause?]?

    private var atoms: [Atom] { found.atoms }
    private var article: SegmentedArticle { syntax.syntax.tree.article }

    /// One claim a quantity, in order.
    func claims() -> [NumericClaim] {
        let quantities = found.quantities
        return quantities.indices.map { index in
            var other: Quantity?
            if quantities[index].isConversion { other = quantities[index - 1] }
            if index + 1 < quantities.count, quantities[index + 1].isConversion { other = quantities[index + 1] }
            return claim(quantities[index], conversion: other, clauses?[index] ?? nil)
        }
    }

    /// - Parameter conversion: the same amount in another unit, beside it.
    private func claim(_ quantity: Quantity, conversion: Quantity?, _ known: ClaimClause?) -> NumericClaim {
        let span = self.span(quantity.atoms)
        var claim = NumericClaim(
            span: span, bound: quantity.bound, kind: quantity.kind, change: quantity.change, unit: quantity.unit,
            confidence: quantity.confidence, rule: quantity.rule.rawValue)
        addNumber(to: &claim, quantity)
        claim.unitSurface = quantity.unitAtoms.map(self.span)
        let tokens = tokens(quantity.atoms)
        let top = top(of: quantity)
        var counted = counted(quantity, top: top, tokens, conversion)
        claim.counted = counted.map { article.span(ofTokens: $0) }
        let content = contents.innermost(span)
        claim.attribution = content?.attribution
        let head = counted.flatMap { syntax.syntax.top(of: $0) }
        let clause = known ?? syntax.clause(of: quantity.amount.isCount ? head ?? top : top)
        let subject = addClause(clause, to: &claim, quantity, tokens)
        if let noun = unparsed(quantity, tokens, clause, knows: subject != nil || counted != nil) {
            counted = noun
            claim.counted = article.span(ofTokens: noun)
        }
        addTime(to: &claim, quantity, clause, content: content?.content)
        claim.place = (clause?.place ?? syntax.place([top, head, clause?.predicate])).map {
            article.span(ofTokens: $0)
        }
        claim.normalForm = forms.form(of: claim, subject: subject, counted: counted)
        return claim
    }

    private func addNumber(to claim: inout NumericClaim, _ quantity: Quantity) {
        let amount = quantity.amount
        switch quantity.bound {
        case _ where amount.bound != .exact:
            // "up to 5 to 8" and "about 5 to 8" keep both ends.
            claim.low = amount.low
            claim.high = amount.high
        case .range, .either:
            claim.low = amount.low
            claim.high = amount.high
        case .atLeast, .moreThan: claim.low = amount.low
        case .atMost, .lessThan: claim.high = amount.high
        case .exact, .about: claim.value = amount.low
        }
        guard let scale = quantity.scale else { return }
        let isDifference = quantity.change != .none
        claim.baseUnit = scale.baseUnit
        claim.baseValue = claim.value.flatMap { scale.inBase($0, isDifference: isDifference) }
        claim.baseLow = claim.low.flatMap { scale.inBase($0, isDifference: isDifference) }
        claim.baseHigh = claim.high.flatMap { scale.inBase($0, isDifference: isDifference) }
    }

    // MARK: Places in the text

    private func span(_ range: Range<Int>) -> Span {
        guard let first = range.first, let last = range.last, atoms.indices.contains(first), last < atoms.count else {
            return Span(0, 0)
        }
        return Span(atoms[first].start, atoms[last].end)
    }

    /// The tokens that hold atoms.
    private func tokens(_ range: Range<Int>) -> Range<Int> { found.tokens(of: range) }

    /// The word of an amount that its other words depend on.
    private func top(of quantity: Quantity) -> Int {
        let tokens = tokens(quantity.amount.atoms)
        return syntax.syntax.top(of: tokens) ?? tokens.lowerBound
    }

    // MARK: What is counted

    private func counted(_ quantity: Quantity, top: Int, _ tokens: Range<Int>, _ conversion: Quantity?) -> Range<Int>? {
        let guess = quantity.counted.map(self.tokens)
        if quantity.amount.isScore { return nil }
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
        if quantity.kind == .count { return nil }
        let noun = guess.flatMap { range in
            syntax.syntax.top(of: range).flatMap { syntax.syntax.isNoun($0) ? range : nil }
        }
        guard
            let head = syntax.measured(by: top, quantity.kind)
                ?? conversion.flatMap({ syntax.measured(by: self.top(of: $0), $0.kind) })
        else { return noun }
        let core = syntax.core(of: head)
        if core.contains(tokens.lowerBound), head >= tokens.upperBound { return tokens.upperBound..<core.upperBound }
        return core.overlaps(tokens) ? head..<head + 1 : core
    }

    /// What an amount measures where the parse does not tell, as in headlines and tables: the noun before it.
    private func unparsed(_ quantity: Quantity, _ tokens: Range<Int>, _ clause: ClaimClause?, knows: Bool) -> Range<
        Int
    >? {
        let isLevel =
            quantity.amount.isCount && quantity.amount.numeral.traits.contains(.digits) && !quantity.amount.isCompound
        guard quantity.amount.unit != nil || isLevel, quantity.kind != .duration else { return nil }
        if clause == nil, quantity.amount.unit != nil, let noun = syntax.nounBefore(tokens.lowerBound),
            noun.upperBound == tokens.lowerBound
        {
            return noun
        }
        return knows ? nil : syntax.nounBefore(tokens.lowerBound)
    }

    private func withoutOpening(_ range: Range<Int>) -> Range<Int>? {
        let first = range.first { article.tokens.kinds[$0] == .word }
        return first.map { $0..<range.upperBound }
    }

    // MARK: Clauses

    /// - Returns: the tokens of the subject that the claim got.
    private func addClause(
        _ clause: ClaimClause?, to claim: inout NumericClaim, _ quantity: Quantity, _ tokens: Range<Int>
    ) -> Range<Int>? {
        guard let clause else { return nil }
        claim.modality = clause.modality
        claim.negated = clause.negated
        let isWithin = tokens.contains(clause.predicate)
        if !isWithin || quantity.amount.isMultiple { claim.predicate = article.tokens.span(clause.predicate) }
        // A number in the subject is no claim about it, nor is one of sources: "citing three officials".
        guard let subject = clause.subject, !subject.isEmpty, !subject.overlaps(tokens),
            !syntax.syntax.tree.reads(clause.predicate, ["citing", "quoting"])
        else { return nil }
        let span = article.span(ofTokens: subject)
        if let counted = claim.counted, span.overlaps(counted) { return nil }
        claim.subject = span
        return subject
    }

    // MARK: Times

    /// The nearest time phrase of the clause, those after the claim first; the first one of the sentence and four on
    /// either side are looked at.
    private func addTime(to claim: inout NumericClaim, _ quantity: Quantity, _ clause: ClaimClause?, content: Span?) {
        let times = found.times
        guard !times.isEmpty else { return }
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle].atoms.lowerBound < quantity.atoms.lowerBound { low = middle + 1 } else { high = middle }
        }
        let near = max(0, low - 4)..<min(times.count, low + 4)
        var best: (phrase: Int, distance: Int)?
        for phrase in times.indices.prefix(1) where !near.contains(phrase) {
            weigh(phrase, for: quantity, claim, clause, content: content, &best)
        }
        for phrase in near { weigh(phrase, for: quantity, claim, clause, content: content, &best) }
        guard let best else { return }
        claim.time = span(times[best.phrase].atoms)
        claim.timeStart = times[best.phrase].interval?.start?.iso
        claim.timeEnd = times[best.phrase].interval?.end?.iso
    }

    /// Whether a phrase stands in the clause of a quantity.
    private func isBeside(_ phrase: Range<Int>, _ quantity: Range<Int>, _ clause: ClaimClause?) -> Bool {
        guard clauses == nil else {
            let tree = syntax.syntax.tree
            return !(min(phrase.upperBound, quantity.upperBound)..<max(phrase.lowerBound, quantity.lowerBound)).contains
            {
                tree.tags.penn[$0].isVerb || tree.tags.penn[$0] == .coordinator
            }
        }
        return syntax.clause(of: phrase.upperBound - 1)?.predicate == clause?.predicate
    }

    private func weigh(
        _ index: Int, for quantity: Quantity, _ claim: NumericClaim, _ clause: ClaimClause?, content: Span?,
        _ best: inout (phrase: Int, distance: Int)?
    ) {
        let range = found.times[index].atoms
        let span = span(range)
        guard !span.overlaps(claim.span), !contents.isSaidTime(span) else { return }
        if let content, !content.contains(span) { return }
        let isOpening = range.lowerBound <= 2
        guard isOpening || isBeside(tokens(range), tokens(quantity.atoms), clause) else { return }
        let gap = range.lowerBound - quantity.atoms.upperBound
        // What a comma cuts off belongs to the claim last.
        let comma =
            gap >= 0 && gap < 8 && (0..<gap).contains { atoms[quantity.atoms.upperBound + $0].form == .comma } ? 50 : 0
        let distance = gap >= 0 ? gap + comma : 20 + quantity.atoms.lowerBound - range.upperBound
        if let best, best.distance <= distance { return }
        best = (index, distance)
    }
}

extension Amount {
    /// A number of things: no unit, multiple, score or ratio that stands by itself.
    var isCount: Bool { unit == nil && !isAge && !isMultiple && !isScore }
}
