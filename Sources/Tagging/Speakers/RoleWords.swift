import Learning
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

    private struct Entry {
        var uses: Uses = []
        /// The word that it shortens, or itself.
        var fullForm: Int32
    }

    /// By a word's form, as `Reading.forms` has it.
    private let entries: [UInt64: Entry]

    private init() {
        var numbers: [String: Int] = [:]
        var entries: [Entry] = []
        func number(_ word: String) -> Int {
            if let known = numbers[word] { return known }
            numbers[word] = entries.count
            entries.append(Entry(fullForm: Int32(entries.count)))
            return entries.count - 1
        }
        for fields in WordList(named: "role-words").entries where fields.count > 1 {
            let word = number(fields[0])
            for field in fields.dropFirst() { entries[word].uses.formUnion(Uses.named[field] ?? []) }
            if fields[1] == "short", fields.count > 2 { entries[word].fullForm = Int32(number(fields[2])) }
        }
        var byForm: [UInt64: Entry] = [:]
        for (word, number) in numbers {
            // With and without a full stop: "Sen.", "Sen".
            for spelling in [word, "\(word)."] { byForm[FeatureHash.of(spelling)] = entries[number] }
        }
        self.entries = byForm
    }

    /// What the word at `token` does; nothing when the list does not hold it.
    func uses(_ token: Int, _ reading: Reading) -> Uses { entry(token, reading).map(\.uses) ?? [] }

    /// A number that "Sen." and "senator" share; nil for a word that has no short form and is none.
    func fullForm(_ token: Int, _ reading: Reading) -> Int32? { entry(token, reading).map(\.fullForm) }

    private func entry(_ token: Int, _ reading: Reading) -> Entry? {
        reading.kind(token) == .word ? entries[reading.forms[token]] : nil
    }
}
