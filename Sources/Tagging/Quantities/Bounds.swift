import TextModel

/// Finds the phrases that bound or soften a number: "at least", "up to", "nearly", "or more", "+".
///
/// The phrases are the rules; they stand in `bounds.tsv`.
enum Bounds {
    /// The bound before an amount, and where its phrase begins.
    static func before(_ passage: Passage, _ start: Int) -> (bound: Bound, start: Int)? {
        var end = start
        // "more than just 5", "at least another three", "up to a maximum of".
        for _ in 0..<2 where passage.has(end - 1, [.filler, .article]) && !matches(passage, end) { end -= 1 }
        guard var found = longest(passage, endingAt: end) else { return nil }
        // "at least about 5": the outer phrase decides, unless it only softens.
        if let outer = longest(passage, endingAt: found.start) {
            found = (found.bound == .about ? outer.bound : found.bound, outer.start)
        }
        return found
    }

    /// The bound after an amount, and where its phrase ends.
    static func after(_ passage: Passage, _ end: Int) -> (bound: Bound, end: Int)? {
        passage.vocabulary.boundsAfter.phrase(passage, from: end) { atoms, _ in bounds(passage, before: atoms) }
            .map { ($0.meaning, $0.atoms.upperBound) }
    }

    /// Whether a phrase behind a number bounds it.
    private static func bounds(_ passage: Passage, before phrase: Range<Int>) -> Bool {
        let (end, stop) = (phrase.lowerBound, phrase.upperBound)
        if phrase.count == 1, passage.readsAny(end, ["upwards", "upward", "max", "maximum", "minimum"]),
            passage.is(stop, .word), !passage.isGlued(end)
        {
            return false
        }
        if passage.reads(end, "+"), !passage.isGlued(end) { return false }
        // "200 or more than 190": the phrase bounds the number behind it.
        let bindsNext =
            ExclusionRule.isNumberLike(passage, stop) || passage.is(stop, .currency) || passage.reads(stop, "than")
        if phrase.count > 1, bindsNext { return false }
        return !passage.reads(end, "plus") || passage.isHyphenated(end)
    }

    /// "less than 5,000 or equal": a bound that holds its number.
    static func closing(_ passage: Passage, _ end: Int, _ bound: Bound) -> (bound: Bound, end: Int)? {
        guard bound == .moreThan || bound == .lessThan, passage.has(end, .or), passage.reads(end + 1, "equal") else {
            return nil
        }
        let stop = passage.has(end + 2, .to) ? end + 3 : end + 2
        guard !ExclusionRule.isNumberLike(passage, stop) else { return nil }
        return (bound == .moreThan ? .atLeast : .atMost, stop)
    }

    private static func matches(_ passage: Passage, _ end: Int) -> Bool { longest(passage, endingAt: end) != nil }

    private static func longest(_ passage: Passage, endingAt end: Int) -> (bound: Bound, start: Int)? {
        passage.vocabulary.boundsBefore.phrase(passage, to: end) { atoms, _ in isBound(passage, atoms) }
            .map { ($0.meaning, $0.atoms.lowerBound) }
    }

    /// Prepositions of place, time and topic are no bounds: "over three years", "a film about two brothers".
    private static func isBound(_ passage: Passage, _ phrase: Range<Int>) -> Bool {
        guard phrase.count == 1 else { return true }
        let (start, end) = (phrase.lowerBound, phrase.upperBound)
        if passage.has(start, .verb),
            !passage.readsAny(start, ["exceeded", "averaged", "surpassed", "topped", "estimated", "limited", "capped"])
        {
            return false
        }
        if passage.reads(start, "over"), passage.is(end, .word) || passage.is(end, .digits) {
            let unit = (end..<end + 4).contains {
                passage.wordClasses($0).contains(.timeUnit)
                    || passage.readsAny($0, ["years", "days", "weeks", "months", "hours", "minutes", "decades"])
            }
            guard unit else { return true }
            return passage.wordClasses(start - 1).hasAny(.beOrHave)
                || passage.readsAny(start - 1, ["for", "just", "well", "in", "spent", "took", "lasted"])
        }
        if passage.reads(start, "c") || passage.reads(start, "c.") {
            return passage.isGlued(end) || passage.reads(start, "c.")
        }
        if passage.reads(start, "say") { return passage.is(start - 1, .comma) }
        return true
    }
}
