import Linguistics
import TextModel

/// The named persons of an article, each with every mention that its full or last name makes.
struct NameIndex: Sendable {
    struct Person: Sendable {
        /// The fullest name.
        var name: Range<Int>
        /// Byte spans of the words of the fullest name, lower-cased keys.
        var words: [String]
        /// Title or role before the name, where one stands.
        var role: Range<Int>?
        var affiliation: Range<Int>?
        var gender: Gender
        /// Sorted.
        var mentions: [Range<Int>]
    }

    enum Gender: Sendable { case masculine, feminine, unknown }

    private(set) var persons: [Person] = []
    /// Mentions of all persons in text order: where, and who.
    private(set) var timeline: [(token: Int, person: Int)] = []
    /// Persons by first and by last word of their names; more than `namesakes` of one word are not told apart.
    private var byWord: [String: [Int]] = [:]
    private var byRole: [String: [Int]] = [:]
    private static let namesakes = 32

    /// - Parameter sources: what attributions name as their sources; a name among them is a person's without further
    ///   evidence, while one elsewhere needs a given name or a role.
    init(_ reading: Reading, sources: [Range<Int>]) {
        let describer = SourceDescriber(reading)
        var singles: [Range<Int>] = []
        let sourced = sources.sorted { $0.lowerBound < $1.lowerBound }
        var nextSource = 0
        func isSource(_ name: Range<Int>) -> Bool {
            while nextSource < sourced.count, sourced[nextSource].upperBound <= name.lowerBound { nextSource += 1 }
            return nextSource < sourced.count && sourced[nextSource].lowerBound <= name.lowerBound
        }
        for run in Self.runs(reading) {
            let description = describer.describe(run)
            guard description.kind == .person, !description.name.isEmpty else { continue }
            let isKnown =
                description.role != nil || reading.has(description.name.lowerBound, .givenName)
                || reading.has(max(0, description.name.lowerBound - 1), .title) || isSource(description.name)
            if description.name.count > 1, !isKnown { continue }
            if description.name.count == 1 {
                singles.append(run)
                continue
            }
            add(description, reading)
        }
        for run in singles { addSingle(describer.describe(run), reading) }
        for (index, person) in persons.enumerated() {
            for word in person.role.map({ Self.words($0, reading) }) ?? [] {
                Self.append(index, to: &byRole[word, default: []])
            }
        }
        timeline = persons.enumerated()
            .flatMap { index, person in person.mentions.map { (token: $0.lowerBound, person: index) } }
            .sorted { $0.token < $1.token }
        for index in persons.indices { persons[index].mentions.sort { $0.lowerBound < $1.lowerBound } }
    }

    /// The person whom a name means: all its words are words of the fullest name, the last one its last or first.
    func person(named words: [String]) -> Int? {
        guard let last = words.last else { return nil }
        var best: Int?
        for index in byWord[last] ?? [] where Self.matches(words, persons[index].words) {
            guard let current = best else {
                best = index
                continue
            }
            // Of two with that name the one whose last name it is, then the one mentioned more often, then first.
            let currentIsLast = persons[current].words.last == last
            let isLast = persons[index].words.last == last
            if currentIsLast == isLast ? persons[index].mentions.count > persons[current].mentions.count : isLast {
                best = index
            }
        }
        return best
    }

    /// The persons whose title or role holds the word.
    func persons(inRole word: String) -> [Int] { byRole[word] ?? [] }

    private static func append(_ person: Int, to list: inout [Int]) {
        if list.count < namesakes, list.last != person { list.append(person) }
    }

