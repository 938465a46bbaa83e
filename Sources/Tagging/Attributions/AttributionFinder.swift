import Linguistics
import TextModel

/// Finds the source, cue and content of each attribution of an article.
///
/// Shape: drafts in text order of their cues, sentence by sentence, then those without a cue.
struct AttributionFinder {
    let reading: Reading
    let contents: ContentReader
    private let threshold: Double
    /// Sentences whose attributions are more doubtful than this are parsed. On PolNeAR dev, parsing all of them wins 0.6
    /// of relation F1, parsing none loses 0.4.
    private static let acceptedDoubt = 0.45
    private(set) var drafts: [Draft] = []
    /// For each token the draft whose content holds it, by the latest; -1 when none does.
    private(set) var draftOfToken: [Int32]

    private init(_ reading: Reading, threshold: Double) {
        self.reading = reading
        self.threshold = threshold
        contents = ContentReader(reading)
        draftOfToken = Array(repeating: -1, count: reading.tokenCount)
    }

    /// - Parameters:
    ///   - engine: parses the sentences that may hold a cue, and `others`.
    ///   - others: sentences that somebody else needs parsed, as tokens, in order.
    ///   - threshold: the least confidence of an attribution that a cue makes.
    /// - Returns: the drafts, and the parse.
    static func drafts(
        in reading: Reading, engine: LinguisticEngine, frames: FrameTable, model: AttributionModel, threshold: Double,
        parsing others: [Range<Int>]
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
        let unsure = clauses.indices.filter {
            AttributionReader.doubt(answers[$0], of: clauses[$0]) > acceptedDoubt && cues.needsParse(clauses[$0])
        }
        let parsed = Set(unsure.map { clauses[$0].sentence.tokens }).union(others)
        let tree = engine.parse(reading, sentences: parsed.sorted { $0.lowerBound < $1.lowerBound })
        let reader = AttributionReader(reading, tree: tree, cues: cues, model: model)
        for index in unsure { answers[index] = reader.answers(clauses[index]) }
        var finder = AttributionFinder(reading, threshold: threshold)
        for (clauses, answers) in zip(clauses, answers)
        where isText(reading.article.blocks[clauses.sentence.block].kind) {
            finder.read(clauses, answers)
        }
        return (finder.drafts, tree)
    }

    /// Bylines, credits and boilerplate say nothing.
    private static func isText(_ kind: BlockKind) -> Bool {
        switch kind {
        case .headline, .dek, .paragraph, .caption: true
        case .byline, .dateline, .credit, .boilerplate: false
        }
    }

    private mutating func read(_ clauses: SentenceClauses, _ answers: [AttributionReader.Answer]) {
        let candidates = answers.filter { answer in
            answer.confidence >= threshold
                // "X, citing Y, said": the aside names the way, not another content.
                && !clauses.isViaCue(answer.clause.cue.token)
                // "The log was found in the sand": nobody says what the subject is.
                && (answer.content.shape != .subject || answer.source != nil)
                // "Ask four experts": an imperative attributes nothing.
                && !answer.clause.isImperative(reading)
        }
        for answer in AnswerChoice.compatible(candidates) { add(draft(answer, clauses.index)) }
        readAccordingTo(clauses.sentence, clauses.index)
        readLabels(clauses.sentence, clauses.index)
        readFloating(clauses.sentence, clauses.index)
    }

    private func draft(_ answer: AttributionReader.Answer, _ sentence: Int) -> Draft {
        let cue = answer.clause.cue
        let content = answer.content.pieces
        return Draft(
            content: content, cue: cueTokens(cue, content), cueToken: cue.token, lemma: cue.lemma,
            cueKind: cue.form == .noun ? .noun : .verb, source: answer.source?.tokens,
            antecedent: answer.source?.antecedent, via: answer.source?.via,
            time: cue.time, isNegated: cue.isNegated, sentence: sentence,
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
