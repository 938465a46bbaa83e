import TextModel

/// Fractions in words: "a third", "two-thirds", "half", "half a million", "a quarter of a million", "two and a half".
enum FractionNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        if passage.has(start, .half) { return half(passage, start) }
        if passage.has(start, .quarter) {
            guard passage.has(start + 1, .magnitude) else { return nil }
            return scaled(passage, Numeral(start..<start + 1, DecimalNumber(25, exponent: -2), [.words, .fraction]))
        }
        guard let fraction = simple(passage, start) else { return nil }
        return scaled(passage, fraction)
    }

    /// "two and a half [million]", "five and three-quarters": the fraction after a whole number under a hundred.
    static func mixed(_ passage: Passage, _ whole: Numeral) -> Numeral? {
        let end = whole.atoms.upperBound
        guard whole.value < DecimalNumber(1000), whole.value.exponent >= 0, passage.has(end, .and),
            end + 1 < passage.atoms.count
        else { return nil }
        var fraction: Numeral?
        if passage.has(end + 1, .article), passage.has(end + 2, .half) {
            fraction = Numeral(end + 1..<end + 3, DecimalNumber(5, exponent: -1))
        } else {
            fraction = simple(passage, end + 1, mustStandAlone: false)
        }
        guard let fraction, let sum = whole.value.adding(fraction.value) else { return nil }
        var mixed = Numeral(whole.atoms.lowerBound..<fraction.atoms.upperBound, sum, whole.traits)
        let (power, next) = WordNumerals.magnitude(passage, mixed.atoms.upperBound)
        if power > 0, let scaled = mixed.scaled(by: power, through: next) { mixed = scaled }
        return mixed
    }

    /// A numerator and a denominator: "a third", "two-thirds", "one-fifth", "three quarters".
    private static func simple(_ passage: Passage, _ start: Int, mustStandAlone: Bool = true) -> Numeral? {
        var above: Int64 = 1
        var index = start + 1
        let isArticle = passage.has(start, .article)
        if !isArticle {
            guard let small = WordNumerals.small(passage, start), small.value > 0 else { return nil }
            (above, index) = small
        }
        let below = passage.value(index)
        guard below > 1 else { return nil }
        let isHyphenated = passage.isHyphenated(index)
        if above > 1 {
            guard passage.has(index, .denominators) || (isHyphenated && passage.has(index, .ordinal) && above < below)
            else {
                return nil
            }
            // "the last three quarters" are of a year.
            if passage.reads(index, "quarters"), !isHyphenated,
                passage.readsAny(start - 1, ["last", "past", "first", "next", "previous", "consecutive", "straight"])
            {
                return nil
            }
        } else {
            guard passage.has(index, [.ordinal, .quarter]), below > 2 else { return nil }
            if mustStandAlone, !isHyphenated || passage.isHyphenated(index + 1) {
                guard standsAlone(passage, index + 1) else { return nil }
                if passage.has(index, .quarter), !passage.has(index + 1, [.of, .comparative, .magnitude, .to]) {
                    return nil
                }
            }
        }
        return Numeral(start..<index + 1, .quotient(above, below), [.words, .fraction])
    }

    /// No noun follows: "a third of", "a third more", "by a third."; not "a third meeting".
    private static func standsAlone(_ passage: Passage, _ index: Int) -> Bool {
        passage.isBreak(index)
            || passage.has(index, [.of, .comparative, .and, .or, .to, .magnitude, .in, .as, .changeAdverb, .from])
            || passage.wordClasses(index).hasAny(.clauseContinuation)
    }

    private static func half(_ passage: Passage, _ index: Int) -> Numeral? {
        let value = DecimalNumber(5, exponent: -1)
        if passage.isHyphenated(index) { return nil }
        let next = index + 1
        if passage.has(next, .article), passage.has(next + 1, .magnitude) {
            return scaled(passage, Numeral(index..<next + 1, value, [.words, .fraction]))
        }
        if passage.has(next, [.magnitude, .dozen]) || (passage.has(next, .article) && passage.has(next + 1, .dozen)) {
            return scaled(
                passage, Numeral(index..<(passage.has(next, .article) ? next + 1 : next), value, [.words, .fraction]))
        }
        if passage.isHyphenated(next) {
            return unitFollows(passage, next) ? Numeral(index..<next, value, [.words, .fraction]) : nil
        }
        if passage.has(next, .article), unitFollows(passage, next + 1) {
            return Numeral(index..<next + 1, value, [.words, .fraction])
        }
        // "the first half", "in half", "my better half"
        if passage.has(index - 1, [.ordinal, .in, .the, .score])
            || passage.readsAny(index - 1, ["other", "better", "last", "opening"])
        {
            return nil
        }
        let isQuantifier =
            passage.has(next, [.of, .the, .as, .comparative])
            || passage.wordClasses(next).hasAny(.possessiveOrDeterminer)
            || (passage.has(index - 1, .by) || passage.has(index - 1, .to) && !passage.is(next, .word))
            || passage.readsAny(index - 1, ["than", "about", "nearly", "almost", "around", "over", "roughly", "under"])
        return isQuantifier ? Numeral(index..<next, value, [.words, .fraction]) : nil
    }

    private static func unitFollows(_ passage: Passage, _ index: Int) -> Bool {
        guard let atom = passage.atom(index) else { return false }
        return !passage.vocabulary.names(from: atom.word).isEmpty && !passage.has(index, .clock)
    }

    /// "… of a million", "… a million", "half a dozen".
    private static func scaled(_ passage: Passage, _ fraction: Numeral) -> Numeral {
        var end = fraction.atoms.upperBound
        if passage.has(end, .of), passage.has(end + 1, .article), passage.has(end + 2, .magnitude) { end += 2 }
        if passage.has(end, .dozen), let value = fraction.value.multiplied(by: DecimalNumber(12)) {
            return Numeral(fraction.atoms.lowerBound..<end + 1, value, .words)
        }
        let (power, next) = WordNumerals.magnitude(passage, end)
        guard power > 0, var scaled = fraction.scaled(by: power, through: next) else { return fraction }
        scaled.traits = .words
        return scaled
    }
}
