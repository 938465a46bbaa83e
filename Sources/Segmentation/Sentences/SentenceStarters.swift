import TextModel
import WordLists

/// Knows words that begin a sentence when they have a capital, and the words that introduce who spoke.
struct SentenceStarters: Sendable {
    private let table: WordTable
    private let sayingVerbs: WordTable
    private static let always: Int32 = 1
    private static let seldom: Int32 = 0

    init() {
        // "Will", "May" and the like are names after an initial: "George W. Will".
        let seldom: Set<String> = ["modal", "be", "have", "do", "negation", "clitic"]
        table = WordTable(
            WordList(named: "function-words").entries.compactMap { fields in
                guard fields.count == 2 else { return nil }
                let classes = fields[1].split(separator: ",").map(String.init)
                return (fields[0], classes.contains { !seldom.contains($0) } ? Self.always : Self.seldom)
            })
        sayingVerbs = WordTable(WordList(named: "saying-verbs").entries.map { ($0[0], 1) })
    }

    /// 1 for a word that begins sentences, 0 for one that may be a name, nil for others.
    func value(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int32? { table.value(in: text, word) }

    /// Whether the word begins a sentence rather than a name.
    /// - Parameter afterInitial: the word before is a letter with its full stop.
    func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, afterInitial: Bool) -> Bool {
        guard let value = table.value(in: text, word) else { return false }
        return !afterInitial || value == Self.always
    }

    /// Whether a name of one to four words and then "said", "asked" or the like begin at `first`.
    func isNamedSpeaker(_ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ first: Int, _ limit: Int) -> Bool {
        var index = first
        while index < limit, index - first < 4, tokens.kinds[index] == .word,
            startsUppercase(text, Int(tokens.starts[index])),
            index > first
                || table.value(in: text, tokens.span(index).range) == nil
        {
            index += 1
        }
        guard index > first, index < limit, tokens.kinds[index] == .word else { return false }
        return sayingVerbs.value(in: text, tokens.span(index).range) != nil
    }
}
