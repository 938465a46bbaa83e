import TextModel

/// A numeral with its currency or unit.
struct Amount {
    /// Currency, numeral and unit.
    var atoms: Range<Int>
    var numeral: Numeral
    var low: DecimalNumber
    var high: DecimalNumber
    /// Index into `QuantityVocabulary.units`; nil when a noun is counted.
    var unit: Int?
    var unitAtoms: Range<Int>?
    /// "34-year-old", "65 years old", and a number after a name.
    var isAge = false
    /// The unit or noun is joined by a hyphen: "10-year", "four-cylinder".
    var isCompound = false
    /// `.exact` until numbers are joined: `.range`, `.either`.
    var bound: Bound = .exact
    var isRatio = false
    var isScore = false
    /// Both ends stand in one compound: "5-8".
    var isHyphenatedRange = false
    /// Joined by "from … to": it may be a change.
    var isFromTo = false
    var rule: RuleName

    init(_ numeral: Numeral) {
        self.numeral = numeral
        atoms = numeral.atoms
        low = numeral.value
        high = numeral.value
        rule = numeral.rule
    }

    var isMultiple: Bool { numeral.traits.contains(.multiple) }
    /// A bare number: no unit, no currency, no range.
    var isBare: Bool { unit == nil && !isAge && bound == .exact && !isRatio && !isMultiple }
    /// A whole number in digits; nil for anything else.
    var plainInteger: Int64? {
        numeral.traits.contains(.digits) && numeral.magnitude == 0 ? numeral.value.integer : nil
    }
}

/// Reads the sign, currency and unit around a numeral.
struct AmountReader {
    let passage: Passage
    private var vocabulary: QuantityVocabulary { passage.vocabulary }

    init(_ passage: Passage) { self.passage = passage }

    func read(_ numeral: Numeral) -> Amount {
        var amount = Amount(numeral)
        if numeral.traits.contains(.decade) { return decade(numeral) }
        readSign(&amount)
        if readCurrencyBefore(&amount) {
            amount.rule = .moneyBefore
            readCurrencyEcho(&amount)
        } else if amount.isMultiple {
            amount.rule = .numberMultiple
        } else {
            readUnit(&amount)
        }
        return amount
    }

    /// From the first of ten numbers to the last.
    private func decade(_ numeral: Numeral) -> Amount {
        var amount = Amount(numeral)
        amount.high = numeral.value.adding(DecimalNumber(9)) ?? numeral.value
        amount.bound = .range
        amount.isAge = DecadeNumerals.isAge(passage, numeral.atoms.lowerBound)
        return amount
    }

    private func readSign(_ amount: inout Amount) {
        let before = amount.atoms.lowerBound - 1
        let isMark =
            (passage.reads(before, "-") || passage.reads(before, "−")) && passage.isGlued(before + 1)
            && !passage.isGlued(before) && !passage.is(before - 1, .percent)
        guard isMark || passage.has(before, .minus) else { return }
        amount.low = amount.low.negated
        amount.high = amount.low
        amount.numeral.value = amount.low
        amount.numeral.traits.insert(.negative)
        amount.atoms = before..<amount.atoms.upperBound
    }

    // MARK: Currencies

    private func readCurrencyBefore(_ amount: inout Amount) -> Bool {
        let before = amount.atoms.lowerBound - 1
        guard let mark = passage.atom(before) else { return false }
        if mark.form == .currency || passage.reads(before, "=") {
            if let prefix = passage.atom(before - 1), prefix.span.count <= 4,
                prefix.form == .word || prefix.form == .currency,
                let unit = money(before - 1, before)
            {
                return take(unit, from: before - 1, &amount)
            }
            guard mark.form == .currency, let unit = money(before, before) else { return false }
            return take(unit, from: before, &amount)
        }
        guard mark.form == .word, mark.classes.contains(.capitalised), let unit = money(before, before) else {
            return false
        }
        return take(unit, from: before, &amount)
    }

    private func take(_ unit: Int, from start: Int, _ amount: inout Amount) -> Bool {
        var unit = unit
        if unit == vocabulary.dollar, passage.reads(start, "$"), start + 1 == amount.atoms.lowerBound {
            unit = passage.dollar
        }
        // "-$5", "minus $5"
        if passage.has(start - 1, .minus) { amount.low = amount.low.negated }
        amount.unit = unit
        amount.unitAtoms = start..<amount.atoms.lowerBound
        amount.atoms = start..<amount.atoms.upperBound
        amount.high = amount.low
        amount.numeral.value = amount.low
        return true
    }

