import Linguistics
import TextModel

extension AttributionFinder {
    /// "…, according to X", "According to X, …", "…, according to X, …".
    mutating func readAccordingTo(_ sentence: Sentence, _ index: Int) {
        let sources = SourceReader(reading)
        let cues = accordingTo(sentence.tokens)
        // Each has the words between its neighbours for its content, so that a sentence of many costs no more.
        var lower = sentence.tokens.lowerBound
        for (place, cue) in cues.enumerated() {
            let upper = place + 1 < cues.count ? cues[place + 1] : sentence.tokens.upperBound
            guard let phrase = sources.subject(after: cue + 2, upper: upper) else { continue }
            let end = phrase.tokens.upperBound
            var content: [Range<Int>] = []
            if cue > lower {
                let stop = contents.trimmed(lower, cue)
                if stop - lower >= 2 { content.append(contentStart(lower, stop)..<stop) }
            }
            if end < upper, reading.kind(end) == .comma, end + 2 < upper {
                let after = contents.trimmed(end + 1, upper)
                if after > end + 2,
                    content.isEmpty || !reading.has(end + 1, [.coordinator, .subordinator, .relative, .gerund])
                {
                    content.append((end + 1)..<after)
                }
            }
            guard !content.isEmpty else { continue }
            add(
                Draft(
                    content: content, cue: [cue..<(cue + 2)], cueToken: cue, cueKind: .preposition,
                    source: phrase.tokens,
                    via: phrase.via, sentence: index, confidence: 0.8, rule: .accordingTo))
            lower = end
        }
    }

    /// Where "according to" stands outside quotation marks.
    private func accordingTo(_ tokens: Range<Int>) -> [Int] {
        tokens.dropLast(2).filter {
            reading.reads($0, "according") && reading.reads($0 + 1, "to") && !reading.isQuoted($0)
        }
    }

    private func contentStart(_ start: Int, _ end: Int) -> Int {
        var start = start
        while start < end, reading.has(start, .coordinator) || reading.isComma(start) { start += 1 }
        return start
    }
}
