import TextModel

/// Turns a tagged article into the rows of the datasets.
package enum RowBuilder {
    /// Every attribution gives a row, every statement a quote too, every claim a row; speakers that are the source of
    /// something give a sighting. Spans become Unicode scalar offsets here and nowhere else.
    /// - Complexity: O(*n*) in the text and in what its rows hold.
    package static func rows(of tagged: TaggedArticle) -> ArticleRows {
        let context = RowContext(tagged)
        let attributionIDs = context.attributionIDs
        var rows = ArticleRows(article: context.articleRow)
        rows.attributions.reserveCapacity(tagged.attributions.count)
        rows.claims.reserveCapacity(tagged.claims.count)
        var quoteIDs = RepetitionCount()
        for (index, attribution) in tagged.attributions.enumerated() {
            let facts = AttributionFacts(attribution, context)
            rows.attributions.append(context.attributionRow(attribution, facts, index: index, ids: attributionIDs))
            if attribution.isQuote {
                let repetition = quoteIDs.repetition(of: facts.spans)
                rows.quotes.append(
                    context.quoteRow(attribution, facts, attributionID: attributionIDs[index], repetition: repetition))
            }
        }
        var claimIDs = RepetitionCount()
        for claim in tagged.claims {
            let span = context.offsets.scalarRange(of: claim.span)
            rows.claims.append(
                context.claimRow(
                    claim, span: span, repetition: claimIDs.repetition(of: [[span]]), attributionIDs: attributionIDs))
        }
        rows.sightings = context.sightings
        return rows
    }
}

/// Counts how often the same spans have come, so that two rows with the same ones still get two identifiers.
struct RepetitionCount {
    private var counts: [[[Range<Int>]]: Int] = [:]

    mutating func repetition(of spans: [[Range<Int>]]) -> Int {
        let count = counts[spans, default: 0]
        counts[spans] = count + 1
        return count
    }
}