    /// The currency whose symbol the atoms spell, blanks between them left out.
    private func money(_ first: Int, _ last: Int) -> Int? {
        if first == last {
            guard let atom = passage.atom(first) else { return nil }
            return money(atom.word, UnsafeBufferPointer(rebasing: passage.text[atom.span.range]))
        }
        var bytes: [UInt8] = []
        for index in first...last {
            guard let atom = passage.atom(index) else { return nil }
            bytes.append(contentsOf: passage.text[atom.span.range])
        }
        return bytes.withUnsafeBufferPointer { spelled in
            vocabulary.word(in: spelled, 0..<spelled.count).flatMap { money($0, spelled) }
        }
    }

    private func money(_ word: Int32, _ spelled: UnsafeBufferPointer<UInt8>) -> Int? {
        vocabulary.symbols(word).first {
            vocabulary.units[Int($0.unit)].isMoney && $0.bytes.elementsEqual(spelled)
        }.map { Int($0.unit) }
    }

    /// "$76 US", "$5m dollars", "£3m sterling".
    private func readCurrencyEcho(_ amount: inout Amount) {
        let end = amount.atoms.upperBound
        if passage.has(end, .allCapitals), passage.reads(end, "us") || passage.reads(end, "u.s.") {
            let isNoun = passage.is(end + 1, .word) && !passage.has(end + 1, [.per, .article, .in, .to, .of, .and])
            if !isNoun { amount.atoms = amount.atoms.lowerBound..<end + 1 }
        } else if let (unit, next) = unitName(at: end), vocabulary.units[unit].isMoney {
            amount.atoms = amount.atoms.lowerBound..<next
        }
    }

    // MARK: Units

    private func readUnit(_ amount: inout Amount) {
        var start = amount.atoms.upperBound
        // "hundreds of miles"
        if amount.numeral.traits.contains(.vague), passage.has(start, .of), unitName(at: start + 1) != nil {
            start += 1
        }
        if passage.has(amount.atoms.lowerBound - 1, .of), readPercentBefore(&amount) { return }
        if amount.numeral.traits.contains(.fraction), let inner = unitOfFraction(start) {
            return take(inner.unit, inner.range, &amount)
        }
        if let (unit, end) = unitName(at: start + 1), passage.readsAny(start, Self.betweenNumberAndUnit),
            !vocabulary.units[unit].isMoney, !passage.isHyphenated(start + 1)
        {
            return take(unit, start + 1..<end, &amount)
        }
        if passage.has(start, .times) { return readTimes(start, &amount) }
        if passage.is(start, .percent) {
            return take(vocabulary.percent, start..<start + 1, &amount)
        }
        if let (unit, end) = longest(symbol(at: start), unitName(at: start)) {
            guard accepts(unit, start..<end, amount) else { return }
            take(unit, start..<end, &amount)
            if vocabulary.units[unit].isDuration, passage.has(end, .old) {
                amount.isAge = true
                amount.atoms = amount.atoms.lowerBound..<end + 1
                amount.rule = .age
            }
        } else if passage.isHyphenated(start), passage.is(start, .word) {
            amount.isCompound = true
            amount.rule = .countCompound
        }
    }

    /// "two more hours", "the 50 previous years", "one US gallon".
    private static let betweenNumberAndUnit: [StaticString] = [
        "more", "full", "straight", "consecutive", "additional", "previous", "whole", "long", "short", "extra",
        "fiscal",
        "calendar", "further", "other", "solid", "successive", "remaining", "working", "business", "trading", "us",
        "u.s.",
        "entire", "different", "separate", "additional", "final", "past", "last",
    ]

    /// "Percent of 10", which heads a column.
    private func readPercentBefore(_ amount: inout Amount) -> Bool {
        let first = amount.atoms.lowerBound - 2
        for start in [first, first - 1] where start == 0 {
            guard let (unit, end) = unitName(at: start), end == first + 1, unit == vocabulary.percent else { continue }
            amount.unit = unit
            amount.unitAtoms = start..<end
            amount.atoms = start..<amount.atoms.upperBound
            amount.rule = .percent
            return true
        }
        return false
    }

