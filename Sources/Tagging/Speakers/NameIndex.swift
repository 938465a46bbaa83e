import Linguistics
import TextModel

/// The named persons of an article, and where each is named.
///
/// A name of several words makes a person; one of a single word means a person who has it as the last or first word.
/// - Complexity: O(*n*) in tokens; of more than `namesakes` persons who share a word the later ones are not told apart.
struct NameIndex: Sendable {
    struct Mention: Sendable {
        var name: Range<Int>
        var person: Int
    }

    let reader: NameReader
    let words: NameWords
    /// The capitalised words of the article: see `NameReader.runs`.
    let runs: [Range<Int>]
    private(set) var persons: [Person] = []
    /// In text order.
    private(set) var mentions: [Mention] = []
    /// For each token of a name the person; -1 elsewhere.
    private var personOfToken: [Int32]
    /// Persons by first and by last word of their names.
    private var byWord: [NameWords.Number: [Int]] = [:]
    /// Persons by the age that is told of them; of those who share one, two.
    private var byAge: [Int: [Int]] = [:]
    private static let namesakes = 32

    /// - Parameter sources: what attributions name as their sources, sorted; a single word among them may be a person
    ///   of whom no more is known.
    init(_ reading: Reading, sources: [Range<Int>], describer: SourceDescriber) {
        reader = NameReader(reading)
        words = NameWords(reading)
        personOfToken = Array(repeating: -1, count: reading.tokenCount)
        runs = reader.runs()
        let described = runs.map { describer.describeMain($0) }.filter { $0.kind == .person }
        var owners: [Int?] = described.map { $0.name.count > 1 ? add($0) : nil }
        var nextSource = 0
        for (index, description) in described.enumerated() {
            let start = description.name.lowerBound
            while nextSource < sources.count, sources[nextSource].upperBound <= start { nextSource += 1 }
            let isSource = nextSource < sources.count && sources[nextSource].contains(start)
            if owners[index] == nil { owners[index] = person(ofSingle: description, isSource: isSource) }
            guard let person = owners[index] else { continue }
            note(description, of: person, isSource: isSource)
        }
    }

    // MARK: Look-up

    /// The person named at `token`; nil where none is.
    func person(at token: Int) -> Int? { personOfToken[token] >= 0 ? Int(personOfToken[token]) : nil }

    /// The person whom a name means that stands outside running text, as in a headline.
    func person(named name: Range<Int>) -> Int? {
        if let person = person(at: reader.surname(name)) { return person }
        let words = words[name]
        guard let last = words.last else { return nil }
        return best(
            of: (byWord[last] ?? []).filter { Self.matches(words, persons[$0].words) }, last)
    }

    /// The only person of the age that "52-year-old" tells.
    func person(aged token: Int) -> Int? {
        guard let found = years(token).flatMap({ byAge[$0] }), found.count == 1 else { return nil }
        return found[0]
    }

    /// The number that a token begins with, of at most three digits.
    private func years(_ token: Int) -> Int? {
        let digits = reader.reading.article.article.text[reader.reading.article.tokens.span(token).range].prefix {
            $0 &- 0x30 < 10
        }
        return (1...3).contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }

    // MARK: Evidence

    /// Counts a pronoun that means the person; more than one make a name a person's.
    mutating func count(_ pronoun: Gender, for person: Int) {
        persons[person].gender.count(pronoun, weight: Gender.fromPronoun)
        if abs(persons[person].gender.evidence) > Gender.fromPronoun { persons[person].isConfirmed = true }
    }

    private mutating func note(_ description: SourceDescription, of person: Int, isSource: Bool) {
        let reading = reader.reading
        mentions.append(Mention(name: description.name, person: person))
        for token in description.name { personOfToken[token] = Int32(person) }

        let isSurname = persons[person].hasSurname(words[reader.surname(description.name)])
        if isSource, persons[person].words.count > 1, isSurname { persons[person].isConfirmed = true }
        for token in description.title ?? 0..<0 {
            persons[person].gender.count(reading.classes(token), weight: Gender.fromTitle)
            persons[person].gender.count(reader.roles.uses(token, reading), weight: Gender.fromTitle)
            if reader.isCourtesy(token) || reading.has(token, .title) { persons[person].isConfirmed = true }
        }
        if description.role != nil { persons[person].isConfirmed = true }
        if let years = age(behind: description.name), byAge[years]?.contains(person) != true,
            byAge[years, default: []].count < 2
        {
            byAge[years, default: []].append(person)
        }
        if persons[person].role == nil, let role = role(of: description, person) {
            persons[person].role = role
            persons[person].isConfirmed = true
            for token in role.words {
                persons[person].gender.count(reader.roles.uses(token, reading), weight: Gender.fromTitle)
            }
        }
    }

