import Linguistics
import TextModel

/// Joins each likely cue with its source.
package struct CueClauseReader {
    private static let asideLimit = 24
    private let reading: Reading
    private let frames: FrameTable
    private let sources: SourceReader
    private let cues: CueReader
    private let contents: ContentReader

    package init(_ reading: Reading, frames: FrameTable) {
        self.reading = reading
        self.frames = frames
        sources = SourceReader(reading)
        cues = CueReader(reading)
        contents = ContentReader(reading)
    }

    /// The words of a sentence that may be cues, in text order.
    package func candidates(in sentence: Sentence) -> [CueCandidate] {
        cues.candidates(in: sentence)
    }

    /// Gives the features of each candidate to a visitor of its own.
    package func visit<Visitor: FeatureVisitor>(
        _ candidates: [CueCandidate], in sentence: Sentence, making visitor: () -> Visitor
    ) -> [Visitor] {
        let features = CueFeatures(reading, sentence.tokens)
        var previous: (CueCandidate, Double)?
        return candidates.map { cue in
            var visitor = visitor()
            let estimate = frames.estimate(cue.lemma, cue.form, cue.complement)
            features.visit(
                cue, estimate: estimate, parenthetical: parentheticalEstimate(cue), after: previous, &visitor)
            previous = (cue, estimate)
            return visitor
        }
    }

    /// The candidates of a sentence that are at least as likely as `floor` to attribute.
    func likely(in sentence: Sentence, _ model: AttributionModel, floor: Double) -> [(
        cue: CueCandidate, estimate: Double
    )] {
        let candidates = candidates(in: sentence)
        let sum = WeightSum(model.cues)
        let sums = visit(candidates, in: sentence) { sum }
        var likely: [(cue: CueCandidate, estimate: Double)] = []
        for (cue, sum) in zip(candidates, sums) {
            let estimate = max(1 / (1 + exponential(-Double(sum.score))), certainty(cue))
            // "said in a statement that …": the noun is where it was said.
            let isSetting =
                cue.form == .noun
                && likely.last.map { $0.estimate > 0.5 && $0.cue.complementStart == cue.complementStart } ?? false
            if estimate >= floor, !isSetting { likely.append((cue, estimate)) }
        }
        return likely
    }

    /// Whether what the cues of a sentence attribute takes a parse to tell: not where quotation marks tell it all.
    package func needsParse(_ clauses: SentenceClauses) -> Bool {
        !clauses.clauses.allSatisfy { clause in
            guard clause.cue.form == .finite, clause.source != nil else { return false }
            let content = AttributionRule.all.lazy.compactMap { $0.content(clause, clauses, reading, contents) }.first
            return content?.allSatisfy { piece in
                guard let open = contents.quotation(openingAt: piece.lowerBound) else { return false }
                return contents.withContinuations(open).upperBound <= piece.upperBound
                    || contents.tokens(ofQuotation: open).upperBound == piece.upperBound
            } ?? false
        }
    }

    /// Joins candidates with their sources.
    /// - Parameter scored: in text order, with how likely each attributes.
    package func clauses(in sentence: Sentence, index: Int, _ scored: [(cue: CueCandidate, estimate: Double)])
        -> SentenceClauses
    {
        var result = SentenceClauses(sentence, index: index)
        var previous: CueClause?
        for (cue, estimate) in scored {
            let clause = clause(cue, estimate, sentence.tokens, after: previous)
            result.append(clause)
            if clause.isLikely { previous = clause }
        }
        return result
    }

    private func clause(
        _ cue: CueCandidate, _ estimate: Double, _ sentence: Range<Int>, after previous: CueClause?
    ) -> CueClause {
        var clause = CueClause(
            cue: cue, estimate: estimate, parentheticalEstimate: parentheticalEstimate(cue), source: nil,
            isInverted: false, start: cue.group.lowerBound,
            end: cue.token + 1)
        switch cue.form {
        case .infinitive where isToInfinitive(cue):
            clause.source = infinitiveSubject(cue, sentence) ?? previous?.source
            return clause
        case .finite, .infinitive:
            if let inverted = invertedSource(cue, sentence) {
                clause.source = inverted
                clause.isInverted = true
                clause.end = inverted.tokens.upperBound
                if cue.group.lowerBound == sentence.lowerBound, let colon = colon(behind: clause.end, sentence) {
                    clause.cue.complement = .colon
                    clause.cue.complementStart = colon
                }
                return clause
            }
            var lower = sentence.lowerBound
            // A cue in a relative clause bounds nothing: "officials, who asked not to be named, said".
            if let previous, previous.cue.form == .finite, previous.source?.antecedent == nil {
                lower = max(lower, min(previous.end, cue.group.lowerBound))
            }
            if let previous, previous.cue.hasHearer || previous.cue.complement == .that {
                lower = max(lower, min(previous.cue.complementStart, cue.group.lowerBound))
            }
            clause.source = sources.subject(before: cue.group.lowerBound, lower: lower)
            // "X said this and added that": the subject of the cue before.
            if clause.source == nil, let previous, followsCoordinator(cue.group.lowerBound, sentence) {
                clause.source = previous.source
                return clause
            }
        case .gerund where cue.token > 0 && reading.kind(cue.token - 1) == .clitic && cue.complement == .that:
            // "Holm's warning that": a noun.
            clause.source = nounSource(cue)
            return clause
        case .gerund:
            // "the mayor mocking the plan" has its own subject; "Smith left, saying" takes the sentence's.
            let before = cue.group.lowerBound - 1
            let follows =
                before >= sentence.lowerBound && reading.kind(before) == .word
                && !reading.has(before, [.preposition, .coordinator, .subordinator, .auxiliary, .adverb])
                && reading.words.verbs[before] < 0
            let own =
                follows
                ? sources.subject(
                    before: cue.group.lowerBound, lower: max(sentence.lowerBound, cue.group.lowerBound - 6)) : nil
            clause.source = own ?? previous?.source ?? mainSubject(sentence, before: cue.group.lowerBound)
            return clause
        case .passive:
            clause.source = cue.agent.map { SourcePhrase(tokens: $0) }
            return clause
        case .noun:
            clause.source = nounSource(cue)
            return clause
        }
        if let source = clause.source { clause.start = min(source.tokens.lowerBound, clause.start) }
        return clause
    }

    private func parentheticalEstimate(_ cue: CueCandidate) -> Double {
        frames.estimate(cue.lemma, cue.form, .boundary)
    }

    /// "a July report that …": with such a noun the clause can be nothing else.
    func tellsWhatIsSaid(_ cue: CueCandidate) -> Bool {
        cue.form == .noun && cue.complement == .that && reading.has(cue.token, .statementNoun)
            && (cue.complementStart == cue.token + 1 || cue.agent != nil)
    }

    /// How likely a cue at least attributes, by rules that need no learning; 0 where none applies.
    func certainty(_ cue: CueCandidate) -> Double {
        if tellsWhatIsSaid(cue) { return 0.7 }
        // "mocked him as a “fool”"
        return cue.complement == .quotedPredicate ? frames.estimate(cue.lemma, cue.form, cue.complement) : 0
    }

    private func isToInfinitive(_ cue: CueCandidate) -> Bool {
        cue.form == .infinitive && cue.group.lowerBound > 0 && reading.reads(cue.group.lowerBound - 1, "to")
    }

    /// "“…,” said Smith" and "…, said Smith": the phrase after the cue, when a quotation or a comma stands before it;
    /// "Said Smith: “…”": before a colon.
    private func invertedSource(_ cue: CueCandidate, _ sentence: Range<Int>) -> SourcePhrase? {
        guard cue.form == .finite else { return nil }
        let before = cue.group.lowerBound - 1
        let opensSentence = before < sentence.lowerBound
        guard opensSentence || [.closeQuote, .comma].contains(reading.kind(before)), cue.token + 1 < sentence.upperBound
        else { return nil }
        let next = cue.token + 1
        let mayBeName =
            reading.isName(next) || reading.has(next, [.determiner, .possessive, .person, .title, .group])
            || (reading.has(next, .subjectPronoun) && before >= sentence.lowerBound
                && reading.kind(before) == .closeQuote)
        guard mayBeName, !reading.reads(next, "that"), !reading.reads(next, "it") else { return nil }
        if before >= sentence.lowerBound, reading.kind(before) == .comma {
            // "X, a spokesman, said the plan …" has its subject to the left.
            if sources.subject(before: cue.group.lowerBound, lower: sentence.lowerBound) != nil { return nil }
        }
        guard let phrase = sources.subject(after: next, upper: sentence.upperBound) else { return nil }
        // What follows an inverted source ends the clause; a verb there means that the phrase begins the content.
        let after = phrase.tokens.upperBound
        if opensSentence, !previousIsCloseQuote(sentence.lowerBound) {
            return colon(behind: after, sentence) == nil ? nil : phrase
        }
        if after < sentence.upperBound,
            reading.has(after, .auxiliary)
                || reading.has(after, [.past, .thirdPerson]) && before >= sentence.lowerBound
                    && reading.kind(before) == .comma
        {
            return nil
        }
        return phrase
    }

    /// The colon right behind a source, or behind what is said of it: "Said Smith, who owns the mill: “…”"
    private func colon(behind source: Int, _ sentence: Range<Int>) -> Int? {
        guard source < sentence.upperBound else { return nil }
        if reading.kind(source) == .colon { return source }
        guard reading.kind(source) == .comma else { return nil }
        return (source..<min(source + Self.asideLimit, sentence.upperBound - 1)).first {
            reading.kind($0) == .colon && reading.kind($0 + 1) == .openQuote
        }
    }

    private func previousIsCloseQuote(_ token: Int) -> Bool {
        token > 0 && reading.kind(token - 1) == .closeQuote
            && reading.sentence(of: token - 1).block == reading.sentence(of: token).block
    }

    private func followsCoordinator(_ token: Int, _ sentence: Range<Int>) -> Bool {
        token > sentence.lowerBound && reading.has(token - 1, .coordinator)
    }

    /// "declined to say": the subject of the verb before "to".
    private func infinitiveSubject(_ cue: CueCandidate, _ sentence: Range<Int>) -> SourcePhrase? {
        var verb = cue.group.lowerBound - 2
        guard verb > sentence.lowerBound else { return nil }
        while verb > sentence.lowerBound, reading.has(verb - 1, [.auxiliary, .adverb, .negation]) { verb -= 1 }
        return sources.subject(before: verb, lower: sentence.lowerBound)
    }

    /// The first noun phrase of the sentence, for a gerund without a cue before it: "Smith left, saying that …".
    private func mainSubject(_ sentence: Range<Int>, before limit: Int) -> SourcePhrase? {
        var start = sentence.lowerBound
        while start < limit, reading.has(start, [.adverb, .coordinator]) || reading.kind(start) == .openQuote {
            start += 1
        }
        if start < limit, reading.has(start, .preposition) {
            // "In Ohio, Smith …"
            while start < limit, reading.kind(start) != .comma { start += 1 }
            start += 1
        }
        return start < limit ? sources.subject(after: start, upper: limit) : nil
    }

    /// "Smith's claim that", "his claim that", "a claim by Smith that".
    private func nounSource(_ cue: CueCandidate) -> SourcePhrase? {
        var index = cue.token - 1
        let lower = max(0, cue.token - 6)
        while index >= lower,
            reading.kind(index) == .word || reading.kind(index) == .clitic || reading.kind(index) == .number
        {
            if reading.has(index, .possessive),
                reading.has(index, .personalPronoun)
                    || reading.readsAny(index, ["his", "her", "their", "our", "my", "your", "its"])
            {
                return SourcePhrase(tokens: index..<(index + 1))
            }
            if reading.reads(index, "'s") || reading.reads(index, "’s")
                || (reading.kind(index) == .clitic && reading.classes(index).isEmpty)
            {
                return sources.subject(before: index, lower: reading.sentence(of: index).tokens.lowerBound)
            }
            if reading.has(index, [.determiner, .preposition, .coordinator, .auxiliary]) { break }
            index -= 1
        }
        let sentence = reading.sentence(of: cue.token).tokens
        let next = cue.token + 1
        if let agent = cue.agent { return SourcePhrase(tokens: agent) }
        if next + 1 < sentence.upperBound, reading.readsAny(next, ["by", "from"]),
            let end = sources.extendedPhraseEnd(from: next + 1, limit: min(sentence.upperBound, next + 14))
        {
            return SourcePhrase(tokens: (next + 1)..<end)
        }
        return nil
    }
}
