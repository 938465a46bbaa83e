import Learning
import Linguistics
import TextModel

/// Reads the attributions that cues make, sentence by sentence: which words are cues, what they attribute and to whom.
package struct AttributionReader {
    package let reading: Reading
    package let clauseReader: CueClauseReader
    private let contents: ContentReader
    private let model: AttributionModel

    /// Less likely cues are not looked at further.
    private static let floor = 0.1
    /// What speaks for a reading that the rules take, beyond what was learned of it: where the model hardly prefers
    /// another, theirs is the more even one. In logarithms of odds.
    private static let trustInRules: Float = 0.9

    package init(_ reading: Reading, frames: FrameTable, model: AttributionModel) {
        self.reading = reading
        self.model = model
        clauseReader = CueClauseReader(reading, frames: frames)
        contents = ContentReader(reading)
    }

    /// A cue with the likeliest reading of its content and source.
    struct Answer {
        var clause: CueClause
        var content: ContentOption
        var source: SourcePhrase?
        /// How likely all three are right.
        var probability: Double
    }

    /// The cues of a sentence that have a content, in text order.
    func answers(in sentence: Sentence, index: Int) -> (clauses: SentenceClauses, answers: [Answer]) {
        var scored: [(cue: CueCandidate, estimate: Double)] = []
        for cue in clauseReader.candidates(in: sentence) {
            var sum = WeightSum(model.cues)
            clauseReader.visit(cue, in: sentence, &sum)
            let estimate = max(Self.logistic(sum.score), clauseReader.certainty(cue))
            if estimate >= Self.floor { scored.append((cue, estimate)) }
        }
        let clauses = clauseReader.clauses(in: sentence, index: index, scored)
        var answers: [Answer] = []
        var previous: SourcePhrase?
        for clause in clauses.clauses {
            guard let (content, contentProbability) = content(clause, clauses) else { continue }
            let (source, sourceProbability) = source(clause, content, previous, sentence)
            answers.append(
                Answer(
                    clause: clause, content: content, source: source,
                    probability: clause.estimate * contentProbability * sourceProbability))
            if clause.isLikely { previous = source }
        }
        return (clauses, answers)
    }

    private func content(_ clause: CueClause, _ clauses: SentenceClauses) -> (ContentOption, Double)? {
        let options = contentOptions(clause, clauses)
        let features = ContentFeatures(clause, in: clauses, reading)
        let scores = options.map { option in
            var sum = WeightSum(model.contents)
            features.visit(option, &sum)
            return sum.score + (option.isRules ? Self.trustInRules : 0)
        }
        return ContentChoice.best(options, scores)
    }

    private func source(_ clause: CueClause, _ content: ContentOption, _ previous: SourcePhrase?, _ sentence: Sentence)
        -> (SourcePhrase?, Double)
    {
        if clauseReader.tellsWhatIsSaid(clause.cue) { return (clause.source, 1) }
        let options = sourceOptions(clause, content: content, previous: previous)
        let features = SourceFeatures(clause, content: content, in: sentence.tokens, reading)
        let scores = options.map { option in
            var sum = WeightSum(model.sources)
            features.visit(option, &sum)
            return sum.score
        }
        return Self.best(scores).map { (options[$0].phrase, $1) } ?? (nil, 1)
    }

    // MARK: For training

    package func contentOptions(_ clause: CueClause, _ clauses: SentenceClauses) -> [ContentOption] {
        ContentOptions.options(clause, in: clauses, reading, contents)
    }

    package func sourceOptions(_ clause: CueClause, content: ContentOption, previous: SourcePhrase?) -> [SourceOption] {
        SourceOptions.options(clause, content: content, previous: previous, reading)
    }

    package func visit(
        _ option: ContentOption, of clause: CueClause, in clauses: SentenceClauses, _ visitor: inout some FeatureVisitor
    ) {
        ContentFeatures(clause, in: clauses, reading).visit(option, &visitor)
    }

    package func visit(
        _ option: SourceOption, of clause: CueClause, content: ContentOption, in sentence: Sentence,
        _ visitor: inout some FeatureVisitor
    ) {
        SourceFeatures(clause, content: content, in: sentence.tokens, reading).visit(option, &visitor)
    }

    // MARK: Probabilities

    /// The index of the highest score, and its share by soft maximum; nil when there is none.
    static func best(_ scores: [Float]) -> (Int, Double)? {
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        let total = scores.reduce(0.0) { $0 + exponential(Double($1 - scores[best])) }
        return (best, 1 / total)
    }

    static func logistic(_ score: Float) -> Double { 1 / (1 + exponential(-Double(score))) }
}
