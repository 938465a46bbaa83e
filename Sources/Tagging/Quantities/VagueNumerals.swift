import TextModel

/// "dozens", "tens of thousands", "several", "a couple of": a lower bound, or about two.
enum VagueNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        if passage.has(start, .vague) { return plural(passage, start) }
        var index = start
        if passage.has(index, .article) { index += 1 }
        if passage.has(index, .couple) {
            let end = passage.has(index + 1, .of) ? index + 2 : index + 1
            if passage.has(index + 1, [.hundred, .magnitude, .dozen]) {
                return scaled(passage, start..<index + 1, value: 2, .couple)
            }
            // "the couple" are two people who are married.
            guard index > start, passage.is(end, .word), end > index + 1 || CountedPhrase.looksPlural(passage, end)
            else {
                return nil
            }
            return Numeral(start..<end, DecimalNumber(2), [.words, .couple])
        }
        guard passage.has(index, .several) else { return nil }
        if passage.has(index + 1, [.hundred, .magnitude, .dozen]) {
            return scaled(passage, start..<index + 1, value: 3, .vague)
        }
        guard !passage.reads(index, "few"), index == start, passage.is(index + 1, .word) else { return nil }
        return Numeral(start..<index + 1, DecimalNumber(3), [.words, .vague])
    }

    /// "hundreds [of thousands]".
    private static func plural(_ passage: Passage, _ start: Int) -> Numeral? {
        var value = DecimalNumber(passage.value(start))
        var end = start + 1
        while passage.has(end, .of), passage.has(end + 1, [.vague, .magnitude]), end - start < 6 {
            let isPlural = passage.has(end + 1, .vague)
            let factor =
                isPlural
                ? DecimalNumber(passage.value(end + 1)) : DecimalNumber(1, exponent: Int(passage.value(end + 1)))
            guard let product = value.multiplied(by: factor) else { return nil }
            value = product
            end += 2
        }
        // "tens" and "scores" alone are points, or what a team makes.
        if end == start + 1, passage.readsAny(start, ["tens", "scores"]), !passage.has(end, .of) { return nil }
        return Numeral(start..<end, value, [.words, .vague])
    }

    private static func scaled(_ passage: Passage, _ range: Range<Int>, value: Int64, _ trait: NumeralTraits)
        -> Numeral?
    {
        let numeral = Numeral(range, DecimalNumber(value), [.words, trait])
        var index = range.upperBound
        var factor = DecimalNumber(1)
        if passage.has(index, .hundred) {
            factor = DecimalNumber(100)
            index += 1
        } else if passage.has(index, .dozen) {
            factor = DecimalNumber(12)
            index += 1
        }
        let (power, end) = WordNumerals.magnitude(passage, index)
        guard let product = numeral.value.multiplied(by: factor),
            let value = product.multiplied(by: DecimalNumber(1, exponent: power))
        else { return nil }
        return Numeral(range.lowerBound..<end, value, [.words, trait])
    }
}
