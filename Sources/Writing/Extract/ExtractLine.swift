import TextModel

/// The parts of one article's answer.
struct ExtractLine {
    private let tagged: TaggedArticle
    private let offsets: ScalarOffsets
    private let quotedWords: QuotedWords

    init(_ tagged: TaggedArticle) {
        self.tagged = tagged
        offsets = ScalarOffsets(tagged.article.text)
        quotedWords = QuotedWords(tagged.segmented)
    }

    func append(_ attribution: Attribution, to bytes: inout ByteBuffer) {
        bytes.append(literal: "{\"content\":")
        append(spans: attribution.content, to: &bytes)
        bytes.append(literal: ",\"cue\":")
        append(spans: attribution.cue, to: &bytes)
        bytes.append(literal: ",\"source\":")
        append(spans: attribution.source, to: &bytes)
        append(",\"type\":", word: attribution.contentType.rawValue, to: &bytes)
        append(",\"attitude\":", word: attribution.attitude.rawValue, to: &bytes)
        let speaker = attribution.speaker.map { tagged.speakers[$0] }
        append(",\"speaker\":", surface: speaker?.name, to: &bytes)
        append(",\"speaker_kind\":", word: speaker?.kind.rawValue, to: &bytes)
        append(",\"parent\":", index: attribution.parent, to: &bytes)
        append(",\"via\":", surface: attribution.via, to: &bytes)
        bytes.append(literal: ",\"confidence\":")
        bytes.append(confidence: attribution.confidence)
        append(",\"cue_lemma\":", text: attribution.cueLemma, to: &bytes)
        append(",\"cue_kind\":", word: attribution.cueKind.rawValue, to: &bytes)
        append(",\"source_kind\":", word: attribution.sourceKind.rawValue, to: &bytes)
        append(",\"speaker_role\":", surface: speaker?.role, to: &bytes)
        append(",\"speaker_affiliation\":", surface: speaker?.affiliation, to: &bytes)
        append(",\"negated\":", flag: attribution.negated, to: &bytes)
        append(",\"said_time\":", surface: attribution.saidTime, to: &bytes)
        append(",\"rule\":", text: attribution.rule, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    func append(quoteOf attribution: Attribution, index: Int, to bytes: inout ByteBuffer) {
        bytes.append(literal: "{\"attribution\":")
        bytes.append(integer: index)
        append(",\"type\":", word: attribution.contentType.rawValue, to: &bytes)
        bytes.append(literal: ",\"content\":")
        append(spans: attribution.content, to: &bytes)
        bytes.append(literal: ",\"quoted\":")
        append(spans: quotedWords.spans(of: attribution.content, type: attribution.contentType), to: &bytes)
        append(",\"speaker\":", surface: attribution.speaker.map { tagged.speakers[$0].name }, to: &bytes)
        bytes.append(literal: ",\"confidence\":")
        bytes.append(confidence: attribution.confidence)
        bytes.append(UInt8(ascii: "}"))
    }

    func append(_ claim: NumericClaim, to bytes: inout ByteBuffer) {
        let attribution = claim.attribution.map { tagged.attributions[$0] }
        bytes.append(literal: "{\"span\":")
        append(span: claim.span, to: &bytes)
        append(",\"surface\":", surface: claim.span, to: &bytes)
        append(",\"value\":", number: claim.value, to: &bytes)
        append(",\"low\":", number: claim.low, to: &bytes)
        append(",\"high\":", number: claim.high, to: &bytes)
        append(",\"bound\":", word: claim.bound.rawValue, to: &bytes)
        append(",\"kind\":", word: claim.kind.rawValue, to: &bytes)
        append(",\"change\":", word: claim.change.rawValue, to: &bytes)
        append(",\"unit\":", text: claim.unit, to: &bytes)
        append(",\"unit_surface\":", surface: claim.unitSurface, to: &bytes)
        append(",\"counted\":", surface: claim.counted, to: &bytes)
        append(",\"subject\":", surface: claim.subject, to: &bytes)
        append(",\"predicate\":", surface: claim.predicate, to: &bytes)
        append(",\"modality\":", word: claim.modality.rawValue, to: &bytes)
        append(",\"negated\":", flag: claim.negated, to: &bytes)
        append(",\"time\":", surface: claim.time, to: &bytes)
        append(",\"time_start\":", text: claim.timeStart ?? "", to: &bytes)
        append(",\"time_end\":", text: claim.timeEnd ?? "", to: &bytes)
        append(",\"speaker\":", surface: attribution?.speaker.map { tagged.speakers[$0].name }, to: &bytes)
        append(",\"source\":", surface: claim.source, to: &bytes)
        append(",\"attribution\":", index: claim.attribution, to: &bytes)
        bytes.append(literal: ",\"confidence\":")
        bytes.append(confidence: claim.confidence)
        append(",\"rule\":", text: claim.rule, to: &bytes)
        append(",\"place\":", surface: claim.place, to: &bytes)
        append(",\"base_value\":", number: claim.baseValue, to: &bytes)
        append(",\"base_low\":", number: claim.baseLow, to: &bytes)
        append(",\"base_high\":", number: claim.baseHigh, to: &bytes)
        append(",\"base_unit\":", text: claim.baseUnit ?? "", to: &bytes)
        append(",\"normal_form\":", text: claim.normalForm, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }
}

/// One key and its value, or `null` for what is missing.
extension ExtractLine {
    private func append(spans: [Span], to bytes: inout ByteBuffer) {
        bytes.append(UInt8(ascii: "["))
        for (index, span) in spans.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(span: span, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private func append(span: Span, to bytes: inout ByteBuffer) {
        let range = offsets.scalarRange(of: span)
        bytes.append(UInt8(ascii: "["))
        bytes.append(integer: range.lowerBound)
        bytes.append(UInt8(ascii: ","))
        bytes.append(integer: range.upperBound)
        bytes.append(UInt8(ascii: "]"))
    }

    private func append(_ key: StaticString, surface span: Span?, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        guard let span else { return bytes.append(literal: "null") }
        tagged.article.text.withUnsafeBufferPointer { bytes.appendJSON(UnsafeBufferPointer(rebasing: $0[span.range])) }
    }

    /// A text that may be empty, which is written as `null`.
    private func append(_ key: StaticString, text: String, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        if text.isEmpty { bytes.append(literal: "null") } else { bytes.appendJSON(text) }
    }

    /// A raw value of our own, which never needs an escape.
    private func append(_ key: StaticString, word: String?, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        guard let word else { return bytes.append(literal: "null") }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(raw: word)
        bytes.append(UInt8(ascii: "\""))
    }

    private func append(_ key: StaticString, number: DecimalNumber?, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        if let number { bytes.append(decimal: number) } else { bytes.append(literal: "null") }
    }

    private func append(_ key: StaticString, index: Int?, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        if let index { bytes.append(integer: index) } else { bytes.append(literal: "null") }
    }

    private func append(_ key: StaticString, flag: Bool, to bytes: inout ByteBuffer) {
        bytes.append(literal: key)
        bytes.append(literal: flag ? "true" : "false")
    }
}
