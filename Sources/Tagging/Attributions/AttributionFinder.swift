import Linguistics
import TextModel

/// Finds the source, cue and content of each attribution of an article.
///
/// Shape: drafts in text order of their cues, sentence by sentence, then those without a cue.
final class AttributionFinder {
    let reading: Reading
    let contents: ContentReader
    let transcript: Transcript
    let phraseCues: PhraseCueReader
    private let namings: Namings
    private let sources: SourceReader
    private let threshold: Double
    /// Sentences whose attributions are more doubtful than this are parsed. On PolNeAR dev 0.45 wins 0.2 of relation F1 and
    /// costs a twelfth of the filter's speed; parsing all sentences wins another 0.2, parsing none loses 0.7.
    private static let acceptedDoubt = 0.55
    private(set) var drafts: [Draft] = []
    /// For each token the draft whose content holds it, by the latest; -1 when none does.
    private(set) var draftOfToken: [Int32]

    private init(_ reading: Reading, threshold: Double) {
        self.reading = reading
        self.threshold = threshold
        contents = ContentReader(reading)
        transcript = Transcript(reading)
        phraseCues = PhraseCueReader(reading)
        namings = Namings(reading)
        sources = SourceReader(reading)
        draftOfToken = Array(repeating: -1, count: reading.tokenCount)
    }

    /// - Parameters:
    ///   - engine: parses the sentences that are in doubt.
    ///   - threshold: the least confidence of an attribution that a cue makes.
    /// - Returns: the drafts, and the parse.
    static func drafts(
        in reading: Reading, engine: LinguisticEngine, frames: FrameTable, model: AttributionModel, threshold: Double
    ) -> (drafts: [Draft], tree: SyntaxTree) {
        let cues = CueClauseReader(reading, frames: frames)
        let floor = AttributionReader.probability(ofConfidence: threshold)
        let sentences = reading.article.sentences
        let clauses = sentences.enumerated().map { index, sentence in
            isText(reading.article.blocks[sentence.block].kind)
                ? cues.clauses(in: sentence, index: index, cues.likely(in: sentence, model, floor: floor))
                : SentenceClauses(sentence, index: index)
        }
        let quick = AttributionReader(reading, tree: nil, cues: cues, model: model)
        var answers = clauses.map(quick.answers)
        let unsure = clauses.indices.filter { needsParse(clauses[$0], answers[$0], cues) }
        let tree = engine.parse(reading, sentences: unsure.map { clauses[$0].sentence.tokens })
        let reader = AttributionReader(reading, tree: tree, cues: cues, model: model)
        for index in unsure { answers[index] = reader.answers(clauses[index]) }
        let finder = AttributionFinder(reading, threshold: threshold)
        for (clauses, answers) in zip(clauses, answers)
        where isText(reading.article.blocks[clauses.sentence.block].kind) {
            finder.read(clauses, answers)
        }
        return (finder.drafts, tree)
    }

    /// Whether what a sentence attributes is in doubt without a parse.
    /// - Parameter answers: by the tags alone.
    static func needsParse(
        _ clauses: SentenceClauses, _ answers: [AttributionReader.Answer], _ cues: CueClauseReader
    ) -> Bool {
        AttributionReader.doubt(answers, of: clauses) > acceptedDoubt && cues.needsParse(clauses)
    }

    /// Bylines, credits and boilerplate say nothing.
    private static func isText(_ kind: BlockKind) -> Bool {
        switch kind {
        case .headline, .dek, .paragraph, .caption: true
        case .byline, .dateline, .credit, .boilerplate: false
        }
    }

    private func read(_ clauses: SentenceClauses, _ answers: [AttributionReader.Answer]) {
        let phrases = phraseCues.read(clauses.sentence.tokens)
        let candidates = answers.filter { answer in
            answer.confidence >= threshold
                // "X, citing Y, said": the aside names the way, not another content.
                && !clauses.isViaCue(answer.clause.cue.token) && !isPassedOver(answer.clause.cue.token, clauses)
                // "as the mayor put it": the phrase says it all.
                && !isWithin(phrases, answer.clause.cue.token)
                // "The log was found in the sand": nobody says what the subject is.
                && (answer.content.shape != .subject || answer.source != nil)
                // "Ask four experts": an imperative attributes nothing.
                && !answer.clause.isImperative(reading) && !namings.isNaming(answer)
        }
        if !candidates.isEmpty {
            let drafts = coordinated(chosen(candidates)).map { draft($0, clauses.index) }
            for draft in relayed(drafts) { add(draft) }
        }
        readPhrases(phrases, clauses.sentence, clauses.index)
        readAdverbs(clauses)
        readLabels(clauses.sentence, clauses.index)
        readFloating(clauses.sentence, clauses.index)
    }

