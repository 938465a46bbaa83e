import Linguistics
import TextModel

/// Finds where a content begins and ends.
///
/// - Complexity: at most `window` tokens a content outside quotations, so linear in the number of cues.
struct ContentReader {
    let reading: Reading
    private let phrases: PhraseReader
    private let window = 300

    init(_ reading: Reading) {
        self.reading = reading
        phrases = PhraseReader(reading)
    }

    // MARK: Quotations

    /// The outermost quotation whose opening mark is `token`.
    func quotation(openingAt token: Int) -> Int? {
        let quotations = reading.article.quotations
        let outer = reading.outerQuotations
        let next = outer.partitioningIndex { quotations[$0].open >= token }
        return next < outer.count && quotations[outer[next]].open == token ? next : nil
    }

    /// The outermost quotation whose closing mark is `token`.
    func quotation(closingAt token: Int) -> Int? {
        guard token > 0 else { return nil }
        let inside = reading.quotationOfToken[token - 1]
        guard inside >= 0, reading.article.quotations[Int(inside)].close == token else { return nil }
        return quotation(openingAt: reading.article.quotations[Int(inside)].open)
    }

    func tokens(ofQuotation index: Int) -> Range<Int> {
        reading.article.quotations[reading.outerQuotations[index]].tokens
    }

    /// The quotation and those that take it up in the following paragraphs.
    func withContinuations(_ index: Int) -> Range<Int> {
        var last = index
        while last + 1 < reading.outerQuotations.count {
            let next = reading.article.quotations[reading.outerQuotations[last + 1]]
            guard next.continues else { break }
            last += 1
        }
        return tokens(ofQuotation: index).lowerBound..<tokens(ofQuotation: last).upperBound
    }

    /// The quotation and the paragraphs of it that stand before.
    func withBeginnings(_ index: Int) -> Range<Int> {
        var first = index
        while first > 0, reading.article.quotations[reading.outerQuotations[first]].continues { first -= 1 }
        return tokens(ofQuotation: first).lowerBound..<tokens(ofQuotation: index).upperBound
    }

    /// Whether the quotation ends in a comma: a cue of its own follows.
    func endsInComma(_ index: Int) -> Bool {
        let interior = reading.article.quotations[reading.outerQuotations[index]].interior
        return !interior.isEmpty && reading.kind(interior.upperBound - 1) == .comma
    }

    // MARK: After the cue

    /// The content that follows a cue, from its complement on.
    func forward(_ clause: CueClause, in sentence: SentenceClauses) -> [Range<Int>] {
        let cue = clause.cue
        var start = cue.complementStart
        let upper = sentence.sentence.tokens.upperBound
        if cue.complement == .colon || cue.complement.isPreposition { start += 1 }
        if start < upper, reading.kind(start) == .comma { start += 1 }
        if start >= upper {
            // "Smith said:" and the quotation in the next paragraph.
            guard cue.complement == .colon, upper < reading.tokenCount, let index = quotation(openingAt: upper) else {
                return []
            }
            return [withContinuations(index)]
        }
        if reading.kind(start) == .openQuote, let index = quotation(openingAt: start) {
            let whole = withContinuations(index)
            let after = whole.upperBound
            guard after < upper, continuesClause(after) else { return [whole] }
        }
        var end = end(from: start, in: sentence)
        if let coordination = matrixCoordination(clause, start..<end) { end = trimmed(start, coordination) }
        if let verb = matrixVerb(of: cue, in: sentence.sentence.tokens, after: start..<end) {
            end = trimmed(start, verb)
        }
        return end > start ? [start..<end] : []
    }

    /// "Kim believes he has done enough and is waiting": where a second predicate of the cue's own subject begins.
    ///
    /// It does when the cue is in the present, the content's subject is a pronoun, and an auxiliary that is not the
    /// content's own follows "and".
    func matrixCoordination(_ clause: CueClause, _ content: Range<Int>) -> Int? {
        guard clause.cue.complement == .clause, clause.cue.group.count == 1,
            reading.has(clause.cue.token, [.thirdPerson, .baseForm]),
            let own = content.first(where: { reading.has($0, .auxiliary) || reading.kind($0) == .clitic })
        else { return nil }
        return content.dropLast().first { token in
            guard token > own, reading.reads(token, "and") else { return false }
            var next = token + 1
            while next < content.upperBound, reading.has(next, .adverb) { next += 1 }
            guard next < content.upperBound else { return false }
            return reading.has(next, [.be, .have, .modal]) && !reading.classes(next).isSubset(of: reading.classes(own))
        }
    }

    /// Whether the clause goes on after a quotation: "said “X” was Y".
    private func continuesClause(_ token: Int) -> Bool {
        switch reading.kind(token) {
        case .word, .clitic, .number, .currency: !reading.has(token, .subordinator) || reading.reads(token, "that")
        default: false
        }
    }

