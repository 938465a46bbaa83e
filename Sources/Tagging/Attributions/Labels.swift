import Linguistics
import TextModel

/// Attributions that punctuation alone makes: transcripts, headlines, and names after a dash.
extension AttributionFinder {
    mutating func readLabels(_ sentence: Sentence, _ index: Int) {
        let isBlockStart = index == 0 || reading.article.sentences[index - 1].block != sentence.block
        if isBlockStart { readSpeakerBeforeColon(sentence, index) }
        if reading.article.blocks[sentence.block].kind == .headline { readSpeakerAfterColon(sentence, index) }
        readNameAfterDash(sentence, index)
    }

    /// "SMITH: It is safe.": the rest of the paragraph is what Smith says.
    private mutating func readSpeakerBeforeColon(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        let start = reading.kind(tokens.lowerBound) == .openQuote ? tokens.lowerBound + 1 : tokens.lowerBound
        guard start < tokens.upperBound,
            let colon = (start..<min(tokens.upperBound, start + 6)).first(where: { reading.kind($0) == .colon }),
            colon > start,
            (start..<colon).allSatisfy({ reading.isName($0) || reading.kind($0) == .period })
        else { return }
        // "ANALYSIS: Why …"
        if colon - start <= 2, (start..<colon).contains(where: { reading.has($0, .genreLabel) }) { return }
        let block = reading.article.blocks[sentence.block].span
        var end = tokens.upperBound
        while end < reading.tokenCount, reading.article.tokens.starts[end] < block.end { end += 1 }
        guard colon + 3 < end else { return }
        add(
            Draft(
                content: [(colon + 1)..<end], cue: [colon..<(colon + 1)], cueToken: colon, cueKind: .punctuation,
                source: start..<colon, sentence: index, confidence: 0.6, rule: .labelColon))
    }

    /// "Fire out of control: mayor", "Bridge was weak for years – engineers"
    private mutating func readSpeakerAfterColon(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        guard let colon = tokens.last(where: { reading.kind($0) == .colon || reading.kind($0) == .dash }),
            colon - tokens.lowerBound >= 2
        else {
            return
        }
        let speaker = (colon + 1)..<contents.trimmed(colon + 1, tokens.upperBound)
        guard (1...4).contains(speaker.count), let last = speaker.last,
            reading.has(last, [.person, .group, .document, .title]) || speaker.allSatisfy(reading.isName),
            speaker.allSatisfy({ reading.kind($0) == .word && !reading.has($0, .auxiliary) })
        else { return }
        add(
            Draft(
                content: [tokens.lowerBound..<colon], cue: [colon..<(colon + 1)], cueToken: colon,
                cueKind: .punctuation, source: speaker, sentence: index, confidence: 0.6, rule: .headlineColon))
    }

    /// "“It is safe.” — Ann Smith"
    private mutating func readNameAfterDash(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        guard let dash = tokens.first(where: { reading.kind($0) == .dash }), dash > 1,
            reading.kind(dash - 1) == .closeQuote, reading.sentence(of: dash - 1).block == sentence.block,
            dash + 1 < tokens.upperBound, reading.isName(dash + 1),
            draftOfToken[dash - 2] < 0, let content = contents.backward(endingBefore: dash, in: sentence),
            let phrase = SourceReader(reading).subject(after: dash + 1, upper: tokens.upperBound)
        else { return }
        add(
            Draft(
                content: [content], cue: [dash..<(dash + 1)], cueToken: dash, cueKind: .punctuation,
                source: phrase.tokens, sentence: index, confidence: 0.6, rule: .quotationDashName))
    }
}
