import Linguistics
import TextModel

/// Finds attributions, speakers and numeric claims in a segmented article.
///
/// Shape: see `TaggedArticle`; an article in which nothing is found has empty lists.
/// - Complexity: O(*n*) in tokens.
package struct Tagger: Sendable {
    private let lexicon: Lexicon
    private let frames: FrameTable
    private let quantities = QuantityTagger()
    private let threshold: Double

    /// - Parameter threshold: the least share of sightings in which a cue's frame attributed, for it to count here.
    package init(threshold: Double = 0.65) {
        lexicon = quantities.lexicon
        frames = FrameTable(lexicon: lexicon)
        self.threshold = threshold
    }

    package func tag(_ article: SegmentedArticle) -> TaggedArticle {
        let reading = Reading(article, words: lexicon.words(of: article))
        let drafts = AttributionFinder.drafts(in: reading, frames: frames, threshold: threshold)
        let found = AttributionBuilder(reading, lexicon: lexicon).build(drafts)
        var claims = quantities.claims(in: article, words: reading.words, attributions: found.attributions)
        for index in claims.indices {
            guard let attribution = claims[index].attribution else { continue }
            claims[index].source = found.attributions[attribution].source.first ?? found.documents[attribution]
        }
        return TaggedArticle(
            segmented: article, attributions: found.attributions, claims: claims, speakers: found.speakers)
    }
}
