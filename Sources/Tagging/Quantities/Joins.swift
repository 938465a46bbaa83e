import TextModel

/// Two amounts that are one claim: a name, and the joined amount when the words between say so.
struct JoinRule: Sendable {
    let name: RuleName
    let join: @Sendable (Passage, Amount, Amount) -> Amount?

    /// In the order of trial; the first that joins wins.
    static let all: [JoinRule] = [
        JoinRule(name: .score, join: score),
        JoinRule(name: .rangeBetween, join: between),
        JoinRule(name: .rangeFromTo, join: fromTo),
        JoinRule(name: .rangeHyphen, join: hyphen),
        JoinRule(name: .ratioIn, join: odds),
        JoinRule(name: .rangeTo, join: to),
        JoinRule(name: .alternativeOr, join: either),
        JoinRule(name: .ratioIn, join: ratio),
    ]

    static func join(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let gap = right.atoms.lowerBound - left.atoms.upperBound
        guard (0...4).contains(gap), !left.isRatio, left.bound == .exact,
            right.bound == .exact || right.isHyphenatedRange
        else { return nil }
        for rule in all.indices {
            if var joined = all[rule].join(passage, left, right) {
                joined.rule = all[rule].name
                return joined
            }
        }
        return nil
    }

    /// Whether a number may be the end of a range that one before it begins.
    static func endsRange(_ passage: Passage, _ left: Amount, _ right: Amount) -> Bool {
        left.bound == .exact && right.bound == .exact && right.atoms.lowerBound == left.atoms.upperBound + 1
            && passage.has(left.atoms.upperBound, .to) && passage.has(left.atoms.lowerBound - 1, .from)
    }

    // MARK: Ranges

    /// "between five and eight".
    @Sendable static func between(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let gap = left.atoms.upperBound..<right.atoms.lowerBound
        let start = left.atoms.lowerBound
        guard gap.count == 1, passage.has(gap.lowerBound, [.and, .to]) || passage.is(gap.lowerBound, .dash) else {
            return nil
        }
        guard passage.has(start - 1, .between) else { return nil }
        guard var joined = range(passage, left, right) else { return nil }
        let isVague = passage.readsAny(start - 2, ["anywhere", "somewhere"])
        joined.atoms = (isVague ? start - 2 : start - 1)..<joined.atoms.upperBound
        return joined
    }

    /// "from 10 to 12", "from 20 miles per gallon in 2008 to 29 mpg" only without words between.
    @Sendable static func fromTo(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let start = left.atoms.lowerBound
        guard connects(passage, left, right, .to), passage.has(start - 1, .from) else { return nil }
        guard var joined = range(passage, left, right, descending: true) else { return nil }
        joined.isFromTo = true
        let isVague = passage.readsAny(start - 2, ["anywhere", "somewhere"])
        joined.atoms = (isVague ? start - 2 : start - 1)..<joined.atoms.upperBound
        return joined
    }

    /// "5 to 8", "four to five thousand", "$10 to $15 billion".
    @Sendable static func to(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        guard connects(passage, left, right, .to), left.unit == nil || right.unit != nil, left.numeral.value >= .zero
        else { return nil }
        // "fell 3.2 points to 41": what a change verb takes first is no lower end.
        let before = left.atoms.lowerBound - 1
        if passage.has(before, [.changeVerb, .changeAdverb, .by]) || passage.has(before - 1, .changeVerb) {
            // "increased by $43.6 billion to $419 billion" is a change and its result.
            guard left.unit == right.unit || left.unit == nil, let triple = left.high.multiplied(by: DecimalNumber(3)),
                right.low < triple
            else { return nil }
        }
        return range(passage, left, right)
    }

    /// "5-8", "10,000–12,000", "5% - 10%", "25 – 40min".
    @Sendable static func hyphen(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let gap = left.atoms.upperBound..<right.atoms.lowerBound
        let first = right.atoms.lowerBound
        let isGlued = gap.isEmpty && passage.isHyphenated(first)
        let isDash =
            gap.count == 1
            && (passage.is(gap.lowerBound, .dash)
                || ((passage.reads(gap.lowerBound, "-") || passage.readsAny(gap.lowerBound, ["–", "~"]))
                    && passage.isGlued(first)))
        guard isGlued || isDash, right.numeral.traits.contains(.digits), left.numeral.traits.contains(.digits) else {
            return nil
        }
        var joined = range(passage, left, right)
        joined?.isHyphenatedRange = true
        return joined
    }

    /// "one or two", "eight or nine euros".
    @Sendable static func either(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        guard connects(passage, left, right, .or), left.unit == nil || left.unit == right.unit,
            var joined = range(passage, left, right)
        else { return nil }
        joined.bound = .either
        return joined
    }

    // MARK: Scores and ratios

