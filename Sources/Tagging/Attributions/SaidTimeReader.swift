import Linguistics
import TextModel

/// Finds when something was said, where the words between cue and content do not tell.
///
/// - Complexity: a bounded window an attribution.
struct SaidTimeReader {
    private let reading: Reading
    private let phrases: PhraseReader
    private static let window = 16

    init(_ reading: Reading) {
        self.reading = reading
        phrases = PhraseReader(reading)
    }

    /// "In June, officials said", "A report from NBC Monday … said", "…, Smith told reporters on Monday".
    func time(of draft: Draft) -> Range<Int>? {
        guard draft.cueToken >= 0, draft.cueToken < reading.tokenCount else { return nil }
        let sentence = reading.article.sentences[draft.sentence].tokens
        return leading(draft, sentence) ?? ending(draft) ?? following(draft, sentence) ?? preceding(draft, sentence)
    }

    /// At the head of the sentence: "On Monday, Smith said", "Last week Smith said".
    private func leading(_ draft: Draft, _ sentence: Range<Int>) -> Range<Int>? {
        let start = sentence.lowerBound
        guard let end = phrases.timeEnd(from: start, limit: sentence.upperBound), end < sentence.upperBound,
            draft.contentStart >= end, reading.isComma(end) || draft.source?.lowerBound == end
        else { return nil }
        return start..<end
    }

    /// At the end of the source: "A report from NBC Monday said".
    private func ending(_ draft: Draft) -> Range<Int>? {
        // "Holm, who left on Monday": the time is the aside's.
        guard let source = draft.source, reading.has(source.upperBound - 1, .weekday),
            !source.contains(where: { reading.isComma($0) || reading.has($0, .relative) })
        else { return nil }
        return (source.upperBound - 1)..<source.upperBound
    }

    /// Behind the cue, over hearers and places: "told reporters in Ohio on Monday".
    private func following(_ draft: Draft, _ sentence: Range<Int>) -> Range<Int>? {
        let inverted = draft.source.map { $0.lowerBound > draft.cueToken ? $0.upperBound : 0 } ?? 0
        let start = max(draft.cueToken + 1, inverted)
        let content = draft.content.first { $0.lowerBound >= start }?.lowerBound ?? sentence.upperBound
        let limit = min(content, sentence.upperBound, start + Self.window)
        var token = start
        while token < limit {
            if draft.content.contains(where: { $0.contains(token) }) { return nil }
            if let end = phrases.timeEnd(from: token, limit: limit) { return token..<end }
            switch reading.kind(token) {
            case .word, .clitic, .number, .address: break
            default: return nil
            }
            // What another verb tells of is another time.
            if reading.tags.universal[token] == .verb || reading.has(token, [.subordinator, .relative]) { return nil }
            token += 1
        }
        return nil
    }

    /// Between source and cue: "Smith on Monday said".
    private func preceding(_ draft: Draft, _ sentence: Range<Int>) -> Range<Int>? {
        guard let source = draft.source, source.upperBound < draft.cueToken, draft.cueToken - source.upperBound < 8,
            let end = phrases.timeEnd(from: source.upperBound, limit: draft.cueToken)
        else { return nil }
        return source.upperBound..<end
    }
}
