import Linguistics
import TextModel

/// Finds attributions, speakers and numeric claims in a segmented article.
///
/// Shape: see `TaggedArticle`; an article in which nothing is found has empty lists.
/// - Complexity: O(*n*) in tokens.
package struct Tagger: Sendable {
    private let engine: LinguisticEngine
    private let frames: FrameTable
    private let model: AttributionModel
    private let quantities = QuantityTagger()
    private let threshold: Double

    /// The threshold with the best relation F1 on PolNeAR dev.
    package static let usualThreshold = 0.25

    /// - Parameters:
    ///   - model: of attributions.
    ///   - threshold: the least confidence of an attribution that a cue makes.
    package init(model: AttributionModel = AttributionModel(), threshold: Double = Tagger.usualThreshold) {
        engine = LinguisticEngine(lexicon: quantities.lexicon)
        frames = FrameTable(lexicon: engine.lexicon)
        self.model = model
        self.threshold = threshold
    }

    package func tag(_ article: SegmentedArticle) -> TaggedArticle {
        let reading = engine.read(article)
        let numbers = quantities.quantities(in: article, words: reading.words)
        let (drafts, _) = AttributionFinder.drafts(
            in: reading, engine: engine, frames: frames, model: model, threshold: threshold)
        let found = AttributionBuilder(reading, lexicon: engine.lexicon).build(drafts)
        var claims = quantities.claims(
            numbers, in: reading, attributions: found.attributions, speakers: found.speakers, found.discourse)
        for index in claims.indices {
            guard let attribution = claims[index].attribution else { continue }
            claims[index].source = found.attributions[attribution].source.first ?? found.documents[attribution]
        }
        return TaggedArticle(
            segmented: article, attributions: found.attributions, claims: claims, speakers: found.speakers)
    }

    /// What was weighed for the attribution whose cue begins at a byte.
    ///
    /// The article's sentence is read once more; tagging keeps nothing for it.
    /// - Returns: nil where the models see no cue, such as where a rule alone attributes.
    /// - Complexity: O(*n*) in tokens.
    package func trace(_ article: SegmentedArticle, cueAt byte: Int) -> AttributionTrace? {
        let reading = engine.read(article)
        guard let token = article.tokens.indices.first(where: { article.tokens.span($0).range.contains(byte) }) else {
            return nil
        }
        return AttributionTracer(
            reading, at: token, engine: engine, frames: frames, model: model, threshold: threshold
        ).trace(at: token)
    }
}
