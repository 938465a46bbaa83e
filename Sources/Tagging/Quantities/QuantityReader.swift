import TextModel

/// A quantity in a sentence, before it is tied to its clause.
struct Quantity {
    /// The whole expression: bound phrase, currency, numerals, unit, rate.
    var atoms: Range<Int>
    var amount: Amount
    var bound: Bound
    var kind: QuantityKind
    var change: Change
    var unit: String
    /// The unit whose scale makes values those of the base unit; nil where there is none.
    var scaled: Int?
    var unitAtoms: Range<Int>?
    var counted: Range<Int>?
    var confidence: Double
    var rule: RuleName
    /// It gives the amount before it in another unit: "(13 kilometres)".
    var isConversion = false

    /// Whether it may measure something that its own words do not tell.
    var mayMeasure: Bool { !amount.isScore && !amount.isCount && !amount.isBareAge && kind != .count }
}

/// Reads the quantities of one sentence: numerals, then amounts, then what joins, bounds and changes them.
///
/// Every rule looks a bounded number of atoms around, so a sentence costs O(*n*).
struct QuantityReader {
    let passage: Passage

    func quantities() -> [Quantity] {
        var amounts = amounts()
        join(&amounts)
        var found: [Quantity] = []
        found.reserveCapacity(amounts.count)
        /// What the next one may stand in parallel to, among those found.
        var anchor: Int?
        for amount in amounts {
            // The 100,000 of "40 deaths per 100,000" is a part of that claim.
            if let last = found.last,
                amount.atoms.lowerBound < max(last.atoms.upperBound, last.unitAtoms?.upperBound ?? 0)
            {
                continue
            }
            var next = quantity(amount)
            if let last = found.last, Parallels.isConversion(next, of: last, passage) {
                Parallels.convert(&next, from: last)
            } else {
                if let anchor { Parallels.complete(&next, after: found[anchor], in: passage) }
                anchor = found.count
            }
            found.append(next)
        }
        return found
    }

    /// Every numeral with its unit that no rule excludes, from left to right.
    private func amounts() -> [Amount] {
        var found: [Amount] = []
        let reader = AmountReader(passage)
        var index = 0
        var excluded = 0..<0
        while index < passage.atoms.count {
            guard passage.atoms[index].openings.hasAny([.numeral, .ordinal]) else {
                index += 1
                continue
            }
            // "the next to last one", "the one hundred and fifth": nothing in them is claimed.
            if mayBeOrdinal(index), let ordinal = OrdinalNumerals.read(passage, index), ordinal.end > index + 1 {
                index = ordinal.end
                continue
            }
            guard let numeral = NumeralRule.read(passage, index) else {
                index += 1
                continue
            }
            index = max(numeral.atoms.upperBound, index + 1)
            guard numeral.traits.isDisjoint(with: [.ordinal, .unclaimed]) else { continue }
            let amount = reader.read(numeral)
            index = max(index, amount.atoms.upperBound)
            if ExclusionRule.excluding(passage, amount) != nil || continuesExcluded(amount, excluded) {
                excluded = amount.atoms
                if let last = found.last, leadsInto(last, amount) { found.removeLast() }
            } else {
                if found.isEmpty { found.reserveCapacity(4) }
                found.append(amount)
            }
        }
        return found
    }

    private func mayBeOrdinal(_ index: Int) -> Bool {
        // The grammar knows every word of these.
        guard passage.atoms[index].word >= 0 else { return false }
        return passage.atoms[index].openings.contains(.ordinal)
            || passage.has(index - 1, .the) && passage.has(index, [.ones, .teen, .tens, .hundred])
    }

    /// "June 5-8", "in 2014-15", "Sections 3 and 4": the end of a range whose beginning was no claim.
    private func continuesExcluded(_ amount: Amount, _ excluded: Range<Int>) -> Bool {
        guard !excluded.isEmpty, amount.plainInteger != nil else { return false }
        let gap = amount.atoms.lowerBound - excluded.upperBound
        let isHyphenated = gap == 0 && passage.isHyphenated(amount.atoms.lowerBound)
        // "the 2017-18 year"
        if isHyphenated, let unit = amount.unit, passage.vocabulary.units[unit].isDuration {
            return passage.is(excluded.lowerBound, .digits)
        }
        guard amount.isBare else { return false }
        if gap == 0 { return isHyphenated || passage.is(excluded.lowerBound, .digits) }
        let isPronoun = passage.reads(excluded.lowerBound, "one")
        return gap == 1 && !isPronoun
            && (passage.has(excluded.upperBound, [.to, .and, .or]) || passage.is(excluded.upperBound, .dash))
            && CountedPhrase.pluralNoun(passage, amount.atoms.upperBound) == nil
    }

