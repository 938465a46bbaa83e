import Linguistics
import TextModel

/// Resolves the sources of an article to its speakers: surnames to full names, pronouns and "the press secretary" to
/// persons, documents to who made them; unnamed sources stay as they are described.
///
/// - Complexity: O(sources × persons of the article), with bounded look-back for pronouns.
package struct SpeakerResolver {
    private let reading: Reading
    private let names: NameIndex
    private let describer: SourceDescriber
    package private(set) var speakers: [Speaker] = []
    private var speakerOfPerson: [Int: Int] = [:]
    private var speakerOfKey: [String: Int] = [:]
    private var recentPerson: Int?
    private var recentGroup: Int?

    package init(_ reading: Reading, sources: [Range<Int>]) {
        self.reading = reading
        names = NameIndex(reading, sources: sources)
        describer = SourceDescriber(reading)
    }

    /// - Parameter content: where the attribution's content begins, so that its own words are no antecedents.
    /// - Returns: the source's kind, and the speaker's index; nil when it cannot be told who it is.
    package mutating func resolve(_ source: Range<Int>?, content: Range<Int>?) -> (kind: SourceKind, speaker: Int?) {
        guard let source, !source.isEmpty else { return (.none, nil) }
        let description = describer.describe(source)
        let speaker: Int?
        switch description.kind {
        case .pronoun: speaker = pronoun(source.lowerBound)
        case .person: speaker = person(description)
        case .unnamedPerson: speaker = nominal(description, source) ?? other(description)
        case .document: speaker = document(description)
        default: speaker = other(description)
        }
        if let speaker {
            speakers[speaker].mentions.append(reading.span(source))
            if speakers[speaker].kind == .unnamedGroup || speakers[speaker].kind == .organization {
                recentGroup = speaker
            }
        }
        let isPlaceName = description.kind == .person && speaker.map { speakers[$0].kind == .organization } == true
        return (isPlaceName ? .organization : description.kind, speaker)
    }

    // MARK: By name

    private mutating func person(_ description: SourceDescription) -> Int? {
        let words = NameIndex.words(description.name, reading)
        guard let index = names.person(named: words) else {
            // A single capitalised word that is nobody's surname: "Pyongyang", "Google".
            var plain = description
            if description.name.count == 1, description.role == nil { plain.kind = .organization }
            return other(plain)
        }
        recentPerson = index
        let speaker = speaker(ofPerson: index)
        if speakers[speaker].role == nil, let role = description.role { speakers[speaker].role = reading.span(role) }
        if speakers[speaker].affiliation == nil, let place = description.affiliation {
            speakers[speaker].affiliation = reading.span(place)
        }
        return speaker
    }

    private mutating func speaker(ofPerson index: Int) -> Int {
        if let speaker = speakerOfPerson[index] { return speaker }
        let person = names.persons[index]
        speakers.append(
            Speaker(
                name: reading.span(person.name), kind: .person, role: person.role.map { reading.span($0) },
                affiliation: person.affiliation.map { reading.span($0) }))
        speakerOfPerson[index] = speakers.count - 1
        return speakers.count - 1
    }

    // MARK: By pronoun

    private mutating func pronoun(_ token: Int) -> Int? {
        let classes = reading.classes(token)
        if reading.readsAny(token, ["they", "them", "their"]) {
            return recentGroup ?? recentPerson.map { speaker(ofPerson: $0) }
        }
        guard classes.contains(.singularPronoun) else { return nil }
        let wanted: NameIndex.Gender = classes.contains(.feminine) ? .feminine : .masculine
        func fits(_ person: Int) -> Bool {
            names.persons[person].gender == wanted || names.persons[person].gender == .unknown
        }
        // The last speaker, unless another person has been named since at the head of a sentence.
        let nearest = lastMentioned(before: token, within: 3, where: fits)
        if let recentPerson, fits(recentPerson) {
            if let nearest, nearest != recentPerson, headsSentence(nearest, before: token) {
                self.recentPerson = nearest
                return speaker(ofPerson: nearest)
            }
            return speaker(ofPerson: recentPerson)
        }
        guard let nearest else { return nil }
        recentPerson = nearest
        return speaker(ofPerson: nearest)
    }

    /// The person mentioned last before `token`, at most so many sentences back.
    private func lastMentioned(before token: Int, within sentences: Int, where fits: (Int) -> Bool) -> Int? {
        var low = 0
        var high = names.timeline.count
        while low < high {
            let middle = (low + high) / 2
            if names.timeline[middle].token < token { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        var looked = 0
        while index >= 0, looked < 12 {
            let mention = names.timeline[index]
            if Int(reading.sentenceOfToken[token] - reading.sentenceOfToken[mention.token]) > sentences { return nil }
            if fits(mention.person), !reading.isQuoted(mention.token) { return mention.person }
            index -= 1
            looked += 1
        }
        return nil
    }

    /// Whether the person's last mention before `token` stands at the head of its sentence or of this one.
    private func headsSentence(_ person: Int, before token: Int) -> Bool {
        guard let mention = names.persons[person].mentions.last(where: { $0.lowerBound < token }) else { return false }
        let sentence = reading.sentence(of: mention.lowerBound).tokens
        return mention.lowerBound - sentence.lowerBound <= 4
    }

    // MARK: By description

    /// "the press secretary", "the leader", "the president": somebody of that role, or else the last person named.
    private mutating func nominal(_ description: SourceDescription, _ source: Range<Int>) -> Int? {
        guard description.isDefinite, let head = description.head, !reading.has(head, .plural),
            description.name.upperBound - description.name.lowerBound <= 5
        else { return nil }
        let word = reading.surface(head..<(head + 1)).lowercased()
        let inRole = names.persons(inRole: word)
        let holder = inRole.count > 1 ? nearest(of: inRole, before: source.lowerBound) : inRole.first
        if let holder {
            recentPerson = holder
            return speaker(ofPerson: holder)
        }
        // Only roles that are held by one person at a time point back: not "the man", "the spokesman".
        guard reading.has(head, .title) || Self.soleRoles.contains(word), description.affiliation == nil,
            let nearest = lastMentioned(before: source.lowerBound, within: 1, where: { names.persons[$0].role == nil })
        else { return nil }
        return speaker(ofPerson: nearest)
    }

    private static let soleRoles: Set<String> = [
        "leader", "candidate", "nominee", "author", "founder", "actor", "singer",
    ]

    private func nearest(of persons: [Int], before token: Int) -> Int? {
        lastMentioned(before: token, within: .max) { persons.contains($0) } ?? persons.first
    }

    private mutating func document(_ description: SourceDescription) -> Int? {
        guard let publisher = description.publisher else { return other(description) }
        let maker = describer.describe(publisher)
        switch maker.kind {
        case .person: return person(maker)
        case .pronoun: return nil
        default: return other(maker)
        }
    }

    /// Organizations, groups, unnamed persons and documents: one speaker for each wording.
    private mutating func other(_ description: SourceDescription) -> Int? {
        let key = reading.surface(description.name).lowercased()
        if let known = speakerOfKey[key] { return known }
        speakers.append(
            Speaker(
                name: reading.span(description.name),
                kind: description.kind == .pronoun ? .unnamedPerson : description.kind,
                role: description.role.map { reading.span($0) },
                affiliation: description.affiliation.map { reading.span($0) }))
        speakerOfKey[key] = speakers.count - 1
        return speakers.count - 1
    }
}
