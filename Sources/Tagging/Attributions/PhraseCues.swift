import Learning
import Linguistics
import TextModel
import WordLists

/// A phrase that names whose the words around it are: "according to X", "in X's view", "as X put it".
struct PhraseCue {
    /// The whole phrase, the source included.
    var tokens: Range<Int>
    /// The words that attribute.
    var cue: [Range<Int>]
    var source: SourcePhrase
    var rule: RuleName
}

/// Finds the phrase cues of a sentence outside quotation marks.
///
/// - Complexity: O(*n*) in the sentence's tokens; sources are read in bounded windows.
struct PhraseCueReader {
    private let reading: Reading
    private let sources: SourceReader
    /// As `Reading.forms` has them.
    private let according = FeatureHash.of("according"), within = FeatureHash.of("in"), like = FeatureHash.of("as")
    private let per = FeatureHash.of("per")
    private static let nouns = WordTable(
        WordList(named: "phrase-cues").entries.filter { $0[1] == "view" }.map { (key: $0[0], value: 0) })

    init(_ reading: Reading) {
        self.reading = reading
        sources = SourceReader(reading)
    }

    /// - Returns: in text order; none begins inside another.
    func read(_ sentence: Range<Int>) -> [PhraseCue] {
        var found: [PhraseCue] = []
        for token in sentence.dropLast(2) where mayOpen(token) {
            if reading.isQuoted(token) || token < found.last?.tokens.upperBound ?? 0 { continue }
            if let phrase = accordingTo(token, sentence) ?? inView(token, sentence) ?? asPutIt(token, sentence)
                ?? per(token, sentence)
            {
                found.append(phrase)
            }
        }
        return found
    }

    /// Whether the word is one that a phrase begins with: one look at each word of every sentence.
    @inline(__always)
    private func mayOpen(_ token: Int) -> Bool {
        let form = reading.forms[token]
        return form == according || form == within || form == like || form == per
    }

    private func accordingTo(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        guard reading.reads(token, "according"), reading.reads(token + 1, "to"),
            var source = sources.subject(after: token + 2, upper: sentence.upperBound)
        else { return nil }
        var end = source.tokens.upperBound
        if source.via == nil, let via = citation(from: end, sentence) {
            source.via = via
            end = via.upperBound
        }
        return PhraseCue(tokens: token..<end, cue: [token..<(token + 2)], source: source, rule: .accordingTo)
    }

    /// "…, per two officials", "Per the report, …": set off, and of somebody or something that tells.
    private func per(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        guard reading.reads(token, "per"), token == sentence.lowerBound || reading.isComma(token - 1),
            let source = sources.subject(after: token + 1, upper: sentence.upperBound),
            Somebody(reading).isNamed(by: source.tokens)
                || source.tokens.contains(where: { reading.has($0, [.document, .organization]) })
        else { return nil }
        let end = source.tokens.upperBound
        guard token > sentence.lowerBound || end < sentence.upperBound && reading.isComma(end) else { return nil }
        return PhraseCue(tokens: token..<end, cue: [token..<token + 1], source: source, rule: .accordingTo)
    }

    /// "a report citing two engineers", ", citing two engineers"
    private func citation(from start: Int, _ sentence: Range<Int>) -> Range<Int>? {
        let citing = start < sentence.upperBound && reading.isComma(start) ? start + 1 : start
        guard citing + 1 < sentence.upperBound, reading.readsAny(citing, ["citing", "quoting"]),
            let end = sources.extendedPhraseEnd(from: citing + 1, limit: sentence.upperBound),
            Somebody(reading).isNamed(by: (citing + 1)..<end)
        else { return nil }
        return (citing + 1)..<end
    }

    /// "In the mayor's view, …", "in her opinion", "in the words of the mayor": set off from what they attribute.
    private func inView(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        guard reading.reads(token, "in") else { return nil }
        let found = viewOf(token, sentence) ?? possessedView(token, sentence)
        guard let found else { return nil }
        let end = found.tokens.upperBound
        let isSetOff =
            token == sentence.lowerBound
            ? end < sentence.upperBound && reading.isComma(end) : reading.isComma(token - 1)
        return isSetOff ? found : nil
    }

    /// "in the view of the mayor"
    private func viewOf(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        let noun = reading.reads(token + 1, "the") ? token + 2 : token + 1
        guard noun + 2 < sentence.upperBound, isViewNoun(noun), reading.reads(noun + 1, "of"),
            let source = sources.subject(after: noun + 2, upper: sentence.upperBound)
        else { return nil }
        return PhraseCue(
            tokens: token..<source.tokens.upperBound, cue: [token..<(noun + 2)], source: source, rule: .inTheViewOf)
    }

