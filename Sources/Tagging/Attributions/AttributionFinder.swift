import Linguistics
import TextModel

/// Finds the source, cue and content of each attribution of an article, rule by rule.
///
/// Shape: drafts in text order of their cues, then those without a cue.
struct AttributionFinder {
    let reading: Reading
    let contents: ContentReader
    let clauseReader: CueClauseReader
    private(set) var drafts: [Draft] = []
    /// For each token the draft whose content holds it, by the latest; -1 when none does.
    private(set) var draftOfToken: [Int32]

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
            if clauses.isViaCue(clause.cue.token) { continue }
            // "Ask four experts": an imperative attributes nothing.
            if clause.isImperative(reading) { continue }
            guard case (let rule, var content)? = firstContent(clause, clauses) else { continue }
            if isNested {
                content = content.compactMap { $0.lowerBound < lastEnd ? $0.clamped(to: 0..<lastEnd) : nil }
                guard !content.isEmpty else { continue }
            }
            add(draft(clause, content, rule, index))
            if !isNested { lastEnd = max(lastEnd, content.last?.upperBound ?? -1) }
        }
        readAccordingTo(sentence, index)
        readLabels(sentence, index)
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

    private func draft(_ clause: CueClause, _ content: [Range<Int>], _ rule: AttributionRule, _ sentence: Int) -> Draft
    {
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

    mutating func add(_ draft: Draft) {
        let number = Int32(drafts.count)
        for range in draft.content {
            for token in range where draftOfToken[token] < 0 || !reading.isQuoted(token) {
                draftOfToken[token] = number
            }
        }
        drafts.append(draft)
    }

    /// Takes a further piece into the content of the draft before.
    mutating func extendLast(with piece: Range<Int>) {
        guard let last = drafts.indices.last else { return }
        drafts[last].content.append(piece)
        for token in piece { draftOfToken[token] = Int32(last) }
    }
}
