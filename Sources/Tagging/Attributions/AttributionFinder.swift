import Linguistics
import TextModel

/// Finds the source, cue and content of each attribution of an article, rule by rule.
///
/// Shape: drafts in text order of their cues, then those without a cue.
struct AttributionFinder {
    private let reading: Reading
    private let contents: ContentReader
    private let clauseReader: CueClauseReader
    private var drafts: [Draft] = []
    /// For each token the draft whose content holds it, by the latest; -1 when none does.
    private var draftOfToken: [Int32]

    init(_ reading: Reading, frames: FrameTable, threshold: Double) {
        self.reading = reading
        contents = ContentReader(reading)
        clauseReader = CueClauseReader(reading, frames: frames, threshold: threshold)
        draftOfToken = Array(repeating: -1, count: reading.tokenCount)
    }

    static func drafts(in reading: Reading, frames: FrameTable, threshold: Double) -> [Draft] {
        var finder = AttributionFinder(reading, frames: frames, threshold: threshold)
        for (index, sentence) in reading.article.sentences.enumerated() {
            guard finder.isText(reading.article.blocks[sentence.block].kind) else { continue }
            finder.read(sentence, index)
        }
        return finder.drafts
    }

    /// Bylines, credits and boilerplate say nothing.
    private func isText(_ kind: BlockKind) -> Bool {
        switch kind {
        case .headline, .dek, .paragraph, .caption: true
        case .byline, .dateline, .credit, .boilerplate: false
        }
    }

    private mutating func read(_ sentence: Sentence, _ index: Int) {
        let clauses = clauseReader.clauses(in: sentence, index: index)
        var lastEnd = -1
        for clause in clauses.clauses {
            // A cue within what another says is that one's own business.
            let isNested = clause.cue.token < lastEnd
            if isNested, !mayNest(clause) { continue }
            // "X, citing Y, said": the aside names the way, not another content.
            if clauses.clauses.contains(where: { $0.source?.via.map { $0.lowerBound - 1 } == clause.cue.token }) {
                continue
            }
            guard case (let rule, var content)? = firstContent(clause, clauses) else { continue }
            if isNested {
                content = content.compactMap { $0.lowerBound < lastEnd ? $0.clamped(to: 0..<lastEnd) : nil }
                guard !content.isEmpty else { continue }
            }
            add(draft(clause, content, rule, index))
            if !isNested { lastEnd = max(lastEnd, content.last?.upperBound ?? -1) }
        }
        readAccordingTo(sentence, index)
        readLabel(sentence, index)
        readFloating(sentence, index)
    }

    private func mayNest(_ clause: CueClause) -> Bool {
        clause.cue.form == .finite && clause.estimate > 0.6 && clause.source != nil
            && [.that, .clause, .nominalClause].contains(clause.cue.complement)
    }

    private func firstContent(_ clause: CueClause, _ clauses: SentenceClauses) -> (AttributionRule, [Range<Int>])? {
        for rule in AttributionRule.all {
            guard let content = rule.content(clause, clauses, reading, contents), !content.isEmpty else { continue }
            // A content holds neither its cue nor its source.
            let isSound = content.allSatisfy { !$0.contains(clause.cue.token) && !$0.isEmpty }
            if isSound { return (rule, content) }
        }
        return nil
    }

    private func draft(_ clause: CueClause, _ content: [Range<Int>], _ rule: AttributionRule, _ sentence: Int) -> Draft {
        let cue = clause.cue
        return Draft(
            content: content, cue: cueTokens(cue, content), cueToken: cue.token, lemma: cue.lemma,
            cueKind: cue.form == .noun ? .noun : .verb, source: clause.source?.tokens,
            antecedent: clause.source?.antecedent, via: clause.source?.via,
            time: cue.time, isNegated: cue.isNegated, sentence: sentence,
            confidence: clause.estimate * rule.reliability, rule: rule.name)
    }

    /// The cue's word, and the preposition that its content depends on.
    private func cueTokens(_ cue: CueCandidate, _ content: [Range<Int>]) -> [Range<Int>] {
        let word = cue.token..<(cue.token + 1)
        let preposition = cue.complementStart
        guard cue.complement.isPreposition, content.first?.lowerBound == preposition + 1 else { return [word] }
        return preposition == word.upperBound
            ? [word.lowerBound..<(preposition + 1)] : [word, preposition..<(preposition + 1)]
    }

    private mutating func add(_ draft: Draft) {
        let number = Int32(drafts.count)
        for range in draft.content {
            for token in range where draftOfToken[token] < 0 || !reading.isQuoted(token) {
                draftOfToken[token] = number
            }
        }
        drafts.append(draft)
    }

    // MARK: According to

