import TextModel

/// One way in which the language attributes: a name that `sayso explain` can print, and the content it reads for a clause.
struct AttributionRule: Sendable {
    let name: RuleName
    let content: @Sendable (CueClause, SentenceClauses, Reading, ContentReader) -> [Range<Int>]?
}

extension AttributionRule {
    /// In order of trial; what the first that applies finds is the rules' reading, which the model chooses besides others.
    static let all: [AttributionRule] = [
        quotationThenCue, clauseThenCue, cueThenQuotation, cueThenClause, passiveAgent, cueThenPhrase,
    ]

    /// "“It is safe,” Smith said", also with "“We checked.”" to follow.
    static let quotationThenCue = AttributionRule(name: .quotationThenCue) {
        clause, sentence, reading, contents in
        guard clause.cue.form == .finite || clause.cue.form == .gerund && clause.source == nil else { return nil }
        let before = clause.start - 1
        guard before >= 0, closesQuotation(before, reading),
            reading.sentence(of: before).block == sentence.sentence.block
        else { return nil }
        let mark = closingMark(before, reading)
        guard let first = contents.backward(endingBefore: mark + 1, in: sentence.sentence) else { return nil }
        let isWhole = reading.kind(first.lowerBound) == .openQuote
        // "Calling it “a disaster,” Smith said that …": the content follows.
        let isFollowed = [.that, .clause, .nominalClause, .quotation].contains(clause.cue.complement)
        if !isWhole, isFollowed || isAdverbial(first, reading) { return nil }
        // "… the nickname “Ted.” Trump called him …": a sentence of its own ends there.
        if mark < sentence.sentence.tokens.lowerBound, reading.kind(mark - 1) == .period {
            guard isWhole, clause.cue.complement == .boundary else { return nil }
        }
        guard clause.source != nil || clause.cue.complement == .boundary else { return nil }
        return [first] + secondPiece(clause, sentence, reading, contents)
    }

    /// "The bridge is safe, Smith said", "The bridge, Smith said, is safe".
    static let clauseThenCue = AttributionRule(name: .clauseThenCue) {
        clause, sentence, reading, contents in
        guard clause.cue.form == .finite, clause.parentheticalEstimate > 0.5, let source = clause.source,
            source.antecedent == nil
        else { return nil }
        let before = clause.start - 1
        guard before > sentence.sentence.tokens.lowerBound,
            [.comma, .dash, .openBracket].contains(reading.kind(before))
        else { return nil }
        let upper = sentence.sentence.tokens.upperBound
        let after = contents.settingEnd(
            from: clause.end, upper: upper, hasHearer: reading.has(clause.cue.token, .takesHearer))
        guard after >= upper || endsClause(after, reading) else { return nil }
        guard let first = contents.backward(endingBefore: clause.start, in: sentence.sentence) else { return nil }
        // "In June, Smith said": a short lead is no content.
        guard !isAdverbial(first, reading) else { return nil }
        if reading.kind(before) == .dash || reading.kind(before) == .openBracket {
            return [first] + restBehindAside(before, after, sentence, reading, contents)
        }
        return [first] + restOfClause(after, sentence, reading, contents)
    }