    /// "5-8 June", "9 to 5 p.m.": the beginning of a range whose end is no claim.
    private func leadsInto(_ last: Amount, _ amount: Amount) -> Bool {
        guard last.isBare, last.plainInteger != nil else { return false }
        let gap = amount.atoms.lowerBound - last.atoms.upperBound
        return gap == 0 && passage.isHyphenated(amount.atoms.lowerBound)
            || gap == 1 && (passage.has(last.atoms.upperBound, .to) || passage.is(last.atoms.upperBound, .dash))
    }

    /// Puts amounts that are one claim into one, from left to right.
    private func join(_ amounts: inout [Amount]) {
        var count = 0
        for index in amounts.indices {
            if count > 0 {
                // "from 24 to 33-35 billion": what a hyphen joins is one end of the range before.
                if JoinRule.endsRange(passage, amounts[count - 1], amounts[index]),
                    index + 1 < amounts.count,
                    let end = JoinRule.hyphen(passage, amounts[index], amounts[index + 1])
                {
                    amounts[index + 1] = end
                    continue
                }
                resolveDegrees(&amounts[index], after: amounts[count - 1])
                if let joined = JoinRule.join(passage, amounts[count - 1], amounts[index]) {
                    amounts[count - 1] = joined
                    continue
                }
            }
            if count < index { amounts[count] = amounts[index] }
            count += 1
        }
        amounts.removeSubrange(count...)
    }

    /// "40 degrees Celsius (104 F)": an F after a temperature is no farad.
    private func resolveDegrees(_ amount: inout Amount, after last: Amount) {
        let units = passage.vocabulary.units
        guard let unit = amount.unit, units[unit].name == "farad", let before = last.unit,
            ["celsius", "fahrenheit", "degree"].contains(units[before].name)
        else { return }
        amount.unit = units.firstIndex { $0.name == "fahrenheit" }
    }

    // MARK: One quantity

    private func quantity(_ amount: Amount) -> Quantity {
        var span = amount.atoms
        var bound = amount.bound
        if amount.numeral.traits.contains(.vague) { bound = .atLeast }
        if amount.numeral.traits.contains(.couple) { bound = .about }
        if let before = Bounds.before(passage, span.lowerBound) {
            let softens = before.bound == .about && bound == .range
            if bound == .exact || bound == .about || softens { bound = before.bound }
            span = before.start..<span.upperBound
        }
        if let after = Bounds.after(passage, span.upperBound), bound == .exact || bound == .about {
            // "about five hundred or more"
            bound = after.bound
            span = span.lowerBound..<after.end
        } else if let closed = Bounds.closing(passage, span.upperBound, bound) {
            bound = closed.bound
            span = span.lowerBound..<closed.end
        }
        var amount = amount
        if !amount.isAge, isAgeByContext(amount, span) { amount.isAge = true; amount.rule = .age }
        var quantity = Quantity(
            atoms: span, amount: amount, bound: bound, kind: .count,
            change: amount.isScore ? .none : ChangeRule.change(passage, amount, span), unit: "",
            unitAtoms: amount.unitAtoms, confidence: 0.9, rule: amount.rule)
        if quantity.change == .none, amount.high < .zero,
            amount.unit.map({ passage.vocabulary.units[$0].isPercent }) ?? false
        {
            quantity.change = .down
        }
        if amount.high < amount.low, !amount.isScore { swap(&quantity.amount.low, &quantity.amount.high) }
        name(&quantity)
        count(&quantity)
        rate(&quantity)
        weigh(&quantity)
        return quantity
    }

    private func name(_ quantity: inout Quantity) {
        let amount = quantity.amount
        if let unit = amount.unit {
            quantity.unit = passage.vocabulary.units[unit].name
            quantity.kind = passage.vocabulary.units[unit].kind
            quantity.scaled = unit
        }
        if amount.isAge {
            quantity.unit = (quantity.unit.isEmpty ? "year" : quantity.unit) + " of age"
            quantity.kind = .duration
            quantity.scaled = nil
        } else if amount.isScore {
            quantity.kind = .score
        } else if amount.isMultiple {
            quantity.kind = .multiple
        } else if amount.isRatio || (amount.unit == nil && amount.numeral.traits.contains(.fraction)) {
            quantity.kind = .ratio
        }
        if quantity.unit == "pound-mass", isMoneyPound(amount) {
            quantity.unit = "GBP"
            quantity.kind = .money
            quantity.scaled = nil
        }
    }

    /// "5 million pounds" are money.
    private func isMoneyPound(_ amount: Amount) -> Bool {
        amount.numeral.magnitude >= 6 || passage.reads(amount.atoms.upperBound, "sterling")
    }

    private func count(_ quantity: inout Quantity) {
        let amount = quantity.amount
        let end = quantity.atoms.upperBound
        if amount.isScore || amount.isAge && !amount.isCompound || amount.isMultiple && !passage.has(end, [.as, .the]) {
            return
        }
        if amount.isMultiple { return }
        let isOne = amount.low == DecimalNumber(1) && (amount.bound == .exact || amount.high == DecimalNumber(1))
        let isSingular = isOne || amount.isCompound || amount.unit != nil || amount.numeral.traits.contains(.fraction)
        quantity.counted = CountedPhrase.find(passage, after: end, isSingular: isSingular)
        if amount.unit != nil, quantity.counted == nil {
            quantity.counted = CountedPhrase.measured(passage, before: quantity.atoms.lowerBound)
        }
        if amount.unit == nil, let counted = quantity.counted, amount.isCompound {
            quantity.counted = counted.lowerBound..<counted.lowerBound + 1
        }
    }

