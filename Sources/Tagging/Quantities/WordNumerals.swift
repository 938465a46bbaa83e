import TextModel

/// Numbers in words: "five", "twenty-eight thousand six hundred forty-two", "a dozen", "three hundred and five thousand".
enum WordNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        cardinal(passage, start).flatMap { finish(passage, $0) }
    }

    /// A whole number without what may follow it.
    static func cardinal(_ passage: Passage, _ start: Int) -> Numeral? {
        var index = start
        var traits: NumeralTraits = .words
        var total: DecimalNumber?
        var lastMagnitude = Int.max
        // "between two hundred and three hundred": the "and" belongs to the range.
        let joinsAnd = !passage.has(start - 1, .between) && !passage.has(start - 2, .between)
        var first: Numeral?
        while true {
            guard let group = group(passage, index, joinsAnd: joinsAnd, isFirst: index == start) else { break }
            let (power, end) = magnitude(passage, group.end)
            if power == 0, lastMagnitude != Int.max, group.value >= 1000 { break }
            guard power < lastMagnitude,
                let part = DecimalNumber(group.value).multiplied(by: DecimalNumber(1, exponent: power))
            else { break }
            guard let sum = total.map({ $0.adding(part) }) ?? part else { return nil }
            if group.isArticle { traits.insert(.article) }
            if total == nil {
                first = Numeral(start..<end, DecimalNumber(group.value), traits)
                first?.magnitude = power
            }
            total = sum
            index = end
            guard power > 0 else { break }
            lastMagnitude = power
            if joinsAnd, passage.has(index, .and), continues(passage, index + 1) {
                // "two million and three fifths": the fraction is a part of its own.
                if let part = small(passage, index + 1), passage.has(part.end, [.denominators, .half, .quarter]) {
                    break
                }
                index += 1
            }
            guard continues(passage, index) else { break }
        }
        guard let total, index > start else { return nil }
        if passage.has(index - 1, .and) { index -= 1 }
        var numeral = Numeral(start..<index, total, traits)
        if let first, first.atoms.upperBound == index {
            numeral.base = first.base
            numeral.magnitude = first.magnitude
        }
        return numeral
    }

    /// What can follow a whole number: "point five", "and a half", an ordinal's last word.
    static func finish(_ passage: Passage, _ numeral: Numeral) -> Numeral? {
        let end = numeral.atoms.upperBound
        if passage.has(end, .ordinal), !passage.has(end, .quarter), isOrdinalTail(passage, numeral, end) {
            var ordinal = numeral
            ordinal.atoms = numeral.atoms.lowerBound..<end + 1
            ordinal.traits.insert(.ordinal)
            return ordinal
        }
        if passage.has(end, .point), let decimals = decimals(passage, end + 1) {
            guard let value = numeral.value.adding(decimals.value) else { return nil }
            var decimal = Numeral(numeral.atoms.lowerBound..<decimals.end, value, numeral.traits)
            let (power, next) = magnitude(passage, decimals.end)
            if power > 0, let scaled = decimal.scaled(by: power, through: next) { decimal = scaled }
            return decimal
        }
        return FractionNumerals.mixed(passage, numeral) ?? numeral
    }

    private static func isOrdinalTail(_ passage: Passage, _ numeral: Numeral, _ index: Int) -> Bool {
        // "one second" is a duration, "two third graders" are two.
        if passage.isHyphenated(index) { return !passage.reads(index, "second") || passage.has(index - 1, .tens) }
        return passage.has(index - 1, [.hundred, .magnitude, .and]) && !passage.reads(index, "second")
    }

    /// "point three", "point zero three", "point seventy-one".
    private static func decimals(_ passage: Passage, _ start: Int) -> (value: DecimalNumber, end: Int)? {
        var index = start
        var digits: Int64 = 0
        var exponent = 0
        while exponent > -15, passage.has(index, .ones) {
            digits = digits * 10 + passage.value(index)
            exponent -= 1
            index += 1
        }
        if index == start, let small = small(passage, index) {
            return (DecimalNumber(small.value, exponent: -2), small.end)
        }
        return index > start ? (DecimalNumber(digits, exponent: exponent), index) : nil
    }

    // MARK: Groups

    /// Whether another group can go on a number after a magnitude.
    private static func continues(_ passage: Passage, _ index: Int) -> Bool {
        passage.has(index, [.ones, .teen, .tens])
    }

    /// The power of ten of the magnitude words at `index`: "million", "thousand billion".
    static func magnitude(_ passage: Passage, _ index: Int) -> (power: Int, end: Int) {
        var power = 0
        var end = index
        while passage.has(end, .magnitude), end - index < 3 {
            power += Int(passage.value(end))
            end += 1
        }
        return (power, end)
    }

    /// One to 99, or a teen.
    static func small(_ passage: Passage, _ index: Int) -> (value: Int64, end: Int)? {
        if passage.has(index, .tens) {
            let tens = passage.value(index)
            if passage.has(index + 1, .ones), passage.value(index + 1) > 0 {
                return (tens + passage.value(index + 1), index + 2)
            }
            return (tens, index + 1)
        }
        return passage.has(index, [.teen, .ones]) ? (passage.value(index), index + 1) : nil
    }

    /// Up to 9,999: "three hundred and five", "twelve hundred", "a dozen", and "a" before a magnitude.
    private static func group(
        _ passage: Passage, _ start: Int, joinsAnd: Bool, isFirst: Bool
    ) -> (value: Int64, end: Int, isArticle: Bool)? {
        var value: Int64 = 1
        var index = start
        var isArticle = false
        if isFirst, passage.has(start, .article), passage.has(start + 1, [.hundred, .magnitude, .dozen]),
            !passage.isHyphenated(start + 2) || passage.isHyphenated(start + 1)
        {
            index += 1
            isArticle = true
        } else if let small = small(passage, start) {
            (value, index) = small
        } else if !(isFirst && passage.has(start, [.hundred, .magnitude, .dozen]) && !passage.isHyphenated(start)) {
            return nil
        }
        if index == start, passage.has(index, .dozen), passage.wordClasses(index - 1).contains(.clitic) { return nil }
        if passage.has(index, .dozen) { return (value * 12, index + 1, isArticle) }
        guard passage.has(index, .hundred) || index > start && passage.reads(index, "hundreds") else {
            return (value, index, isArticle)
        }
        (value, index) = rest(passage, value * 100, index + 1, joinsAnd: joinsAnd)
        return (value, index, isArticle)
    }

    /// "… hundred [and] forty-two".
    static func rest(_ passage: Passage, _ hundreds: Int64, _ start: Int, joinsAnd: Bool) -> (Int64, Int) {
        let isJoined = joinsAnd && passage.has(start, .and)
        let index = isJoined ? start + 1 : start
        if let small = small(passage, index), small.value > 0, !passage.has(small.end, .hundred) {
            // "three hundred and two dozens"
            if passage.has(small.end, .dozen) {
                return isJoined ? (hundreds + small.value * 12, small.end + 1) : (hundreds, start)
            }
            // "one hundred and three quarters": the fraction is a part of its own.
            if isJoined, passage.readsAny(small.end, ["halves", "thirds", "quarters"]) { return (hundreds, start) }
            return (hundreds + small.value, small.end)
        }
        return (hundreds, start)
    }
}
