import Linguistics
import TextModel

extension AttributionFinder {
    /// "…, according to X", "According to X, …", "…, according to X, …".
    mutating func readAccordingTo(_ sentence: Sentence, _ index: Int) {
        let tokens = sentence.tokens
        let sources = SourceReader(reading)
        var token = tokens.lowerBound
        while token + 2 < tokens.upperBound {
            defer { token += 1 }
            guard reading.reads(token, "according"), reading.reads(token + 1, "to"), !reading.isQuoted(token) else {
                continue
            }
            let start = token + 2
            let limit = tokens.upperBound
            guard let phrase = sources.subject(after: start, upper: limit) else { continue }
            let end = phrase.tokens.upperBound
            var content: [Range<Int>] = []
            if token > tokens.lowerBound {
                let stop = contents.trimmed(tokens.lowerBound, token)
                if stop - tokens.lowerBound >= 2 { content.append(contentStart(tokens.lowerBound, stop)..<stop) }
            }
            if end < limit, reading.kind(end) == .comma, end + 2 < limit {
                let after = contents.trimmed(end + 1, limit)
                if after > end + 2,
                    content.isEmpty || !reading.has(end + 1, [.coordinator, .subordinator, .relative, .gerund])
                {
                    content.append((end + 1)..<after)
                }
            }
            guard !content.isEmpty else { continue }
            add(
                Draft(
                    content: content, cue: [token..<(token + 2)], cueToken: token, cueKind: .preposition,
                    source: phrase.tokens,
                    via: phrase.via, sentence: index, confidence: 0.8, rule: .accordingTo))
            token = end
        }
    }

    private func contentStart(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, reading.has(start, .coordinator) { start += 1 }
        return start
    }
}
