import Linguistics
import TextModel

/// Walks from a cue to its complement, over adverbs, times, hearers, agents and settings.
struct ComplementCursor {
    private(set) var position: Int
    private(set) var complement = Complement.boundary
    private(set) var hasHearer = false
    private(set) var time: Range<Int>?
    private(set) var agent: Range<Int>?

    private let reading: Reading
    private let cue: Int
    private let end: Int
    /// A finite verb at the beginning of a sentence: what follows is its subject.
    private let opensSentence: Bool
    private let phrases: PhraseReader

    init(_ reading: Reading, after token: Int, _ sentence: Range<Int>) {
        self.reading = reading
        cue = token
        position = token + 1
        end = sentence.upperBound
        opensSentence = token == sentence.lowerBound && reading.has(token, [.past, .thirdPerson])
        phrases = PhraseReader(reading)
    }

    mutating func read() {
        skipAdverbsAndTimes()
        complement = classify(position)
        if complement == .clause || complement == .that { return }
        if complement == .nominal, let after = phraseEnd(position), beginsPredicate(after) {
            complement = .nominalClause
        }
        // "told reporters that …", "told her he …", "said in a statement that …", "was revealed by X that …"
        if let after = phraseEnd(position), after < end {
            var ahead = self
            ahead.position = after
            ahead.skipAdverbsAndTimes()
            // More than one setting: "told reporters in Ohio on Monday that".
            var passed = 0
            while passed < 3, reading.has(ahead.position < end ? ahead.position : end - 1, .preposition),
                ahead.position < end, let next = ahead.phraseEnd(ahead.position), next < end
            {
                ahead.position = next
                ahead.skipAdverbsAndTimes()
                passed += 1
            }
            if ahead.position < end, ahead.isComma(ahead.position), ahead.position + 1 < end,
                reading.kind(ahead.position + 1) == .openQuote
            {
                ahead.position += 1
            }
            var following = ahead.position < end ? ahead.classify(ahead.position) : .boundary
            // "Said Smith: “…”"
            if opensSentence, following == .colon {
                complement = .colon
                position = ahead.position
                return
            }
            let isByPhrase = reading.reads(position, "by")
            let isSetting = reading.has(position, .preposition) && !reading.has(position, .objectPronoun)
            if isSetting, !isByPhrase, !canIntroduceSetting(position, after) { return }
            // "told him the hull was intact", but not "told the man the police arrested".
            if following == .nominal, !isSetting, reading.has(position, .objectPronoun), reading.has(cue, .takesHearer),
                let subject = ahead.phraseEnd(ahead.position), beginsPredicate(subject)
            {
                following = .clause
            }
            let acceptsClause = following == .clause && !isSetting
            if [.that, .quotation, .colon].contains(following) || acceptsClause
                || (following == .question && !isSetting) || (following == .infinitive && !isSetting)
            {
                if isByPhrase { agent = (position + 1)..<after }
                if !isSetting, !reading.has(cue, .takesHearer) {
                    // "called the plan “…”": the object is part of the content; elsewhere it says nothing new.
                    if following == .quotation { complement = .quotation }
                    return
                }
                hasHearer = !isSetting
                if time == nil { time = ahead.time }
                complement = following
                position = ahead.position
                return
            }
            if ahead.position < end, reading.reads(ahead.position, "as"), !isSetting {
                let isQuoted = (ahead.position + 1..<min(end, ahead.position + 4)).contains {
                    reading.kind($0) == .openQuote
                }
                complement = isQuoted ? .quotedPredicate : .predicate
                // With a setting in between, object and predicate are no one phrase: the predicate alone is the content.
                if passed > 0 { position = ahead.position + 1 }
                return
            }
            if isByPhrase {
                agent = (position + 1)..<after
                if complement == .other { complement = .agent }
            }
        }
    }

    /// Whether a clause's finite verb stands at `token`.
    private func beginsPredicate(_ token: Int) -> Bool {
        guard token < end else { return false }
        var token = token
        while token + 1 < end, reading.has(token, [.adverb, .negation]) { token += 1 }
        let classes = reading.classes(token)
        if classes.hasAny(.auxiliary) || reading.kind(token) == .clitic { return true }
        return classes.hasAny([.past, .thirdPerson]) && !classes.hasAny([.person, .group, .document, .capitalised])
    }

