import TextModel

/// The denominator of a rate after an amount or what it counts: "per day", "a year", "an ounce", "per 100,000".
enum Rates {
    /// - Returns: the end of the denominator, and its name: "day", "100000 person", "ounce"; nil when none follows.
    static func denominator(_ passage: Passage, _ start: Int, of amount: Amount) -> (end: Int, name: String)? {
        let isPer = passage.has(start, .per) || passage.reads(start, "/")
        let isArticle = passage.has(start, [.article, .each])
        guard isPer || isArticle, start + 1 < passage.atoms.count else { return nil }
        let next = start + 1
        if let (unit, end) = AmountReader(passage).unitName(at: next) ?? symbol(passage, next) {
            let found = passage.vocabulary.units[unit]
            // "a" makes a rate of time and of trade units: "a day", "a barrel".
            guard
                isPer || found.isDuration && !passage.reads(next, "minute") || passage.has(next, .denominator)
                    || passage.reads(next, "minute")
            else { return nil }
            if isArticle,
                passage.has(end, .old) || passage.readsAny(end, ["ago", "earlier", "later", "before", "after"])
            {
                return nil
            }
            return (end, found.name)
        }
        if isPer, let numeral = NumeralRule.read(passage, next), !numeral.traits.contains(.ordinal) {
            var end = numeral.atoms.upperBound
            var name = numeral.value.description
            if let phrase = CountedPhrase.find(passage, after: end, isSingular: false), !passage.has(end, .of),
                phrase.count <= 2
            {
                let span = Span(passage.atoms[phrase.lowerBound].start, passage.atoms[phrase.upperBound - 1].end)
                name += " " + String(decoding: passage.text[span.range], as: UTF8.self)
                end = phrase.upperBound
            }
            return (end, name)
        }
        guard passage.is(next, .word), passage.has(next, .denominator) || isPer else { return nil }
        if isArticle,
            !passage.has(next, .denominator)
                || passage.readsAny(next, ["people", "unit", "piece", "user", "customer", "worker", "employee"])
        {
            return nil
        }
        let atom = passage.atoms[next]
        return (next + 1, String(decoding: passage.text[atom.span.range], as: UTF8.self).lowercased())
    }

    private static func symbol(_ passage: Passage, _ index: Int) -> (unit: Int, end: Int)? {
        guard let atom = passage.atom(index), atom.form == .word else { return nil }
        return passage.vocabulary.symbols(atom.word)
            .first {
                $0.bytes.elementsEqual(passage.text[atom.span.range]) && !passage.vocabulary.units[Int($0.unit)].isMoney
            }
            .map { (Int($0.unit), index + 1) }
    }
}
