import TextModel

/// "twice as many", "double the number", "doubled", "halved", "threefold".
enum MultipleNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        let next = start + 1
        if passage.has(start, .fold) {
            return Numeral(start..<next, DecimalNumber(passage.value(start)), [.words, .multiple])
        }
        if passage.has(start, .multiplied) {
            let isIdiom = passage.readsAny(next, ["down", "as", "over"]) || passage.isHyphenated(next)
            return Numeral(
                start..<next, DecimalNumber(passage.value(start)), isIdiom ? .unclaimed : [.words, .multiple, .up])
        }
        if passage.has(start, .halved) {
            return Numeral(start..<next, DecimalNumber(5, exponent: -1), [.words, .multiple, .down])
        }
        let compares =
            passage.has(next, .the) || (passage.has(next, .as) && isComparison(passage, next + 1))
            || passage.wordClasses(next).contains(.possessive)
            || passage.readsAny(next, ["that", "what", "those"])
        guard compares, passage.has(start, [.twice, .double]) else { return Numeral(start..<next, .zero, .unclaimed) }
        return Numeral(start..<next, DecimalNumber(passage.value(start)), [.words, .multiple])
    }

    /// "as many", "as loud as"; not "scored twice as United won".
    private static func isComparison(_ passage: Passage, _ index: Int) -> Bool {
        guard passage.is(index, .word), !passage.isCapitalised(index) else { return false }
        return passage.readsAny(index, ["many", "much", "likely", "large", "big", "high", "long", "fast", "often"])
            || (1...4).contains { passage.has(index + $0, .as) }
    }
}
