import Learning
import Linguistics
import TextModel

/// Writes claims in a form that two articles can share: (subject, counted, unit, time), so that the same claim can be put
/// side by side.
///
/// Nouns and verbs in their dictionary form and small letters, without articles, pronouns, prepositions and marks; the four
/// parts stand between bars: "north korea|new nuclear weapon||2018-01-01/2018-12-31". A part that is not known is empty.
///
/// Remembers dictionary forms; one a worker, kept from article to article.
final class NormalForms {
    private let lemmatizer: Lemmatizer
    private var bytes: [UInt8] = []
    private let lemmas = WordMemory(ShortLemma())

    init(lemmatizer: Lemmatizer) {
        self.lemmatizer = lemmatizer
    }

    func form(of claim: NumericClaim, subject: Range<Int>?, counted: Range<Int>?, in reading: Reading) -> String {
        bytes.removeAll(keepingCapacity: true)
        append(subject, reading)
        bytes.append(Self.bar)
        append(counted, reading)
        bytes.append(Self.bar)
        append(small: claim.unit)
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

    private func append(_ range: Range<Int>?, _ reading: Reading) {
        guard let range else { return }
        let start = bytes.count
        for token in range.prefix(Self.longest) {
            switch reading.tags.universal[token] {
            case .adjective, .adverb, .noun, .numeral, .properNoun, .symbol, .verb, .other:
                if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
                append(lemmaOf: token, reading)
            default: break
            }
        }
    }

    private func append(lemmaOf token: Int, _ reading: Reading) {
        let tag = reading.tags.penn[token]
        let range = reading.article.tokens.span(token).range
        reading.article.article.text.withUnsafeBufferPointer { text in
            let isInflected = tag.isVerb || tag == .pluralNoun || tag == .noun || tag == .modal
            // The word itself, where nothing can be inflected.
            if !isInflected, text[range].allSatisfy({ $0 < 0x80 }) { return append(small: text[range]) }
            // By its letters as they stand: capitals make an abbreviation.
            let key = FeatureHash.combine(FeatureHash.of(text, range), UInt64(tag.rawValue))
            let known = lemmas.known(of: key) { ShortLemma(lemma(of: token, reading)) }
            known.isWhole ? append(known) : append(small: lemma(of: token, reading))
        }
    }

    private func lemma(of token: Int, _ reading: Reading) -> String {
        lemmatizer.lemma(of: reading.surface(token..<token + 1), reading.tags.penn[token]).lowercased()
    }

    private func append(_ lemma: ShortLemma) {
        for place in 0..<lemma.count { append(small: lemma[place]) }
    }

    private func append(small text: String) {
        var text = text
        text.withUTF8 { for byte in $0 { append(small: byte) } }
    }

    private func append(small letters: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in letters { append(small: byte) }
    }

    /// Capitals of ASCII become small; bars and line breaks, which divide parts and rows, are left out.
    @inline(__always)
    private func append(small byte: UInt8) {
        guard byte != Self.bar, byte != UInt8(ascii: "\n") else { return }
        bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
}

/// A dictionary form in place, if it is no longer than 15 bytes.
private struct ShortLemma: BitwiseCopyable {
    private var low: UInt64 = 0
    /// The last byte is the count.
    private var high: UInt64 = 0

    private static let longest = 15
    private static let tooLong: UInt64 = 255

    /// Of no word.
    init() {}

    init(_ lemma: String) {
        let count = lemma.utf8.count
        guard count <= Self.longest else {
            high = Self.tooLong << 56
            return
        }
        for (place, byte) in lemma.utf8.enumerated() {
            if place < 8 {
                low |= UInt64(byte) << UInt64(8 * place)
            } else {
                high |= UInt64(byte) << UInt64(8 * place - 64)
            }
        }
        high |= UInt64(count) << 56
    }

    /// Whether it holds the form.
    var isWhole: Bool { high >> 56 != Self.tooLong }
    var count: Int { Int(high >> 56) }

    @inline(__always)
    subscript(place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: place < 8 ? low &>> UInt64(8 * place) : high &>> UInt64(8 * place - 64))
    }
}
