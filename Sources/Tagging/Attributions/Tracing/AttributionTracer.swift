import Linguistics
import TextModel

/// Reads one sentence of an article again and keeps what was weighed.
///
/// The tagger itself keeps nothing for it: the same candidates, options and features are asked once more, with visitors
/// that note each weight where the tagger's add them up.
struct AttributionTracer {
    private let reading: Reading
    private let lexicon: Lexicon
    private let model: AttributionModel
    private let cues: CueClauseReader
    private let reader: AttributionReader
    private let clauses: SentenceClauses
    private let isParsed: Bool

    /// - Parameter token: of the cue; its sentence is read.
    init(
        _ reading: Reading, at token: Int, engine: LinguisticEngine, frames: FrameTable, model: AttributionModel,
        threshold: Double
    ) {
        self.reading = reading
        self.model = model
        lexicon = engine.lexicon
        cues = CueClauseReader(reading, frames: frames)
        let sentence = reading.sentence(of: token)
        let floor = AttributionReader.probability(ofConfidence: threshold)
        let clauses = cues.clauses(
            in: sentence, index: Int(reading.sentenceOfToken[token]), cues.likely(in: sentence, model, floor: floor))
        self.clauses = clauses
        let quick = AttributionReader(reading, tree: nil, cues: cues, model: model)
        isParsed = AttributionFinder.needsParse(clauses, quick.answers(clauses), cues)
        reader =
            isParsed
            ? AttributionReader(
                reading, tree: engine.parse(reading, sentences: [sentence.tokens]), cues: cues, model: model) : quick
    }

    /// - Returns: nil where the model takes the word at `token` for no cue.
    func trace(at token: Int) -> AttributionTrace? {
        let answers = reader.answers(clauses)
        guard let index = answers.firstIndex(where: { $0.clause.cue.token == token }) else { return nil }
        let answer = answers[index]
        let previous = answers[..<index].last { $0.clause.isLikely }?.source
        return AttributionTrace(
            cue: reading.span(token..<(token + 1)), cueDecision: cueDecision(answer.clause),
            content: contentDecision(answer), source: sourceDecision(answer, previous), confidence: answer.confidence)
    }

    // MARK: Decisions

    private func cueDecision(_ clause: CueClause) -> AttributionTrace.Decision {
        let candidates = cues.candidates(in: clauses.sentence)
        let traces = cues.visit(candidates, in: clauses.sentence) { WeightTrace(model.cues) }
        var factors: [AttributionTrace.Factor] = []
        if let place = candidates.firstIndex(where: { $0.token == clause.cue.token }) {
            factors = self.factors(traces[place].contributions(named: FeatureNames.cue), cueValues(clause))
        }
        let span = reading.span(clause.cue.token..<(clause.cue.token + 1))
        return AttributionTrace.Decision(
            chosen: .init(spans: [span], probability: clause.estimate),
            runnerUp: .init(spans: [], probability: 1 - clause.estimate), choiceCount: 2, factors: factors)
    }

    private func contentDecision(_ answer: AttributionReader.Answer) -> AttributionTrace.Decision {
        let clause = answer.clause
        let options = reader.contentOptions(clause, clauses)
        let tally = reader.tally(of: clauses)
        let traces = options.map { option in
            var trace = WeightTrace(reader.roles.contents)
            reader.visit(option, of: clause, in: clauses, tally, &trace)
            return trace
        }
        let scores = zip(options, traces).map { $1.score + ($0.isRules ? AttributionReader.trustInRules : 0) }
        let shares = Self.shares(scores)
        let chosen = options.firstIndex { $0.pieces == answer.content.pieces } ?? 0
        let others = options.indices.filter { $0 != chosen }
        let next = ContentChoice.best(others.map { options[$0] }, others.map { scores[$0] })
            .flatMap { next in others.first { options[$0].pieces == next.0.pieces } }
        return decision(
            chosen: chosen, next: next, shares, spans: { options[$0].pieces.map(reading.span) },
            contributions: { option in
                var sums = traces[option].contributions(
                    named: FeatureNames.content(options[option], cue: clause.cue.token, isParsed: isParsed))
                if options[option].isRules { sums["the rules read it so"] = Double(AttributionReader.trustInRules) }
                return sums
            }, contentValues(clause, options[chosen]))
    }

