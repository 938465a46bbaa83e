import Linguistics
import TextModel

/// Writes claims in a form that two articles can share: (subject, counted, unit, time), so that the same claim can be put
/// side by side.
///
/// Nouns and verbs in their dictionary form and small letters, without articles, pronouns, prepositions and marks; the four
/// parts stand between bars: "north korea|new nuclear weapon||2018-01-01/2018-12-31". A part that is not known is empty.
struct NormalForms {
    let tree: SyntaxTree
    let lemmatizer: Lemmatizer

    func form(of claim: NumericClaim, subject: Range<Int>?, counted: Range<Int>?) -> String {
        let time =
            claim.timeStart == nil && claim.timeEnd == nil ? "" : "\(claim.timeStart ?? "")/\(claim.timeEnd ?? "")"
        return [lemmas(subject), lemmas(counted), claim.unit.lowercased(), time].joined(separator: "|")
    }

    private func lemmas(_ range: Range<Int>?) -> String {
        guard let range else { return "" }
        return range.prefix(Self.longest).compactMap(lemma).joined(separator: " ")
    }

    /// A form for comparison says what is counted, not all that is said of it.
    private static let longest = 16

    private func lemma(_ token: Int) -> String? {
        switch tree.tags.universal[token] {
        case .adjective, .adverb, .noun, .numeral, .properNoun, .symbol, .verb, .other:
            tree.lemma(of: token, lemmatizer).lowercased().filter { $0 != "|" && $0 != "\n" }
        default: nil
        }
    }
}
