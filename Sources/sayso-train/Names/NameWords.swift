import Learning
import Linguistics
import WordLists

/// What the lists say of words and phrases, and how often the training text writes a word with a capital.
struct NameWords {
    private var kinds: [String: UInt32] = [:]
    /// By word hash: times seen with a small first letter, times with a capital inside a sentence.
    private var habits: [UInt32: (small: Int, capital: Int)] = [:]

    /// - Parameter folder: with gazetteer.tsv, organization-names.tsv, place-names.tsv and peoples.tsv.
    init(lists folder: String) throws {
        func file(_ name: String) throws -> [[String]] {
            let bytes = try PackedFile.read("\(folder)/\(name).tsv")
            return bytes.withUnsafeBufferPointer { WordList.parse($0) }
        }
        for fields in try file("gazetteer") {
            for kind in fields[1].split(separator: ",") { add(fields[0], String(kind)) }
        }
        for fields in try file("organization-names") { add(fields[0], "organization") }
        for list in ["place-names", "peoples"] { for fields in try file(list) { add(fields[0], fields[1]) } }
        for fields in WordList(named: "places").entries {
            let kind = ["state": "region", "city": "large-city"][fields[1]] ?? fields[1]
            add(fields[0], kind)
            // "Israelis", but not "Swiss".
            if kind == "demonym", fields[0].hasSuffix("n") || fields[0].hasSuffix("i") { add(fields[0] + "s", kind) }
        }
        for (list, kind) in [
            ("organizations", "organization-word"), ("titles", "title"), ("given-names", "given"), ("persons", "role"),
            ("role-words", "role"), ("groups", "group"), ("times", "time"),
        ] {
            for fields in WordList(named: list).entries {
                add(fields[0], kind)
                // "Inc.", "Sen.".
                if kind == "organization-word" || kind == "title" { add(fields[0] + ".", kind) }
            }
        }
    }

    private mutating func add(_ word: String, _ kind: String) {
        guard let bit = NameLexicon.kinds.firstIndex(of: kind) else { return }
        kinds[word, default: 0] |= 1 << UInt32(bit)
    }

    func has(_ word: String, _ kind: String) -> Bool {
        guard let bit = NameLexicon.kinds.firstIndex(of: kind) else { return false }
        return kinds[word.lowercased(), default: 0] & 1 << UInt32(bit) != 0
    }

    /// Counts how the words of a text are written.
    mutating func count(_ document: NameDocument) {
        for sentence in document.sentences {
            for (place, token) in sentence.enumerated() {
                let bytes = document.text[document.tokens.span(token).range]
                guard let first = bytes.first else { continue }
                let isSmall = first &- 97 < 26
                guard isSmall || (first &- 65 < 26 && place > 1) else { continue }
                for part in String(decoding: bytes, as: UTF8.self).split(separator: "-") {
                    let hash = nameWordHash(String(part))
                    if isSmall {
                        habits[hash, default: (0, 0)].small += 1
                    } else {
                        habits[hash, default: (0, 0)].capital += 1
                    }
                }
            }
        }
    }

    /// Adds the lexicon's sections.
    func write(to file: inout ModelFileWriter) {
        var entries: [UInt32: UInt32] = [:]
        for (phrase, kinds) in kinds {
            let words = phrase.replacing("-", with: " - ").split(separator: " ").map { nameWordHash(String($0)) }
            guard let first = words.first, words.count <= NameLexicon.longestPhrase else { continue }
            if words.count > 1 { entries[first, default: 0] |= NameLexicon.beginsPhrase }
            entries[words.dropFirst().reduce(first, NameLexicon.phrase), default: 0] |= kinds
        }
        for (hash, count) in habits {
            let habit = Self.habit(small: count.small, capital: count.capital)
            if habit > 0 { entries[hash, default: 0] |= habit << NameLexicon.habitShift }
        }
        NameLexicon.write(entries, to: &file)
    }

    /// 0 where too rare to tell; else by the share of capitals, and whether the word is frequent.
    private static func habit(small: Int, capital: Int) -> UInt32 {
        let total = small + capital
        if total < 5 { return 0 }
        let isFrequent = total >= 50
        if small == 0 { return isFrequent ? 10 : 9 }
        let share = Double(capital) / Double(total)
        return (share < 0.02 ? 1 : share < 0.2 ? 2 : share < 0.6 ? 3 : 4) + (isFrequent ? 4 : 0)
    }
}