    /// Runs of capitalised words, with the role words in lower case before them.
    private static func runs(_ reading: Reading) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var token = 0
        while token < reading.tokenCount {
            guard reading.isName(token) else {
                token += 1
                continue
            }
            var end = token + 1
            while end < reading.tokenCount, end - token < 12, reading.isName(end) || joins(end, reading),
                reading.sentenceOfToken[end] == reading.sentenceOfToken[token]
            { end += 1 }
            while end > token + 1, !reading.isName(end - 1) { end -= 1 }
            var start = token
            while start > 0, token - start < 3, reading.sentenceOfToken[start - 1] == reading.sentenceOfToken[token],
                reading.has(start - 1, [.person, .title]), !reading.has(start - 1, [.plural, .capitalised])
            { start -= 1 }
            runs.append(start..<end)
            token = end
        }
        return runs
    }

    private static func joins(_ token: Int, _ reading: Reading) -> Bool {
        reading.readsAny(token, ["de", "van", "von", "der", "al", "bin", "la", "del", "da", "di"])
            && token + 1 < reading.tokenCount
            && reading.isName(token + 1)
    }

    private mutating func add(_ description: SourceDescription, _ reading: Reading) {
        let words = Self.words(description.name, reading)
        let candidates = words.last.flatMap { byWord[$0] } ?? []
        if let same = candidates.first(where: {
            Self.matches(words, persons[$0].words) || Self.matches(persons[$0].words, words)
        }) {
            if words.count > persons[same].words.count {
                persons[same].words = words
                persons[same].name = description.name
            }
            merge(description, into: same, reading)
            return
        }
        persons.append(
            Person(
                name: description.name, words: words, role: nil, affiliation: nil, gender: .unknown, mentions: []))
        register(words)
        merge(description, into: persons.count - 1, reading)
    }

    private mutating func addSingle(_ description: SourceDescription, _ reading: Reading) {
        let words = Self.words(description.name, reading)
        guard let word = words.first else { return }
        // The first of that name, the more often mentioned one first.
        let known = (byWord[word] ?? []).filter { persons[$0].words.last == word || persons[$0].words.first == word }
        if let person = known.max(by: {
            persons[$0].mentions.count < persons[$1].mentions.count
                || persons[$0].mentions.count == persons[$1].mentions.count && $0 > $1
        }) {
            merge(description, into: person, reading)
        } else if description.role != nil || hasCourtesy(before: description.name.lowerBound, reading) {
            persons.append(
                Person(
                    name: description.name, words: words, role: nil, affiliation: nil, gender: .unknown, mentions: []))
            register(words)
            merge(description, into: persons.count - 1, reading)
        }
    }

    private mutating func register(_ words: [String]) {
        guard let first = words.first, let last = words.last else { return }
        Self.append(persons.count - 1, to: &byWord[last, default: []])
        if first != last { Self.append(persons.count - 1, to: &byWord[first, default: []]) }
    }

    private func hasCourtesy(before token: Int, _ reading: Reading) -> Bool {
        token > 0 && reading.has(token - 1, .title) && reading.has(token - 1, .capitalised)
    }

    private mutating func merge(_ description: SourceDescription, into index: Int, _ reading: Reading) {
        persons[index].mentions.append(description.name)
        if persons[index].role == nil { persons[index].role = description.role }
        if persons[index].affiliation == nil { persons[index].affiliation = description.affiliation }
        guard persons[index].gender == .unknown else { return }
        let before = description.name.lowerBound - 1
        let titles = before >= 0 && reading.has(before, [.title, .person]) ? reading.classes(before) : []
        let given =
            reading.has(description.name.lowerBound, .givenName) && description.name.count > 1
            ? reading.classes(description.name.lowerBound) : []
        if titles.contains(.masculine) {
            persons[index].gender = .masculine
        } else if titles.contains(.feminine) {
            persons[index].gender = .feminine
        } else if given.contains(.masculine) {
            persons[index].gender = .masculine
        } else if given.contains(.feminine) {
            persons[index].gender = .feminine
        }
    }

    /// Whether the words occur in the full name in that order.
    private static func matches(_ words: [String], _ full: [String]) -> Bool {
        var position = full.startIndex
        for word in words {
            guard
                let found = full[position...].firstIndex(where: {
                    $0 == word || isInitial(word, of: $0) || isInitial($0, of: word)
                })
            else { return false }
            position = found + 1
        }
        guard let last = words.last else { return false }
        return words.count > 1 || full.last == last || full.first == last
    }

    /// "J." stands for "John".
    private static func isInitial(_ short: String, of word: String) -> Bool {
        short.utf8.count == 2 && short.hasSuffix(".") && short.first == word.first
    }

    static func words(_ tokens: Range<Int>, _ reading: Reading) -> [String] {
        tokens.map { reading.surface($0..<($0 + 1)).lowercased() }
    }
}
