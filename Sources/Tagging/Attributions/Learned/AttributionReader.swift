import Learning
import Linguistics
import TextModel

/// Reads the attributions that cues make, sentence by sentence: what each cue attributes, and to whom.
package struct AttributionReader {
    private let reading: Reading
    private let tree: SyntaxTree?
    private let clauseReader: CueClauseReader
    private let contents: ContentReader
    let roles: RoleModel

    /// What speaks for a reading that the rules take, beyond what was learned of it: where the model hardly prefers
    /// another, theirs is the more even one. In logarithms of odds.
    static let trustInRules: Float = 1

    /// - Parameters:
    ///   - tree: holds the sentences that are asked for; nil to read by the tags alone.
    package init(_ reading: Reading, tree: SyntaxTree?, cues: CueClauseReader, model: AttributionModel) {
        self.reading = reading
        self.tree = tree
        roles = tree == nil ? model.tagged : model.parsed
        clauseReader = cues
        contents = ContentReader(reading)
    }

    /// A cue with the likeliest reading of its content and source.
    struct Answer {
        var clause: CueClause
        var content: ContentOption
        var source: SourcePhrase?
        /// How likely content and source are right, where the cue is one.
        var certainty: Double

        /// What the model makes of all three together.
        var probability: Double { clause.estimate * certainty }

        var confidence: Double { AttributionReader.confidence(probability) }
    }

    /// How often answers of a probability were right on annotated articles that the model had not seen (PolNeAR dev): it
    /// is a little too sure of itself, and annotators are not always of one mind.
    private static func confidence(_ probability: Double) -> Double { 0.94 * power(probability, 1.3) }

    /// The probability that gives a confidence: cues that are less likely need not be read.
    static func probability(ofConfidence confidence: Double) -> Double { power(min(1, confidence / 0.94), 1 / 1.3) }

    /// What the likely cues of a sentence attribute, in text order; a cue without a content has no answer.
    func answers(_ clauses: SentenceClauses) -> [Answer] {
        guard !clauses.clauses.isEmpty else { return [] }
        var answers: [Answer] = []
        var previous: SourcePhrase?
        let tally = tally(of: clauses)
        for clause in clauses.clauses {
            guard let (content, contentProbability) = content(clause, clauses, tally) else { continue }
            let (source, sourceProbability) = source(clause, content, previous, clauses.sentence)
            answers.append(
                Answer(
                    clause: clause, content: content, source: source,
                    certainty: contentProbability * sourceProbability))
            if clause.isLikely { previous = source }
        }
        return answers
    }

    /// How much a sentence's answers could gain from a parse: the odds that a cue is one whose content or source is not right.
    static func doubt(_ answers: [Answer], of clauses: SentenceClauses) -> Double {
        var next = 0
        var doubt = 0.0
        for clause in clauses.clauses {
            var certainty = 0.0
            if next < answers.count, answers[next].clause.cue.token == clause.cue.token {
                certainty = answers[next].certainty
                next += 1
            }
            doubt = max(doubt, clause.estimate * (1 - certainty))
        }
        return doubt
    }

    private func content(_ clause: CueClause, _ clauses: SentenceClauses, _ tally: ContentTally)
        -> (ContentOption, Double)?
    {
        let options = contentOptions(clause, clauses)
        let features = ContentFeatures(clause, in: clauses, reading, tree, tally)
        let none = WeightSum(roles.contents)
        var latest: (start: ContentFeatures.Start, sum: WeightSum)?
        let scores = options.map { option in
            let start = features.start(of: option)
            var sum: WeightSum
            if let latest, latest.start == start {
                sum = latest.sum
            } else {
                sum = none
                features.visitStart(option, &sum)
                latest = (start, sum)
            }
            features.visitExtent(option, &sum)
            return sum.score + (option.isRules ? Self.trustInRules : 0)
        }
        return ContentChoice.best(options, scores)
    }

    private func source(_ clause: CueClause, _ content: ContentOption, _ previous: SourcePhrase?, _ sentence: Sentence)
        -> (SourcePhrase?, Double)
    {
        if clauseReader.tellsWhatIsSaid(clause.cue) { return (clause.source, 1) }
        let options = sourceOptions(clause, content: content, previous: previous, in: sentence)
        let features = SourceFeatures(clause, content: content, in: sentence.tokens, reading, tree)
        let none = WeightSum(roles.sources)
        let scores = options.map { option in
            var sum = none
            features.visit(option, &sum)
            return sum.score
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return (nil, 1) }
        let total = scores.reduce(0.0) { $0 + exponential(Double($1 - scores[best])) }
        return (options[best].phrase, 1 / total)
    }

    // MARK: For training

    package func contentOptions(_ clause: CueClause, _ clauses: SentenceClauses) -> [ContentOption] {
        ContentOptions.options(clause, in: clauses, reading, tree, contents)
    }

    package func sourceOptions(
        _ clause: CueClause, content: ContentOption, previous: SourcePhrase?, in sentence: Sentence
    ) -> [SourceOption] {
        SourceOptions.options(
            clause, content: content, previous: previous, in: sentence.tokens, reading, tree)
    }

    package func tally(of clauses: SentenceClauses) -> ContentTally { ContentTally(clauses, reading, tree) }

    package func visit(
        _ option: ContentOption, of clause: CueClause, in clauses: SentenceClauses, _ tally: ContentTally,
        _ visitor: inout some FeatureVisitor
    ) {
        let features = ContentFeatures(clause, in: clauses, reading, tree, tally)
        features.visitStart(option, &visitor)
        features.visitExtent(option, &visitor)
    }

    package func visit(
        _ option: SourceOption, of clause: CueClause, content: ContentOption, in sentence: Sentence,
        _ visitor: inout some FeatureVisitor
    ) {
        SourceFeatures(clause, content: content, in: sentence.tokens, reading, tree).visit(
            option, &visitor)
    }
}
