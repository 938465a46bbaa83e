import Linguistics
import TextModel

/// Turns drafts into attributions: content types, attitudes, times, speakers, parents.
struct AttributionBuilder {
    private let reading: Reading
    private let lexicon: Lexicon
    private let times: SaidTimeReader
    /// For each token, how many words stand before it, and how many of them within quotation marks.
    private let wordsBefore: [Int32]
    private let quotedBefore: [Int32]

    init(_ reading: Reading, lexicon: Lexicon) {
        self.reading = reading
        self.lexicon = lexicon
        times = SaidTimeReader(reading)
        var words: [Int32] = [0]
        var quoted: [Int32] = [0]
        words.reserveCapacity(reading.tokenCount + 1)
        quoted.reserveCapacity(reading.tokenCount + 1)
        for token in 0..<reading.tokenCount {
            let isWord = reading.kind(token) == .word || reading.kind(token) == .number
            words.append(words[token] + (isWord ? 1 : 0))
            quoted.append(quoted[token] + (isWord && reading.isQuoted(token) ? 1 : 0))
        }
        wordsBefore = words
        quotedBefore = quoted
    }

    /// What drafts become.
    struct Result {
        /// Sorted by content start, an outer one before those inside it.
        var attributions: [Attribution]
        /// For each attribution the document that its cue names, where it has no source: "a July report".
        var documents: [Span?]
        var speakers: [Speaker]
        var discourse: Discourse
    }

    func build(_ drafts: [Draft]) -> Result {
        var resolver = SpeakerResolver(reading, sources: drafts.compactMap { $0.antecedent ?? $0.source })
        var resolved: [(kind: SourceKind, speaker: Int?)] = Array(repeating: (.none, nil), count: drafts.count)
        for index in drafts.indices.sorted(by: { position(drafts[$0]) < position(drafts[$1]) }) {
            resolved[index] = resolver.resolve(drafts[index].antecedent ?? drafts[index].source)
        }
        let order = drafts.indices.sorted { (left: Int, right: Int) in
            let (left, right) = (drafts[left], drafts[right])
            return (left.contentStart, -left.contentEnd, left.cueToken)
                < (right.contentStart, -right.contentEnd, right.cueToken)
        }
        let parents = parents(of: drafts, order)
        var attributions = order.enumerated().map { place, index in
            attribution(drafts[index], resolved[index].kind, resolved[index].speaker, parents[place])
        }
        relay(&attributions)
        resolveFirstPersons(&attributions, drafts, order)
        return Result(
            attributions: attributions, documents: order.map { document(of: drafts[$0]) }, speakers: resolver.speakers,
            discourse: resolver.discourse)
    }

    private func document(of draft: Draft) -> Span? {
        guard draft.source == nil, draft.cueKind == .noun, reading.has(draft.cueToken, .document) else { return nil }
        var start = draft.cueToken
        let lower = max(reading.article.sentences[draft.sentence].tokens.lowerBound, start - 6)
        while start > lower, reading.kind(start - 1) == .word, !reading.has(start, .determiner),
            !reading.has(start - 1, [.preposition, .coordinator, .auxiliary, .subordinator])
        { start -= 1 }
        return reading.span(start..<(draft.cueToken + 1))
    }

    private func position(_ draft: Draft) -> Int { draft.cueToken >= 0 ? draft.cueToken : draft.contentStart }

    private func attribution(_ draft: Draft, _ kind: SourceKind, _ speaker: Int?, _ parent: Int?) -> Attribution {
        Attribution(
            contentType: draft.isTurn ? .direct : contentType(draft.content), attitude: attitude(draft),
            content: draft.content.map { reading.span($0) },
            cue: draft.cue.map { reading.span($0) }, cueLemma: lemma(draft), cueKind: draft.cueKind,
            source: draft.source.map { [reading.span($0)] } ?? [], sourceKind: kind, speaker: speaker,
            negated: draft.isNegated, saidTime: (draft.time ?? times.time(of: draft)).map { reading.span($0) },
            parent: parent,
            via: draft.via.map { reading.span($0) }, sentence: draft.sentence, confidence: draft.confidence,
            rule: draft.rule.rawValue)
    }

    private func contentType(_ content: [Range<Int>]) -> ContentType {
        var words: Int32 = 0
        var quoted: Int32 = 0
        for range in content {
            words += wordsBefore[range.upperBound] - wordsBefore[range.lowerBound]
            quoted += quotedBefore[range.upperBound] - quotedBefore[range.lowerBound]
        }
        return quoted == 0 ? .indirect : quoted == words ? .direct : .mixed
    }

    private func attitude(_ draft: Draft) -> Attitude {
        // Whose words are quoted has spoken, whatever the verb.
        guard contentType(draft.content) == .indirect else { return .statement }
        guard draft.lemma >= 0 else {
            return draft.cueKind == .other && draft.cueToken >= 0
                ? AttitudeAdjectives.shared.attitude(of: draft.cueToken, reading) ?? .statement : .statement
        }
        if let frame = draft.frame,
            let attitude = AttitudeFrames.shared.attitude(
                of: lexicon.lemmas[Int(draft.lemma)], frame.form, frame.complement)
        {
            return attitude
        }
        return draft.cueKind == .noun ? lexicon.attitude(ofNoun: draft.lemma) : lexicon.attitude(ofVerb: draft.lemma)
    }

    private func lemma(_ draft: Draft) -> String {
        if draft.lemma >= 0 { return lexicon.lemmas[Int(draft.lemma)] }
        return draft.cue.map { reading.surface($0).lowercased() }.joined(separator: " ")
    }

    // MARK: Nesting

    /// For each place of the order, the place of the innermost draft whose content holds the cue and content of its draft.
    private func parents(of drafts: [Draft], _ order: [Int]) -> [Int?] {
        var open: [Int] = []
        return order.enumerated().map { place, index in
            let start = drafts[index].contentStart
            let anchor = drafts[index].cueToken >= 0 ? drafts[index].cueToken : start
            open.removeAll { drafts[order[$0]].contentEnd <= start }
            let parent = open.last { outer in
                drafts[order[outer]].content.contains { $0.contains(anchor) && $0.contains(start) }
            }
            open.append(place)
            return parent
        }
    }

    /// What stands in the content of "according to a report from RIA" came by way of that report.
    private func relay(_ attributions: inout [Attribution]) {
        for index in attributions.indices where attributions[index].via == nil {
            guard let parent = attributions[index].parent, attributions[parent].cueKind == .preposition,
                [.document, .organization].contains(attributions[parent].sourceKind)
            else { continue }
            attributions[index].via = attributions[parent].source.first
        }
    }

    /// "I" in what somebody says is who says it.
    private func resolveFirstPersons(_ attributions: inout [Attribution], _ drafts: [Draft], _ order: [Int]) {
        for index in attributions.indices where attributions[index].sourceKind == .pronoun {
            guard attributions[index].speaker == nil, let source = drafts[order[index]].source, source.count == 1,
                reading.readsAny(source.lowerBound, ["i", "my", "me"]), let parent = attributions[index].parent
            else { continue }
            attributions[index].speaker = attributions[parent].speaker
        }
    }
}
