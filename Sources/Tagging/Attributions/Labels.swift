import Linguistics
import TextModel

/// Attributions that punctuation alone makes: transcripts, headlines, and names after a dash.
extension AttributionFinder {
    func readLabels(_ sentence: Sentence, _ index: Int) {
        if let turn = transcript.turn(at: index) { add(turn, sentence, index) }
        if reading.article.blocks[sentence.block].kind == .headline { readSpeakerAfterColon(sentence, index) }
        readNameAfterDash(sentence, index)
    }

    /// "SMITH: It is safe.": a turn of a transcript.
    private func add(_ turn: Transcript.Turn, _ sentence: Sentence, _ index: Int) {
        add(
            Draft(
                content: turn.content, cue: turn.mark.isEmpty ? [] : [turn.mark],
                cueToken: turn.mark.isEmpty ? turn.label.lowerBound : turn.mark.lowerBound, cueKind: .punctuation,
                source: turn.label, sentence: index, confidence: 0.6, rule: .labelColon,
                isTurn: reading.article.blocks[sentence.block].kind == .paragraph))
    }

    /// "Fire out of control: mayor", "Bridge was weak for years – engineers"
    private func readSpeakerAfterColon(_ sentence: Sentence, _ index: Int) {
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

    /// "“It is safe.” — Ann Smith", also where the name has a paragraph of its own.
    private func readNameAfterDash(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        guard let dash = tokens.first(where: { reading.kind($0) == .dash }), dash > 1,
            reading.kind(dash - 1) == .closeQuote, dash + 1 < tokens.upperBound, reading.isName(dash + 1),
            let phrase = SourceReader(reading).subject(after: dash + 1, upper: tokens.upperBound)
        else { return }
        if dash == tokens.lowerBound, reading.sentence(of: dash - 1).block != sentence.block {
            // Nothing but a name: the quotation before has found its speaker.
            guard contents.trimmed(dash + 1, tokens.upperBound) == phrase.tokens.upperBound else { return }
            return nameLast(phrase, at: dash)
        }
        guard reading.sentence(of: dash - 1).block == sentence.block, draftOfToken[dash - 2] < 0,
            let content = contents.backward(endingBefore: dash, in: sentence)
        else { return }
        add(
            Draft(
                content: [content], cue: [dash..<(dash + 1)], cueToken: dash, cueKind: .punctuation,
                source: phrase.tokens, sentence: index, confidence: 0.6, rule: .quotationDashName))
    }
}