    /// "…, according to X", "According to X, …", "…, according to X, …".
    private mutating func readAccordingTo(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        let sources = SourceReader(reading)
        var token = tokens.lowerBound
        while token + 2 < tokens.upperBound {
            defer { token += 1 }
            guard reading.reads(token, "according"), reading.reads(token + 1, "to"), !reading.isQuoted(token) else {
                continue
            }
            let start = token + 2
            let limit = tokens.upperBound
            guard let phrase = sources.subject(after: start, upper: limit) else { continue }
            let end = phrase.tokens.upperBound
            var content: [Range<Int>] = []
            if token > tokens.lowerBound {
                let stop = contents.trimmed(tokens.lowerBound, token)
                if stop - tokens.lowerBound >= 2 { content.append(contentStart(tokens.lowerBound, stop)..<stop) }
            }
            if end < limit, reading.kind(end) == .comma, end + 2 < limit {
                let after = contents.trimmed(end + 1, limit)
                if after > end + 2,
                    content.isEmpty || !reading.has(end + 1, [.coordinator, .subordinator, .relative, .gerund])
                {
                    content.append((end + 1)..<after)
                }
            }
            guard !content.isEmpty else { continue }
            add(
                Draft(
                    content: content, cue: [token..<(token + 2)], cueToken: token, cueKind: .preposition,
                    source: phrase.tokens,
                    via: phrase.via, sentence: index, confidence: 0.8, rule: "according-to"))
            token = end
        }
    }

    private func contentStart(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, reading.has(start, .coordinator) { start += 1 }
        return start
    }

    // MARK: Labels

    /// "Smith: It is safe", and a quotation with its speaker after a dash.
    private mutating func readLabel(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        let isBlockStart = index == 0 || reading.article.sentences[index - 1].block != sentence.block
        let start = reading.kind(tokens.lowerBound) == .openQuote ? tokens.lowerBound + 1 : tokens.lowerBound
        if isBlockStart, start < tokens.upperBound,
            let colon = (start..<min(tokens.upperBound, start + 6)).first(where: { reading.kind($0) == .colon }),
            colon > start, (start..<colon).allSatisfy({ reading.isName($0) || reading.kind($0) == .period }),
            colon + 3 < tokens.upperBound
        {
            let block = reading.article.blocks[sentence.block].span
            var end = tokens.upperBound
            while end < reading.tokenCount, reading.article.tokens.starts[end] < block.end { end += 1 }
            add(
                Draft(
                    content: [(colon + 1)..<end], cue: [colon..<(colon + 1)], cueToken: colon, cueKind: .punctuation,
                    source: start..<colon, sentence: index, confidence: 0.6, rule: "label-colon"))
        }
        // “…” — Smith
        guard let dash = tokens.first(where: { reading.kind($0) == .dash }), dash > tokens.lowerBound,
            reading.kind(dash - 1) == .closeQuote, dash + 1 < tokens.upperBound, reading.isName(dash + 1),
            draftOfToken[dash - 2] < 0, let content = contents.backward(endingBefore: dash, in: sentence)
        else { return }
        let sources = SourceReader(reading)
        guard let phrase = sources.subject(after: dash + 1, upper: tokens.upperBound) else { return }
        add(
            Draft(
                content: [content], cue: [dash..<(dash + 1)], cueToken: dash, cueKind: .punctuation,
                source: phrase.tokens,
                sentence: index, confidence: 0.6, rule: "quotation-dash-name"))
    }

    // MARK: Quotations without a cue

    /// A quotation that is a sentence of its own and has no cue goes on with the speaker before it.
    private mutating func readFloating(_ sentence: Sentence, _ index: Int) {
        let start = sentence.tokens.lowerBound
        guard reading.kind(start) == .openQuote, draftOfToken[start] < 0,
            let quotation = contents.quotation(openingAt: start), !contents.endsInComma(quotation)
        else { return }
        let whole = contents.withContinuations(quotation)
        guard whole.count > 6, AttributionRule.isOwnSentence(whole, reading), draftOfToken[start + 1] < 0 else {
            return
        }
        // The last draft of this paragraph or of the one before, if it quotes.
        if let last = drafts.indices.last, let end = drafts[last].content.last {
            let isNear = sentence.block - reading.article.sentences[drafts[last].sentence].block <= 1
            let quotes = end.contains { reading.isQuoted($0) }
            if isNear, quotes, end.upperBound <= start, drafts[last].content.count < 8 {
                drafts[last].content.append(whole)
                for token in whole { draftOfToken[token] = Int32(last) }
                return
            }
        }
        let isNear = drafts.last.map { sentence.block - reading.article.sentences[$0.sentence].block <= 1 } ?? false
        add(
            Draft(
                content: [whole], cue: [], cueToken: -1, cueKind: .other, source: isNear ? drafts.last?.source : nil,
                sentence: index, confidence: 0.4, rule: "floating-quotation"))
    }
}