    /// "in the mayor's own view", "in her view"
    private func possessedView(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        let limit = min(sentence.upperBound, token + 9)
        guard let noun = (token + 2..<max(token + 2, limit)).first(where: isViewNoun) else { return nil }
        var end = noun
        while end - 1 > token + 1, [.adjective, .verb].contains(reading.tags.universal[end - 1]),
            reading.kind(end - 1) == .word
        { end -= 1 }
        let last = end - 1
        let source: Range<Int>
        if reading.kind(last) == .clitic, last > token + 1 {
            source = (token + 1)..<last
            guard source.allSatisfy({ [.word, .number].contains(reading.kind($0)) }) else { return nil }
        } else if last == token + 1, reading.has(last, .possessive), !reading.has(last, .determiner) || isPronoun(last)
        {
            source = last..<end
        } else {
            return nil
        }
        return PhraseCue(
            tokens: token..<(noun + 1), cue: [token..<(token + 1), max(source.upperBound, end)..<(noun + 1)],
            source: SourcePhrase(tokens: source), rule: .inTheViewOf)
    }

    private func isPronoun(_ token: Int) -> Bool {
        reading.readsAny(token, ["my", "your", "his", "her", "its", "our", "their"])
    }

    private func isViewNoun(_ token: Int) -> Bool {
        guard reading.kind(token) == .word else { return false }
        let word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { Self.nouns.value(in: $0, word) != nil }
    }

    /// "as the mayor put it", "as she puts it"
    private func asPutIt(_ token: Int, _ sentence: Range<Int>) -> PhraseCue? {
        guard reading.reads(token, "as") else { return nil }
        let limit = min(sentence.upperBound - 1, token + 12)
        guard
            let put = (token + 2..<max(token + 2, limit)).first(where: {
                reading.readsAny($0, ["put", "puts"]) && reading.reads($0 + 1, "it")
            }),
            (token + 1..<put).allSatisfy({ [.word, .clitic, .number].contains(reading.kind($0)) })
        else { return nil }
        var end = put
        while end - 1 > token + 1, reading.has(end - 1, [.adverb, .auxiliary]) { end -= 1 }
        return PhraseCue(
            tokens: token..<(put + 2), cue: [token..<(token + 1), put..<(put + 2)],
            source: SourcePhrase(tokens: (token + 1)..<end), rule: .asPutIt)
    }
}

extension AttributionFinder {
    /// "…, according to X", "In X's view, …", "…, as X put it, …".
    func readPhrases(_ phrases: [PhraseCue], _ sentence: Sentence, _ index: Int) {
        // Each has the words between its neighbours for its content, so that a sentence of many costs no more.
        var lower = sentence.tokens.lowerBound
        for (place, phrase) in phrases.enumerated() {
            let upper = place + 1 < phrases.count ? phrases[place + 1].tokens.lowerBound : sentence.tokens.upperBound
            let content =
                phrase.rule == .asPutIt
                ? quotationBeside(phrase, sentence) : around(phrase.tokens, lower: lower, upper: upper)
            guard !content.isEmpty else { continue }
            add(
                Draft(
                    content: content, cue: phrase.cue, cueToken: phrase.cue.last?.lowerBound ?? 0,
                    cueKind: .preposition, source: phrase.source.tokens, via: phrase.source.via, sentence: index,
                    confidence: phrase.rule == .accordingTo ? 0.8 : 0.6, rule: phrase.rule))
            lower = phrase.tokens.upperBound
        }
    }

    /// The words before a phrase, and those after its comma.
    private func around(_ phrase: Range<Int>, lower: Int, upper: Int) -> [Range<Int>] {
        var content: [Range<Int>] = []
        if phrase.lowerBound > lower {
            let stop = contents.trimmed(lower, phrase.lowerBound)
            if stop - lower >= 2 { content.append(contentStart(lower, stop)..<stop) }
        }
        let end = phrase.upperBound
        if end < upper, reading.kind(end) == .comma, end + 2 < upper {
            let after = contents.trimmed(end + 1, upper)
            if after > end + 2,
                content.isEmpty || !reading.has(end + 1, [.coordinator, .subordinator, .relative, .gerund])
            {
                content.append((end + 1)..<after)
            }
        }
        return content
    }

    /// The quotation right before or after "as X put it", across a comma or a colon.
    private func quotationBeside(_ phrase: PhraseCue, _ sentence: Sentence) -> [Range<Int>] {
        var after = phrase.tokens.upperBound
        if after < sentence.tokens.upperBound, [.comma, .colon].contains(reading.kind(after)) { after += 1 }
        if after < sentence.tokens.upperBound, reading.kind(after) == .openQuote,
            let quotation = contents.quotation(openingAt: after)
        {
            return [contents.withContinuations(quotation)]
        }
        let before = phrase.tokens.lowerBound - 1
        guard before > 0, reading.kind(before) == .closeQuote || reading.kind(before - 1) == .closeQuote else {
            return []
        }
        return contents.backward(endingBefore: phrase.tokens.lowerBound, in: sentence)
            .flatMap { $0.contains { reading.isQuoted($0) } ? [$0] : nil } ?? []
    }

    private func contentStart(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, reading.has(start, .coordinator) || reading.isComma(start) { start += 1 }
        return start
    }
}
