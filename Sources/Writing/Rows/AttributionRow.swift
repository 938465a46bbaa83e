import TextModel

/// What the attributions row and the quotes row of one attribution share.
struct AttributionFacts {
    let contentText: String
    let cueText: String?
    let sourceText: String?
    let speaker: SpeakerFacts?
    let saidTime: String?
    let saidDate: String?
    let content: [Range<Int>]
    let cue: [Range<Int>]
    let source: [Range<Int>]
    /// From the first piece's start to the last one's end.
    let passage: Span
    let fragmentURL: String?

    /// What identifies the row.
    var spans: [[Range<Int>]] { [content, cue, source] }

    init(_ attribution: Attribution, _ context: RowContext) {
        contentText = context.surface(attribution.content) ?? ""
        cueText = context.surface(attribution.cue)
        sourceText = context.surface(attribution.source)
        speaker = context.speaker(attribution.speaker)
        saidTime = attribution.saidTime.map(context.surface)
        saidDate = saidTime.flatMap { SaidDate.resolve($0, published: context.publishedDay)?.iso }
        content = context.offsets.scalarRanges(of: attribution.content)
        cue = context.offsets.scalarRanges(of: attribution.cue)
        source = context.offsets.scalarRanges(of: attribution.source)
        passage = Span(attribution.content.first?.start ?? 0, attribution.content.last?.end ?? 0)
        fragmentURL = context.fragmentURL(passage)
    }
}

extension RowContext {
    /// A row of `Table.attributions`, column by column.
    func attributionRow(_ attribution: Attribution, _ facts: AttributionFacts, index: Int, ids: [String]) -> Row {
        [
            .text(ids[index]),
            .text(articleID),
            .text(attribution.contentType.rawValue),
            .text(attribution.attitude.rawValue),
            .text(facts.contentText),
            .text(orNull: facts.cueText),
            .text(orNull: attribution.cueLemma),
            .text(attribution.cueKind.rawValue),
            .text(orNull: facts.sourceText),
            .text(attribution.sourceKind.rawValue),
            .text(orNull: facts.speaker?.id),
            .text(orNull: facts.speaker?.name),
            .text(orNull: facts.speaker?.role),
            .text(orNull: facts.speaker?.affiliation),
            .boolean(attribution.negated),
            .text(orNull: facts.saidTime),
            .text(orNull: facts.saidDate),
            .text(orNull: attribution.parent.map { ids[$0] }),
            .text(orNull: attribution.via.map(surface)),
            .text(surface(places.span(ofSentence: attribution.sentence))),
            .integer(orNull: places.paragraph(ofSentence: attribution.sentence)),
            .integer(attribution.sentence + 1),
            .spans(facts.content),
            .spans(orNull: facts.cue),
            .spans(orNull: facts.source),
            .confidence(attribution.confidence),
            .text(attribution.rule),
            .text(orNull: article.url),
            .text(orNull: facts.fragmentURL),
        ]
    }

    /// A row of `Table.quotes`, column by column.
    func quoteRow(_ attribution: Attribution, _ facts: AttributionFacts, attributionID: String, repetition: Int) -> Row
    {
        let quoted = quotedWords.spans(of: attribution.content, type: attribution.contentType)
        return [
            .text(
                StableIdentifier.row(
                    prefix: "quo_", articleID: articleID, table: "quotes", spans: facts.spans, repetition: repetition)),
            .text(attributionID),
            .text(articleID),
            .text(attribution.contentType.rawValue),
            .text(facts.contentText),
            .text(orNull: surface(quoted)),
            .text(orNull: facts.speaker?.id),
            .text(orNull: facts.speaker?.name),
            .text(orNull: facts.sourceText),
            .text(orNull: facts.cueText),
            .text(orNull: facts.saidDate),
            .text(orNull: QuoteContext.before(facts.passage.start, in: article.text)),
            .text(orNull: QuoteContext.after(facts.passage.end, in: article.text)),
            .text(orNull: canonicalKey(facts.contentText)),
            .spans(facts.content),
            .confidence(attribution.confidence),
            .text(attribution.rule),
            .null,
            .text(orNull: article.url),
            .text(orNull: facts.fragmentURL),
        ]
    }
}
