import TextModel

/// Ties a quantity to its clause, time and attribution.
struct ClaimBuilder {
    let passage: Passage
    let clauses: ClauseReader
    let times: [TimePhrase]
    let contents: AttributedContents

    private var article: SegmentedArticle { clauses.article }

    func claim(_ quantity: Quantity) -> NumericClaim {
        let span = self.span(quantity.atoms)
        let amount = quantity.amount
        var claim = NumericClaim(
            span: span, bound: quantity.bound, kind: quantity.kind, change: quantity.change, unit: quantity.unit,
            confidence: quantity.confidence, rule: quantity.rule.rawValue)
        switch quantity.bound {
        case .range, .either:
            claim.low = amount.low
            claim.high = amount.high
        case _ where amount.bound != .exact:
            // "up to 5 to 8" keeps both ends.
            claim.low = amount.low
            claim.high = amount.high
        case .atLeast, .moreThan: claim.low = amount.low
        case .atMost, .lessThan: claim.high = amount.high
        case .exact, .about: claim.value = amount.low
        }
        claim.unitSurface = quantity.unitAtoms.map(self.span)
        claim.counted = quantity.counted.map(self.span)
        let content = contents.innermost(span)
        claim.attribution = content?.attribution
        addClause(to: &claim, quantity, content: content?.content)
        addTime(to: &claim, quantity, content: content?.content)
        return claim
    }

    private func span(_ atoms: Range<Int>) -> Span {
        guard let first = passage.atom(atoms.lowerBound), let last = passage.atom(atoms.upperBound - 1) else {
            return Span(0, 0)
        }
        return Span(first.start, last.end)
    }

    private func addClause(to claim: inout NumericClaim, _ quantity: Quantity, content: Span?) {
        guard let token = passage.atom(quantity.atoms.lowerBound).map({ Int($0.token) }),
            let clause = clauses.clause(of: token),
            let verb = clause.verb
        else { return }
        claim.modality = clause.modality
        claim.negated = clause.negated
        if let predicate = clause.predicate { claim.predicate = article.tokens.span(predicate) }
        // What stands before the verb is in the subject, or beside it.
        guard verb < token || quantity.amount.isMultiple && verb == token, let subject = clause.subject,
            !subject.isEmpty
        else { return }
        let tokens = trimmed(subject)
        guard !tokens.isEmpty else { return }
        let span = article.span(ofTokens: tokens)
        // A subject outside the reported content is the speaker's.
        if let content, !content.overlaps(span) { return }
        claim.subject = span
    }

    /// Without the coordinators and prepositions that a noun phrase cannot begin or end with.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        // A few steps are enough; a bound keeps a subject of prepositions linear.
        for _ in 0..<8 {
            guard let first = range.first, let last = range.last else { break }
            if clauses.words.classes[first].hasAny(.prepositionOrCoordinator) || isMark(first) {
                range = first + 1..<range.upperBound
            } else if clauses.words.classes[last].hasAny(.nounPhraseEdge) || isMark(last) {
                range = range.lowerBound..<last
            } else {
                break
            }
        }
        return range
    }

    private func isMark(_ token: Int) -> Bool {
        switch article.tokens.kinds[token] {
        case .word, .clitic, .number, .currency, .percent, .period: false
        default: true
        }
    }

    /// The nearest time phrase of the clause, those after the claim first; the first one of the sentence and four on
    /// either side are looked at.
    private func addTime(to claim: inout NumericClaim, _ quantity: Quantity, content: Span?) {
        guard !times.isEmpty, let token = passage.atom(quantity.atoms.lowerBound).map({ Int($0.token) }) else { return }
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle].atoms.lowerBound < quantity.atoms.lowerBound { low = middle + 1 } else { high = middle }
        }
        let near = max(0, low - 4)..<min(times.count, low + 4)
        let home = clauses.clause(of: token)?.start
        var best: (phrase: Int, distance: Int)?
        for phrase in times.indices.prefix(1) where !near.contains(phrase) {
            weigh(phrase, for: quantity, claim, home: home, content: content, &best)
        }
        for phrase in near { weigh(phrase, for: quantity, claim, home: home, content: content, &best) }
        guard let best else { return }
        claim.time = span(times[best.phrase].atoms)
        claim.timeStart = times[best.phrase].interval?.start?.iso
        claim.timeEnd = times[best.phrase].interval?.end?.iso
    }

    private func weigh(
        _ index: Int, for quantity: Quantity, _ claim: NumericClaim, home: Int?, content: Span?,
        _ best: inout (phrase: Int, distance: Int)?
    ) {
        let atoms = times[index].atoms
        let span = span(atoms)
        guard !span.overlaps(claim.span), !contents.isSaidTime(span), let first = passage.atom(atoms.lowerBound) else {
            return
        }
        if let content, !content.contains(span) { return }
        let isOpening = atoms.lowerBound <= 2
        guard clauses.clause(of: Int(first.token))?.start == home || isOpening else { return }
        let gap = atoms.lowerBound - quantity.atoms.upperBound
        // What a comma cuts off belongs to the claim last.
        let comma =
            gap >= 0 && gap < 8 && (0..<gap).contains { passage.is(quantity.atoms.upperBound + $0, .comma) } ? 50 : 0
        let distance = gap >= 0 ? gap + comma : 20 + quantity.atoms.lowerBound - atoms.upperBound
        if let best, best.distance <= distance { return }
        best = (index, distance)
    }
}
