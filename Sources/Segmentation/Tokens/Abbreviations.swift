import WordLists

/// Knows after which words a full stop is part of the word, and whether a sentence may end there.
struct Abbreviations: Sendable {
    /// The classes of `abbreviations.tsv`.
    private enum Class: Int32 {
        case inner, title, number, either, capital, date, hour
    }

    private let table: WordTable
    private let domains: WordTable
    private let afterHours: WordTable

    init() {
        let classes: [String: Class] = [
            "inner": .inner, "title": .title, "number": .number, "either": .either, "capital": .capital,
            "date": .date, "hour": .hour,
        ]
        table = WordTable(
            WordList(named: "abbreviations").entries.compactMap { fields in
                guard fields.count == 2, let value = classes[fields[1]] else { return nil }
                return (fields[0], value.rawValue)
            })
        domains = WordTable(WordList(named: "domains").entries.map { ($0[0], 1) })
        let days = WordList(named: "times").entries.filter { $0.last == "weekday" || $0.last == "month" }
        afterHours = WordTable((days + WordList(named: "time-zones").entries).map { ($0[0], 1) })
    }

    /// Whether the full stop at the end of `word` belongs to it.
    /// - Parameters:
    ///   - end: of the block.
    ///   - isWhole: whether no hyphen stands before `word`.
    func keepsPeriod(
        _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ end: Int, isWhole: Bool
    ) -> Bool {
        let startsUpper = startsUppercase(text, word.lowerBound)
        let next = word.upperBound + 1
        // An initial: "John F. Kennedy", but "vitamin C." at the end.
        if word.count == 1 || word.count == 2 && text[word.lowerBound] == 0xC3 {
            if startsUpper { return isWhole && next < end && text[next] <= 0x20 }
            switch text[word.lowerBound] {
            case UInt8(ascii: "c"), UInt8(ascii: "p"): return precedesDigit(text, next, end)
            case UInt8(ascii: "v"): return next < end
            default: return false
            }
        }
        switch table.value(in: text, word).flatMap(Class.init) {
        case nil: return false
        case .inner, .either, .hour: return true
        case .title, .capital: return startsUpper
        case .number: return precedesDigit(text, next, end)
        case .date: return startsUpper && precedesDigitOrSmallLetter(text, next, end)
        }
    }

    /// "Ph.D": whether the letters before the full stop at `period` and those after it are one abbreviation.
    func hasCompound(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ period: Int, _ end: Int) -> Bool {
        guard period - start <= 3 else { return false }
        var close = period + 1
        while close < end, close - period < 6, isASCIILowercase(text[close] | 0x20) { close += 1 }
        return table.value(in: text, start..<close) != nil
    }

    /// Whether a sentence may end after `word`, whose last byte is its own full stop, before a word that begins
    /// sentences.
    func mayEndSentence(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        switch kind(text, word) {
        case .inner, .title, .number, .date: false
        case nil, .either, .capital, .hour: true
        }
    }

    /// Whether a sentence ends between `word` and `next`, which has a capital: "at 5 p.m. Police", not "p.m. Monday".
    func endsSentence(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, before next: Range<Int>) -> Bool {
        kind(text, word) == .hour && afterHours.value(in: text, next) == nil
    }

    func isTopLevelDomain(_ text: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> Bool {
        !label.isEmpty && domains.value(in: text, label) != nil
    }

    private func kind(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Class? {
        var start = word.upperBound - 1
        while start > word.lowerBound, text[start - 1] != UInt8(ascii: "-") { start -= 1 }
        return table.value(in: text, start..<(word.upperBound - 1)).flatMap(Class.init)
    }

    private func precedesDigit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard let next = afterBlank(text, index, end) else { return false }
        return isASCIIDigit(text[next])
    }

    private func precedesDigitOrSmallLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        guard let next = afterBlank(text, index, end) else { return false }
        return isASCIIDigit(text[next]) || isASCIILowercase(text[next]) || text[next] == UInt8(ascii: ",")
    }

    /// Past one blank, if there is one; nil at the end.
    private func afterBlank(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
        guard index < end else { return nil }
        let here = scalar(text, index)
        let next = here.kind.isBlank ? index + here.length : index
        return next < end ? next : nil
    }
}
