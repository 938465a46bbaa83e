import TextModel

/// Numbers in digits, with magnitudes: "10,000", "2.5 million", "10k", "4.3M", "3 hundred and 21".
enum DigitNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        let atom = passage.atoms[start]
        var numeral = Numeral(start..<start + 1, atom.number, .digits)
        if numeral.value < DecimalNumber(1), numeral.value.exponent < 0,
            passage.text[Int(atom.end) - 1] > 0x7F || holdsSlash(passage, atom)
        {
            numeral.traits.insert(.fraction)
        }
        var end = start + 1
        // "1 1/2"
        if atom.number.exponent >= 0, passage.is(end, .digits), let part = passage.atom(end), holdsSlash(passage, part),
            part.number < DecimalNumber(1), let sum = atom.number.adding(part.number)
        {
            numeral.traits = .digits
            numeral.value = sum
            numeral.base = sum
            end += 1
            numeral.atoms = start..<end
        }
        // "1⁄32", with the fraction slash.
        if passage.reads(end, "⁄"), passage.isGlued(end), let below = passage.atom(end + 1), below.form == .digits,
            below.glued,
            let top = atom.number.integer, let bottom = below.number.integer, top > 0, top < bottom, bottom <= 1000
        {
            return Numeral(start..<end + 2, .quotient(top, bottom), [.digits, .fraction])
        }
        if let exponent = scientific(passage, end) {
            return numeral.scaled(by: exponent.power, through: exponent.end)
        }
        if let over = FractionNumerals.over(passage, numeral) { return over }
        if let power = power(passage, numeral) { return power }
        if passage.has(end, .suffix), let power = suffix(passage, end) {
            return numeral.scaled(by: power, through: end + 1)
        }
        if passage.has(end, .foldUnit) || (passage.reads(end, "x") && passage.isGlued(end)) {
            return Numeral(start..<end + 1, atom.number, [.digits, .multiple])
        }
        if passage.has(end, .hundred) {
            guard var hundreds = numeral.scaled(by: 2, through: end + 1) else { return nil }
            if hundreds.value.exponent >= 0, let whole = hundreds.value.integer {
                var (value, next) = WordNumerals.rest(
                    passage, whole, end + 1, joinsAnd: !passage.has(start - 1, .between))
                if next == end + 1, passage.has(next, .and), !passage.has(start - 1, .between),
                    let tail = passage.atom(next + 1),
                    tail.form == .digits, let small = tail.number.integer, small > 0, small < 100,
                    !passage.has(next + 2, [.hundred, .magnitude])
                {
                    (value, next) = (whole + small, next + 2)
                }
                hundreds.value = DecimalNumber(value)
                hundreds.atoms = start..<next
            }
            numeral = hundreds
        }
        let (power, next) = WordNumerals.magnitude(passage, numeral.atoms.upperBound)
        if power > 0, let scaled = numeral.scaled(by: power, through: next) {
            return hundreds(passage, after: scaled) ?? FractionNumerals.mixed(passage, scaled) ?? scaled
        }
        if passage.has(end, .dozen), let dozens = numeral.value.multiplied(by: DecimalNumber(12)) {
            return Numeral(start..<end + 1, dozens, .digits)
        }
        return FractionNumerals.mixed(passage, numeral) ?? numeral
    }

    /// "1.1^23", "2.5^-1": without blanks.
    private static func power(_ passage: Passage, _ base: Numeral) -> Numeral? {
        var index = base.atoms.upperBound
        guard passage.reads(index, "^"), passage.isGlued(index) else { return nil }
        index += 1
        let isNegative = passage.reads(index, "-") || passage.reads(index, "−")
        if isNegative || passage.reads(index, "+") { index += 1 }
        guard passage.is(index, .digits), passage.isGlued(index),
            let exponent = passage.atoms[index].number.integer, exponent < 400,
            let power = base.value.raised(to: isNegative ? -Int(exponent) : Int(exponent))
        else { return nil }
        return Numeral(base.atoms.lowerBound..<index + 1, power, .digits)
    }

    /// "4 thousand 3 hundred and 21"
    private static func hundreds(_ passage: Passage, after whole: Numeral) -> Numeral? {
        let next = whole.atoms.upperBound
        guard passage.is(next, .digits), passage.has(next + 1, .hundred), let rest = read(passage, next),
            let value = rest.value.integer, value < 1000, whole.magnitude >= 3, let sum = whole.value.adding(rest.value)
        else { return nil }
        return Numeral(whole.atoms.lowerBound..<rest.atoms.upperBound, sum, whole.traits)
    }

    private static func holdsSlash(_ passage: Passage, _ atom: Atom) -> Bool {
        atom.span.range.contains { passage.text[$0] == UInt8(ascii: "/") }
    }

    /// The power of ten of "k", "m", "b", "t" after digits; nil where the letter is a unit ("400m", "5 t").
    private static func suffix(_ passage: Passage, _ index: Int) -> Int? {
        let atom = passage.atoms[index]
        let power = Int(passage.value(index))
        let isMoney = passage.is(index - 2, .currency) || isCurrencyCode(passage, index - 2)
        let isUpper = atom.classes.contains(.capitalised)
        // "2.33 k", "1,674.5 M": a fraction or separators, and no unit could follow.
        let standsAlone = passage.isBreak(index + 1) && (power == 3 || passage.atoms[index - 1].span.count > 3)
        guard atom.glued || (isUpper && power == 9) || (isUpper && isMoney) || standsAlone && (isUpper || power == 3)
        else { return nil }
        if atom.span.count == 2 { return isMoney || isUpper ? power : nil }
        switch power {
        case 3: return power
        case 6 where isUpper: return power
        case 12: return isMoney ? power : nil
        default:
            let isBillion = power == 9 && passage.isBreak(index + 1)
            return isMoney || isBillion || countsAfter(passage, index + 1) ? power : nil
        }
    }

    private static func isCurrencyCode(_ passage: Passage, _ index: Int) -> Bool {
        passage.has(index, .allCapitals)
            && passage.vocabulary.symbols(passage.atoms[index].word).contains {
                passage.vocabulary.units[Int($0.unit)].isMoney
            }
    }

    /// A plural noun follows: "3.4m people" are millions, "a 3.4m wall" is none.
    private static func countsAfter(_ passage: Passage, _ index: Int) -> Bool {
        guard passage.is(index, .word), !passage.isHyphenated(index) else { return false }
        for offset in 0..<3 where passage.is(index + offset, .word) {
            if passage.wordClasses(index + offset).hasAny(.phraseBreak) {
                return false
            }
            if CountedPhrase.looksPlural(passage, index + offset) { return true }
        }
        return false
    }

    /// "× 10^6", "×10−30", "x10^6".
    private static func scientific(_ passage: Passage, _ index: Int) -> (power: Int, end: Int)? {
        guard passage.reads(index, "×") || passage.reads(index, "x"), let ten = passage.atom(index + 1),
            ten.form == .digits, ten.number.mantissa == 1
        else { return nil }
        guard ten.number == DecimalNumber(10) else { return nil }
        var end = index + 2
        var sign = 1
        if let power = passage.atom(end), power.form == .digits, power.hyphenated, let value = power.number.integer,
            value < 400
        {
            return (-Int(value), end + 1)
        }
        if passage.reads(end, "^") { end += 1 }
        if passage.reads(end, "-") || passage.reads(end, "−") {
            sign = -1
            end += 1
        }
        guard let power = passage.atom(end), power.form == .digits, power.glued, let value = power.number.integer,
            value < 400
        else { return nil }
        return (sign * Int(value), end + 1)
    }
}
