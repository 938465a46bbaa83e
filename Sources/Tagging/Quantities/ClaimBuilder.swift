import Linguistics
import TextModel

/// Ties the quantities of a sentence to its clauses, its phrases of time and the attributions around them.
struct ClaimBuilder {
    let found: SentenceQuantities
    let reading: Reading
    let roles: ClaimRoles
    let contents: AttributedContents
    let referents: SubjectReferents
    let forms: NormalForms
    let vocabulary: QuantityVocabulary

    private var atoms: [Atom] { found.atoms }
    private var article: SegmentedArticle { reading.article }

    /// Adds one claim a quantity, in order.
    func add(to claims: inout [NumericClaim]) {
        var last = Sides()
        for index in found.quantities.indices {
            let quantity = found.quantities[index]
            claims.append(
                NumericClaim(
                    span: span(quantity.atoms), bound: quantity.bound, kind: quantity.kind, change: quantity.change,
                    unit: quantity.unit, confidence: quantity.confidence, rule: quantity.rule.rawValue))
            last = complete(&claims[claims.count - 1], quantity, index, after: last)
        }
    }

    /// The tokens of what a claim is about.
    private struct Sides {
        var subject: Range<Int>?
        /// Or measured.
        var counted: Range<Int>?
    }

    /// - Parameter last: what the quantity before is about.
    /// - Returns: what this one is.
    private func complete(_ claim: inout NumericClaim, _ quantity: Quantity, _ index: Int, after last: Sides) -> Sides {
        addNumber(to: &claim, quantity)
        claim.unitSurface = quantity.unitAtoms.map(self.span)
        let tokens = found.amounts[index]
        let isComparison = comparesWithLast(index)
        var counted = roles.counted(index) ?? (isComparison || goesOn(index) ? last.counted : nil)
        claim.counted = counted.map { article.span(ofTokens: $0) }
        let content = contents.innermost(claim.span)
        claim.attribution = content?.attribution
        let clause = roles.clause(index)
        var subject = addClause(clause, to: &claim, quantity, tokens)
        if subject == nil, isComparison, let shared = last.subject, shared != counted {
            subject = shared
            claim.subject = article.span(ofTokens: shared)
        }
        if let noun = labelled(quantity, tokens, clause, knows: subject != nil || counted != nil) {
            counted = noun
            claim.counted = article.span(ofTokens: noun)
        }
        addTime(to: &claim, index, content: content?.content)
        claim.place = clause?.place.map { article.span(ofTokens: $0) }
        claim.normalForm = forms.form(of: claim, subject: subject, counted: counted, in: reading)
        return Sides(subject: subject, counted: counted)
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
        guard let scale = vocabulary.scale(of: quantity) else { return }
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

    // MARK: What is counted

    /// "by 35 miles from 252 to 287": an amount of the same unit that says where a change begins or ends, or the same
    /// amount in another unit.
    private func goesOn(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        if found.quantities[index].isConversion { return true }
        guard let unit = found.quantities[index].amount.unit, found.quantities[index - 1].amount.unit == unit else {
            return false
        }
        let tokens = found.amounts[index]
        return tokens.lowerBound - found.amounts[index - 1].upperBound <= 1
            && (tokens.lowerBound - 1...tokens.lowerBound).contains { reading.readsAny($0, ["from", "to"]) }
    }

    /// "to $84 billion, down from $89 billion", "a profit of $5 billion, up 3%": an amount that the one before is compared
    /// with, or that says how far it moved.
    private func comparesWithLast(_ index: Int) -> Bool {
        guard index > 0, let unit = found.quantities[index].amount.unit else { return false }
        let start = found.place(of: index - 1).amount.upperBound, end = found.amounts[index].lowerBound
        guard start < end, end - start <= Self.longestComparison else { return false }
        let isMove = found.quantities[index].kind == .percent && reading.readsAny(end - 1, ["up", "down"])
        let base = found.quantities[index - 1].isConversion && index > 1 ? index - 2 : index - 1
        guard isMove || (base..<index).contains(where: { found.quantities[$0].amount.unit == unit }) else {
            return false
        }
        return (start..<end).contains { reading.readsAny($0, Self.comparing) }
            && (start..<end).allSatisfy {
                reading.kind($0) != .word || reading.readsAny($0, Self.comparing)
                    || reading.readsAny($0, ["the", "to", "with"])
            }
    }

    private static let comparing: [StaticString] = ["up", "down", "from", "compared", "versus", "vs", "against"]
    /// In tokens.
    private static let longestComparison = 5

    /// What an amount measures where its clause does not tell, as in headlines and tables: the noun before it.
    private func labelled(_ quantity: Quantity, _ tokens: Range<Int>, _ clause: ClaimClause?, knows: Bool) -> Range<
        Int
    >? {
        let isLevel =
            quantity.amount.isCount && quantity.amount.numeral.traits.contains(.digits) && !quantity.amount.isCompound
        guard quantity.amount.unit != nil || isLevel, quantity.kind != .duration else { return nil }
        if clause == nil, quantity.amount.unit != nil, let noun = roles.nounBefore(tokens.lowerBound),
            noun.upperBound == tokens.lowerBound
        {
            return noun
        }
        return knows ? nil : roles.nounBefore(tokens.lowerBound)
    }

    // MARK: Clauses

    /// - Returns: the tokens of the subject that the claim got.
    private func addClause(
        _ clause: ClaimClause?, to claim: inout NumericClaim, _ quantity: Quantity, _ tokens: Range<Int>
    ) -> Range<Int>? {
        if let holder = holder(ofAge: quantity, tokens) {
            claim.subject = article.span(ofTokens: holder)
            return holder
        }
        guard let clause else { return nil }
        claim.modality = clause.modality
        claim.negated = clause.negated
        let isWithin = tokens.contains(clause.predicate)
        if !isWithin || quantity.amount.isMultiple { claim.predicate = article.tokens.span(clause.predicate) }
        // A number in the subject is no claim about it, nor is one of sources: "citing three officials".
        guard let subject = clause.subject.flatMap({ referents.resolved($0, within: claim.attribution) }),
            !subject.isEmpty, !subject.overlaps(tokens),
            !reading.readsAny(clause.predicate, ["citing", "quoting"])
        else { return nil }
        let span = article.span(ofTokens: subject)
        if let counted = claim.counted, span.overlaps(counted) { return nil }
        claim.subject = span
        return subject
    }

    /// "Nick Hague, 44, has spent": whose age it is.
    private func holder(ofAge quantity: Quantity, _ tokens: Range<Int>) -> Range<Int>? {
        guard quantity.amount.isBareAge, let noun = roles.nounBefore(tokens.lowerBound),
            reading.tags.penn[noun.upperBound - 1] == .properNoun
        else { return nil }
        let gap = noun.upperBound..<tokens.lowerBound
        return gap.isEmpty || gap.count == 1 && article.tokens.kinds[gap.lowerBound] == .comma ? noun : nil
    }

    // MARK: Times

    /// The nearest time phrase of the clause, those after the claim first; the first one of the sentence and four on
    /// either side are looked at.
    private func addTime(to claim: inout NumericClaim, _ index: Int, content: Span?) {
        let times = found.times
        guard !times.isEmpty else { return }
        let atoms = found.quantities[index].atoms
        let next = times.partitioningIndex { $0.atoms.lowerBound >= atoms.lowerBound }
        let near = max(0, next - 4)..<min(times.count, next + 4)
        var best: (phrase: Int, distance: Int)?
        func weigh(_ phrase: Int) {
            guard let distance = distance(of: phrase, from: index, atoms, claim.span, content: content) else { return }
            if let best, best.distance <= distance { return }
            best = (phrase, distance)
        }
        for phrase in times.indices.prefix(1) where !near.contains(phrase) { weigh(phrase) }
        for phrase in near { weigh(phrase) }
        guard let best else { return }
        claim.time = span(times[best.phrase].atoms)
        claim.timeStart = times[best.phrase].interval?.start?.iso
        claim.timeEnd = times[best.phrase].interval?.end?.iso
    }

    /// How far a phrase of time stands from a quantity; nil where it tells nothing of it.
    private func distance(
        of phrase: Int, from index: Int, _ quantity: Range<Int>, _ claim: Span, content: Span?
    ) -> Int? {
        let range = found.times[phrase].atoms
        let span = span(range)
        guard !span.overlaps(claim), !contents.isSaidTime(span) else { return nil }
        if let content, !content.contains(span) { return nil }
        let isOpening = range.lowerBound <= 2
        guard isOpening || roles.isBeside(found.tokens(of: range), index) else { return nil }
        let gap = range.lowerBound - quantity.upperBound
        guard gap >= 0 else { return 20 + quantity.lowerBound - range.upperBound }
        // What a comma cuts off belongs to the claim last.
        let isCutOff = gap < 8 && (0..<gap).contains { atoms[quantity.upperBound + $0].form == .comma }
        return gap + (isCutOff ? 50 : 0)
    }
}

extension Amount {
    /// A number of things: no unit, multiple, score or ratio that stands by itself.
    var isCount: Bool { unit == nil && !isAge && !isMultiple && !isScore }

    /// An age without a word that says so.
    var isBareAge: Bool { isAge && unit == nil && !isCompound }
}