    private func sourceDecision(_ answer: AttributionReader.Answer, _ previous: SourcePhrase?)
        -> AttributionTrace.Decision?
    {
        let clause = answer.clause
        if cues.tellsWhatIsSaid(clause.cue) { return nil }
        let options = reader.sourceOptions(clause, content: answer.content, previous: previous, in: clauses.sentence)
        let traces = options.map { option in
            var trace = WeightTrace(reader.roles.sources)
            reader.visit(option, of: clause, content: answer.content, in: clauses.sentence, &trace)
            return trace
        }
        guard let chosen = options.firstIndex(where: { $0.phrase == answer.source }) else { return nil }
        let shares = Self.shares(traces.map(\.score))
        return decision(
            chosen: chosen, next: shares.indices.filter { $0 != chosen }.max { shares[$0] < shares[$1] }, shares,
            spans: { options[$0].phrase.map { [reading.span($0.tokens)] } ?? [] },
            contributions: { traces[$0].contributions(named: FeatureNames.source(options[$0], isParsed: isParsed)) },
            cueValues(clause).merging(["way to the source": options[chosen].path.name]) { $1 })
    }

    private func decision(
        chosen: Int, next: Int?, _ shares: [Double], spans: (Int) -> [Span],
        contributions: (Int) -> [String: Double], _ values: [String: String]
    ) -> AttributionTrace.Decision {
        var sums = contributions(chosen)
        // What speaks for both does not decide.
        if let next { for (name, weight) in contributions(next) { sums[name]? -= weight } }
        return AttributionTrace.Decision(
            chosen: .init(spans: spans(chosen), probability: shares[chosen]),
            runnerUp: next.map { .init(spans: spans($0), probability: shares[$0]) }, choiceCount: shares.count,
            factors: factors(sums, values))
    }

    // MARK: Numbers and words

    private static func shares(_ scores: [Float]) -> [Double] {
        let top = scores.max() ?? 0
        let odds = scores.map { exponential(Double($0 - top)) }
        let total = odds.reduce(0, +)
        return odds.map { $0 / total }
    }

    /// The strongest first; what weighs next to nothing is left out.
    private func factors(_ weights: [String: Double], _ values: [String: String]) -> [AttributionTrace.Factor] {
        weights.filter { abs($0.value) >= 0.05 }
            .sorted { (abs($0.value), $1.key) > (abs($1.value), $0.key) }
            .map { AttributionTrace.Factor(name: FeatureNames.filled($0.key, values), weight: $0.value) }
    }

    private func cueValues(_ clause: CueClause) -> [String: String] {
        let cue = clause.cue
        let tokens = clauses.sentence.tokens
        var values = ["form": cue.form.name, "complement": cue.complement.name, "word": word(cue.token)]
        values["lemma"] = cue.lemma >= 0 ? "“\(lexicon.lemmas[Int(cue.lemma)])”" : word(cue.token)
        values["part of speech"] = reading.tags.penn[cue.token].name
        if tokens.contains(cue.token + 1) { values["next word"] = word(cue.token + 1) }
        if tokens.contains(cue.token - 1) { values["word before"] = word(cue.token - 1) }
        return values
    }

    private func contentValues(_ clause: CueClause, _ option: ContentOption) -> [String: String] {
        var values = cueValues(clause)
        let tokens = clauses.sentence.tokens
        values["position"] = option.shape.name
        values["opening word"] = word(option.first.lowerBound)
        if tokens.contains(option.first.upperBound) {
            values["next mark"] = word(option.first.upperBound)
            values["word behind the content"] =
                (option.first.upperBound..<tokens.upperBound).first { reading.tags.universal[$0] != .punctuation }
                .map(word)
        }
        return values
    }

    private func word(_ token: Int) -> String { "“\(reading.surface(token..<(token + 1)))”" }
}

extension ContentOption.Shape {
    /// For people: where the content stands to its cue.
    var name: String {
        switch self {
        case .forward: "behind the cue"
        case .forwardQuotation: "quotation behind the cue"
        case .backward: "before the cue"
        case .backwardQuotation: "quotation before the cue"
        case .around: "around the cue"
        case .subject: "the cue's subject"
        }
    }
}

extension SourceOption.Path {
    /// For people: how the source was come by.
    var name: String {
        switch self {
        case .none: "no source"
        case .rule: "by rule"
        case .subject: "subject"
        case .agent: "agent"
        case .possessor: "possessor"
        case .prepositional: "prepositional phrase"
        case .compound: "compound"
        case .modified: "modified noun"
        case .upperSubject: "subject of the verb above"
        case .topSubject: "subject of the verb above that"
        case .previous: "the cue before has it"
        case .nearest: "nearest noun"
        case .second: "second nearest noun"
        case .third: "third nearest noun"
        case .first: "first noun"
        case .behind: "noun behind the cue"
        }
    }
}
