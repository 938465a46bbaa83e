import Linguistics
import TextModel
import WordLists

/// Reads the extent of noun phrases and time phrases from word classes alone.
package struct PhraseReader {
    private let reading: Reading
    private static let pluralUnits = WordTable(
        WordList(named: "times").entries.filter { $0[1] == "unit" }.map { (key: Inflection.plural($0[0]), value: 0) })

    package init(_ reading: Reading) {
        self.reading = reading
    }

    /// The token after a simple noun phrase that begins at `start`: determiners, adjectives, nouns, names, "of" phrases.
    /// - Returns: nil when no noun phrase begins there.
    package func nounPhraseEnd(from start: Int, limit: Int) -> Int? {
        var index = start
        var sawHead = false
        while index < limit {
            let kind = reading.kind(index)
            let classes = reading.classes(index)
            switch kind {
            case .number, .currency, .percent, .address:
                sawHead = true
            case .clitic:
                guard sawHead, reading.reads(index, "'s") || reading.reads(index, "’s") || classes.isEmpty else {
                    return sawHead ? index : nil
                }
            case .word:
                if classes.hasAny([.determiner, .possessive]), !classes.contains(.capitalised) || !sawHead {
                    if reading.reads(index, "that") || reading.has(index, .interrogative) {
                        return sawHead ? index : nil
                    }
                    if sawHead, !reading.reads(index - 1, "of") { return index }
                } else if classes.contains(.subjectPronoun) || classes.contains(.objectPronoun) {
                    return sawHead ? index : (classes.contains(.objectPronoun) ? index + 1 : nil)
                } else if reading.reads(index, "of"), sawHead {
                    break
                } else if classes.hasAny([.preposition, .subordinator, .relative, .auxiliary, .negation]),
                    !classes.contains(.capitalised) || !sawHead
                {
                    return sawHead ? index : nil
                } else if classes.contains(.coordinator) {
                    // "X and Y": only between names.
                    guard sawHead, index + 1 < limit, reading.isName(index - 1), reading.isName(index + 1) else {
                        return sawHead ? index : nil
                    }
                } else if classes.hasAny([.past, .thirdPerson, .gerund]), sawHead,
                    !classes.hasAny([.person, .group, .document, .reportingNoun, .capitalised])
                {
                    return index
                } else if sawHead, classes.hasAny(.weekday) || beginsTime(index, limit) {
                    return index
                } else {
                    sawHead = true
                }
            case .openQuote, .closeQuote, .comma, .period, .colon, .semicolon, .dash, .question, .exclamation,
                .ellipsis,
                .openBracket, .closeBracket, .prime, .other:
                return sawHead ? index : nil
            }
            index += 1
        }
        return sawHead ? index : nil
    }

    /// "last week", "this year" after a noun is no part of its phrase.
    private func beginsTime(_ token: Int, _ limit: Int) -> Bool {
        reading.readsAny(token, ["last", "this", "next", "earlier"]) && timeEnd(from: token, limit: limit) != nil
    }

    /// The token after a time phrase: "Monday", "on Monday", "last week", "in June", "at the weekend", "earlier this year".
    package func timeEnd(from start: Int, limit: Int) -> Int? {
        guard start < limit, mayBeginTime(start) else { return nil }
        var index = start
        if reading.readsAny(index, ["on", "in", "at", "by", "since", "during", "late", "early", "earlier", "later"]) {
            index += 1
            if index < limit, reading.readsAny(index, ["late", "early", "on"]) { index += 1 }
        }
        if index < limit,
            reading.readsAny(index, ["last", "this", "next", "that", "earlier", "the", "a", "each", "every"])
        {
            let next = index + 1
            guard next < limit else { return nil }
            if reading.has(next, [.timeUnit, .season, .weekday, .month]) {
                let end = afterTimeWord(next, limit)
                // "a week" alone is no time, "a week ago" is.
                return index == start && reading.reads(index, "a") && !isDistance(end - 1) ? nil : end
            }
            return nil
        }
        guard index < limit else { return nil }
        if let end = countedTimeEnd(from: index, limit: limit) { return end }
        if reading.has(index, [.weekday, .month]), reading.has(index, .capitalised),
            !reading.has(index, .modal) || index > start
        {
            return afterTimeWord(index, limit)
        }
        if index == start, reading.readsAny(index, ["today", "yesterday", "tonight", "tomorrow", "recently"]) {
            return index + 1
        }
        if index > start, reading.kind(index) == .number, isYear(index) { return index + 1 }
        return nil
    }

    /// Tells most words without reading them.
    @inline(__always)
    private func mayBeginTime(_ token: Int) -> Bool {
        switch reading.kind(token) {
        case .number: true
        case .word:
            reading.has(token, [.timeLead, .weekday, .month]) || reading.tags.universal[token] == .numeral
        default: false
        }
    }

    /// "18 July", "two days earlier", "Three weeks ago".
    private func countedTimeEnd(from start: Int, limit: Int) -> Int? {
        guard start + 1 < limit, reading.kind(start) == .number || reading.tags.universal[start] == .numeral else {
            return nil
        }
        if reading.has(start + 1, .month), reading.has(start + 1, .capitalised) {
            return afterTimeWord(start + 1, limit)
        }
        guard reading.has(start + 1, .timeUnit) || isPluralUnit(start + 1) else { return nil }
        let end = afterTimeWord(start + 1, limit)
        return isDistance(end - 1) ? end : nil
    }

    /// "weeks", "days".
    private func isPluralUnit(_ token: Int) -> Bool {
        let word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { Self.pluralUnits.value(in: $0, word) != nil }
    }

    private func isDistance(_ token: Int) -> Bool { reading.readsAny(token, ["ago", "earlier", "before", "later"]) }

    private func afterTimeWord(_ token: Int, _ limit: Int) -> Int {
        var index = token + 1
        // "Monday morning", "Sept. 11, 2001", "June 12"
        while index < limit {
            if reading.has(index, .timeUnit) || reading.readsAny(index, ["ago", "earlier", "afterward"]) {
                index += 1
            } else if reading.kind(index) == .number {
                index += 1
            } else if reading.kind(index) == .comma, index + 1 < limit, reading.kind(index + 1) == .number,
                isYear(index + 1)
            {
                index += 2
            } else {
                break
            }
        }
        return index
    }

    private func isYear(_ token: Int) -> Bool {
        let span = reading.article.tokens.span(token).range
        guard span.count == 4 else { return false }
        let text = reading.article.article.text
        return (text[span.lowerBound] == UInt8(ascii: "1") || text[span.lowerBound] == UInt8(ascii: "2"))
            && span.allSatisfy { text[$0] &- 0x30 < 10 }
    }
}
