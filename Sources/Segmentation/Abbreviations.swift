import WordLists

/// Knows after which words a full stop is part of the word.
struct Abbreviations: Sendable {
    private enum Class: Int32 {
        case inner, title, number, either, capital
    }

    private let table: WordTable
    private let domains: WordTable

    init() {
        let classes: [String: Class] = [
            "inner": .inner, "title": .title, "number": .number, "either": .either, "capital": .capital,
        ]
        table = WordTable(
            WordList(named: "abbreviations").entries.compactMap { fields in
                guard fields.count == 2, let value = classes[fields[1]] else { return nil }
                return (fields[0], value.rawValue)
            })
        domains = WordTable(WordList(named: "domains").entries.map { ($0[0], 1) })
    }

    /// Whether the full stop at the end of `word` belongs to it.
    /// - Parameter innerPeriods: full stops within the word, as in "U.S".
    func keepsPeriod(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ end: Int, innerPeriods: Int
    ) -> Bool {
        if innerPeriods > 0 { return true }
        let startsUpper = isASCIIUppercase(text[word.lowerBound])
        if word.count == 1 { return startsUpper }
        switch table.value(in: text, word).flatMap(Class.init) {
        case nil: return false
        case .inner, .either: return true
        case .title, .capital: return startsUpper
        case .number:
            let next = word.upperBound + 2
            return next < end && isASCIIDigit(text[next])
        }
    }

    /// Whether a sentence may end after `word`, whose last byte is its own full stop.
    func mayEndSentence(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        let stem = word.lowerBound..<(word.upperBound - 1)
        switch table.value(in: text, stem).flatMap(Class.init) {
        case .inner, .title, .number: return false
        case nil, .either, .capital: return true
        }
    }

    func isTopLevelDomain(_ text: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> Bool {
        !label.isEmpty && domains.value(in: text, label) != nil
    }
}
