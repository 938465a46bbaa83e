import Linguistics
import TextModel

/// Reads the clause of a number from parts of speech alone: "The bank will cut 1,200 jobs by May."
///
/// A simple clause has one verb group that leads to the number, its subject right before it, and no other finite verb behind.
/// Of others the nearest verb is taken.
/// - Complexity: O(1) a number: at most `reach` tokens on either side are looked at.
struct SimpleClauses {
    let article: SegmentedArticle
    let tags: PartsOfSpeech
    let sentence: Range<Int>
    let auxiliaries: Auxiliaries

    /// In tokens.
    private static let reach = 16

    /// - Parameters:
    ///   - amount: the tokens of the number with its bounds, unit and what it counts.
    ///   - isCount: a phrase may stand between the verb and a number of things, not before an amount.
    /// - Returns: nil where there is a doubt.
    func clause(around amount: Range<Int>, isCount: Bool) -> ClaimClause? {
        guard endsWithoutVerb(after: amount.upperBound), let verb = verb(before: amount.lowerBound, isCount: isCount),
            let group = group(endingAt: verb), let subject = subject(before: group.lowerBound)
        else { return nil }
        return self.clause(verb, group, subject: subject)
    }

    /// The clause as it most likely is where there is a doubt: the nearest verb before the number in its clause, or else
    /// behind it, with the noun phrase right before that verb.
    func nearestClause(around amount: Range<Int>) -> ClaimClause? {
        // "Police said 12 people died."
        let isSubject = amount.upperBound < sentence.upperBound && isFinite(amount.upperBound)
        if !isSubject, let verb = nearestVerb(before: amount.lowerBound), let group = group(endingAt: verb) {
            return clause(verb, group, subject: nominal(before: group.lowerBound))
        }
        guard let first = nearestVerb(after: amount.upperBound) else { return nil }
        var verb = first
        for token in first..<min(sentence.upperBound, first + Self.reach) {
            if tags.penn[token].isVerb { verb = token } else if !isAdverb(token), tags.penn[token] != .modal { break }
        }
        guard let group = group(endingAt: verb) else { return nil }
        return clause(verb, group, subject: isSubject ? amount : nominal(before: first) ?? amount)
    }

    private func clause(_ verb: Int, _ group: Range<Int>, subject: Range<Int>?) -> ClaimClause {
        var clause = ClaimClause(predicate: verb, subject: subject)
        for token in group {
            if tags.penn[token] == .modal, clause.modality == .asserted { clause.modality = modality(of: token) }
            clause.negated = clause.negated || reads(token, ["not", "n't", "n’t", "never"])
        }
        return clause
    }

    private func nearestVerb(before end: Int) -> Int? {
        for token in (max(sentence.lowerBound, end - Self.reach)..<max(sentence.lowerBound, end)).reversed() {
            if tags.penn[token].isVerb { return group(endingAt: token) == nil ? nil : token }
            if endsClause(token) { return nil }
        }
        return nil
    }

    private func nearestVerb(after start: Int) -> Int? {
        for token in start..<max(start, min(sentence.upperBound, start + Self.reach)) {
            if isFinite(token) { return token }
            if endsClause(token) { return nil }
        }
        return nil
    }

    /// A mark other than a comma, or a word that opens another clause.
    private func endsClause(_ token: Int) -> Bool {
        tags.universal[token] == .punctuation
            ? article.tokens.kinds[token] != .comma : isRelative(token) || tags.universal[token] == .subordinator
    }

    private func nominal(before end: Int) -> Range<Int>? {
        var start = end
        while start > sentence.lowerBound, end - start < Self.reach,
            isPhrase(start - 1) || tags.universal[start - 1] == .pronoun
        {
            start -= 1
        }
        guard start < end else { return nil }
        switch tags.universal[end - 1] {
        case .noun, .properNoun, .pronoun: return isRelative(end - 1) ? nil : start..<end
        default: return nil
        }
    }

    /// The place named behind a number and what it counts: "12 people in Oslo".
    func place(after amount: Range<Int>) -> Range<Int>? {
        var first = amount.upperBound
        while first < sentence.upperBound, first - amount.upperBound < Self.reach, isPhrase(first), !isName(first) {
            first += 1
        }
        guard first < sentence.upperBound, reads(first, ["in", "at", "near", "across", "outside"]) else { return nil }
        first += 1
        var end = first
        while end < sentence.upperBound, end - first < Self.reach, isName(end) { end += 1 }
        return end > first ? first..<end : nil
    }

