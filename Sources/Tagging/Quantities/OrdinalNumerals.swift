import TextModel

/// Numbers that say which of a row: "the third", "21st", "one hundred and fifth", "the next to last". They are recognised so
/// that nothing in them is taken for a claim.
enum OrdinalNumerals {
    /// A place in a row.
    enum Place: Equatable, Sendable {
        /// Counted from the start, from 1.
        case number(Int64)
        /// So many after the current one: "next" is 1.
        case fromCurrent(Int)
        /// So many after the last one: "penultimate" is -1.
        case fromEnd(Int)
    }

    /// The ordinal that begins at an atom, and the atom behind it.
    static func read(_ passage: Passage, _ index: Int) -> (place: Place, end: Int)? {
        if let phrase = passage.vocabulary.ordinals.phrase(passage, from: index) {
            return (phrase.meaning, phrase.atoms.upperBound)
        }
        guard let (value, end) = numeral(passage, index) else { return nil }
        return (.number(value), end)
    }

    /// "11th", "twenty-first", "two hundredth", "three trillionth".
    static func numeral(_ passage: Passage, _ start: Int) -> (value: Int64, end: Int)? {
        if passage.is(start, .opaque) { return digits(passage, start).map { ($0, start + 1) } }
        if passage.has(start, .ordinal) { return (passage.value(start), start + 1) }
        guard let whole = WordNumerals.cardinal(passage, start), let value = whole.value.integer else { return nil }
        var last = whole.atoms.upperBound
        // "one hundred and fifth"
        if passage.has(last, .and), passage.has(last - 1, [.hundred, .magnitude]) { last += 1 }
        guard passage.has(last, .ordinal), !passage.has(last, .quarter) else { return nil }
        let unit = passage.value(last)
        if unit >= 100 {
            let (product, overflow) = value.multipliedReportingOverflow(by: unit)
            return overflow || value == 1 && !passage.has(start, [.hundred, .magnitude]) ? nil : (product, last + 1)
        }
        // "twenty third graders" and "a twenty second delay" are no ordinals.
        let isSum =
            passage.has(last - 1, [.hundred, .magnitude, .and])
            || passage.has(last - 1, .tens) && unit < 10 && (passage.isHyphenated(last) || passage.isBreak(last + 1))
        return isSum ? (value + unit, last + 1) : nil
    }

    /// "11th", "22nd", "1,000th".
    private static func digits(_ passage: Passage, _ index: Int) -> Int64? {
        guard let atom = passage.atom(index), atom.span.count > 2 else { return nil }
        let end = Int(atom.end)
        let suffix = (passage.text[end - 2] | 0x20, passage.text[end - 1] | 0x20)
        guard suffix == (0x73, 0x74) || suffix == (0x6E, 0x64) || suffix == (0x72, 0x64) || suffix == (0x74, 0x68)
        else {
            return nil
        }
        let scanned = DigitScanner.scan(passage.text, from: Int(atom.start), to: end - 2)
        return scanned.end == end - 2 ? scanned.number?.integer : nil
    }
}