    /// "Smith said: “It is safe.”", "Smith called it “a disaster”".
    static let cueThenQuotation = AttributionRule(name: .cueThenQuotation) {
        clause, sentence, _, contents in
        guard clause.cue.complement == .quotation || clause.cue.complement == .colon else { return nil }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    /// "Smith said that the bridge was safe", "Smith asked whether …", "Smith said he …".
    static let cueThenClause = AttributionRule(name: .cueThenClause) {
        clause, sentence, _, contents in
        guard [.that, .clause, .nominalClause, .question, .infinitive].contains(clause.cue.complement) else {
            return nil
        }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    /// "Smith said the bridge was safe", "Smith criticised the plan", "Smith called for reform".
    static let cueThenPhrase = AttributionRule(name: .cueThenPhrase) {
        clause, sentence, _, contents in
        guard clause.cue.complement != .boundary else { return nil }
        let content = contents.forward(clause, in: sentence)
        return content.isEmpty ? nil : content
    }

    /// "His views were echoed by officials": the passive's subject is the content.
    static let passiveAgent = AttributionRule(name: .passiveAgent) {
        clause, sentence, reading, _ in
        guard clause.cue.form == .passive, clause.cue.complement == .agent else { return nil }
        let sources = SourceReader(reading)
        return sources.subject(before: clause.cue.group.lowerBound, lower: sentence.sentence.tokens.lowerBound)
            .map { [$0.tokens] }
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
        _ clause: CueClause, _ sentence: SentenceClauses, _ reading: Reading, _ contents: ContentReader
    ) -> [Range<Int>] {
        let upper = sentence.sentence.tokens.upperBound
        if clause.cue.complement == .quotation, !clause.isInverted {
            return contents.forward(clause, in: sentence)
        }
        var after = contents.settingEnd(
            from: clause.end, upper: upper, hasHearer: reading.has(clause.cue.token, .takesHearer))
        let rest = restOfClause(after, sentence, reading, contents)
        if let rest = rest.first, rest.contains(where: { reading.isQuoted($0) }) { return [rest] }
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

    /// What goes on after "… – Smith said –" and "… (Smith said)", where the aside interrupts a clause.
    private static func restBehindAside(
        _ open: Int, _ close: Int, _ sentence: SentenceClauses, _ reading: Reading, _ contents: ContentReader
    ) -> [Range<Int>] {
        let upper = sentence.sentence.tokens.upperBound
        let closes: TokenKind = reading.kind(open) == .dash ? .dash : .closeBracket
        guard close + 2 < upper, reading.kind(close) == closes else { return [] }
        let end = contents.end(from: close + 1, in: sentence)
        return end > close + 1 ? [(close + 1)..<end] : []
    }

    /// What goes on after "…, Smith said," in the same sentence.
    private static func restOfClause(
        _ comma: Int, _ sentence: SentenceClauses, _ reading: Reading, _ contents: ContentReader
    ) -> [Range<Int>] {
        let upper = sentence.sentence.tokens.upperBound
        guard comma + 2 < upper, reading.kind(comma) == .comma, !sentence.begins(at: comma + 1) else { return [] }
        let end = contents.end(from: comma + 1, in: sentence)
        guard end > comma + 2 else { return [] }
        let rest = (comma + 1)..<end
        // "…, and “full of life.”" goes on; ", but Jones left" and ", who lives there" do not.
        let opensAside = reading.has(rest.lowerBound, [.coordinator, .subordinator, .relative, .gerund])
        return opensAside && !rest.prefix(4).contains { reading.kind($0) == .openQuote } ? [] : [rest]
    }

    /// Whether nothing follows a quotation in its last sentence.
    static func isOwnSentence(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
        guard tokens.upperBound < reading.tokenCount else { return true }
        if hasOwnCue(after: tokens.upperBound, reading) { return false }
        return reading.sentence(of: tokens.upperBound).tokens.lowerBound == tokens.upperBound
            || reading.kind(tokens.upperBound).endsSentence
    }

    /// "“Why?” Vitter demanded": the splitter may take the cue's clause for a sentence of its own.
    private static func hasOwnCue(after token: Int, _ reading: Reading) -> Bool {
        var index = token
        let limit = min(reading.tokenCount, token + 6)
        guard reading.sentence(of: token).block == reading.sentence(of: token - 1).block else { return false }
        while index < limit,
            reading.isName(index) || reading.has(index, [.determiner, .subjectPronoun, .title, .person])
        { index += 1 }
        guard index > token, index < limit, reading.words.verbs[index] >= 0, reading.has(index, [.past, .thirdPerson])
        else {
            return false
        }
        return index + 1 >= reading.tokenCount || reading.kind(index + 1) != .word
            || reading.has(index + 1, [.preposition, .adverb])
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