    /// The role before the name, in an apposition behind or before it, or in what is said that the person is.
    private func role(of description: SourceDescription, _ person: Int) -> RoleReader.Role? {
        if let words = description.role { return RoleReader.Role(words: words, affiliation: description.affiliation) }
        let reading = reader.reading
        let end = description.name.upperBound
        guard description.name.count > 1 || persons[person].words.count > 1, end + 1 < reading.tokenCount else {
            return nil
        }
        let roles = RoleReader(reader)
        let sentence = reading.sentence(of: end - 1).tokens
        if reading.isComma(end), let role = roles.apposition(from: end + 1, limit: sentence.upperBound) { return role }
        return roles.predicate(from: end, limit: sentence.upperBound)
            ?? roles.description(before: description.name, lower: sentence.lowerBound, limit: sentence.upperBound)
    }

    /// The number in "Ada Finch, 52,"; nil where no age stands.
    private func age(behind name: Range<Int>) -> Int? {
        let reading = reader.reading
        let end = name.upperBound
        guard end + 2 < reading.tokenCount, reading.isComma(end), reading.kind(end + 1) == .number,
            [.comma, .period].contains(reading.kind(end + 2)), reading.article.tokens.span(end + 1).range.count <= 3
        else { return nil }
        return years(end + 1)
    }

    // MARK: Building

    private mutating func add(_ description: SourceDescription) -> Int {
        let reading = reader.reading
        let full = words[description.name.lowerBound..<(reader.surname(description.name) + 1)]
        let given = reading.classes(description.name.lowerBound)
        var gender = Gender()
        for token in description.title ?? 0..<0 {
            gender.count(reader.roles.uses(token, reading), weight: 1)
            gender.count(reading.classes(token), weight: 1)
        }
        let same = full.last.flatMap { last in
            (byWord[last] ?? []).first {
                persons[$0].gender.fits(gender)
                    && (Self.matches(full, persons[$0].words) || Self.matches(persons[$0].words, full))
            }
        }
        let person = same ?? persons.count
        if same == nil {
            persons.append(Person(name: description.name, words: full))
            register(person)
        } else if full.count > persons[person].words.count
            || full.count == persons[person].words.count && isAllCapitals(persons[person].name)
        {
            persons[person].words = full
            persons[person].name = description.name
        }
        persons[person].fullMentions += 1
        if given.contains(.givenName) {
            persons[person].isConfirmed = true
            if persons[person].fullMentions == 1 {
                persons[person].gender.count(given, weight: Gender.fromGivenName)
            }
        }
        return person
    }

    /// The person whom a single word means; a title or speech makes a new one of it.
    private mutating func person(ofSingle description: SourceDescription, isSource: Bool) -> Int? {
        let reading = reader.reading
        let token = reader.surname(description.name)
        let word = words[token]
        guard word >= 0, reading.article.tokens.span(token).count > 1 else { return nil }
        var gender = Gender()
        for token in description.title ?? 0..<0 {
            gender.count(reader.roles.uses(token, reading), weight: 1)
            gender.count(reading.classes(token), weight: 1)
        }
        let known = (byWord[word] ?? []).filter { persons[$0].gender.fits(gender) }
        if let best = best(of: known, word) { return best }
        let isGiven = reading.has(token, .givenName)
        guard description.title != nil || isSource || isGiven || isSubject(token) else { return nil }
        persons.append(Person(name: description.name, words: [word]))
        persons[persons.count - 1].isConfirmed = description.title != nil || isSource && isGiven
        if isGiven, description.title == nil {
            persons[persons.count - 1].gender.count(reading.classes(token), weight: Gender.fromGivenName)
        }
        register(persons.count - 1)
        return persons.count - 1
    }

    /// "ADA FINCH", as a label writes it.
    private func isAllCapitals(_ name: Range<Int>) -> Bool { reader.reading.has(reader.surname(name), .allCapitals) }

    /// Whether a verb follows, so that the word may be somebody's name: "Gorbachev agreed".
    private func isSubject(_ token: Int) -> Bool {
        let next = token + 1
        return next < reader.reading.tokenCount
            && reader.reading.has(next, [.past, .thirdPerson, .have, .modal]) && !reader.reading.has(next, .capitalised)
            && !reader.reading.has(token, .allCapitals)
    }

    private mutating func register(_ person: Int) {
        guard let first = persons[person].words.first, let last = persons[person].words.last else { return }
        for word in first == last ? [last] : [last, first] where byWord[word, default: []].count < Self.namesakes {
            byWord[word, default: []].append(person)
        }
    }

    /// Of persons with one word in their names: whose surname it is, then who is named in full more often, then the first.
    private func best(of known: [Int], _ word: NameWords.Number) -> Int? {
        func rank(_ person: Int) -> (Int, Int, Int) {
            (persons[person].hasSurname(word) ? 1 : 0, persons[person].fullMentions, -person)
        }
        return known.max { rank($0) < rank($1) }
    }

    /// Whether the words occur in the full name in that order, the last one as its first or last.
    private static func matches(_ words: [NameWords.Number], _ full: [NameWords.Number]) -> Bool {
        var position = full.startIndex
        for word in words {
            guard let found = full[position...].firstIndex(of: word) else { return false }
            position = found + 1
        }
        guard let last = words.last else { return false }
        return words.count > 1 || full.last == last || full.first == last
    }
}