    /// "1/16 of a pint", "a third of a US gallon": a part of one unit.
    private func unitOfFraction(_ start: Int) -> (unit: Int, range: Range<Int>)? {
        guard passage.has(start, .of), passage.has(start + 1, .article) else { return nil }
        let first = passage.readsAny(start + 2, ["us", "u.s."]) ? start + 3 : start + 2
        guard let (unit, end) = unitName(at: first) ?? symbol(at: first), !vocabulary.units[unit].isPercent else {
            return nil
        }
        return (unit, first..<end)
    }

    /// "three times as many" is a multiple; "3,200 times" counts how often.
    private func readTimes(_ start: Int, _ amount: inout Amount) {
        let next = start + 1
        let compares =
            passage.has(next, [.as, .comparative]) || passage.wordClasses(next).contains(.possessive)
            || passage.has(next, .the)
                && passage.readsAny(
                    next + 1,
                    ["number", "amount", "size", "rate", "level", "average", "price", "cost", "speed", "value"])
            || passage.readsAny(
                next, ["higher", "larger", "bigger", "greater", "faster", "lower", "that", "what", "its"])
        amount.atoms = amount.atoms.lowerBound..<next
        if compares {
            amount.numeral.traits.insert(.multiple)
            amount.rule = .numberMultiple
        } else if let count = vocabulary.unit(named: "count") {
            amount.unit = count
            amount.unitAtoms = start..<next
            amount.rule = .measure
        }
    }

    private func longest(_ symbol: (unit: Int, end: Int)?, _ name: (unit: Int, end: Int)?) -> (unit: Int, end: Int)? {
        guard let symbol, let name else { return symbol ?? name }
        return name.end > symbol.end ? name : symbol
    }

    private func take(_ unit: Int, _ range: Range<Int>, _ amount: inout Amount) {
        var unit = unit
        if unit == vocabulary.dollar, range.count == 1, passage.readsAny(range.lowerBound, ["dollar", "dollars"]) {
            unit = passage.dollar
        }
        amount.unit = unit
        amount.unitAtoms = range
        amount.isCompound = passage.isHyphenated(range.lowerBound)
        amount.atoms = amount.atoms.lowerBound..<range.upperBound
        switch vocabulary.units[unit].kind {
        case .money: amount.rule = .moneyAfter
        case .percent: amount.rule = .percent
        case .duration: amount.rule = .duration
        default: amount.rule = .measure
        }
    }

    /// A case-sensitive symbol: glued ("5kW") or after a blank ("5 kW").
    private func symbol(at index: Int) -> (unit: Int, end: Int)? {
        guard let atom = passage.atom(index), atom.form == .word || atom.form == .mark else { return nil }
        let symbols = vocabulary.symbols(atom.word)
        guard let found = symbols.first(where: { $0.bytes.elementsEqual(passage.text[atom.span.range]) }) else {
            return nil
        }
        if atom.span.count == 1, atom.form == .word, !atom.glued, !atom.hyphenated {
            // "5 s", "10 a": a lone letter after a blank is a unit only before a break or a small word.
            guard
                passage.isBreak(index + 1)
                    || !passage.wordClasses(index + 1).isDisjoint(with: .prepositionOrCoordinator),
                !passage.is(index + 1, .period) || index + 2 >= passage.atoms.count
            else { return nil }
        }
        return (Int(found.unit), index + 1)
    }

    /// The longest unit name that begins at `index`.
    func unitName(at index: Int) -> (unit: Int, end: Int)? {
        vocabulary.unitPhrases.phrase(passage, from: index).map { (Int($0.meaning), $0.atoms.upperBound) }
    }

    /// Words that are a unit only in company: "in", "won", "real", "pounds" of money.
    private func accepts(_ unit: Int, _ range: Range<Int>, _ amount: Amount) -> Bool {
        let index = range.lowerBound
        if passage.reads(index, "r") { return passage.has(range.upperBound, .per) }
        if passage.reads(index, "in") {
            // "three-in-five"
            let leadsToNumber = passage.isHyphenated(index + 1) && ExclusionRule.isNumberLike(passage, index + 1)
            return (passage.isGlued(index) || passage.isHyphenated(index)) && !leadsToNumber
        }
        if passage.readsAny(index, ["won", "real", "rand", "dong"]) {
            return amount.numeral.value >= DecimalNumber(100) || amount.numeral.magnitude > 0
        }
        if passage.readsAny(index, ["mil", "may", "stone", "mo"]) {
            return !passage.is(range.upperBound, .word) || passage.isGlued(index)
        }
        return true
    }
}
