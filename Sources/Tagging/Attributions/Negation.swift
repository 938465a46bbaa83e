import Linguistics
import TextModel
import WordLists

/// Whether a cue is denied: "did not say that", "never said", "refused to say whether", "nobody said".
struct Negation {
    private let reading: Reading
    private static let verbs = WordTable(WordList(named: "negating-verbs").entries.map { (key: $0[0], value: 0) })

    init(_ reading: Reading) {
        self.reading = reading
    }

    func holds(for answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue
        if cue.isNegated || isNegation(cue.group.lowerBound - 1) { return true }
        if let source = answer.source, denies(source.tokens.lowerBound) { return true }
        return governor(of: cue).map { isNegating($0) } ?? false
    }

    /// "never", "not", "hardly" right before the verb group.
    private func isNegation(_ token: Int) -> Bool {
        guard token >= 0, reading.has(token, .negation) || reading.readsAny(token, ["never", "hardly", "barely"]) else {
            return false
        }
        // "Not only did he say"
        return !(token + 1 < reading.tokenCount && reading.reads(token + 1, "only"))
    }

    /// "Nobody", "No official", "None of them", "Neither side".
    private func denies(_ token: Int) -> Bool { reading.readsAny(token, ["nobody", "no", "none", "neither"]) }

    /// The verb before "to say", or before "saying" where it takes such a complement: "avoided saying".
    private func governor(of cue: CueCandidate) -> Int? {
        let before = cue.group.lowerBound - 1
        switch cue.form {
        case .infinitive where before > 0 && reading.reads(before, "to"): return before - 1
        case .gerund where before >= 0: return before
        default: return nil
        }
    }

    private func isNegating(_ verb: Int) -> Bool {
        if reading.reads(verb, "without") { return true }
        let word = reading.article.tokens.span(verb).range
        return reading.article.article.text.withUnsafeBufferPointer { Self.verbs.value(in: $0, word) != nil }
    }
}
