import TextModel

/// Days, years and clock times: numbers that say when.
extension ExclusionRule {
    /// "June 12", "12 June", "Feb. 21", "June 5-8", "the 5 to 8 June meeting".
    @Sendable static func isDay(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare, let day = amount.plainInteger, (1...31).contains(day), !amount.isCompound else {
            return false
        }
        let start = amount.atoms.lowerBound
        let end = amount.atoms.upperBound
        if isMonth(passage, start - 1) || (isMonth(passage, end) && !passage.readsAny(end, ["may", "march"])) {
            return true
        }
        if passage.readsAny(end, ["may", "march"]), isMonth(passage, end),
            passage.is(end + 1, .digits) || passage.isBreak(end + 1)
        {
            return true
        }
        return false
    }

    static func isMonth(_ passage: Passage, _ index: Int) -> Bool {
        passage.has(index, .month) && passage.isCapitalised(index)
    }

    /// A bare number of four digits that no noun or bound makes a count.
    @Sendable static func isYear(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.atoms.lowerBound
        let after = amount.atoms.upperBound
        guard amount.isBare, let year = amount.plainInteger, (1000...2199).contains(year),
            passage.atoms[amount.numeral.atoms.lowerBound].span.count == 4
        else { return false }
        let before = start - 1
        if isMonth(passage, before) || passage.has(before, .weekday) { return true }
        // "June 12, 2018"
        if passage.is(before, .comma), passage.is(before - 1, .digits), isMonth(passage, before - 2) { return true }
        let isModern = (1900...2099).contains(year)
        let plural = CountedPhrase.pluralNoun(passage, after)
        if passage.has(before, .beforeYear) || passage.wordClasses(before).contains(.season) {
            // "the 1520 soldiers" are counted, "since 1520" is a date whatever follows.
            return isModern || plural == nil
                || !passage.has(before, [.the, .to, .of, .and, .from, .by]) && !passage.reads(before, "for")
        }
        // "about 2000 people"
        guard Bounds.before(passage, start) == nil, isModern else { return false }
        guard let plural else { return !passage.has(before, [.verb, .score, .change]) || passage.isBreak(after) }
        return !passage.wordClasses(plural).hasAny(.personOrGroup) && !passage.has(plural, .plural)
    }

    /// "5 p.m.", "10:30", "2 o'clock", "at 0401 GMT".
    @Sendable static func isClockTime(_ passage: Passage, _ amount: Amount) -> Bool {
        let end = amount.atoms.upperBound
        guard amount.isBare, passage.has(end, .clock) else { return false }
        return !passage.reads(end, "am") || passage.isGlued(end) || passage.has(end - 1, [.ones, .teen])
            || passage.is(end - 1, .digits)
    }
}
