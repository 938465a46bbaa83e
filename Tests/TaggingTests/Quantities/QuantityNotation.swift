import Linguistics
import Segmentation
import TextModel

@testable import Tagging

/// Reads quantities for the tests and writes them in a short notation:
/// `5`, `~60` about, `>=1`, `>5`, `<=8`, `<8`, `5..8` a range, `1|2` either, then `up` or `down`, then the unit; a score
/// and a ratio say so.
enum QuantityNotation {
    private static let segmenter = Segmenter()
    static let tagger = QuantityTagger()
    private static let engine = LinguisticEngine(lexicon: tagger.lexicon)

    static func segmented(_ text: String, published: String? = nil) -> SegmentedArticle {
        segmented(Array(text.utf8), published: published)
    }

    static func segmented(_ text: [UInt8], published: String? = nil) -> SegmentedArticle {
        let layout = [Block(kind: .paragraph, span: Span(0, Int32(text.count)))]
        return segmented(Article(text: text, published: published, layout: text.isEmpty ? [] : layout))
    }

    static func segmented(_ article: Article) -> SegmentedArticle { segmenter.segment(article) }

    static func claims(_ article: SegmentedArticle, _ attributions: [Attribution] = [], speakers: [Speaker] = [])
        -> [NumericClaim]
    {
        let reading = engine.read(article)
        return tagger.claims(
            tagger.quantities(in: article, words: reading.words), in: reading, attributions: attributions,
            speakers: speakers, SpeakerResolver(reading, sources: []).discourse)
    }

    static func claims(_ text: String) -> [NumericClaim] { claims(segmented(text)) }

    /// The readings of a text, joined by commas.
    static func readings(_ text: String) -> String { claims(text).map(reading).joined(separator: ", ") }

    static func reading(_ claim: NumericClaim) -> String {
        let number = claim.value?.description ?? ""
        let low = claim.low?.description ?? ""
        let high = claim.high?.description ?? ""
        var reading =
            switch claim.bound {
            case .exact: number
            case .about: "~" + (number.isEmpty ? "\(low)..\(high)" : number)
            case .atLeast: ">=" + low
            case .moreThan: ">" + low
            case .atMost: "<=" + high
            case .lessThan: "<" + high
            case .range: "\(low)..\(high)"
            case .either: "\(low)|\(high)"
            }
        if claim.change != .none { reading += " \(claim.change)" }
        if !claim.unit.isEmpty { reading += " " + claim.unit }
        if claim.kind == .score || claim.kind == .ratio || claim.kind == .multiple { reading += " \(claim.kind)" }
        return reading
    }
}
