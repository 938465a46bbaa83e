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
        // By index: a rule that is copied is counted up and down.
        all.indices.first { all[$0].excludes(passage, amount) }.map { all[$0] }
    }

    /// "one of the", "no one", "one day", "one another", "the one who": a pronoun or an article.
    @Sendable static func isPronoun(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.numeral.atoms.lowerBound
        guard amount.numeral.atoms.count == 1, passage.reads(start, "one") else { return false }
        if passage.isHyphenated(start) { return true }
        let next = amount.numeral.atoms.upperBound
        // "just one of the"
        if passage.has(next, .of), passage.has(start - 1, .filler) { return true }
        let isTheOnly = passage.has(start - 1, .filler) && passage.has(start - 2, .the)
        if !isTheOnly, Bounds.before(passage, start) != nil || passage.has(start - 1, .filler) { return false }
        if amount.unit != nil {
            return passage.reads(next, "day") || passage.reads(next, "point") || passage.reads(next, "night")
        }
        if passage.has(start - 1, .beforePronoun) || passage.wordClasses(start - 1).contains(.possessive) {
            return true
        }
        // Joined later: "one or two", "one in five", "one to three".
        if passage.has(next, [.or, .in, .to]) || passage.reads(next, "out"),
            isNumberLike(passage, next + 1) || isNumberLike(passage, next + 2)
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
        return passage.wordClasses(next).hasAny(.afterPronounOne)
    }

    static func isNumberLike(_ passage: Passage, _ index: Int) -> Bool {
        passage.is(index, .digits) || passage.has(index, [.ones, .teen, .tens, .hundred, .magnitude])
    }

    private static func isUnit(_ passage: Passage, _ index: Int) -> Bool {
        passage.atom(index).map { passage.vocabulary.unitPhrases.holds($0.word) } ?? false
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
        // "5-foot-3"
        if amount.isBare, passage.isHyphenated(amount.atoms.lowerBound),
            AmountReader(passage).unitName(at: amount.atoms.lowerBound - 1) != nil
        {
            return true
        }
        guard amount.isCompound, amount.unit == nil else { return false }
        let next = amount.atoms.upperBound
        // "five-to-eight", "one-in-five"
        if passage.has(next, [.to, .or, .in]), isNumberLike(passage, next + 1) { return false }
        if amount.numeral.traits.contains(.digits) {
            return passage.isCapitalised(next) && !passage.has(next, .allCapitals)
        }
        return passage.has(next, [.idiomTail, .and]) || passage.isHyphenated(next + 1) && !passage.has(next + 1, .old)
    }
}

extension Passage {
    /// The digits belong to a hyphened range or compound.
    func isCompoundPart(_ amount: Amount) -> Bool {
        isHyphenated(amount.atoms.lowerBound) || isHyphenated(amount.atoms.upperBound)
    }
}
