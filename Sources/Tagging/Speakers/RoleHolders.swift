import Linguistics

/// Who holds which role in an article: "the press secretary" is the person whose role holds these words.
struct RoleHolders: Sendable {
    private let names: NameIndex
    /// Persons by each word for a person in their roles.
    private var byHead: [NameWords.Number: [Int]] = [:]
    private static let most = 32

    init(_ names: NameIndex) {
        self.names = names
        for (index, person) in names.persons.enumerated() {
            guard let role = person.role else { continue }
            for token in role.words where names.reader.isRoleHead(token) {
                let key = Self.key(token, names)
                if byHead[key, default: []].count < Self.most, byHead[key]?.last != index {
                    byHead[key, default: []].append(index)
                }
            }
        }
    }

    /// The persons whom a description fits best: its head is one of their roles', and so is each word before it.
    /// - Returns: empty when there is none.
    func persons(described words: Range<Int>, head: Int) -> [Int] {
        let modifiers = words.filter { $0 != head && isTelling($0) }.map { Self.key($0, names) }
        let fitting = (byHead[Self.key(head, names)] ?? []).compactMap { person -> (person: Int, spare: Int)? in
            guard let role = names.persons[person].role else { return nil }
            let own = role.words.filter { isTelling($0) }.map { Self.key($0, names) }
            guard modifiers.allSatisfy(own.contains) else { return nil }
            return (person, own.count - modifiers.count)
        }
        guard let least = fitting.map(\.spare).min() else { return [] }
        return fitting.filter { $0.spare == least }.map(\.person)
    }

    /// Whether a word of a role tells it from other roles.
    private func isTelling(_ token: Int) -> Bool {
        let reading = names.reader.reading
        return reading.kind(token) == .word && !reading.has(token, [.determiner, .possessive, .preposition])
            && !names.reader.roles.uses(token, reading).contains(.former)
    }

    /// "Sen." and "senator" have one key.
    private static func key(_ token: Int, _ names: NameIndex) -> NameWords.Number {
        names.reader.roles.fullForm(token, names.reader.reading).map { -2 - NameWords.Number($0) } ?? names.words[token]
    }
}
