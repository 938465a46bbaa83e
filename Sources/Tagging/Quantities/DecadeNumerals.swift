import TextModel

/// "in his twenties", "in the low 20s", "a woman in her 30s": ten numbers; not "the twenties", which are years.
enum DecadeNumerals {
    static func read(_ passage: Passage, _ start: Int) -> Numeral? {
        let before = start - 1
        let isPart = passage.readsAny(before, ["low", "mid", "high", "upper", "lower", "middle"])
        let isAge = isAge(passage, start)
        guard isAge || isPart, let first = value(passage, start) else { return nil }
        return Numeral(start..<start + 1, DecimalNumber(first), [.words, .decade])
    }

    /// Somebody's years: "in her early thirties".
    static func isAge(_ passage: Passage, _ start: Int) -> Bool {
        let softened = passage.readsAny(start - 1, ["early", "mid", "late"]) ? start - 2 : start - 1
        return passage.wordClasses(softened).contains(.possessive)
    }

    private static func value(_ passage: Passage, _ index: Int) -> Int64? {
        if passage.has(index, .decade) { return passage.value(index) }
        guard let atom = passage.atom(index), atom.form == .opaque, atom.span.count == 3,
            passage.text[Int(atom.end) - 1] == UInt8(ascii: "s"),
            passage.text[Int(atom.start) + 1] == UInt8(ascii: "0"),
            (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(passage.text[Int(atom.start)])
        else { return nil }
        return Int64(passage.text[Int(atom.start)] - 0x30) * 10
    }
}
