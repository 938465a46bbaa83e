import Linguistics
import TextModel
import WordLists

/// What words do in roles and titles, by `role-words.tsv`.
///
/// A class, since whatever reads names holds it and is copied often.
final class RoleWords: Sendable {
    struct Uses: OptionSet, Sendable {
        let rawValue: UInt16

        static let modifier = Uses(rawValue: 1 << 0)
        static let former = Uses(rawValue: 1 << 1)
        static let head = Uses(rawValue: 1 << 2)
        static let courtesy = Uses(rawValue: 1 << 3)
        static let sole = Uses(rawValue: 1 << 4)
        static let suffix = Uses(rawValue: 1 << 5)
        static let masculine = Uses(rawValue: 1 << 6)
        static let feminine = Uses(rawValue: 1 << 7)
        static let generic = Uses(rawValue: 1 << 8)

        static let named: [String: Uses] = [
            "modifier": .modifier, "former": .former, "head": .head, "courtesy": .courtesy, "sole": .sole,
            "suffix": .suffix, "masculine": .masculine, "feminine": .feminine, "generic": .generic,
        ]
    }

    /// Built once for all articles.
    static let shared = RoleWords()

    private let table: WordTable
    private let uses: [Uses]
    /// For each word the word that it shortens, or itself.
    private let fullForms: [Int32]

    private init() {
        var numbers: [String: Int32] = [:]
        var uses: [Uses] = []
        var fullForms: [Int32] = []
        func number(_ word: String) -> Int {
            if let known = numbers[word] { return Int(known) }
            let next = Int32(uses.count)
            numbers[word] = next
            uses.append([])
            fullForms.append(next)
            return uses.count - 1
        }
        for fields in WordList(named: "role-words").entries where fields.count > 1 {
            let word = number(fields[0])
            for field in fields.dropFirst() { uses[word].formUnion(Uses.named[field] ?? []) }
            if fields[1] == "short", fields.count > 2 { fullForms[word] = Int32(number(fields[2])) }
        }
        table = WordTable(numbers.map { (key: $0.key, value: $0.value) })
        self.uses = uses
        self.fullForms = fullForms
    }

    /// What the word at `token` does; nothing when the list does not hold it.
    func uses(_ token: Int, _ reading: Reading) -> Uses { entry(token, reading).map { uses[Int($0)] } ?? [] }

    /// A number that "Sen." and "senator" share; nil for a word that has no short form and is none.
    func fullForm(_ token: Int, _ reading: Reading) -> Int32? { entry(token, reading).map { fullForms[Int($0)] } }

    private func entry(_ token: Int, _ reading: Reading) -> Int32? {
        guard reading.kind(token) == .word else { return nil }
        var word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { text in
            if word.count > 1, text[word.upperBound - 1] == UInt8(ascii: ".") {
                word = word.lowerBound..<(word.upperBound - 1)
            }
            return table.value(in: text, word)
        }
    }
}
