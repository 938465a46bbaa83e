import Linguistics
import TextModel

/// Labels, names and addresses: numbers that say which.
extension ExclusionRule {
    /// "Section 427", "No. 10", "Flight 93", "page 5", "iPhone 14".
    @Sendable static func isLabelled(_ passage: Passage, _ amount: Amount) -> Bool {
        guard !amount.isAge, amount.numeral.magnitude == 0, !amount.numeral.traits.contains(.fraction)
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
        // "Section 3 m": a lone letter after a label is no unit.
        guard let unit = amount.unit else { return true }
        return passage.vocabulary.units[unit].kind == .measure
            && passage.atoms[amount.atoms.upperBound - 1].span.count < 2
    }

    /// "Model 3", "787 Dreamliner", "the Big Ten".
    @Sendable static func isPartOfName(_ passage: Passage, _ amount: Amount) -> Bool {
        guard amount.isBare, !passage.isTitle else { return false }
        if amount.numeral.traits.contains(.words) { return isCapitalisedWord(passage, amount) }
        guard amount.plainInteger != nil, Bounds.before(passage, amount.atoms.lowerBound) == nil,
            CountedPhrase.pluralNoun(passage, amount.atoms.upperBound) == nil
        else { return false }
        return isBeforeName(passage, amount) || !namedAge(passage, amount) && isAfterName(passage, amount)
    }

    /// A number word with a capital letter inside a sentence, beside another one.
    private static func isCapitalisedWord(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.atoms.lowerBound
        guard passage.isCapitalised(start), start > 0, !passage.isBreak(start - 1) else { return false }
        return passage.isCapitalised(start - 1) || passage.isCapitalised(amount.atoms.upperBound)
            || passage.has(start - 1, .the)
    }

    /// "787 Dreamliner", "22 Ave Foch": a number before a name that counts nothing.
    private static func isBeforeName(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.atoms.lowerBound
        let end = amount.atoms.upperBound
        return passage.isCapitalised(end) && (!passage.has(end, .allCapitals) || passage.atoms[end].span.count == 1)
            && !passage.has(start - 1, .filler) && amount.low > DecimalNumber(1)
            && !passage.wordClasses(end).hasAny(.weekdayOrMonth)
    }

    /// "Model 3": a number under 10,000 after a capitalised word that is no verb and does not begin the sentence as a
    /// small word.
    private static func isAfterName(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.atoms.lowerBound
        guard amount.low < DecimalNumber(10_000), passage.is(start - 1, .word), passage.isCapitalised(start - 1),
            !passage.isHyphenated(amount.atoms.upperBound), !passage.has(start - 1, [.month, .weekday, .verb, .change])
        else { return false }
        return start > 1 || !(passage.wordClasses(0).hasAny(.noNameBefore) || passage.has(0, .filler))
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
}
