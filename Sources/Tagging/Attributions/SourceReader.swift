import Linguistics
import TextModel

/// The words that name a source.
package struct SourcePhrase: Hashable, Sendable {
    package var tokens: Range<Int>
    /// "citing three senior U.S. officials" within the source.
    package var via: Range<Int>?
    /// What a relative pronoun stands for: "officials" of "officials who said".
    package var antecedent: Range<Int>?
}

/// Finds the source of a cue: its subject to the left, or to the right where the order is inverted.
///
/// - Complexity: bounded windows, so linear in the number of cues.
package struct SourceReader {
    private let reading: Reading
    private let phrases: PhraseReader
    /// No subject is longer than this many tokens.
    private let window = 40

    package init(_ reading: Reading) {
        self.reading = reading
        phrases = PhraseReader(reading)
    }

    // MARK: To the left

    /// The noun phrase that ends before the verb group at `verb`, with its appositions and relative clauses.
    /// - Parameter lower: the clause cannot begin before this token.
    package func subject(before verb: Int, lower: Int) -> SourcePhrase? {
        let lower = max(lower, verb - window)
        // "The ministry later admitted"
        var verb = verb
        while verb - 1 > lower, reading.has(verb - 1, [.adverb, .timeDeictic, .negation]),
            reading.kind(verb - 1) == .word, !isNounLike(verb - 1) || reading.has(verb - 1, .timeDeictic)
        {
            verb -= 1
        }
        let last = verb - 1
        guard last >= lower else { return nil }
        switch reading.kind(last) {
        case .comma, .dash:
            return parenthetical(closing: last, lower: lower)
        case .closeBracket:
            guard let open = bracketOpen(closing: last, lower: lower), open > lower else { return nil }
            guard let head = subject(before: open, lower: lower) else { return nil }
            return SourcePhrase(tokens: head.tokens.lowerBound..<verb, via: head.via)
        case .word, .clitic, .number, .percent, .address, .other: break
        case .closeQuote:
            // A nickname or a title: only when a name goes on before it.
            return nil
        default: return nil
        }
        if isRelative(last), reading.readsAny(last, ["who", "which", "that"]) {
            return antecedent(of: last, lower: lower)
        }
        if reading.has(last, .subjectPronoun) { return SourcePhrase(tokens: last..<verb) }
        let end = withoutTime(endingBefore: verb, lower: lower)
        guard let start = nounPhraseStart(endingBefore: end, lower: lower) else { return nil }
        return SourcePhrase(tokens: start..<end)
    }

    /// A source without the time or negation that ends it: "Holm on Monday", "Holm never".
    func withoutTail(_ source: Range<Int>) -> Range<Int> {
        var source = source
        while let last = source.last, source.count > 1,
            reading.has(last, .negation) || reading.readsAny(last, ["never"])
        {
            source = source.dropLast()
        }
        // "officials, who met on Monday": the time is the aside's.
        guard source.count > 2, !source.contains(where: { reading.isComma($0) || reading.has($0, .relative) }) else {
            return source
        }
        return source.lowerBound..<withoutTime(endingBefore: source.upperBound, lower: source.lowerBound)
    }

    /// "Holm on Monday said": the time is no part of the source.
    private func withoutTime(endingBefore end: Int, lower: Int) -> Int {
        let start = (max(lower + 1, end - 5)..<max(lower + 1, end)).first {
            // "an ad in 2008" is one of that year, "Holm on Monday" spoke then.
            reading.reads($0, "on") && phrases.timeEnd(from: $0, limit: end) == end
        }
        guard let start, isNounLike(start - 1) else { return end }
        return start
    }

    /// "X, speaker of the house, said": the phrase before the comma that opens the aside.
    private func parenthetical(closing: Int, lower: Int) -> SourcePhrase? {
        let mark = reading.kind(closing)
        var open = closing - 1
        while open > lower, reading.kind(open) != mark {
            switch reading.kind(open) {
            case .openQuote, .closeQuote, .semicolon, .colon, .period, .question, .exclamation: return nil
            default: open -= 1
            }
        }
        guard open > lower, open + 1 < closing, reading.kind(open) == mark else { return nil }
        // "Smith, 52, a baker, said": the age stands between.
        if open - 2 > lower, reading.kind(open - 1) == .number, reading.kind(open - 2) == mark { open -= 2 }
        let first = open + 1
        if reading.has(first, .subjectPronoun), !reading.has(first, .relative) { return nil }
        if reading.has(first, [.coordinator]) { return nil }
        guard let head = subject(before: open, lower: lower) else { return nil }
        // An aside of time or manner is no part of the name: "Smith, however, said".
        let isAdverbial = (first..<closing).allSatisfy { reading.has($0, [.adverb, .anyTime, .preposition]) }
        if isAdverbial { return head }
        if reading.has(first, .gerund), reading.readsAny(first, ["citing", "quoting"]) {
            return SourcePhrase(tokens: head.tokens, via: (first + 1)..<closing)
        }
        return SourcePhrase(tokens: head.tokens.lowerBound..<closing, via: head.via)
    }

    private func antecedent(of relative: Int, lower: Int) -> SourcePhrase? {
        var end = relative
        if end - 1 > lower, reading.kind(end - 1) == .comma { end -= 1 }
        guard end > lower, let start = nounPhraseStart(endingBefore: end, lower: lower) else { return nil }
        return SourcePhrase(tokens: relative..<(relative + 1), antecedent: start..<end)
    }

    private func isRelative(_ token: Int) -> Bool { reading.has(token, .relative) && !isAcronym(token) }

    /// "WHO": no relative pronoun.
    private func isAcronym(_ token: Int) -> Bool {
        reading.has(token, .allCapitals) && reading.has(token, [.relative, .interrogative])
    }

    private func bracketOpen(closing: Int, lower: Int) -> Int? {
        var index = closing - 1
        while index > lower, closing - index < 12 {
            if reading.kind(index) == .openBracket { return index }
            index -= 1
        }
        return nil
    }

    /// Where the noun phrase that ends before `end` begins; nil when no noun stands there.
    private func nounPhraseStart(endingBefore end: Int, lower: Int) -> Int? {
        var start = end
        var index = end - 1
        scan: while index >= lower {
            switch reading.kind(index) {
            case .word, .clitic, .number, .currency, .percent, .address: break
            case .closeBracket:
                guard let open = bracketOpen(closing: index, lower: lower) else { break scan }
                index = open - 1
                start = open
                continue scan
            default: break scan
            }
            let classes = reading.classes(index)
            if isRelative(index), index > lower, start < end,
                opensRelativeClause(index)
            {
                // "an official who met Kim over the weekend"
                start = index
                index -= 1
                continue scan
            }
            if classes.hasAny([.subordinator, .subjectPronoun, .relative, .interrogative]), !isAcronym(index),
                !classes.hasAny([.preposition, .determiner]) || reading.reads(index, "that")
            {
                break scan
            }
            if classes.contains(.coordinator) {
                let joinsNames =
                    start < end && index > lower && isNounLike(index - 1) && reading.reads(index, "and")
                    && (reading.isName(start) || reading.isName(index - 1) == false)
                guard joinsNames, !hasVerb(from: lower, to: index) else { break scan }
            } else if isVerb(index, nextStart: start), index < end {
                guard let relative = relativePronoun(before: index, lower: lower) else { break scan }
                start = relative
                index = relative - 1
                continue scan
            }
            start = index
            index -= 1
        }
        start = withoutLead(start, end)
        guard start < end, isNounLike(end - 1) || reading.kind(end - 1) == .number else { return nil }
        return start
    }

    /// Drops adverbs, conjunctions and leading phrases of time and place.
    private func withoutLead(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end {
            if let after = phrases.timeEnd(from: start, limit: end), after < end {
                start = after
            } else if reading.has(start, [.adverb, .coordinator]), !reading.has(start, .determiner) {
                start += 1
            } else if reading.has(start, .preposition), !reading.has(start, .determiner) {
                // "In Washington Smith said": the last name or determined noun is the subject.
                guard
                    let determiner = (start + 1..<end).last(where: {
                        reading.has($0, [.determiner, .possessive]) && $0 > start + 1
                    })
                else { return lastName(before: end, from: start) ?? end }
                start = determiner
            } else {
                break
            }
        }
        return start
    }

    private func lastName(before end: Int, from start: Int) -> Int? {
        var index = end - 1
        guard reading.isName(index) else { return nil }
        while index - 1 > start, reading.isName(index - 1) { index -= 1 }
        return index
    }

    private func isNounLike(_ token: Int) -> Bool {
        let kind = reading.kind(token)
        if kind == .closeBracket || kind == .address || kind == .percent { return true }
        guard kind == .word else { return kind == .clitic && reading.classes(token).isEmpty }
        return !reading.has(token, [.preposition, .determiner, .coordinator, .subordinator, .auxiliary, .adverb])
            || reading.isName(token) || reading.has(token, .objectPronoun) || reading.has(token, .timeDeictic)
            || reading.readsAny(
                token, ["some", "many", "others", "most", "both", "those", "this", "that", "all", "few", "one"])
    }

    /// A finite verb or an auxiliary, as far as the lists tell.
    private func isVerb(_ token: Int, nextStart: Int) -> Bool {
        let classes = reading.classes(token)
        if classes.hasAny(.auxiliary) { return !classes.contains(.capitalised) || classes.hasAny([.be, .have]) }
        guard classes.hasAny([.past, .thirdPerson]), !classes.contains(.capitalised) else { return false }
        if classes.hasAny([.person, .group, .document, .reportingNoun]) { return false }
        // A participle before a noun is an adjective: "the accused man".
        return
            !(classes.contains(.participle) && nextStart > token && nextStart - token == 1 && isNounLike(nextStart)
            && token > 0 && reading.has(token - 1, [.determiner, .possessive]))
    }

    private func hasVerb(from lower: Int, to end: Int) -> Bool {
        (lower..<end).suffix(16).contains { isVerb($0, nextStart: $0 + 1) }
    }

    /// "who", "which", or "that" after a noun: elsewhere "that" begins a content ("heard that Smith said").
    private func opensRelativeClause(_ token: Int) -> Bool {
        guard token > 0, isNounLike(token - 1) else { return false }
        if reading.reads(token, "that") {
            return reading.isName(token - 1) || endsInS(token - 1)
                || reading.has(token - 1, [.person, .group, .document, .organization, .reportingNoun, .plural])
        }
        return reading.readsAny(token, ["who", "which", "whose", "where"])
    }

    private func endsInS(_ token: Int) -> Bool {
        reading.article.article.text[Int(reading.article.tokens.ends[token]) - 1] == UInt8(ascii: "s")
    }

    private func relativePronoun(before verb: Int, lower: Int) -> Int? {
        var index = verb - 1
        while index > lower, verb - index < 8 {
            if reading.kind(index) == .comma { return nil }
            if opensRelativeClause(index) { return index }
            if reading.has(index, .subordinator) { return nil }
            index -= 1
        }
        return nil
    }

    // MARK: To the right

    /// "said John Smith, a spokesman for the council": the phrase that begins at `start`.
    package func subject(after start: Int, upper: Int) -> SourcePhrase? {
        let upper = min(upper, start + window)
        guard start < upper else { return nil }
        // "one of the engineers"
        if start + 2 < upper, reading.reads(start + 1, "of"), reading.has(start, [.subjectPronoun, .determiner]),
            let end = extendedPhraseEnd(from: start + 2, limit: upper)
        {
            return SourcePhrase(tokens: start..<withApposition(end, upper))
        }
        if reading.has(start, .subjectPronoun) { return SourcePhrase(tokens: start..<(start + 1)) }
        guard reading.kind(start) == .word || reading.kind(start) == .number,
            let end = extendedPhraseEnd(from: start, limit: upper)
        else { return nil }
        return SourcePhrase(tokens: start..<withApposition(end, upper))
    }

    /// A noun phrase with its "of", "for", "from", "at", "with" and "in" phrases.
    package func extendedPhraseEnd(from start: Int, limit: Int) -> Int? {
        guard var end = phrases.nounPhraseEnd(from: start, limit: limit) else { return nil }
        while end < limit, reading.readsAny(end, ["of", "for", "from", "at", "with", "in", "by"]),
            phrases.timeEnd(from: end, limit: limit) == nil,
            !reading.readsAny(min(end + 1, limit - 1), ["a", "an"]),
            let next = phrases.nounPhraseEnd(from: end + 1, limit: limit)
        {
            end = next
        }
        return end
    }

    /// Takes in ", a spokesman for the council" up to the next comma or the end.
    private func withApposition(_ end: Int, _ upper: Int) -> Int {
        guard end + 1 < upper, reading.kind(end) == .comma else { return end }
        let first = end + 1
        let opensApposition =
            reading.has(first, [.determiner, .possessive, .person, .title, .group])
            && !reading.has(first, .subjectPronoun)
            || reading.kind(first) == .number || reading.readsAny(first, ["who", "former", "chief", "senior", "head"])
        guard opensApposition else { return end }
        var index = first
        var isRelative = false
        while index < upper {
            switch reading.kind(index) {
            case .word where reading.has(index, .relative):
                isRelative = true
                index += 1
            case .word where !isRelative && reading.has(index, .auxiliary):
                // ", the bridge was safe" is a clause.
                return end
            case .comma:
                // An age: "Smith, 45, a teacher".
                if index == first + 1, reading.kind(first) == .number {
                    return max(index, withApposition(index, upper))
                }
                return index
            case .period, .semicolon, .colon, .question, .exclamation, .openQuote, .closeQuote, .dash, .ellipsis:
                return index
            default: index += 1
            }
        }
        return end
    }
}
