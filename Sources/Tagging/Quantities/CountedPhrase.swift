import Linguistics
import TextModel

/// Finds the noun phrase that a number counts: the words to its right up to the head noun.
enum CountedPhrase {
    /// - Returns: the atoms of the phrase; nil when no noun follows.
    /// - Complexity: O(1): a phrase has at most ten words.
    static func find(_ passage: Passage, after start: Int, isSingular: Bool) -> Range<Int>? {
        var first = start
        if passage.has(first, .of) || passage.has(first, .the) {
            if passage.has(first, .of) { first += 1 }
            if passage.has(first, .the) || passage.wordClasses(first).hasAny(.possessiveOrDeterminer) { first += 1 }
        }
        // "25 more people", "three others": the comparative is left out.
        if passage.readsAny(first, ["more", "other", "additional", "new"]), passage.reads(first, "more") { first += 1 }
        let search = afterMeasure(passage, first)
        guard var head = head(passage, from: search, isSingular: isSingular), isNoun(passage, search...head) else {
            return nil
        }
        // "460 Kia and Hyundai vehicles"
        if !isSingular, !looksPlural(passage, head), passage.has(head + 1, [.and, .or]),
            let joined = self.head(passage, from: head + 2, isSingular: false), looksPlural(passage, joined)
        {
            head = joined
        }
        // "categories of products": the complement of a container.
        if passage.has(head, .container), passage.has(head + 1, .of),
            let inner = self.head(passage, from: head + 2, isSingular: false)
        {
            return first..<inner + 1
        }
        return first..<head + 1
    }

    /// What a measure before it names: "a range of 400 kilometres", "an interest rate of 1.38%".
    static func measured(_ passage: Passage, before start: Int) -> Range<Int>? {
        guard passage.has(start - 1, .of) else { return nil }
        var first = start - 1
        while start - first < 6, passage.is(first - 1, .word), continuesPhrase(passage, first - 1, isFirst: false),
            !passage.has(first - 1, .verb), !passage.wordClasses(first - 1).hasAny(.beforeMeasured)
        {
            first -= 1
        }
        return first < start - 1 ? first..<start - 1 : nil
    }

    /// "eight million 250ml bottles": the measure between is part of the phrase.
    private static func afterMeasure(_ passage: Passage, _ first: Int) -> Int {
        guard passage.is(first, .digits), let unit = passage.atom(first + 1), unit.form == .word,
            !passage.vocabulary.symbols(unit.word).isEmpty || passage.vocabulary.unitPhrases.holds(unit.word)
        else { return first }
        return first + 2
    }

    /// A lone verb is no noun: "1000 come from Asia", "around 73 raising".
    private static func isNoun(_ passage: Passage, _ range: ClosedRange<Int>) -> Bool {
        guard range.count == 1 else { return true }
        let index = range.lowerBound
        if passage.endsWith(index, "ing") || passage.has(index, [.changeAdverb, .verb]) { return false }
        let isBareVerb =
            passage.wordClasses(index).contains(.baseForm)
            && passage.wordClasses(index + 1).hasAny(.prepositionOrDeterminer)
        return !isBareVerb || passage.atom(index).map { passage.words.nouns[Int($0.token)] >= 0 } ?? false
    }

    private static func head(_ passage: Passage, from first: Int, isSingular: Bool) -> Int? {
        var last: Int?
        var index = first
        while index - first < 10, continuesPhrase(passage, index, isFirst: index == first) {
            if let end = last, beginsPredicate(passage, index, after: end) { break }
            last = index
            if isSingular == false, looksPlural(passage, index), !isModifierPlural(passage, index) { return index }
            index += 1
        }
        return last
    }

    private static func continuesPhrase(_ passage: Passage, _ index: Int, isFirst: Bool) -> Bool {
        guard let atom = passage.atom(index), atom.form == .word else { return false }
        if atom.hyphenated { return !isFirst }
        if atom.classes.hasAny([
            .of, .to, .or, .and, .in, .from, .between, .the, .per, .times, .article, .by, .as, .each,
        ]) {
            return false
        }
        let classes = passage.wordClasses(index)
        // "two of Johnson's deputies"
        if classes.contains(.clitic) { return !isFirst && passage.endsWith(index, "s") && passage.is(index + 1, .word) }
        if classes.hasAny(.outsidePhrase) {
            return false
        }
        if classes.hasAny(.dayWord) || (classes.contains(.month) && atom.classes.contains(.capitalised)) {
            return false
        }
        // "rose to 41 last year"
        if passage.readsAny(index, ["last", "next", "past", "this"]), passage.wordClasses(index + 1).hasAny(.anyTime) {
            return false
        }
        if classes.contains(.adverb) { return isFirst && passage.endsWith(index, "ly") }
        return true
    }

    /// A finite verb or participle after a noun ends the phrase: "13,000 workers walked".
    private static func beginsPredicate(_ passage: Passage, _ index: Int, after last: Int) -> Bool {
        if passage.isHyphenated(index) { return false }
        if passage.has(index, .verb) || passage.has(index, .changeVerb) && !passage.has(index, .changeNoun) {
            return true
        }
        let classes = passage.wordClasses(index)
        let isForm = classes.hasAny(.pastForm) && !classes.contains(.baseForm)
        if isForm || passage.endsWith(index, "ed") || passage.endsWith(index, "ing") {
            return looksPlural(passage, last) || endsPhrase(passage, index + 1)
        }
        return passage.endsWith(index, "ly")
    }

    /// No noun can follow: "one officer killed in", "12 page document labeled Debrief".
    private static func endsPhrase(_ passage: Passage, _ index: Int) -> Bool {
        passage.isBreak(index) || passage.isCapitalised(index)
            || passage.wordClasses(index).hasAny(.afterParticiple)
    }

    /// "sports cars", "arms dealers": a plural that goes before the head.
    private static func isModifierPlural(_ passage: Passage, _ index: Int) -> Bool {
        if passage.readsAny(
            index,
            [
                "sports", "arms", "human", "systems", "sales", "news", "series", "plus", "previous", "serious",
                "various", "basis", "goods", "economics",
            ])
        {
            return passage.is(index + 1, .word)
                && (looksPlural(passage, index + 1) || !passage.readsAny(index, ["sales", "goods"]))
                && continuesPhrase(passage, index + 1, isFirst: false)
        }
        return passage.isHyphenated(index + 1)
    }

    /// The plural noun of the phrase that begins at `start`, if there is one.
    static func pluralNoun(_ passage: Passage, _ start: Int) -> Int? {
        guard let phrase = find(passage, after: start, isSingular: false), let head = phrase.last,
            !passage.has(start, .of),
            looksPlural(passage, head)
        else { return nil }
        return head
    }

    static func looksPlural(_ passage: Passage, _ index: Int) -> Bool {
        guard passage.is(index, .word), !passage.wordClasses(index).contains(.clitic) else { return false }
        if passage.has(index, .plural) || passage.wordClasses(index).contains(.plural) { return true }
        guard passage.endsWith(index, "s") else { return false }
        return !passage.endsWith(index, "ss") && !passage.endsWith(index, "us") && !passage.endsWith(index, "is")
            && !passage.has(index, .afterPronoun)
    }
}
