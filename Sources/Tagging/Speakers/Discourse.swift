import Linguistics
import TextModel

/// Whom the pronouns and descriptions of an article mean.
///
/// The article is read once in order. Every mention makes its person more salient, a subject more than a possessive;
/// every new sentence halves all salience. A pronoun means the most salient person whom its gender fits, and is a
/// mention in turn.
/// - Complexity: O(*n*) in tokens; at most `attention` persons are salient at a time.
/// - SeeAlso: Lappin and Leass, An Algorithm for Pronominal Anaphora Resolution (1994).
struct Discourse: Sendable {
    /// Somebody who can be meant.
    enum Referent: Hashable, Sendable {
        /// Index into `NameIndex.persons`.
        case named(Int)
        /// Index into the descriptions of unnamed persons.
        case unnamed(Int)
    }

    /// A source that describes somebody without a name.
    struct Unnamed: Sendable {
        var source: Range<Int>
        var description: SourceDescription
        var gender: Gender
    }

    private struct Salient {
        var referent: Referent
        /// From the sentences before, halved with each.
        var carried: Double
        /// The most that a mention in this sentence gave.
        var current: Double
        /// The last mention.
        var token: Int
    }

    private(set) var names: NameIndex
    private let unnamed: [Unnamed]
    private let reading: Reading
    private let speaking: Set<Int>
    private let holders: RoleHolders
    /// The tokens of "he", "her" and the like, in order.
    private let pronouns: [Int]
    private var salient: [Salient] = []
    private var referents: [Int: Referent] = [:]
    /// Pronouns that nobody before them fits, of the last sentences.
    private var waiting: [Int] = []

    private static let attention = 16
    private static let decay = 0.5
    /// How many sentences a pronoun waits for its name.
    private static let lookahead = 2
    private static let faintest = 0.05

    /// - Parameters:
    ///   - unnamed: sources without a name, sorted.
    ///   - speaking: where the names of sources begin; they count as subjects.
    init(_ reading: Reading, names: NameIndex, unnamed: [Unnamed], speaking: Set<Int>) {
        self.reading = reading
        self.names = names
        self.unnamed = unnamed
        self.speaking = speaking
        holders = RoleHolders(names)
        pronouns = (0..<reading.tokenCount).filter {
            reading.has($0, .singularPronoun) && reading.has($0, [.masculine, .feminine])
        }
        // What the pronouns tell of genders in the first reading holds from the start of the second.
        read(countingPronouns: true)
        referents.removeAll(keepingCapacity: true)
        salient.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
        read(countingPronouns: false)
    }

    /// Whom the pronoun or description that begins at `token` means; nil when it cannot be told.
    func referent(at token: Int) -> Referent? { referents[token] }

    /// The fullest name of whom the pronoun or description that begins at `token` means, or else what describes them;
    /// nil also for a name that may be no person's.
    func name(ofReferentAt token: Int) -> Range<Int>? {
        switch referents[token] {
        case .named(let person)?: names.persons[person].isConfirmed ? names.persons[person].name : nil
        case .unnamed(let index)?: unnamed[index].description.name
        case nil: nil
        }
    }

    // MARK: Reading in order

    private mutating func read(countingPronouns: Bool) {
        var nextName = 0
        var nextUnnamed = 0
        var nextPronoun = 0
        for sentence in reading.article.sentences {
            fade()
            // From one name, description or pronoun to the next.
            while true {
                let name = nextName < names.mentions.count ? names.mentions[nextName].name.lowerBound : .max
                let description = nextUnnamed < unnamed.count ? unnamed[nextUnnamed].source.lowerBound : .max
                let pronoun = nextPronoun < pronouns.count ? pronouns[nextPronoun] : .max
                let token = min(name, description, pronoun)
                guard token < sentence.tokens.upperBound else { break }
                let isRead = token >= sentence.tokens.lowerBound && !reading.isQuoted(token)
                if name == token {
                    let mention = names.mentions[nextName]
                    if isRead {
                        add(.named(mention.person), at: token, weight(mention.name, in: sentence))
                        resolveWaiting(to: mention.person, at: token)
                    }
                } else if pronoun == token, isRead {
                    readPronoun(token, in: sentence, counting: countingPronouns)
                }
                if description == token, isRead { readDescription(nextUnnamed) }
                if name == token { nextName += 1 }
                if pronoun == token { nextPronoun += 1 }
                // Of two descriptions that begin at one place the first counts.
                while nextUnnamed < unnamed.count, unnamed[nextUnnamed].source.lowerBound == token { nextUnnamed += 1 }
            }
        }
    }

    private mutating func readPronoun(_ token: Int, in sentence: Sentence, counting: Bool) {
        var pronoun = Gender()
        pronoun.count(reading.classes(token), weight: 1)
        guard let referent = antecedent(of: token, pronoun, in: sentence) else {
            waiting.append(token)
            return
        }
        referents[token] = referent
        if counting, case .named(let person) = referent { names.count(pronoun, for: person) }
        add(referent, at: token, reading.has(token, .subjectPronoun) ? Weight.subject : Weight.possessive)
    }