    private func rate(_ quantity: inout Quantity) {
        guard !quantity.amount.isAge, !quantity.amount.isScore else { return }
        let end = quantity.atoms.upperBound
        if takeRate(&quantity, at: end) { return }
        let afterCounted = quantity.counted.flatMap { $0.lowerBound <= end + 2 ? $0.upperBound : nil }
        if let afterCounted, afterCounted != end, takeRate(&quantity, at: afterCounted) { return }
        if let afterBracket = afterBracket(end) { _ = takeRate(&quantity, at: afterBracket, isBehindBracket: true) }
    }

    /// - Returns: whether a denominator stands there.
    private func takeRate(_ quantity: inout Quantity, at start: Int, isBehindBracket: Bool = false) -> Bool {
        guard let found = Rates.denominator(passage, start, of: quantity.amount) else { return false }
        quantity.unit = (quantity.unit.isEmpty ? "" : quantity.unit + " ") + "per " + found.name
        quantity.kind = .rate
        quantity.scaled = passage.vocabulary.unit(named: quantity.unit)
        if !isBehindBracket { quantity.unitAtoms = (quantity.unitAtoms?.lowerBound ?? start)..<found.end }
        if start == quantity.atoms.upperBound {
            quantity.atoms = quantity.atoms.lowerBound..<found.end
            quantity.counted = quantity.amount.unit == nil ? nil : quantity.counted
            if let counted = quantity.counted, counted.lowerBound < found.end { quantity.counted = nil }
        }
        return true
    }

    /// "$6 (£4.46) per share": behind a conversion in brackets.
    private func afterBracket(_ end: Int) -> Int? {
        if passage.is(end, .closeBracket) { return end + 1 }
        guard passage.is(end, .openBracket) else { return nil }
        return (end + 1..<end + 7).first { passage.is($0, .closeBracket) }.map { $0 + 1 }
    }

    /// "aged 34", "Nick Hague, 44, has", "will be 35", "life expectancy is 73".
    private func isAgeByContext(_ amount: Amount, _ span: Range<Int>) -> Bool {
        guard amount.isBare || amount.bound == .range && amount.unit == nil && !amount.isScore,
            let age = amount.plainInteger,
            (1...115).contains(age), !amount.isCompound
        else { return false }
        let before = span.lowerBound - 1
        let end = span.upperBound
        if passage.has(before, .aged) || ExclusionRule.namedAge(passage, amount) { return true }
        if passage.reads(before, "of"), passage.has(before - 1, .aged) { return true }
        if isAgeOfSomebody(before, end) || isMeanAge(before) { return true }
        guard passage.is(before, .comma), passage.isCapitalised(before - 1),
            passage.is(end, .comma) || passage.is(end, .period) || passage.is(end, .closeBracket)
                || passage.has(end, .and)
        else { return false }
        return !passage.has(before - 1, .month)
    }

    /// "she is 35", "He will be 35 by", "who turned 40": a person, a form of "be" or "turn", and no noun behind the number.
    private func isAgeOfSomebody(_ before: Int, _ end: Int) -> Bool {
        guard passage.readsAny(before, ["is", "was", "be", "turned", "turns", "turning", "am", "are"]) else {
            return false
        }
        guard
            passage.isBreak(end) || passage.wordClasses(end).hasAny(.prepositionOrCoordinator)
                || passage.readsAny(end, ["when", "this", "next", "last"])
        else { return false }
        var index = before - 1
        while index >= 0, before - index < 4,
            passage.wordClasses(index).hasAny(.auxiliaryOrAdverb)
        { index -= 1 }
        return passage.readsAny(index, ["he", "she", "i", "who"])
    }

    /// "the average life expectancy is around 73", "a median age of 38".
    private func isMeanAge(_ before: Int) -> Bool {
        passage.wordClasses(before).hasAny(.auxiliaryOrPreposition)
            && (max(0, before - 8)...max(0, before)).contains { passage.readsAny($0, ["expectancy"]) }
            || passage.reads(before, "of") && passage.reads(before - 1, "age")
    }

    private func weigh(_ quantity: inout Quantity) {
        let traits = quantity.amount.numeral.traits
        if !traits.isDisjoint(with: [.vague, .couple]) { quantity.confidence = 0.5 }
        if quantity.amount.isBare, quantity.counted == nil, quantity.unit.isEmpty { quantity.confidence = 0.6 }
        if quantity.amount.isCompound { quantity.confidence = min(quantity.confidence, 0.7) }
    }
}
