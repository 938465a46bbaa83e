import TextModel
import WordLists

/// Tells whether a text is English, by the commonest words of twenty languages and by its script.
///
/// Only what is clear is said: a text too short or with too few common words to tell has no answer.
package struct LanguageRecognition: Sendable {
    package enum Answer: Hashable, Sendable {
        case english
        /// ISO 639-1; nil where only the script is known not to be English.
        case other(String?)
    }

    private let languages: [String]
    /// For each word a bit for each language.
    private let table: WordTable

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
    /// As many common words as an answer needs.
    private static let leastWords = 8

    /// - Parameter text: UTF-8.
    /// - Returns: nil when it cannot be told.
    /// - Complexity: O(1): 4 KiB at most are looked at.
    package func answer(_ text: [UInt8]) -> Answer? {
        text.withUnsafeBufferPointer { text in
            var counts = [Int](repeating: 0, count: languages.count)
            var (latin, foreign) = (0, 0)
            var index = 0
            let end = min(text.count, Self.sample)
            while index < end {
                let start = index
                while index < end, Self.isWordByte(text[index]) { index += 1 }
                if index == start {
                    index += 1
                    continue
                }
                for byte in text[start..<index] {
                    // Latin script ends at U+024F, and with it the lead byte 0xC9; 0xE1 has Vietnamese letters.
                    if byte < 0x80 || (0xC3...0xC9).contains(byte) || byte == 0xE1 { latin += 1 }
                    if (0xCA...0xDF).contains(byte) || byte == 0xE0 || (0xE3...0xED).contains(byte) { foreign += 1 }
                }
                guard let bits = table.value(in: text, start..<index) else { continue }
                for language in counts.indices where bits & (1 << Int32(language)) != 0 { counts[language] += 1 }
            }
            if foreign >= 20, foreign > latin { return .other(nil) }
            guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= Self.leastWords else {
                return nil
            }
            // English quoted at length inside another language, or the other way round, is not told.
            if counts[0] == counts[best] { return .english }
            return counts[0] * 3 <= counts[best] * 2 ? .other(languages[best]) : nil
        }
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
