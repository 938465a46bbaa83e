import Linguistics
import TextModel

/// A number that is no claim: a name, and a test on the amount and what stands around it.
struct ExclusionRule: Sendable {
    let name: String
    let excludes: @Sendable (Passage, Amount) -> Bool

    static let all: [ExclusionRule] = [
        ExclusionRule(name: "date.day", excludes: isDay),
        ExclusionRule(name: "date.year", excludes: isYear),
        ExclusionRule(name: "time.clock", excludes: isClockTime),
        ExclusionRule(name: "pronoun.one", excludes: isPronoun),
        ExclusionRule(name: "label", excludes: isLabelled),
        ExclusionRule(name: "name", excludes: isPartOfName),
        ExclusionRule(name: "address", excludes: isAddress),
        ExclusionRule(name: "listNumber", excludes: isListNumber),
        ExclusionRule(name: "phone", excludes: isPhoneNumber),
        ExclusionRule(name: "compound", excludes: isIdiomaticCompound),
    ]

    static func excluding(_ passage: Passage, _ amount: Amount) -> ExclusionRule? {
        all.first { $0.excludes(passage, amount) }
    }

    // MARK: Dates and times

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
        guard amount.isBare, let year = amount.plainInteger, (1000...2199).contains(year),
            passage.atoms[amount.numeral.atoms.lowerBound].span.count == 4
        else { return false }
        let before = amount.atoms.lowerBound - 1
        let after = amount.atoms.upperBound
        if isMonth(passage, before) || passage.has(before, .weekday) { return true }
        if passage.is(before, .comma), passage.is(before - 1, .digits), isMonth(passage, before - 2) { return true }
        let classes = passage.wordClasses(before)
        let followsPreposition =
            passage.readsAny(
                before,
                [
                    "in", "since", "until", "till", "during", "before", "after", "by", "early", "late", "mid", "summer",
                    "spring",
                    "autumn", "winter", "fall", "season", "year", "fiscal", "circa", "and", "to", "of", "from", "for",
                    "through",
                    "the", "between", "election", "previous",
                ]) || classes.contains(.season)
        let plural = CountedPhrase.pluralNoun(passage, after)
        if Bounds.before(passage, amount.atoms.lowerBound) != nil, !followsPreposition {
            return plural == nil && passage.isBreak(after) && year > 1900 && !passage.has(before, .filler)
                && passage.isBreak(before)
        }
        let isModern = (1900...2099).contains(year)
        if followsPreposition {
            return isModern || plural == nil
                || !passage.readsAny(before, ["the", "to", "of", "and", "from", "for", "by"])
        }
        guard isModern else { return false }
        guard let plural else { return !passage.has(before, [.verb, .score, .change]) || passage.isBreak(after) }
        return !passage.wordClasses(plural).hasAny([.person, .group]) && !passage.has(plural, .plural)
    }

    /// "5 p.m.", "10:30", "2 o'clock", "at 0401 GMT".
    @Sendable static func isClockTime(_ passage: Passage, _ amount: Amount) -> Bool {
        let end = amount.atoms.upperBound
        guard amount.isBare, passage.has(end, .clock) else { return false }
        return !passage.reads(end, "am") || passage.isGlued(end) || passage.has(end - 1, [.ones, .teen])
            || passage.is(end - 1, .digits)
    }

    // MARK: Words

    /// "one of the", "no one", "one day", "one another", "the one who": a pronoun or an article.
    @Sendable static func isPronoun(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.numeral.atoms.lowerBound
        guard amount.numeral.atoms.count == 1, passage.reads(start, "one") else { return false }
        if passage.isHyphenated(start) { return true }
        let next = amount.numeral.atoms.upperBound
        // "just one of the"
        if passage.has(next, .of), passage.has(start - 1, .filler) { return true }
        if Bounds.before(passage, start) != nil || passage.has(start - 1, .filler) { return false }
        if amount.unit != nil {
            return passage.reads(next, "day") || passage.reads(next, "point") || passage.reads(next, "night")
        }
        if passage.has(start - 1, .beforePronoun) || passage.wordClasses(start - 1).contains(.possessive) {
            return true
        }
        // Joined later: "one or two", "one in five", "one to three".
        if passage.has(next, [.or, .in, .to, .out]), isNumberLike(passage, next + 1) || isNumberLike(passage, next + 2)
        {
            return false
        }
        if passage.has(next, .of), passage.readsAny(next + 1, ["every"]) { return false }
        if passage.isHyphenated(next) { return !isUnit(passage, next) }
        if passage.has(next, [.of, .afterPronoun, .and, .article, .beforePronoun, .changeAdverb, .times])
            || passage.isBreak(next)
        {
            return !(passage.isBreak(next) && passage.wordClasses(start - 1).hasAny(.anyVerbForm))
                || passage.has(start - 1, .by)
        }
        if passage.readsAny(
            next, ["another", "day", "thing", "way", "place", "more", "such", "final", "last", "other", "big", "could"])
        {
            return true
        }
        return passage.wordClasses(next).hasAny([
            .preposition, .auxiliary, .subordinator, .relative, .adverb, .subjectPronoun, .determiner, .coordinator,
            .negation,
        ])
    }

    static func isNumberLike(_ passage: Passage, _ index: Int) -> Bool {
        passage.is(index, .digits) || passage.has(index, [.ones, .teen, .tens, .hundred, .magnitude])
    }

    private static func isUnit(_ passage: Passage, _ index: Int) -> Bool {
        passage.atom(index).map { !passage.vocabulary.names(from: $0.word).isEmpty } ?? false
    }

    /// "Section 427", "No. 10", "Flight 93", "page 5", "iPhone 14".
    @Sendable static func isLabelled(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.unit == nil || amount.isCompound || passage.isHyphenated(amount.atoms.upperBound) || true,
            !amount.isAge,
            amount.numeral.magnitude == 0, !amount.numeral.traits.contains(.fraction)
        else { return false }
        let before = amount.numeral.atoms.lowerBound - 1
        // "Group of 20", "Group of Seven"
        if passage.has(before, .of), passage.reads(before - 1, "group"), passage.isCapitalised(before - 1),
            amount.isBare
        {
            return true
        }
        // "S&P 500", "S P 500", "Row 21"
        if passage.reads(before, "p"), passage.isCapitalised(before), amount.isBare { return true }
        guard passage.has(before, .label) || (passage.has(before, .capitalLabel) && passage.isCapitalised(before))
        else {
            return passage.reads(before, "#")
                || (passage.is(before, .period) && passage.reads(before - 1, "no") && passage.isCapitalised(before - 1))
        }
        guard let unit = amount.unit else { return true }
        return passage.vocabulary.units[unit].isDuration == false && passage.vocabulary.units[unit].kind == .measure
            && passage.atoms[amount.atoms.upperBound - 1].span.count < 2
    }

    /// A capitalised word and a bare number: "Model 3", "Apollo 11"; a capitalised number word inside a name: "Big Ten".
    @Sendable static func isPartOfName(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare else { return false }
        let start = amount.atoms.lowerBound
        let end = amount.atoms.upperBound
        if amount.numeral.traits.contains(.words) {
            guard !passage.isTitle, passage.isCapitalised(start), start > 0, !passage.is(start - 1, .quote),
                !passage.isBreak(start - 1)
            else { return false }
            return passage.isCapitalised(start - 1) || passage.isCapitalised(end) || passage.has(start - 1, .the)
        }
        // "787 Dreamliner", "22 Ave Foch": a number before a name that counts nothing.
        if amount.plainInteger != nil, passage.isCapitalised(end), !passage.isTitle,
            Bounds.before(passage, start) == nil,
            !passage.has(end, .allCapitals) || passage.atoms[end].span.count == 1,
            CountedPhrase.pluralNoun(passage, end) == nil,
            !passage.has(start - 1, .filler), passage.atoms[start].number > DecimalNumber(1)
        {
            return !passage.wordClasses(end).hasAny([.month, .weekday])
        }
        if namedAge(passage, amount) { return false }
        guard amount.plainInteger != nil, amount.numeral.value < DecimalNumber(10_000), start > 0,
            passage.isCapitalised(start - 1),
            passage.is(start - 1, .word), !passage.isHyphenated(end), !passage.isTitle
        else { return false }
        // A capital at the sentence's start, or a word that takes numbers, makes no name.
        if start == 1,
            passage.wordClasses(0).hasAny([.preposition, .determiner, .adverb, .subordinator, .coordinator])
                || passage.has(0, .filler)
        {
            return false
        }
        if Bounds.before(passage, start) != nil || passage.has(start - 1, [.month, .weekday, .verb, .change]) {
            return false
        }
        if CountedPhrase.pluralNoun(passage, end) != nil { return false }
        return passage.isBreak(end)
            || passage.wordClasses(end).hasAny([.preposition, .auxiliary, .coordinator, .subordinator, .adverb])
            || passage.isCapitalised(end) || passage.has(end, [.verb, .clock])
            || passage.atom(end).map { $0.form == .word } ?? true
    }

    /// "Nick Hague 44 has": an age after a full name.
    static func namedAge(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare, let age = amount.plainInteger, (15...105).contains(age) else { return false }
        let start = amount.atoms.lowerBound
        return passage.isCapitalised(start - 1) && passage.wordClasses(start - 2).contains(.givenName)
            && passage.isCapitalised(start - 2)
            && (passage.wordClasses(start + 1).contains(.auxiliary) || passage.has(start + 1, [.afterPronoun, .verb]))
    }

    /// "10 Downing Street", "49 Zorro Ranch Road".
    @Sendable static func isAddress(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare || amount.bound == .range, amount.numeral.traits.contains(.digits),
            amount.numeral.magnitude == 0
        else { return false }
        var index = amount.atoms.upperBound
        var length = 0
        while length < 5, passage.isCapitalised(index) {
            if length > 0, passage.has(index, .street) { return true }
            index += 1
            length += 1
        }
        return false
    }

    /// "1. Buy milk", "2) Stir", "(3) the third".
    @Sendable static func isListNumber(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare, let number = amount.plainInteger, number < 100 else { return false }
        let start = amount.atoms.lowerBound
        let end = amount.atoms.upperBound
        if start == 0, passage.is(end, .period) || passage.is(end, .closeBracket), end - start == 1 { return true }
        return passage.is(start - 1, .openBracket) && passage.is(end, .closeBracket)
    }

    /// "+44 20 7946 0958", "(202) 555 0123": a plus sign or groups of digits in a row.
    @Sendable static func isPhoneNumber(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare, amount.plainInteger != nil, !passage.isCompoundPart(amount) else { return false }
        let start = amount.atoms.lowerBound
        let end = amount.atoms.upperBound
        func digits(_ index: Int) -> Bool {
            passage.is(index, .digits) && !(passage.is(index - 1, .currency))
        }
        let left = digits(start - 1) && !passage.isHyphenated(start)
        let right = (digits(end) || passage.is(end, .opaque)) && !passage.isHyphenated(end)
        if passage.reads(start - 1, "+"), passage.isGlued(start) { return right || passage.is(end, .openBracket) }
        if passage.is(start - 1, .opaque), passage.atoms[start].span.count >= 3 { return true }
        guard left || right else { return false }
        let neighbour = passage.atoms[left ? start - 1 : end].span.count
        return passage.atoms[start].span.count + neighbour >= 6
            || (left && digits(start - 2)) || (right && digits(end + 1))
    }

    /// "one-time", "two-way", "three-dimensional": compounds that count nothing.
    @Sendable static func isIdiomaticCompound(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isCompound, amount.unit == nil else { return false }
        let next = amount.atoms.upperBound
        // "five-to-eight", "one-in-five"
        if passage.has(next, [.to, .or, .in]), isNumberLike(passage, next + 1) { return false }
        if amount.numeral.traits.contains(.digits) {
            return passage.isCapitalised(next) && !passage.has(next, .allCapitals)
        }
        return passage.readsAny(
            next,
            [
                "way", "time", "sided", "on", "by", "off", "dimensional", "way", "fold", "handed", "wheeler", "some",
                "something",
                "in", "up", "and", "to", "of", "run", "party", "tier", "state", "bit",
            ]) && !passage.has(next, [.in, .to]) || passage.has(next, [.and])
            || passage.isHyphenated(next + 1) && !passage.has(next + 1, .old)
    }
}

extension Passage {
    /// The digits belong to a hyphened range or compound.
    func isCompoundPart(_ amount: Amount) -> Bool {
        isHyphenated(amount.atoms.lowerBound) || isHyphenated(amount.atoms.upperBound)
    }
}