    /// Those that can stand together. One below the usual threshold displaces none above it, so that a lower threshold
    /// only adds.
    private func chosen(_ candidates: [AttributionReader.Answer]) -> [AttributionReader.Answer] {
        guard threshold < Tagger.usualThreshold else { return AnswerChoice.compatible(candidates) }
        let usual = AnswerChoice.compatible(candidates.filter { $0.confidence >= Tagger.usualThreshold })
        // What stands in the content of a usual one, or attributes it, is taken.
        var taken: Set<Int> = []
        for answer in usual {
            taken.insert(answer.clause.cue.token)
            for piece in answer.content.pieces { taken.formUnion(piece) }
        }
        let others = candidates.filter { candidate in
            candidate.confidence < Tagger.usualThreshold && !taken.contains(candidate.clause.cue.token)
                && !candidate.content.pieces.contains { $0.contains(where: taken.contains) }
        }
        return (usual + AnswerChoice.compatible(others)).sorted { $0.clause.cue.token < $1.clause.cue.token }
    }

    /// Whether one of the phrases, which are sorted and disjoint, holds a token.
    private func isWithin(_ phrases: [PhraseCue], _ token: Int) -> Bool {
        let next = phrases.partitioningIndex { $0.tokens.upperBound > token }
        return next < phrases.count && phrases[next].tokens.contains(token)
    }

    /// "reported, citing two officials, that …": a cue right before has its complement behind the aside.
    private func isPassedOver(_ token: Int, _ clauses: SentenceClauses) -> Bool {
        guard reading.readsAny(token, ["citing", "quoting"]),
            let own = clauses.index(ofCueAt: token)
        else { return false }
        return clauses.clauses[max(0, own - 4)..<own].contains { token < $0.cue.complementStart }
    }

    /// "Holm said and Aldous confirmed that …": what the second attributes is the first one's as well. "Holm said it was
    /// cold and added that …": a second predicate of the same source is no part of what the first attributes.
    private func coordinated(_ answers: [AttributionReader.Answer]) -> [AttributionReader.Answer] {
        var answers = answers.map { withoutMatrixVerb($0) }
        for index in answers.indices.dropLast().reversed() {
            let next = answers[index + 1]
            let content = answers[index].content
            let group = next.clause.cue.group.lowerBound
            guard content.second == nil, content.first.contains(next.clause.cue.token),
                next.content.first.lowerBound > next.clause.cue.token
            else { continue }
            let start = content.first.lowerBound
            if start == answers[index].clause.cue.token + 1, reading.has(start, .coordinator) {
                answers[index].content = next.content
            } else if group - 1 > start, reading.reads(group - 1, "and"), let source = next.source?.tokens,
                source == answers[index].source?.tokens, source.upperBound <= start
            {
                answers[index].content.first = start..<contents.trimmed(start, group - 1)
            }
        }
        return answers
    }

    /// "The claim that the bridge was safe angered residents": the noun's own predicate is no part of what it attributes.
    private func withoutMatrixVerb(_ answer: AttributionReader.Answer) -> AttributionReader.Answer {
        var answer = answer
        let cue = answer.clause.cue, first = answer.content.first
        if first.lowerBound == cue.complementStart,
            let verb = contents.matrixVerb(of: cue, in: reading.sentence(of: cue.token).tokens, after: first)
        {
            answer.content.first = first.lowerBound..<contents.trimmed(first.lowerBound, verb)
        }
        return answer
    }

    private func draft(_ answer: AttributionReader.Answer, _ sentence: Int) -> Draft {
        let cue = answer.clause.cue
        let content = answer.content.pieces
        return Draft(
            content: content, cue: cueTokens(cue, content), cueToken: cue.token, lemma: cue.lemma,
            cueKind: reading.tags.universal[cue.token] == .adjective ? .other : cue.form == .noun ? .noun : .verb,
            frame: (cue.form, cue.complement),
            source: answer.source.map { sources.withoutTail($0.tokens) },
            antecedent: answer.source?.antecedent, via: answer.source?.via,
            time: cue.time, isNegated: Negation(reading).holds(for: answer), sentence: sentence,
            confidence: answer.confidence, rule: answer.content.rule)
    }

    /// The cue's word, and the preposition that its content depends on.
    private func cueTokens(_ cue: CueCandidate, _ content: [Range<Int>]) -> [Range<Int>] {
        let word = cue.token..<(cue.token + 1)
        let preposition = cue.complementStart
        guard cue.complement.isPreposition, content.first?.lowerBound == preposition + 1 else { return [word] }
        return preposition == word.upperBound
            ? [word.lowerBound..<(preposition + 1)] : [word, preposition..<(preposition + 1)]
    }

    func add(_ draft: Draft) {
        let number = Int32(drafts.count)
        for range in draft.content {
            for token in range where draftOfToken[token] < 0 || !reading.isQuoted(token) {
                draftOfToken[token] = number
            }
        }
        drafts.append(draft)
    }

    /// Gives the draft before the source that a name after a dash tells, if it has none.
    func nameLast(_ source: SourcePhrase, at dash: Int) {
        guard let last = drafts.indices.last, drafts[last].source == nil, drafts[last].cue.isEmpty,
            drafts[last].contentEnd == dash
        else { return }
        drafts[last].source = source.tokens
        drafts[last].cue = [dash..<(dash + 1)]
        drafts[last].cueToken = dash
        drafts[last].cueKind = .punctuation
        drafts[last].rule = .quotationDashName
    }

    /// Takes a further piece into the content of the draft before.
    func extendLast(with piece: Range<Int>) {
        guard let last = drafts.indices.last else { return }
        drafts[last].content.append(piece)
        for token in piece { draftOfToken[token] = Int32(last) }
    }
}
