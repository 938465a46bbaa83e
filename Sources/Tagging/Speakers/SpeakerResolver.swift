import Linguistics
import TextModel

/// Resolves the sources of an article to its speakers: surnames to full names, pronouns and "the press secretary" to
/// persons, short names of organizations to full ones, documents to who made them. Unnamed sources stay as they are
/// described.
///
/// - Complexity: O(*n*) in the tokens of the article and of the sources.
package struct SpeakerResolver {
    private let reading: Reading
    private let describer: SourceDescriber
    let discourse: Discourse
    private let organizations: OrganizationIndex
    private let interview: Interview
    private let unnamed: [Discourse.Unnamed]
    private var found: [Speaker] = []
    private var speakerOfPerson: [Int: Int] = [:]
    private var speakerOfUnnamed: [Int: Int] = [:]
    /// Speakers without a person's name, by the numbers of their words.
    private var speakerOfWords: [[NameWords.Number]: Int] = [:]
    private var lastOrganization: Int?
    /// What "it" can mean: the last organization, document or single body.
    private var lastThing: Int?
    private var lastGroup: Int?

    /// - Parameter sources: all that will be resolved, in any order.
    package init(_ reading: Reading, sources: [Range<Int>]) {
        self.reading = reading
        let describer = SourceDescriber(reading)
        self.describer = describer
        let sources = Set(sources).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        let names = NameIndex(reading, sources: sources, describer: describer)
        let descriptions = sources.map { (source: $0, description: describer.describe($0)) }
        unnamed = descriptions.compactMap { source, description in
            guard description.kind == .unnamedPerson, let head = description.head,
                names.reader.isRoleHead(head) || names.reader.isAge(head)
            else {
                return nil
            }
            var gender = Gender()
            gender.count(RoleWords.shared.uses(head, reading), weight: Gender.fromTitle)
            return Discourse.Unnamed(source: source, description: description, gender: gender)
        }
        discourse = Discourse(
            reading, names: names, unnamed: unnamed,
            speaking: Set(descriptions.map(\.description.name.lowerBound)))
        organizations = OrganizationIndex(names, describer: describer)
        interview = Interview(reading, names: names, sources: sources)
    }

    /// Those resolved so far, in the order in which they were.
    package var speakers: [Speaker] {
        found.map { speaker in
            var speaker = speaker
            speaker.mentions = Set(speaker.mentions).sorted()
            return speaker
        }
    }

    /// - Parameter source: nil or empty where the text names none.
    /// - Returns: the source's kind, and the speaker's index; nil when it cannot be told who it is.
    package mutating func resolve(_ source: Range<Int>?) -> (kind: SourceKind, speaker: Int?) {
        guard let source, !source.isEmpty else { return (.none, nil) }
        if let letter = Interview.letter(of: source, reading) {
            guard let person = letter == UInt8(ascii: "Q") ? interview.asking : interview.answering else {
                return (.unnamedPerson, nil)
            }
            let speaker = self.speaker(ofPerson: person)
            // The letter is no name of anybody's: the mention is where the person is named.
            note(speaker, found[speaker].name)
            return (.unnamedPerson, speaker)
        }
        if let person = interview.person(initials: source) {
            let speaker = self.speaker(ofPerson: person)
            note(speaker, reading.span(source))
            return (.person, speaker)
        }
        let description = describer.describe(source)
        var kind = description.kind
        let speaker: Int?
        switch kind {
        case .pronoun: speaker = pronoun(source.lowerBound)
        case .document: speaker = document(description)
        case .unnamedPerson: speaker = referent(at: source.lowerBound) ?? other(description, description.kind)
        default:
            speaker = named(description)
            // "Google": nobody's surname.
            if kind == .person || kind == .organization { kind = speaker.map { found[$0].kind } ?? kind }
        }
        if let speaker { note(speaker, reading.span(source)) }
        return (kind, speaker)
    }

    private mutating func note(_ speaker: Int, _ source: Span) {
        found[speaker].mentions.append(source)
        switch found[speaker].kind {
        case .organization:
            lastOrganization = speaker
            lastGroup = speaker
            lastThing = speaker
        case .unnamedGroup: lastGroup = speaker
        case .document: lastThing = speaker
        default: break
        }
    }

    // MARK: Persons

    private mutating func pronoun(_ token: Int) -> Int? {
        if reading.readsAny(token, ["they", "them", "their"]) { return lastGroup }
        if reading.readsAny(token, ["it", "its"]) { return lastThing }
        return referent(at: token)
    }

    private mutating func referent(at token: Int) -> Int? {
        switch discourse.referent(at: token) {
        case .named(let person)?: return speaker(ofPerson: person)
        case .unnamed(let index)?:
            if let known = speakerOfUnnamed[index] { return known }
            let speaker = other(unnamed[index].description, .unnamedPerson)
            speakerOfUnnamed[index] = speaker
            return speaker
        case nil: return nil
        }
    }

    private mutating func speaker(ofPerson index: Int) -> Int {
        if let speaker = speakerOfPerson[index] { return speaker }
        let person = discourse.names.persons[index]
        found.append(
            Speaker(
                name: reading.span(person.name), kind: person.isConfirmed ? .person : .organization,
                role: person.role.map { reading.span($0.words) },
                affiliation: person.role?.affiliation.map { reading.span($0) }))
        speakerOfPerson[index] = found.count - 1
        return found.count - 1
    }

    // MARK: Names and others

    private mutating func named(_ description: SourceDescription) -> Int {
        let person =
            description.kind == .person || description.name.count == 1
            ? discourse.names.person(named: description.name) : nil
        if let person, discourse.names.persons[person].isConfirmed {
            return adopt(description, speaker(ofPerson: person))
        }
        if description.name.count == 1,
            let full = organizations.fullName(ofShort: discourse.names.reader.surname(description.name))
        {
            return other(describer.describeMain(full), .organization)
        }
        if let person, description.kind == .person { return speaker(ofPerson: person) }
        if description.kind == .organization, description.isDefinite, let head = description.head {
            // "the institute", "the company"
            if let full = organizations.fullName(ofKind: head, before: description.name.lowerBound) {
                return other(describer.describeMain(full), .organization)
            }
            if description.name.count <= 2, RoleWords.shared.uses(head, reading).contains(.sole), let lastOrganization {
                return lastOrganization
            }
        }
        let isLoneWord = description.kind == .person && description.name.count == 1 && description.title == nil
        return other(description, isLoneWord ? .organization : description.kind)
    }

    /// Fills in the role that this source tells, where none is known.
    private mutating func adopt(_ description: SourceDescription, _ speaker: Int) -> Int {
        if found[speaker].role == nil, let role = description.role { found[speaker].role = reading.span(role) }
        if found[speaker].affiliation == nil {
            found[speaker].affiliation = description.affiliation.map { reading.span($0) }
        }
        return speaker
    }

    private mutating func document(_ description: SourceDescription) -> Int? {
        guard let publisher = description.publisher else { return other(description, .document) }
        let maker = describer.describe(publisher)
        switch maker.kind {
        case .pronoun: return pronoun(publisher.lowerBound)
        case .person, .organization: return named(maker)
        case .unnamedPerson, .unnamedGroup:
            // "documents from his tax return" have no maker.
            guard let head = maker.head, discourse.names.reader.isRoleHead(head) else {
                return other(description, .document)
            }
            return other(maker, maker.kind)
        case .document, .none: return other(description, .document)
        }
    }

    /// Organizations, groups, unnamed persons and documents: one speaker for each wording.
    private mutating func other(_ description: SourceDescription, _ kind: SourceKind) -> Int {
        var words = discourse.names.words[description.name]
        if words.count > 1, reading.readsAny(description.name.lowerBound, ["the", "a", "an"]) { words.removeFirst() }
        if let known = speakerOfWords[words] { return known }
        found.append(
            Speaker(
                name: reading.span(description.name), kind: kind, role: description.role.map { reading.span($0) },
                affiliation: description.affiliation.map { reading.span($0) }))
        speakerOfWords[words] = found.count - 1
        return found.count - 1
    }
}
