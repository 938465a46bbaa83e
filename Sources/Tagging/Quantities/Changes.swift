import TextModel

/// Says whether an amount is how far a value went up or down: a name, and the direction when a verb or adverb says so.
///
/// A noun does not: in "a 75 percent increase" the increase is what is counted.
struct ChangeRule: Sendable {
    let name: String
    /// - Parameter span: the whole expression with its bound phrase.
    let direction: @Sendable (Passage, Amount, Range<Int>) -> Change?

    static let all: [ChangeRule] = [
        ChangeRule(name: "multiplied", direction: multiplied),
        ChangeRule(name: "from-to", direction: fromTo),
        ChangeRule(name: "verb", direction: verb),
        ChangeRule(name: "adverb", direction: adverb),
    ]

    static func change(_ passage: Passage, _ amount: Amount, _ span: Range<Int>) -> Change {
        for rule in all.indices {
            if let change = all[rule].direction(passage, amount, span) { return change }
        }
        return .none
    }

    /// "doubled", "halved".
    @Sendable static func multiplied(_ passage: Passage, _ amount: Amount, _ span: Range<Int>) -> Change? {
        if amount.numeral.traits.contains(.up) { return .up }
        return amount.numeral.traits.contains(.down) ? .down : nil
    }

    /// "rose from 5 to 8", "from $75 to $45".
    @Sendable static func fromTo(_ passage: Passage, _ amount: Amount, _ span: Range<Int>) -> Change? {
        guard amount.isFromTo else { return nil }
        if amount.high < amount.low { return .down }
        for index in stride(from: span.lowerBound - 1, to: max(span.lowerBound - 8, -1), by: -1) {
            if passage.has(index, .changeVerb) { return direction(passage, index) }
            if passage.isBreak(index) { break }
        }
        return nil
    }

    /// "fell 3.2 points", "increased by $43.6 billion", "lost 190 points, or 0.6%"; not "rose to 41".
    @Sendable static func verb(_ passage: Passage, _ amount: Amount, _ span: Range<Int>) -> Change? {
        guard amount.bound != .range || !amount.isFromTo else { return nil }
        var index = span.lowerBound - 1
        // ", or" repeats the amount in another unit.
        if passage.has(index, .or) || passage.has(index, .and),
            passage.is(index - 1, .comma) || amountEnds(passage, index - 1)
        {
            index = passage.is(index - 1, .comma) ? index - 2 : index - 1
            guard amountEnds(passage, index) else { return nil }
            while amountEnds(passage, index), span.lowerBound - index < 8 { index -= 1 }
        }
        if passage.has(index, .or), amount.unit.map({ passage.vocabulary.units[$0].isPercent }) ?? false,
            let verb = verbBeforeAlternative(passage, index)
        {
            return direction(passage, verb)
        }
        if passage.has(index, .by) { index -= 1 }
        for _ in 0..<2
        where passage.has(index, [.filler, .article]) || passage.wordClasses(index).contains(.adverb)
            || passage.readsAny(index, ["as", "much"])
        {
            index -= 1
        }
        if passage.has(index, .by) { index -= 1 }
        guard passage.has(index, .changeVerb) else { return nil }
        // What is lost, gained, cut or raised and can be counted is no movement of a value.
        let isValue = amount.unit != nil || amount.isMultiple
        if passage.readsAny(
            index,
            [
                "lost", "lose", "loses", "losing", "gained", "gain", "gains", "gaining", "cut", "cuts", "cutting",
                "raise",
                "raised", "raises", "raising", "shed", "sheds", "shedding", "contract", "contracts", "contracted",
                "advance",
            ]), !isValue
        {
            return nil
        }
        if passage.readsAny(index, ["raised", "raise", "raises", "raising", "cut", "contract"]), let unit = amount.unit,
            passage.vocabulary.units[unit].isMoney, !passage.has(span.lowerBound - 1, .by)
        {
            return nil
        }
        if let unit = amount.unit, passage.vocabulary.units[unit].isDuration { return nil }
        if passage.has(span.upperBound, .of), passage.readsAny(index, losses) { return nil }
        return direction(passage, index)
    }

    /// "lost 60% of its value" tells how much was lost of something, as "lost 12 men" does.
    private static let losses: [StaticString] = [
        "lost", "lose", "loses", "losing", "gained", "gain", "gains", "gaining", "shed", "sheds", "shedding",
    ]

    /// "up 12%", "was down 0.1 per cent", "12% down"; "12% higher" compares.
    @Sendable static func adverb(_ passage: Passage, _ amount: Amount, _ span: Range<Int>) -> Change? {
        let before =
            passage.has(span.lowerBound - 1, .filler) || passage.has(span.lowerBound - 1, .by)
            ? span.lowerBound - 2 : span.lowerBound - 1
        if passage.has(before, .changeAdverb) {
            return passage.is(before - 1, .digits) ? nil : direction(passage, before)
        }
        guard amount.unit != nil || amount.isMultiple,
            passage.readsAny(span.upperBound, ["up", "down"]),
            !passage.is(span.upperBound + 1, .word)
                || passage.wordClasses(span.upperBound + 1).hasAny(.afterComparison)
        else { return nil }
        return direction(passage, span.upperBound)
    }

    /// "grew by 125,600 positions or 2.2 per cent": the verb of the amount before "or".
    private static func verbBeforeAlternative(_ passage: Passage, _ or: Int) -> Int? {
        var sawNumber = false
        for index in stride(from: or - 1, to: max(or - 9, -1), by: -1) {
            if passage.is(index, .digits) { sawNumber = true }
            if passage.is(index, .period) || passage.is(index, .semicolon) { return nil }
            if passage.has(index, .changeVerb), !passage.has(index, .changeNoun) || sawNumber {
                // "an increase of 600 jobs or one per cent"
                return sawNumber && !passage.has(index - 1, [.article, .the]) ? index : nil
            }
        }
        return nil
    }

    private static func amountEnds(_ passage: Passage, _ index: Int) -> Bool {
        guard let atom = passage.atom(index) else { return false }
        if atom.form == .percent || atom.form == .digits || atom.form == .currency { return true }
        return passage.vocabulary.unitPhrases.holds(atom.word)
            || atom.classes.hasAny([.magnitude, .ones, .tens, .teen])
    }

    private static func direction(_ passage: Passage, _ index: Int) -> Change {
        passage.has(index, .changeUp) ? .up : .down
    }
}
