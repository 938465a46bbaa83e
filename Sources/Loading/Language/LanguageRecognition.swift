import TextModel
import WordLists

/// Tells whether a text is English: by its script, by its letters (three in a row) and by how many of its words are the
/// commonest of English; and by common words which of twenty languages it is in else.
///
/// Only what is clear is said: a text too short to tell, or one of names and figures, has no answer.
package struct LanguageRecognition: Sendable {
    package enum Answer: Hashable, Sendable {
        case english
        /// ISO 639-1; nil where only the script is known not to be English.
        case other(String?)
    }

    private let languages: [String]
    /// For each word a bit for each language.
    private let table: WordTable
    private let trigrams = LetterTrigrams()

    package static let shared = LanguageRecognition()

    /// From the list `common-words`.
    package init() {
        var languages = ["en"]
        var entries: [(key: String, value: Int32)] = []
        for entry in WordList(named: "common-words").entries where entry.count == 2 {
            var bits: Int32 = 0
            for language in entry[1].split(separator: " ").map(String.init) {
                if !languages.contains(language) { languages.append(language) }
                // More languages than bits have no place in the list.
                if let index = languages.firstIndex(of: language), index < 31 { bits |= 1 << Int32(index) }
            }
            entries.append((entry[0], bits))
        }
        self.languages = languages
        table = WordTable(entries)
    }

    /// As much of a text as is looked at, in bytes.
    private static let sample = 4096
    /// As many letters and words as an answer needs.
    private static let leastLetters = 80
    private static let leastWords = 12

    /// - Parameter text: UTF-8.
    /// - Returns: nil when it cannot be told.
    /// - Complexity: O(1): 4 KiB at most are looked at.
    package func answer(_ text: [UInt8]) -> Answer? {
        text.withUnsafeBufferPointer { text in
            let text = UnsafeBufferPointer(rebasing: text.prefix(Self.sample))
            let words = wordFindings(text)
            if words.foreignLetters >= 20, words.foreignLetters * 2 > words.latinLetters { return .other(nil) }
            guard words.count >= Self.leastWords, let likeness = trigrams.likeness(text, least: Self.leastLetters)
            else {
                return nil
            }
            // A quarter of the words of English and more are among its commonest.
            let commonShare = Float(words.common[0]) / Float(words.count)
            let score = likeness + 2 * (commonShare - 0.25)
            if score >= Self.english { return .english }
            // Names stand in any language: a list of them is no text.
            guard score < Self.other, words.lowercased * 4 >= words.count else { return nil }
            return .other(language(words))
        }
    }

    /// Where pieces of 200 characters part: below the one 0.1 % of English, above the other 1 % of other languages.
    private static let (english, other): (Float, Float) = (0, -0.3)

    private struct WordFindings {
        var count = 0
        /// Those that begin with a small letter.
        var lowercased = 0
        /// For each language, how many are among its commonest.
        var common: [Int]
        var latinLetters = 0
        var foreignLetters = 0
    }

    private func wordFindings(_ text: UnsafeBufferPointer<UInt8>) -> WordFindings {
        var found = WordFindings(common: [Int](repeating: 0, count: languages.count))
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, Self.isWordByte(text[index]) { index += 1 }
            if index == start {
                index += 1
                continue
            }
            for byte in text[start..<index] {
                // Latin script ends at U+024F, and with it the lead byte 0xC9; 0xE1 has Vietnamese letters.
                if byte < 0x80 || (0xC3...0xC9).contains(byte) || byte == 0xE1 { found.latinLetters += 1 }
                if (0xCA...0xDF).contains(byte) || byte == 0xE0 || (0xE3...0xED).contains(byte) {
                    found.foreignLetters += 1
                }
            }
            found.count += 1
            if !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[start]) { found.lowercased += 1 }
            guard let bits = table.value(in: text, start..<index) else { continue }
            for language in found.common.indices where bits & (1 << Int32(language)) != 0 {
                found.common[language] += 1
            }
        }
        return found
    }

    /// The language whose common words are clearly the most.
    private func language(_ words: WordFindings) -> String? {
        let order = words.common.indices.dropFirst().sorted { words.common[$0] > words.common[$1] }
        guard let best = order.first, words.common[best] >= 4, words.common[best] > words.common[0] else { return nil }
        let isClear = order.count < 2 || words.common[best] * 4 >= words.common[order[1]] * 5
        return isClear ? languages[best] : nil
    }

    /// Letters, also those of more than one byte; punctuation of U+2000 and U+00A0 to U+00BF is none.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
    }
}

extension LoadedRecord {
    /// A reject in the place of an article that is clearly not English.
    package var inEnglish: LoadedRecord {
        guard case .article(let article) = self, article.text.count >= 200 || article.language != nil,
            case .other(let language) = LanguageRecognition.shared.answer(article.text)
        else { return self }
        return .reject(
            Reject(
                origin: article.origin, givenID: article.givenID, code: .otherLanguage,
                message: "not in English\(language.map { ", but probably in \"\($0)\"" } ?? "")"))
    }
}
