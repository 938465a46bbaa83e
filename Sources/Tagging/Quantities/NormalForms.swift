import Linguistics
import TextModel

/// Writes claims in a form that two articles can share: (subject, counted, unit, time), so that the same claim can be put
/// side by side.
///
/// Nouns and verbs in their dictionary form and small letters, without articles, pronouns, prepositions and marks; the four
/// parts stand between bars: "north korea|new nuclear weapon||2018-01-01/2018-12-31". A part that is not known is empty.
final class NormalForms {
    private let reading: Reading
    private let lemmatizer: Lemmatizer
    private var bytes: [UInt8] = []
    /// Of words that are inflected, by form and tag, as an article repeats them.
    private var lemmas: [UInt64: String] = [:]

    init(_ reading: Reading, lemmatizer: Lemmatizer) {
        self.reading = reading
        self.lemmatizer = lemmatizer
    }

    func form(of claim: NumericClaim, subject: Range<Int>?, counted: Range<Int>?) -> String {
        bytes.removeAll(keepingCapacity: true)
        append(subject)
        bytes.append(Self.bar)
        append(counted)
        bytes.append(Self.bar)
        append(small: claim.unit.utf8)
        bytes.append(Self.bar)
        if claim.timeStart != nil || claim.timeEnd != nil {
            bytes += (claim.timeStart ?? "").utf8
            bytes.append(UInt8(ascii: "/"))
            bytes += (claim.timeEnd ?? "").utf8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let bar = UInt8(ascii: "|")
    /// A form for comparison says what is counted, not all that is said of it.
    private static let longest = 16

    private func append(_ range: Range<Int>?) {
        guard let range else { return }
        let start = bytes.count
        for token in range.prefix(Self.longest) {
            switch reading.tags.universal[token] {
            case .adjective, .adverb, .noun, .numeral, .properNoun, .symbol, .verb, .other:
                if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
                append(lemmaOf: token)
            default: break
            }
        }
    }

    private func append(lemmaOf token: Int) {
        let tag = reading.tags.penn[token]
        let range = reading.article.tokens.span(token).range
        let text = reading.article.article.text
        let isASCII = text[range].allSatisfy { $0 < 0x80 }
        // The word itself, where nothing can be inflected.
        if isASCII, !tag.isVerb, tag != .pluralNoun, tag != .noun, tag != .modal { return append(small: text[range]) }
        let key = reading.forms[token] ^ UInt64(tag.rawValue) &* 0x9E37_79B9_7F4A_7C15
        let lemma = lemmas[key] ?? lemmatizer.lemma(of: reading.surface(token..<token + 1), tag).lowercased()
        lemmas[key] = lemma
        append(small: lemma.utf8)
    }

    /// Capitals of ASCII become small; bars and line breaks, which divide parts and rows, are left out.
    private func append(small letters: some Sequence<UInt8>) {
        for byte in letters where byte != Self.bar && byte != UInt8(ascii: "\n") {
            bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
    }
}