    /// "“We lost it all,” he said. Piet Aldous stood in the rain.": one whom nobody before fits is named right after.
    private mutating func resolveWaiting(to person: Int, at name: Int) {
        for token in waiting {
            var pronoun = Gender()
            pronoun.count(reading.classes(token), weight: 1)
            let distance = reading.sentenceOfToken[name] - reading.sentenceOfToken[token]
            if distance <= Self.lookahead, names.persons[person].isConfirmed, names.persons[person].gender.fits(pronoun)
            {
                referents[token] = .named(person)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func readDescription(_ index: Int) {
        let source = unnamed[index].source
        let description = unnamed[index].description
        let referent: Referent
        if description.isDefinite, let person = holder(of: description, before: source.lowerBound) {
            referent = .named(person)
        } else if description.isDefinite, let earlier = earlier(of: description, before: index) {
            referent = .unnamed(earlier)
        } else {
            referent = .unnamed(index)
        }
        referents[source.lowerBound] = referent
        add(referent, at: source.lowerBound, Weight.subject)
    }

    private func antecedent(of token: Int, _ pronoun: Gender, in sentence: Sentence) -> Referent? {
        let isObject = !reading.has(token, .subjectPronoun) && !reading.has(token, .possessive)
        var best: Salient?
        func strength(_ candidate: Salient) -> Double {
            // "she" is rather the one who is known for a woman.
            let isKnown = gender(candidate.referent).isMasculine != nil
            return self.strength(candidate) * (isKnown ? Weight.knownGender : 1)
        }
        for candidate in salient where gender(candidate.referent).fits(pronoun) {
            // "Lee told him": not Lee.
            if isObject, candidate.token >= sentence.tokens.lowerBound, candidate.current >= Weight.subject { continue }
            if let other = best, strength(other) >= strength(candidate) { continue }
            best = candidate
        }
        return best?.referent
    }

    private func strength(_ candidate: Salient) -> Double {
        let sum = candidate.carried + candidate.current
        switch candidate.referent {
        case .unnamed: return sum
        case .named(let person): return names.persons[person].isConfirmed ? sum : sum * Weight.unconfirmed
        }
    }

    private func gender(_ referent: Referent) -> Gender {
        switch referent {
        case .named(let person): names.persons[person].gender
        case .unnamed(let index): unnamed[index].gender
        }
    }

    // MARK: Salience

    private enum Weight {
        static let subject = 2.4
        static let object = 1.2
        static let oblique = 1.0
        static let possessive = 0.9
        /// Of somebody who may be no person.
        static let unconfirmed = 0.5
        static let knownGender = 1.3
    }

    private mutating func fade() {
        for index in salient.indices {
            salient[index].carried = (salient[index].carried + salient[index].current) * Self.decay
            salient[index].current = 0
        }
        salient.removeAll { $0.carried < Self.faintest }
    }

    private mutating func add(_ referent: Referent, at token: Int, _ weight: Double) {
        if let index = salient.firstIndex(where: { $0.referent == referent }) {
            salient[index].current = max(salient[index].current, weight)
            salient[index].token = token
            return
        }
        if salient.count == Self.attention,
            let faintest = salient.indices.min(by: { strength(salient[$0]) < strength(salient[$1]) })
        {
            salient.remove(at: faintest)
        }
        salient.append(Salient(referent: referent, carried: 0, current: weight, token: token))
    }

    /// How much a name's place in its sentence says that the sentence is about the person.
    private func weight(_ name: Range<Int>, in sentence: Sentence) -> Double {
        let start = name.lowerBound
        let next = name.upperBound
        if next < sentence.tokens.upperBound, reading.kind(next) == .clitic,
            reading.has(next, .clitic) || reading.classes(next).isEmpty
        {
            return Weight.possessive
        }
        if speaking.contains(start) || sentence.tokens.lowerBound == start { return Weight.subject }
        if next < sentence.tokens.upperBound, reading.has(next, [.auxiliary, .past, .thirdPerson]) {
            return Weight.subject
        }
        if reading.has(start - 1, .preposition) { return Weight.oblique }
        return Weight.object
    }

    // MARK: Descriptions

    /// "the press secretary", "the senator", "the president": whose role that is, or else the last person of no known role.
    private func holder(of description: SourceDescription, before token: Int) -> Int? {
        guard let head = description.head, description.name.count <= 5 else { return nil }
        if names.reader.isAge(head) { return names.person(aged: head) }
        let known = holders.persons(described: description.name, head: head)
        if !known.isEmpty {
            return known.count == 1 ? known[0] : nearest(before: token) { known.contains($0) } ?? known[0]
        }
        guard names.reader.roles.uses(head, reading).contains(.sole), description.affiliation == nil else { return nil }
        return nearest(before: token, within: 1) { names.persons[$0].role == nil && names.persons[$0].isConfirmed }
    }

    /// The person named last before `token`, of those who fit, at most so many sentences back.
    private func nearest(before token: Int, within sentences: Int = .max, where fits: (Int) -> Bool) -> Int? {
        var index = names.mentions.partitioningIndex { $0.name.lowerBound >= token } - 1
        var looked = 0
        while index >= 0, looked < Self.attention {
            let mention = names.mentions[index]
            let distance = reading.sentenceOfToken[token] - reading.sentenceOfToken[mention.name.lowerBound]
            if Int(distance) > sentences { return nil }
            if fits(mention.person), !reading.isQuoted(mention.name.lowerBound) { return mention.person }
            index -= 1
            looked += 1
        }
        return nil
    }

    /// The unnamed person whom "the spokesman" takes up.
    private func earlier(of description: SourceDescription, before index: Int) -> Int? {
        guard let head = description.head else { return nil }
        return salient.compactMap { candidate -> Int? in
            guard case .unnamed(let earlier) = candidate.referent, earlier < index,
                let other = unnamed[earlier].description.head, names.words[other] == names.words[head]
            else { return nil }
            return earlier
        }.max()
    }
}
