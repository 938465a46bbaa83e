import Linguistics
import TextModel
import WordLists

extension AttributionFinder {
    private static let adverbs = WordTable(
        WordList(named: "phrase-cues").entries.filter { $0[1] == "adverb" }.map { (key: $0[0], value: 0) })

    /// "The thieves reportedly took three paintings": the clause is somebody's, whom the text does not name.
    func readAdverbs(_ clauses: SentenceClauses) {
        let tokens = clauses.sentence.tokens
        for token in tokens where reading.has(token, .adverb) && !reading.isQuoted(token) && isReporting(token) {
            // "reportedly said that": the verb attributes.
            guard !drafts.suffix(8).contains(where: { $0.cueToken == token + 1 || $0.cueToken == token - 1 }) else {
                continue
            }
            let content = token == tokens.lowerBound ? clause(behind: token, clauses) : clause(around: token, clauses)
            guard !content.isEmpty else { continue }
            add(
                Draft(
                    content: content, cue: [token..<(token + 1)], cueToken: token, cueKind: .other,
                    sentence: clauses.index, confidence: 0.5, rule: .reportingAdverb))
        }
    }

    private func isReporting(_ token: Int) -> Bool {
        let word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { Self.adverbs.value(in: $0, word) != nil }
    }

    /// "Reportedly, the thieves took three paintings."
    private func clause(behind token: Int, _ clauses: SentenceClauses) -> [Range<Int>] {
        let upper = clauses.sentence.tokens.upperBound
        let start = token + 1 < upper && reading.isComma(token + 1) ? token + 2 : token + 1
        guard start < upper else { return [] }
        let end = contents.end(from: start, in: clauses)
        return end - start >= 2 ? [start..<end] : []
    }

    /// The subject and auxiliaries before the adverb, and the predicate behind it: not "the allegedly stolen car".
    private func clause(around token: Int, _ clauses: SentenceClauses) -> [Range<Int>] {
        let tokens = clauses.sentence.tokens
        guard token + 1 < tokens.upperBound, [.verb, .auxiliary].contains(reading.tags.universal[token + 1]) else {
            return []
        }
        var group = token
        while group - 1 > tokens.lowerBound,
            reading.has(group - 1, [.auxiliary, .negation]) || reading.kind(group - 1) == .clitic
        {
            group -= 1
        }
        // A participle without an auxiliary is an adjective.
        if group == token, reading.tags.penn[token + 1] == .participle || reading.tags.penn[token + 1] == .gerund {
            return []
        }
        guard let subject = SourceReader(reading).subject(before: group, lower: tokens.lowerBound) else { return [] }
        let end = contents.end(from: token + 1, in: clauses)
        return end > token + 1 ? [subject.tokens.lowerBound..<token, (token + 1)..<end] : []
    }
}
