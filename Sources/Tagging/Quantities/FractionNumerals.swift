import TextModel

/// Fractions in words: "a third", "two-thirds", "half", "half a million", "a quarter of a million", "two and a half".
enum FractionNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        if passage.has(start, .half) { return half(passage, start) }
        if passage.has(start, .article), passage.has(start + 1, .half), passage.isBreak(start + 2) {
            return halfOfOne(passage, start).map { Numeral($0.atoms, $0.value, [.words, .fraction]) }
        }
        if passage.has(start, .quarter) {
            guard passage.has(start + 1, .magnitude) else { return nil }
            return scaled(passage, Numeral(start..<start + 1, DecimalNumber(25, exponent: -2), [.words, .fraction]))
        }
        if let fraction = simple(passage, start) { return scaled(passage, fraction) }
        return compound(passage, start)
    }

    /// "two and a half [million]", "five and three-quarters": the fraction after a whole number under a hundred.
    static func mixed(_ passage: Passage, _ whole: Numeral) -> Numeral? {
        let end = whole.atoms.upperBound
        guard passage.has(end, .and), end + 1 < passage.atoms.count else { return nil }
        let fraction =
            halfOfOne(passage, end + 1) ?? simple(passage, end + 1, mustStandAlone: false)
            ?? compound(passage, end + 1, isPlural: true)
        guard let fraction else { return nil }
        if whole.magnitude > 0 { return mixed(passage, whole, fraction) }
        guard whole.value < DecimalNumber(1000), whole.value.exponent >= 0, let sum = whole.value.adding(fraction.value)
        else { return nil }
        var mixed = Numeral(whole.atoms.lowerBound..<fraction.atoms.upperBound, sum, whole.traits)
        let (power, next) = WordNumerals.magnitude(passage, mixed.atoms.upperBound)
        if power > 0, let scaled = mixed.scaled(by: power, through: next) { mixed = scaled }
        return mixed
    }

    /// "three million and a half", "one billion and a half million": a part of the magnitude, or of one that follows.
    private static func mixed(_ passage: Passage, _ whole: Numeral, _ fraction: Numeral) -> Numeral? {
        let (power, end) = WordNumerals.magnitude(passage, fraction.atoms.upperBound)
        guard power < whole.magnitude, power > 0 || !passage.has(end, .of),
            let part = fraction.value.multiplied(by: DecimalNumber(1, exponent: power > 0 ? power : whole.magnitude)),
            let sum = whole.value.adding(part)
        else { return nil }
        return Numeral(whole.atoms.lowerBound..<end, sum.rounded(to: 15), whole.traits)
    }

    /// "a half", "one half".
    private static func halfOfOne(_ passage: Passage, _ index: Int) -> Numeral? {
        guard passage.has(index, .article) || passage.reads(index, "one"), passage.has(index + 1, .half) else {
            return nil
        }
        return Numeral(index..<index + 2, DecimalNumber(5, exponent: -1))
    }

    /// Any whole number over any other: "twenty-three fifths", "a hundred trillionths", "three twenty-firsts",
    /// "one twenty-fifth", "one over three".
    private static func compound(_ passage: Passage, _ start: Int, isPlural: Bool = false) -> Numeral? {
        var above: Int64 = 1
        var index = start + 1
        let isArticle = passage.has(start, .article) && !passage.has(start + 1, [.hundred, .magnitude, .dozen])
        if !isArticle {
            guard let cardinal = WordNumerals.cardinal(passage, start), let value = cardinal.value.integer, value > 0
            else {
                return nil
            }
            (above, index) = (value, cardinal.atoms.upperBound)
            if let over = over(passage, cardinal) { return over }
        }
        // "a hundred thirty fifths" are thirty-fifths, when a number is left over them.
        if !isArticle, passage.has(index, .denominators), passage.has(index - 1, .tens), passage.value(index) < 10,
            index - 2 > start, !passage.has(index - 2, .and), !passage.isHyphenated(index - 1),
            let rest = DecimalNumber(above).adding(DecimalNumber(-passage.value(index - 1)))?.integer
        {
            return fraction(start, index + 1, rest, passage.value(index - 1) + passage.value(index))
        }
        if passage.has(index, .denominators) { return fraction(start, index + 1, above, passage.value(index)) }
        if passage.has(index, .tens), passage.has(index + 1, .denominators), passage.value(index + 1) < 10 {
            return fraction(start, index + 2, above, passage.value(index) + passage.value(index + 1))
        }
        guard !isPlural, above == 1, let below = OrdinalNumerals.numeral(passage, index), below.end > index,
            below.value > 2, standsAlone(passage, below.end), !passage.has(start - 1, [.the, .of]),
            below.end > index + 1 || below.value >= 100 || passage.isHyphenated(index)
        else { return nil }
        return fraction(start, below.end, 1, below.value)
    }

    private static func fraction(_ start: Int, _ end: Int, _ above: Int64, _ below: Int64) -> Numeral? {
        guard below > 1, above < 1_000_000_000_000, below <= 1_000_000_000_000 else { return nil }
        return Numeral(start..<end, .quotient(above, below), [.words, .fraction])
    }

    /// "one over three": only where nothing follows, since "2 over three years" is none.
    static func over(_ passage: Passage, _ above: Numeral) -> Numeral? {
        let over = above.atoms.upperBound
        guard passage.reads(over, "over"), let next = passage.atom(over + 1),
            !passage.is(above.atoms.lowerBound - 1, .currency)
        else { return nil }
        let below =
            next.form == .digits
            ? Numeral(over + 1..<over + 2, next.number) : WordNumerals.cardinal(passage, over + 1)
        guard let below, passage.isBreak(below.atoms.upperBound), let top = above.value.integer,
            let bottom = below.value.integer, bottom > 1, bottom < 1_000_000, top > 0, top < 1_000_000
        else { return nil }
        return Numeral(
            above.atoms.lowerBound..<below.atoms.upperBound, .quotient(top, bottom), [.words, .fraction])
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
                let isCounted = passage.reads(start, "one") && passage.has(index + 1, [.and, .or])
                if passage.has(index, .quarter), !passage.has(index + 1, [.of, .comparative, .magnitude, .to]),
                    !isCounted
                {
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
        return passage.vocabulary.unitPhrases.holds(atom.word) && !passage.has(index, .clock)
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
