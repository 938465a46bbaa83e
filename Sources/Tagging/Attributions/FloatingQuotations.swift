import Linguistics
import TextModel

extension AttributionFinder {
    /// A quotation that is a sentence of its own and has no cue goes on with the speaker before it.
    func readFloating(_ sentence: Sentence, _ index: Int) {
        let start = sentence.tokens.lowerBound
        guard reading.kind(start) == .openQuote, draftOfToken[start] < 0,
            let quotation = contents.quotation(openingAt: start), !contents.endsInComma(quotation)
        else { return }
        let whole = contents.withContinuations(quotation)
        guard whole.count > 6, AttributionRule.isOwnSentence(whole, reading), draftOfToken[start + 1] < 0 else {
            return
        }
        // The last draft of this paragraph or of the one before, if it quotes.
        if let last = drafts.indices.last, let end = drafts[last].content.last {
            let isNear = sentence.block - reading.article.sentences[drafts[last].sentence].block <= 1
            let quotes = end.contains { reading.isQuoted($0) }
            if isNear, quotes, end.upperBound <= start, drafts[last].content.count < 8 {
                return extendLast(with: whole)
            }
        }
        let isNear = drafts.last.map { sentence.block - reading.article.sentences[$0.sentence].block <= 1 } ?? false
        add(
            Draft(
                content: [whole], cue: [], cueToken: -1, cueKind: .other, source: isNear ? drafts.last?.source : nil,
                sentence: index, confidence: 0.4, rule: .floatingQuotation))
    }
}
