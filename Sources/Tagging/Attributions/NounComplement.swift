import Linguistics
import TextModel

extension ContentReader {
    /// "The claim that the bridge was safe | angered residents": where the predicate of the cue noun's own clause begins.
    ///
    /// The clause after the noun and the noun's own each need a finite verb, and so does every clause that opens on the
    /// way; the verb that is one too many for those inside is the noun's.
    /// - Returns: nil when the noun is no subject, or no such verb is found.
    func matrixVerb(of cue: CueCandidate, in sentence: Range<Int>, after content: Range<Int>) -> Int? {
        guard isNoun(cue), cue.complement == .that, isSubject(cue.token, in: sentence) else { return nil }
        // A past form that was tagged as a participle counts only where a verb is missing otherwise.
        return secondVerb(of: content, isVerb: isFinite)
            ?? secondVerb(of: content) { isFinite($0) || isBareParticiple($0) }
    }

    private func secondVerb(of content: Range<Int>, isVerb: (Int) -> Bool) -> Int? {
        var open = 2
        var token = content.lowerBound + 1
        while token < content.upperBound {
            switch reading.kind(token) {
            case .colon, .semicolon, .dash: return nil
            default: break
            }
            if reading.isQuoted(token) {
                token += 1
            } else if isVerb(token) {
                open -= 1
                if open == 0 { return token }
                token += 1
            } else if reading.has(token, .coordinator), token + 1 < content.upperBound, isVerb(token + 1) {
                // "paid bribes and hid money"
                token += 2
            } else {
                if opensClause(token) { open += 1 }
                token += 1
            }
        }
        return nil
    }

    /// "Holm's warning that": a gerund behind a possessive is a noun.
    private func isNoun(_ cue: CueCandidate) -> Bool {
        cue.form == .noun
            || cue.form == .gerund && cue.token > 0
                && (reading.kind(cue.token - 1) == .clitic || reading.has(cue.token - 1, .possessive))
    }

    /// Whether no verb or preposition governs the noun phrase of a noun, so that it is the subject of a verb to come.
    private func isSubject(_ noun: Int, in sentence: Range<Int>) -> Bool {
        var token = noun - 1
        while token >= sentence.lowerBound, noun - token <= 12 {
            switch reading.kind(token) {
            case .comma, .semicolon, .colon, .dash: return true
            case .openQuote, .closeQuote: return false
            default: break
            }
            if reading.has(token, [.subordinator, .coordinator]) { return true }
            switch reading.tags.universal[token] {
            // The possessive of "Finch's claim" looks like a verb.
            case .verb where reading.kind(token) == .clitic, .auxiliary where reading.kind(token) == .clitic: token -= 1
            case .verb, .auxiliary: return false
            case .adposition where !reading.reads(token, "of"): return false
            default: token -= 1
            }
        }
        return token < sentence.lowerBound
    }

    private func isFinite(_ token: Int) -> Bool {
        switch reading.tags.penn[token] {
        case .past, .thirdPerson, .present, .modal: true
        default: false
        }
    }

    /// A participle that no auxiliary goes before and no preposition behind: "paid bribes", but not "the plan proposed by".
    private func isBareParticiple(_ token: Int) -> Bool {
        guard reading.tags.penn[token] == .participle, reading.has(token, .past) || reading.words.verbs[token] < 0,
            token + 1 < reading.tokenCount, reading.tags.universal[token + 1] != .adposition
        else { return false }
        var before = token - 1
        while before >= 0, reading.tags.universal[before] == .adverb { before -= 1 }
        return before >= 0
            && [.noun, .properNoun, .pronoun, .adjective, .verb].contains(reading.tags.universal[before])
    }

    /// "that", "who", "because": a clause with a verb of its own.
    private func opensClause(_ token: Int) -> Bool {
        switch reading.tags.penn[token] {
        case .whPronoun, .whDeterminer, .whPossessive, .whAdverb: true
        default: reading.tags.universal[token] == .subordinator
        }
    }
}
