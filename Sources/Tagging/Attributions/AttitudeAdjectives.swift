import Linguistics
import TextModel
import WordLists

/// Adjectives that say what somebody thinks, knows or wants: "she is confident that …".
struct AttitudeAdjectives: Sendable {
    private let attitudes: WordTable

    /// Built once for all articles.
    static let shared = AttitudeAdjectives()

    private init() {
        attitudes = WordTable(
            WordList(named: "attitude-adjectives").entries.compactMap { fields in
                guard fields.count == 2, let attitude = Attitude(rawValue: fields[1]),
                    let number = Attitude.allCases.firstIndex(of: attitude)
                else { return nil }
                return (key: fields[0], value: Int32(number))
            })
    }

    /// - Returns: nil for any other word.
    func attitude(of token: Int, _ reading: Reading) -> Attitude? {
        let word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { text in
            attitudes.value(in: text, word).map { Attitude.allCases[Int($0)] }
        }
    }

    /// Whether a verb links an adjective to its subject, beside forms of "be".
    static func links(_ token: Int, _ reading: Reading) -> Bool {
        guard reading.tags.penn[token].isVerb else { return false }
        return reading.has(token, .be)
            || reading.readsAny(
                token,
                [
                    "feel", "feels", "felt", "seem", "seems", "seemed", "sound", "sounds", "sounded", "remain",
                    "remains",
                    "remained", "become", "becomes", "became", "appear", "appears", "appeared", "look", "looks",
                    "looked",
                ])
    }
}