    /// "won 3-1", "52-48", "2-0 down": kept as a score.
    @Sendable static func score(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        guard left.unit == nil, right.unit == nil, left.atoms.upperBound == right.atoms.lowerBound,
            passage.isHyphenated(right.atoms.lowerBound), let ours = left.plainInteger, let theirs = right.plainInteger,
            ours < 600, theirs < 600, !passage.isHyphenated(right.atoms.upperBound)
        else { return nil }
        let start = left.atoms.lowerBound
        let end = right.atoms.upperBound
        let near =
            (start - 5..<start).contains { passage.has($0, .score) }
            || (end..<end + 3).contains { passage.has($0, .score) }
        guard ours >= theirs || near, near || ours < 200 else { return nil }
        if !near, passage.is(end, .word), CountedPhrase.pluralNoun(passage, end) != nil, ours != theirs { return nil }
        var joined = left
        joined.low = left.low
        joined.high = right.high
        joined.bound = .range
        joined.isScore = true
        joined.atoms = start..<end
        return joined
    }

    /// "one in five", "two out of three".
    @Sendable static func ratio(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let gap = left.atoms.upperBound..<right.atoms.lowerBound
        let isIn = gap.count == 1 && passage.has(gap.lowerBound, .in)
        let isOutOf = gap.count == 2 && passage.reads(gap.lowerBound, "out") && passage.has(gap.lowerBound + 1, .of)
        let isEvery =
            gap.count == 2 && passage.has(gap.lowerBound, [.in, .of]) && passage.reads(gap.lowerBound + 1, "every")
        guard isIn || isOutOf || isEvery, left.unit == nil, right.unit == nil, let part = left.numeral.value.integer,
            let whole = right.numeral.value.integer, part > 0, part < whole, part < 1_000_000, whole <= 100_000_000
        else { return nil }
        if isIn, part > 100 || passage.isHyphenated(right.atoms.upperBound) { return nil }
        var joined = left
        joined.low = .quotient(part, whole)
        joined.high = joined.low
        joined.numeral.value = joined.low
        joined.isRatio = true
        joined.atoms = left.atoms.lowerBound..<right.atoms.upperBound
        return joined
    }

    /// "a ratio of 3 to 1", "10-to-1 odds", "by a margin of two to one".
    @Sendable static func odds(_ passage: Passage, _ left: Amount, _ right: Amount) -> Amount? {
        let gap = left.atoms.upperBound..<right.atoms.lowerBound
        guard gap.count == 1, passage.has(gap.lowerBound, .to), left.unit == nil, right.unit == nil,
            let ours = left.numeral.value.integer, let theirs = right.numeral.value.integer, ours > 0, theirs > 0,
            ours <= 1_000_000, theirs <= 1_000_000
        else { return nil }
        let before = left.atoms.lowerBound - 1
        let names: [StaticString] = ["ratio", "ratios", "odds", "margin", "margins"]
        guard
            passage.readsAny(right.atoms.upperBound, names) || passage.readsAny(before, names)
                || passage.readsAny(before, ["of", "at", "by", "about"]) && passage.readsAny(before - 1, names)
        else { return nil }
        var joined = left
        joined.low = .quotient(ours, theirs)
        joined.high = joined.low
        joined.numeral.value = joined.low
        joined.isRatio = true
        joined.isCompound = false
        joined.atoms = left.atoms.lowerBound..<right.atoms.upperBound
        return joined
    }

    // MARK: Shared

    /// One connecting word, perhaps with "up" before it or a softener after it, stands between.
    private static func connects(_ passage: Passage, _ left: Amount, _ right: Amount, _ word: AtomClasses) -> Bool {
        let gap = left.atoms.upperBound..<right.atoms.lowerBound
        switch gap.count {
        case 1: return passage.has(gap.lowerBound, word)
        case 2:
            return passage.has(gap.lowerBound, word)
                && passage.readsAny(
                    gap.lowerBound + 1, ["about", "around", "perhaps", "even", "maybe", "almost", "nearly"])
                || passage.reads(gap.lowerBound, "up") && passage.has(gap.lowerBound + 1, word)
        default: return false
        }
    }

    /// Both ends with one unit, the left one scaled by the right one's magnitude ("33-35 billion").
    /// - Returns: nil when the units differ or, unless `descending`, the ends do not ascend.
    private static func range(_ passage: Passage, _ left: Amount, _ right: Amount, descending: Bool = false) -> Amount?
    {
        guard left.unit == nil || right.unit == nil || left.unit == right.unit, !left.isMultiple, !right.isMultiple,
            !left.isAge || right.isAge
        else { return nil }
        var low = left.low
        if left.numeral.magnitude == 0, right.numeral.magnitude > 0, left.numeral.value <= right.numeral.base,
            let scaled = low.multiplied(by: DecimalNumber(1, exponent: right.numeral.magnitude))
        {
            low = scaled
        }
        let high = right.high
        guard low < high || (descending && high < low) else { return nil }
        var joined = right.unit != nil || right.isAge ? right : left
        joined.isHyphenatedRange = false
        joined.atoms = left.atoms.lowerBound..<right.atoms.upperBound
        joined.isCompound = right.isCompound
        joined.numeral = right.numeral
        joined.low = low
        joined.high = high
        joined.bound = .range
        return joined
    }
}