    private func isName(_ token: Int) -> Bool { tags.universal[token] == .properNoun }

    // MARK: Parts

    private func endsWithoutVerb(after start: Int) -> Bool {
        var token = start
        while token < sentence.upperBound, token - start < Self.reach {
            if isBoundary(token) { return true }
            // A participle may be a finite verb that is tagged wrong: "12 people wounded".
            if isFinite(token) || token == start && tags.penn[token] == .participle { return false }
            token += 1
        }
        return token == sentence.upperBound
    }

    private func verb(before end: Int, isCount: Bool) -> Int? {
        var token = end - 1
        while token >= sentence.lowerBound, end - token <= Self.reach {
            let tag = tags.penn[token]
            if tag.isVerb { return tag == .gerund || tag == .participle && !hasAuxiliary(token) ? nil : token }
            let isSmall =
                tag == .adverb || tag == .comparativeAdverb || tag == .to || tag == .preposition || tag == .particle
            guard isSmall || isCount && isPhrase(token), !reads(token, ["that", "than", "as", "if", "while"]) else {
                return nil
            }
            token -= 1
        }
        return nil
    }

    private func hasAuxiliary(_ verb: Int) -> Bool {
        var token = verb - 1
        while token >= sentence.lowerBound, isAdverb(token) { token -= 1 }
        return token >= sentence.lowerBound && tags.universal[token] == .auxiliary
    }

    /// A verb with its auxiliaries and adverbs, one of them finite; before "to" the verb that leads to it.
    private func group(endingAt verb: Int) -> Range<Int>? {
        var start = verb
        while start > sentence.lowerBound, verb - start < Self.reach {
            let tag = tags.penn[start - 1]
            guard tag.isVerb || tag == .modal || isAdverb(start - 1) || tag == .to && tags.penn[start] == .baseVerb
            else {
                break
            }
            start -= 1
        }
        while start < verb, isAdverb(start) { start += 1 }
        return (start...verb).contains(where: isFinite) ? start..<verb + 1 : nil
    }

    /// A noun phrase that begins the sentence or follows "that".
    private func subject(before end: Int) -> Range<Int>? {
        var start = end
        while start > sentence.lowerBound, end - start < Self.reach,
            isPhrase(start - 1) || tags.universal[start - 1] == .pronoun || reads(start - 1, ["of"])
        {
            start -= 1
        }
        guard start < end,
            tags.universal[end - 1] == .noun || tags.universal[end - 1] == .properNoun || end - start == 1,
            !(start..<end).contains(where: isRelative)
        else { return nil }
        let begins =
            start == sentence.lowerBound || reads(start - 1, ["that"])
            || start == sentence.lowerBound + 1 && article.tokens.kinds[start - 1] == .openQuote
        return begins ? start..<end : nil
    }

    // MARK: Tokens

    private func isPhrase(_ token: Int) -> Bool {
        let tag = tags.penn[token]
        return tag.isNoun || tags.universal[token] == .adjective || tag == .determiner || tag == .predeterminer
            || tag == .possessivePronoun || tag == .possessiveEnding || tag == .cardinal
    }

    private func isAdverb(_ token: Int) -> Bool {
        tags.universal[token] == .adverb || reads(token, ["not", "n't", "n’t"])
    }

    private func isFinite(_ token: Int) -> Bool {
        switch tags.penn[token] {
        case .past, .present, .thirdPerson, .modal: true
        default: false
        }
    }

    private func isRelative(_ token: Int) -> Bool {
        let tag = tags.penn[token]
        return tag == .whDeterminer || tag == .whPronoun || tag == .whPossessive || tag == .whAdverb
    }

    /// What may begin another clause.
    private func isBoundary(_ token: Int) -> Bool {
        tags.universal[token] == .punctuation || tags.penn[token] == .coordinator || isRelative(token)
            || tags.universal[token] == .subordinator
    }

    private func modality(of token: Int) -> Modality {
        article.article.text.withUnsafeBufferPointer {
            auxiliaries.modality(in: $0, article.tokens.span(token).range) ?? .asserted
        }
    }

    private func reads(_ token: Int, _ words: [StaticString]) -> Bool {
        let span = article.tokens.span(token)
        return words.contains { word in
            span.count == word.utf8CodeUnitCount
                && (0..<span.count).allSatisfy { offset in
                    let byte = article.article.text[Int(span.start) + offset]
                    return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word.utf8Start[offset]
                }
        }
    }
}
