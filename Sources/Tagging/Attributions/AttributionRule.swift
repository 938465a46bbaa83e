import TextModel

/// One way in which the language attributes: a name that `sayso explain` can print, and what it finds for a clause.
struct AttributionRule: Sendable {
    let name: RuleName
    /// How sure its rows are, as a share of the cue's own estimate.
    let reliability: Double
    let content: @Sendable (Clause, SentenceClauses, Reading, ContentReader) -> [Range<Int>]?
}

extension AttributionRule {
    /// In order of trial; the first that finds a content wins.
    static let all: [AttributionRule] = [
        quotationThenCue, clauseThenCue, cueThenQuotation, cueThenClause, cueThenPhrase,
    ]

    /// "“It is safe,” Smith said", also with "“We checked.”" to follow.
    static let quotationThenCue = AttributionRule(name: .quotationThenCue, reliability: 0.9) {
        clause, sentence, reading, contents in
        guard clause.cue.form == .finite || clause.cue.form == .gerund && clause.source == nil else { return nil }
        let before = clause.start - 1
        guard before >= 0, closesQuotation(before, reading),
            reading.sentence(of: before).block == sentence.sentence.block,
            let first = contents.backward(endingBefore: closingMark(before, reading) + 1, in: sentence.sentence)
        else { return nil }
        // "Calling it “a disaster,” Smith said that …": the content follows.
        let isSetOff = reading.sentence(of: first.lowerBound).tokens.lowerBound == first.lowerBound
        if !isSetOff, [.that, .clause, .quotation].contains(clause.cue.complement) { return nil }
        guard clause.source != nil || clause.cue.complement == .boundary else { return nil }
        return [first] + secondPiece(clause, sentence, reading, contents)
    }

    /// "The bridge is safe, Smith said", "The bridge, Smith said, is safe".
    static let clauseThenCue = AttributionRule(name: .clauseThenCue, reliability: 0.9) {
        clause, sentence, reading, contents in
        guard clause.cue.form == .finite, clause.source != nil else { return nil }
        let before = clause.start - 1
        guard before > sentence.sentence.tokens.lowerBound, [.comma, .dash].contains(reading.kind(before)) else {
            return nil
        }
        let upper = sentence.sentence.tokens.upperBound
        let after = contents.settingEnd(from: clause.end, upper: upper)
        guard after >= upper || endsClause(after, reading) else { return nil }
        guard let first = contents.backward(endingBefore: clause.start, in: sentence.sentence) else { return nil }
        // "In June, Smith said": a short lead is no content.
        guard !isAdverbial(first, reading) else { return nil }
        guard after < upper, reading.kind(after) == .comma, after + 2 < upper, !sentence.begins(at: after + 1),
            !reading.has(after + 1, [.coordinator, .subordinator, .relative, .gerund])
        else { return [first] }
        let end = contents.end(from: after + 1, in: sentence)
        return end > after + 2 ? [first, (after + 1)..<end] : [first]
    }

    /// "Smith said: “It is safe.”", "Smith called it “a disaster”".
    static let cueThenQuotation = AttributionRule(name: .cueThenQuotation, reliability: 0.95) {
        clause, sentence, _, contents in
        guard clause.cue.complement == .quotation || clause.cue.complement == .colon else { return nil }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    /// "Smith said that the bridge was safe", "Smith asked whether …", "Smith said he …".
    static let cueThenClause = AttributionRule(name: .cueThenClause, reliability: 0.95) {
        clause, sentence, _, contents in
        guard [.that, .clause, .nominalClause, .question, .infinitive].contains(clause.cue.complement) else {
            return nil
        }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    /// "Smith said the bridge was safe", "Smith criticised the plan", "Smith called for reform".
    static let cueThenPhrase = AttributionRule(name: .cueThenPhrase, reliability: 0.85) {
        clause, sentence, _, contents in
        guard clause.cue.complement != .boundary else { return nil }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    // MARK: Parts

    /// Whether `token` is a closing mark, or a comma after one.
    private static func closesQuotation(_ token: Int, _ reading: Reading) -> Bool {
        reading.kind(token) == .closeQuote
            || (reading.kind(token) == .comma && token > 0 && reading.kind(token - 1) == .closeQuote)
    }

    private static func closingMark(_ token: Int, _ reading: Reading) -> Int {
        reading.kind(token) == .closeQuote ? token : token - 1
    }

    /// What follows "“…,” Smith said": the rest after a comma, or the next quotation of the paragraph.
    private static func secondPiece(
        _ clause: Clause, _ sentence: SentenceClauses, _ reading: Reading, _ contents: ContentReader
    ) -> [Range<Int>] {
        let upper = sentence.sentence.tokens.upperBound
        if clause.cue.complement == .quotation, !clause.isInverted {
            return contents.forward(clause, in: sentence)
        }
        var after = contents.settingEnd(from: clause.end, upper: upper)
        // ", a spokesman for the council," and the like were passed over with the source.
        while after < upper, reading.kind(after) != .openQuote, !reading.kind(after).endsSentence { after += 1 }
        if after < upper, reading.kind(after) == .openQuote, let index = contents.quotation(openingAt: after),
            !contents.endsInComma(index), [.comma, .colon].contains(reading.kind(after - 1))
        {
            return [contents.withContinuations(index)]
        }
        // "Smith said. “We checked.”"
        guard after < upper, upper < reading.tokenCount, reading.kind(upper) == .openQuote,
            reading.sentence(of: upper).block == sentence.sentence.block,
            let index = contents.quotation(openingAt: upper), !contents.endsInComma(index),
            isOwnSentence(contents.tokens(ofQuotation: index), reading)
        else { return [] }
        return [contents.withContinuations(index)]
    }

    /// Whether nothing follows a quotation in its last sentence.
    static func isOwnSentence(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
        guard tokens.upperBound < reading.tokenCount else { return true }
        return reading.sentence(of: tokens.upperBound).tokens.lowerBound == tokens.upperBound
            || reading.kind(tokens.upperBound).endsSentence
    }

    private static func endsClause(_ token: Int, _ reading: Reading) -> Bool {
        switch reading.kind(token) {
        case .comma, .period, .dash, .semicolon, .question, .exclamation, .ellipsis, .openBracket, .closeBracket: true
        default: reading.has(token, [.coordinator, .subordinator]) || reading.has(token, .gerund)
        }
    }

    /// A phrase of time, place or manner: "In June", "On the other hand".
    private static func isAdverbial(_ range: Range<Int>, _ reading: Reading) -> Bool {
        let first = range.lowerBound
        let opens =
            reading.has(first, [.preposition, .adverb, .subordinator]) || reading.has(first, .gerund)
            || reading.has(first, .coordinator)
        return opens && range.count < 14 && !range.contains { reading.has($0, .auxiliary) }
            || opens && reading.has(first, .subordinator) && !reading.reads(first, "that")
    }
}
