import TextModel

/// A number and what it is, as the choice of its clause sees it.
struct NumberPlace {
    /// The number with its bounds and unit.
    var amount: Range<Int>
    /// With what stands right behind it as what it counts.
    var phrase: Range<Int>
    var kind: QuantityKind
    var isCount: Bool
}

extension SentenceOutline {
    /// With the sentence's first noun no more than `OptionList` holds.
    private static let verbsBefore = 3, verbsBehind = 2, nounsBefore = 5, nounsBehind = 2, measuredBefore = 4
    /// In tokens.
    private static let farthest = 60

    /// Indices of the verbs that may tell of a number, those before it first, the nearest first of either.
    func predicateOptions(_ number: NumberPlace) -> OptionList {
        let split = verbs.partitioningIndex { $0.predicate >= number.phrase.lowerBound }
        var options = OptionList()
        for index in (max(0, split - Self.verbsBefore)..<split).reversed()
        where number.phrase.lowerBound - verbs[index].predicate <= Self.farthest {
            options.append(index)
        }
        for index in split..<min(verbs.count, split + Self.verbsBehind)
        where verbs[index].tokens.lowerBound - number.phrase.upperBound <= Self.farthest {
            options.append(index)
        }
        return options
    }

    /// The nouns that may be a verb's subject: the nearest before it, the sentence's first, the nearest behind it.
    /// Neither a time is one
    /// nor, but for a relative clause or participle behind it, what a preposition leads in: "its highest level in a decade".
    /// - Parameter amounts: the tokens of those that are no subject; sorted.
    func subjectOptions(_ verb: VerbRun, besides amounts: [Range<Int>]) -> OptionList {
        let start = verb.tokens.lowerBound
        let split = nominals.partitioningIndex { Int($0) >= start }
        let lower = max(0, split - Self.nounsBefore)
        let behind = nominals.partitioningIndex { Int($0) > verb.predicate }
        var options = OptionList()
        func add(_ index: Int) {
            let option = Int(nominals[index])
            if isTime(option) || isWithin(amounts, option) { return }
            let mayLeadClause = !verb.isFinite || between(option + 1, start).openers > 0
            if mayLeadClause || !isComplement(option) { options.append(option) }
        }
        for index in (lower..<split).reversed() { add(index) }
        if lower > 0 { add(0) }
        for index in behind..<min(nominals.count, behind + Self.nounsBehind) { add(index) }
        return options
    }

    /// "50 km northeast of the town": a distance measures no direction.
    private func isDirection(_ token: Int) -> Bool {
        view.reading.readsAny(
            token,
            [
                "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "offshore",
                "inland",
            ])
    }

    /// The nouns that an amount may measure.
    /// - Parameter amounts: the tokens of all amounts of the sentence, which nothing measures; sorted.
    func measuredOptions(_ number: NumberPlace, besides amounts: [Range<Int>]) -> OptionList {
        let split = nominals.partitioningIndex { Int($0) >= number.amount.lowerBound }
        let behind = nominals.partitioningIndex { Int($0) >= number.amount.upperBound }
        var options = OptionList()
        func add(_ index: Int) {
            let option = Int(nominals[index])
            if isWithin(amounts, option) || option == number.amount.upperBound && isDirection(option) { return }
            // "60% of the year", but not "ended in December at 60%".
            if option < number.amount.lowerBound, isTime(option) { return }
            options.append(option)
        }
        for index in (max(0, split - Self.measuredBefore)..<split).reversed() { add(index) }
        for index in behind..<min(nominals.count, behind + Self.nounsBehind) { add(index) }
        return options
    }
}