    /// "in an interview", "on Twitter", "to reporters", but not "refer to the parade that".
    private func canIntroduceSetting(_ token: Int, _ after: Int) -> Bool {
        if reading.readsAny(token, ["in", "on", "at", "during", "after", "before", "via", "through", "from", "with"]) {
            return true
        }
        guard reading.reads(token, "to") else { return false }
        return (token + 1..<after).contains { reading.has($0, [.person, .objectPronoun]) || reading.isName($0) }
    }

    /// "there is", "there would be"
    private func opensExistential(_ token: Int) -> Bool {
        reading.has(token, .existential) && token + 1 < end
            && (reading.has(token + 1, [.be, .modal]) || reading.kind(token + 1) == .clitic)
    }

    private func isComma(_ token: Int) -> Bool { reading.kind(token) == .comma }

    private mutating func skipAdverbsAndTimes() {
        while position < end {
            if let after = phrases.timeEnd(from: position, limit: end) {
                if time == nil { time = position..<after }
                position = after
            } else if reading.has(position, .adverb),
                !reading.has(position, [.preposition, .determiner, .subordinator]), !opensExistential(position)
            {
                position += 1
            } else if isComma(position), position + 2 < end, reading.has(position + 1, .adverb), isComma(position + 2) {
                position += 3
            } else if isComma(position), position + 2 < end, reading.readsAny(position + 1, ["citing", "quoting"]),
                let after = phraseEnd(position + 2), after + 1 < end, isComma(after), reading.reads(after + 1, "that")
            {
                // "reported, citing two officials, that …"
                position = after + 1
            } else {
                break
            }
        }
    }

    /// The token after a hearer or a setting that begins at `start`; nil when none does.
    private func phraseEnd(_ start: Int) -> Int? {
        guard start < end else { return nil }
        if reading.has(start, .objectPronoun), !reading.has(start, .subjectPronoun) || reading.reads(start, "you") {
            return start + 1
        }
        if reading.has(start, .preposition), !reading.reads(start, "that") {
            return phrases.nounPhraseEnd(from: start + 1, limit: min(end, start + 14))
        }
        return phrases.nounPhraseEnd(from: start, limit: min(end, start + 12))
    }

    private func classify(_ token: Int) -> Complement {
        guard token < end else { return .boundary }
        switch reading.kind(token) {
        case .openQuote: return .quotation
        case .colon: return .colon
        case .comma:
            return token + 1 < end && reading.kind(token + 1) == .openQuote ? .quotation : .boundary
        case .period, .question, .exclamation, .semicolon, .closeQuote, .closeBracket, .dash, .ellipsis:
            return .boundary
        case .number, .currency, .openBracket, .address: return .nominal
        case .word, .clitic: break
        default: return .nominal
        }
        if reading.reads(token, "that") { return .that }
        if reading.reads(token, "to") {
            guard token + 1 < end else { return .to }
            let next = token + 1
            // "promised to “look into it”"
            if reading.kind(next) == .openQuote { return .infinitive }
            let isVerb =
                reading.kind(next) == .word
                && (reading.words.verbs[next] >= 0 && reading.has(next, .baseForm)
                    || reading.has(next, [.auxiliary, .adverb])
                    || (reading.classes(next).isEmpty && !reading.has(next, .capitalised)))
                && !reading.has(next, [.determiner, .possessive, .plural])
            return isVerb ? .infinitive : .to
        }
        if reading.has(token, .subjectPronoun), !reading.has(token, .interrogative), !reading.reads(token, "one") {
            // "it" and "you" are objects as well.
            let isObject = reading.has(token, .objectPronoun) && !beginsPredicate(token + 1)
            return isObject ? .nominal : .clause
        }
        if opensExistential(token) { return .clause }
        if reading.has(token, .interrogative) || reading.reads(token, "if") { return .question }
        if reading.has(token, .preposition) {
            return Complement.prepositions.first { reading.reads(token, $0.0) }?.1 ?? .other
        }
        if reading.has(token, [.coordinator, .subordinator, .relative]) { return .boundary }
        if reading.has(token, .gerund) || isGerundLike(token) { return .gerund }
        if reading.has(token, .auxiliary) { return .other }
        return .nominal
    }

    private func isGerundLike(_ token: Int) -> Bool {
        guard !reading.has(token, .capitalised), reading.classes(token).isEmpty else { return false }
        let span = reading.article.tokens.span(token).range
        let text = reading.article.article.text
        return span.count > 5 && text[span.upperBound - 1] == UInt8(ascii: "g")
            && text[span.upperBound - 2] == UInt8(ascii: "n")
            && text[span.upperBound - 3] == UInt8(ascii: "i")
    }
}