    /// Where a clause that begins at `start` ends, without closing punctuation.
    func end(from start: Int, in sentence: SentenceClauses) -> Int {
        let upper = min(sentence.sentence.tokens.upperBound, start + window)
        var index = start
        while index < upper {
            if reading.kind(index) == .openQuote, let quotation = quotation(openingAt: index) {
                index = max(index + 1, tokens(ofQuotation: quotation).upperBound)
                if index >= upper { return trimmed(start, index) }
                continue
            }
            if stops(at: index, from: start, upper, sentence) { break }
            index += 1
        }
        return trimmed(start, index)
    }

    private func stops(at index: Int, from start: Int, _ upper: Int, _ sentence: SentenceClauses) -> Bool {
        switch reading.kind(index) {
        case .semicolon: return true
        case .comma, .dash:
            var next = index + 1
            guard next < upper else { return true }
            if isAccordingTo(next) || sentence.begins(at: next) { return true }
            if isAside(index, next) { return true }
            if reading.has(next, [.coordinator, .subordinator]), !reading.reads(next, "that") {
                next += 1
                while next < upper, reading.has(next, .adverb) { next += 1 }
                return next < upper && sentence.begins(at: next)
            }
            return false
        case .word where reading.has(index, .coordinator) && index > start:
            var next = index + 1
            while next < upper, reading.has(next, .adverb), !sentence.begins(at: next) { next += 1 }
            return next < upper && sentence.beginsFinite(at: next)
        default:
            return index > start && isAccordingTo(index)
        }
    }

    /// ", but …", ", which …", "— a move that …": more often the writer's words than the source's.
    private func isAside(_ mark: Int, _ next: Int) -> Bool {
        if reading.kind(mark) == .comma { return reading.readsAny(next, ["but", "which", "while"]) }
        return reading.readsAny(next, ["a", "an", "the", "and", "but", "which", "as"])
    }

    /// Where "— a move that …" opens, when no dash closes it again.
    func dashAside(from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        let dashes = (start..<end).filter { reading.kind($0) == .dash && !reading.isQuoted($0) }
        guard dashes.count == 1, let dash = dashes.first, dash > start, dash + 1 < end, isAside(dash, dash + 1) else {
            return nil
        }
        return dash
    }

    func isAccordingTo(_ token: Int) -> Bool {
        token + 1 < reading.tokenCount && reading.reads(token, "according") && reading.reads(token + 1, "to")
    }

    /// Drops closing punctuation that is not a quotation's own.
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start {
            switch reading.kind(end - 1) {
            case .comma, .period, .dash, .semicolon, .colon, .question, .exclamation: end -= 1
            case .word where reading.has(end - 1, .coordinator): end -= 1
            default: return end
            }
        }
        return end
    }

    // MARK: Before the cue

    /// The content that ends before `before`, which is the token after its closing comma or quotation mark.
    func backward(endingBefore before: Int, in sentence: Sentence) -> Range<Int>? {
        let last = before - 1
        guard last >= 0 else { return nil }
        if reading.kind(last) == .closeQuote, let index = quotation(closingAt: last) {
            let whole = withBeginnings(index)
            let opening = tokens(ofQuotation: index).lowerBound
            let start = reading.sentence(of: opening).tokens.lowerBound
            let lead = start..<opening
            if whole.lowerBound < opening || lead.isEmpty || standsAlone(lead) { return whole }
            return start..<before
        }
        guard last > sentence.tokens.lowerBound, [.comma, .dash, .openBracket].contains(reading.kind(last)) else {
            return nil
        }
        var start = sentence.tokens.lowerBound
        if reading.kind(last - 1) == .closeQuote, let index = quotation(closingAt: last - 1) {
            let opening = tokens(ofQuotation: index).lowerBound
            if reading.sentence(of: opening).tokens.lowerBound == opening { return withBeginnings(index) }
        }
        while start < last, reading.has(start, .coordinator) { start += 1 }
        guard last - start >= 2 else { return nil }
        return start..<last
    }

    /// Whether the words before a quotation are no part of what is said: they end with a comma or a colon.
    private func standsAlone(_ lead: Range<Int>) -> Bool {
        guard let last = lead.last else { return true }
        if [.comma, .colon, .dash].contains(reading.kind(last)) { return true }
        return lead.count < 8 && lead.allSatisfy { reading.has($0, [.coordinator, .adverb]) }
    }

    /// The token after hearers, times and settings that follow a cue: "told reporters on Monday in Ohio".
    /// - Parameter hasHearer: whether a noun phrase may be the hearer.
    func settingEnd(from start: Int, upper: Int, hasHearer: Bool) -> Int {
        var index = start
        var passed = 0
        while index < upper, passed < 6 {
            if let after = phrases.timeEnd(from: index, limit: upper) {
                index = after
            } else if reading.has(index, .adverb) {
                index += 1
            } else if reading.has(index, .preposition), !reading.reads(index, "that"),
                let after = phrases.nounPhraseEnd(from: index + 1, limit: min(upper, index + 16))
            {
                index = after
            } else if hasHearer, passed == 0,
                let after = phrases.nounPhraseEnd(from: index, limit: min(upper, index + 14))
            {
                index = after
            } else {
                break
            }
            passed += 1
        }
        return index
    }
}
