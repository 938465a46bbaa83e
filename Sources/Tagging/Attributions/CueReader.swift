import Linguistics
import TextModel

/// Reads the frame of every word that may be a cue.
package struct CueReader {
    private let reading: Reading

    package init(_ reading: Reading) {
        self.reading = reading
    }

    /// The candidates of a sentence, in text order; what stands in quotation marks is the source's own.
    package func candidates(in sentence: Sentence) -> [CueCandidate] {
        var found: [CueCandidate] = []
        found.reserveCapacity(8)
        for token in sentence.tokens where mayBeCue(token) && !reading.isQuoted(token) {
            if let candidate = candidate(at: token, in: sentence.tokens) { found.append(candidate) }
        }
        return found
    }

    /// Tells most words without a look at what is around them.
    @inline(__always)
    private func mayBeCue(_ token: Int) -> Bool {
        if reading.words.verbs[token] >= 0 || reading.has(token, .reportingNoun) { return true }
        let tag = reading.tags.universal[token]
        return tag == .verb || tag == .adjective
    }

    /// - Returns: nil when the word at `token` can be no cue.
    private func candidate(at token: Int, in sentence: Range<Int>) -> CueCandidate? {
        let verb = reading.words.verbs[token]
        let isNounCue = reading.has(token, .reportingNoun)
        let isTaggedVerb = reading.tags.universal[token] == .verb && !reading.reads(token, "according")
        guard verb >= 0 || isNounCue || isTaggedVerb else { return adjective(at: token, in: sentence) }
        let group = verbGroup(endingAt: token, in: sentence)
        if verb >= 0, let form = verbForm(token, group) { return complete(token, verb, form, group, sentence) }
        if isTaggedVerb { return complete(token, verb, taggedForm(token, group), group, sentence) }
        guard isNounCue else { return adjective(at: token, in: sentence) }
        return complete(token, reading.words.nouns[token], .noun, token..<(token + 1), sentence)
    }

    /// "is confident that": an adjective of attitude behind a verb that links it to a subject.
    private func adjective(at token: Int, in sentence: Range<Int>) -> CueCandidate? {
        guard reading.tags.universal[token] == .adjective, token > sentence.lowerBound else { return nil }
        var verb = token - 1
        while verb > sentence.lowerBound, token - verb < 4, reading.has(verb, [.adverb, .negation]) { verb -= 1 }
        guard reading.tags.universal[verb] == .auxiliary || AttitudeAdjectives.links(verb, reading),
            AttitudeAdjectives.shared.attitude(of: token, reading) != nil
        else { return nil }
        let group = verbGroup(endingAt: verb, in: sentence)
        return complete(token, -1, taggedForm(verb, group), group.lowerBound..<token + 1, sentence)
    }

    // MARK: The verb group

    /// Auxiliaries and adverbs directly before the verb, and the verb.
    private func verbGroup(endingAt token: Int, in sentence: Range<Int>) -> Range<Int> {
        var start = token
        var index = token - 1
        var sawAuxiliary = false
        while index >= sentence.lowerBound, token - index < 8 {
            let isVerbalClitic =
                reading.kind(index) == .clitic && !reading.reads(index, "'s") && !reading.reads(index, "’s")
            if reading.has(index, .auxiliary) || isVerbalClitic {
                start = index
                sawAuxiliary = true
            } else if reading.kind(index) == .clitic, reading.has(token, [.participle, .gerund]),
                index > sentence.lowerBound, reading.has(index - 1, .subjectPronoun)
            {
                // "he's said"
                start = index
                sawAuxiliary = true
            } else if !reading.has(index, [.adverb, .negation]) || reading.has(index, .capitalised) {
                break
            }
            index -= 1
        }
        // Adverbs count only when they stand by the verb: "also said".
        if !sawAuxiliary {
            start = token
            while start > sentence.lowerBound, reading.has(start - 1, .adverb), !reading.has(start - 1, .capitalised),
                !reading.has(start - 1, .timeDeictic)
            {
                start -= 1
            }
        }
        return start..<(token + 1)
    }

    private func verbForm(_ token: Int, _ group: Range<Int>) -> CueForm? {
        let classes = reading.classes(token)
        let before = group.dropLast()
        let lastAuxiliary = before.last { reading.has($0, .auxiliary) || reading.kind($0) == .clitic }
        let previous = group.lowerBound - 1
        let followsTo = previous >= 0 && reading.reads(previous, "to")
        if classes.contains(.gerund) {
            if let auxiliary = lastAuxiliary, reading.has(auxiliary, .be) || reading.kind(auxiliary) == .clitic {
                return .finite
            }
            // "mounting evidence": an adjective.
            let isAttributive = previous >= 0 && (followsTo || reading.has(previous, [.determiner, .possessive]))
            return isAttributive ? nil : .gerund
        }
        if let auxiliary = lastAuxiliary {
            let aux = reading.classes(auxiliary)
            if aux.hasAny(.be) || (aux.contains(.have) && before.contains { reading.reads($0, "been") }) {
                return classes.contains(.participle) ? .passive : nil
            }
            if aux.contains(.modal) || aux.contains(.do) {
                return classes.contains(.baseForm) ? (aux.contains(.do) ? .finite : .infinitive) : nil
            }
            return classes.hasAny([.participle, .past]) ? .finite : nil
        }
        if followsTo { return classes.contains(.baseForm) ? .infinitive : nil }
        if classes.hasAny([.past, .thirdPerson]) {
            if isNounPosition(token) { return nil }
            return .finite
        }
        if classes.contains(.baseForm) { return isNounPosition(token) || isSingularSubject(token) ? nil : .finite }
        return nil
    }

    /// The form of a verb by its tag.
    private func taggedForm(_ token: Int, _ group: Range<Int>) -> CueForm {
        let auxiliary = group.dropLast().last { reading.has($0, .auxiliary) || reading.kind($0) == .clitic }
        switch reading.tags.penn[token] {
        case .gerund: return auxiliary == nil ? .gerund : .finite
        case .participle: return auxiliary.map { reading.has($0, .have) } == true ? .finite : .passive
        case .baseVerb:
            let previous = group.lowerBound - 1
            let isInfinitive =
                auxiliary.map { reading.has($0, .modal) } ?? (previous >= 0 && reading.reads(previous, "to"))
            return isInfinitive ? .infinitive : .finite
        default: return .finite
        }
    }

    /// After a determiner, a possessive or an adjective-like word the form is a noun or a participle: "the claims".
    private func isNounPosition(_ token: Int) -> Bool {
        guard token > 0 else { return false }
        let previous = token - 1
        if reading.has(previous, [.determiner, .possessive]), !reading.has(previous, [.subjectPronoun, .relative]) {
            return true
        }
        if reading.kind(previous) == .clitic, reading.reads(previous, "'s") || reading.reads(previous, "’s") {
            return true
        }
        return reading.has(previous, .preposition) && !reading.reads(previous, "to") && !reading.has(previous, .adverb)
    }

    /// "a July report", "the party claim": the base form has no such subject, so it is a noun.
    private func isSingularSubject(_ token: Int) -> Bool {
        guard token > 1, reading.classes(token).contains(.reportingNoun) || reading.has(token, .document) else {
            return false
        }
        if reading.has(token - 1, [.weekday, .month]) { return true }
        let isPlural = reading.has(token - 1, [.plural, .subjectPronoun]) || endsInS(token - 1)
        return !isPlural && reading.has(token - 2, [.determiner, .possessive])
    }

    private func endsInS(_ token: Int) -> Bool {
        let end = Int(reading.article.tokens.ends[token])
        return reading.article.article.text[end - 1] == UInt8(ascii: "s")
    }

    // MARK: What follows

    private func complete(
        _ token: Int, _ lemma: Int32, _ form: CueForm, _ group: Range<Int>, _ sentence: Range<Int>
    ) -> CueCandidate {
        var cursor = ComplementCursor(reading, after: token, sentence)
        cursor.read()
        return CueCandidate(
            token: token, lemma: lemma, form: form, complement: cursor.complement, group: group,
            complementStart: cursor.position, hasHearer: cursor.hasHearer, time: cursor.time, agent: cursor.agent,
            isNegated: group.contains { reading.has($0, .negation) })
    }
}
