import Linguistics
import TextModel

/// Finds attributions, speakers and numeric claims in a segmented article.
///
/// - Complexity: O(*n*) in tokens.
package struct Tagger: Sendable {
    private let lexicon = Lexicon()
    private let frames: FrameTable
    private let threshold: Double

    /// - Parameter threshold: the least share of a cue's frame that still counts as a cue.
    package init(threshold: Double = 0.65) {
        frames = FrameTable(lexicon: lexicon)
        self.threshold = threshold
    }

    package func tag(_ article: SegmentedArticle) -> TaggedArticle {
        let reading = Reading(article, words: lexicon.words(of: article))
        let drafts = AttributionFinder.drafts(in: reading, frames: frames, threshold: threshold)
        let attributions = drafts.map { finished($0, reading) }
        return TaggedArticle(
            segmented: article,
            attributions: attributions.sorted { ($0.content.first ?? Span(0, 0)) < ($1.content.first ?? Span(0, 0)) })
    }

    private func finished(_ draft: Draft, _ reading: Reading) -> Attribution {
        Attribution(
            contentType: .indirect, content: draft.content.map { reading.span($0) },
            cue: draft.cue.map { reading.span($0) }, cueKind: draft.cueKind,
            source: draft.source.map { [reading.span($0)] } ?? [], sentence: draft.sentence,
            confidence: draft.confidence, rule: draft.rule)
    }
}
