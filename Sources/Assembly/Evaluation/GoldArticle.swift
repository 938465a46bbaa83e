import Tagging

/// An article with the attributions that an annotator marked in it.
struct GoldArticle: Sendable {
    /// "doc_id" or "id".
    let id: String
    let text: ScalarText
    /// In the order of the file; spans are in bytes.
    let attributions: [AnnotatedAttribution]
}
