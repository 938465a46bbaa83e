import TextModel

extension RowContext {
    /// A row of `Table.numericClaims`, column by column. The speaker is the attribution's.
    func claimRow(_ claim: NumericClaim, span: Range<Int>, repetition: Int, attributionIDs: [String]) -> Row {
        let attribution = claim.attribution.map { tagged.attributions[$0] }
        let speaker = speaker(attribution?.speaker)
        let sentence = places.sentence(atByte: claim.span.start)
        return [
            .text(
                StableIdentifier.row(
                    prefix: "clm_", articleID: articleID, table: "numeric_claims", spans: [[span]],
                    repetition: repetition)),
            .text(articleID),
            .text(orNull: claim.attribution.map { attributionIDs[$0] }),
            .text(surface(claim.span)),
            .number(orNull: claim.value),
            .number(orNull: claim.low),
            .number(orNull: claim.high),
            .text(claim.bound.rawValue),
            .text(claim.kind.rawValue),
            .text(claim.change.rawValue),
            .text(orNull: claim.unit),
            .text(orNull: claim.unitSurface.map(surface)),
            .text(orNull: claim.counted.map(surface)),
            .text(orNull: claim.subject.map(surface)),
            .text(orNull: claim.predicate.map(surface)),
            .text(claim.modality.rawValue),
            .boolean(claim.negated),
            .text(orNull: claim.time.map(surface)),
            .text(orNull: claim.timeStart),
            .text(orNull: claim.timeEnd),
            .text(orNull: speaker?.id),
            .text(orNull: speaker?.name),
            .text(orNull: claim.source.map(surface)),
            .text(surface(sentence.map(places.span(ofSentence:)) ?? claim.span)),
            .spans([span]),
            .confidence(claim.confidence),
            .text(claim.rule),
            .null,
            .text(orNull: article.url),
            .text(orNull: fragmentURL(claim.span)),
            .text(orNull: claim.place.map(surface)),
            .number(orNull: claim.baseValue),
            .number(orNull: claim.baseLow),
            .number(orNull: claim.baseHigh),
            .text(orNull: claim.baseUnit),
            .text(claim.normalForm),
        ]
    }
}
