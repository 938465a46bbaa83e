import Segmentation
import Tagging
import TextModel

/// What libFuzzer calls for each input: from an article's text to its attributions and numeric claims.
enum Extracting {
    private static let segmenter = Segmenter()
    private static let tagger = Tagger()

    /// Any text must give spans that lie in it, between scalars and in order, and end.
    static let extractAnything: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
        // Articles are well-formed by the time they come here.
        let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        let tagged = tagger.tag(segmenter.segment(Article(text: Array(text.utf8))))
        let bytes = tagged.article.text
        for (index, attribution) in tagged.attributions.enumerated() {
            for spans in [attribution.content, attribution.cue, attribution.source] { check(spans, in: bytes) }
            check(Array([attribution.saidTime, attribution.via].compactMap { $0 }.prefix(1)), in: bytes)
            precondition(!attribution.content.isEmpty, "an attribution of nothing")
            precondition(attribution.parent.map { $0 < index } ?? true, "a parent behind its child")
            precondition(
                attribution.speaker.map(tagged.speakers.indices.contains) ?? true, "a speaker that is not there")
        }
        for claim in tagged.claims {
            check([claim.span], in: bytes)
            for span in [claim.unitSurface, claim.counted, claim.subject, claim.predicate, claim.time, claim.source] {
                if let span { check([span], in: bytes) }
            }
            precondition(
                claim.attribution.map(tagged.attributions.indices.contains) ?? true, "an attribution that is not there")
        }
        return 0
    }

    private static func check(_ spans: [Span], in bytes: [UInt8]) {
        var last = 0
        for span in spans {
            let range = span.range
            precondition(last <= range.lowerBound && range.upperBound <= bytes.count, "a span outside or out of order")
            for offset in [range.lowerBound, range.upperBound] where offset < bytes.count {
                precondition(bytes[offset] & 0xC0 != 0x80, "a span that begins or ends within a scalar")
            }
            last = range.upperBound
        }
    }
}
