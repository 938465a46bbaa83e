import Linguistics
import TextModel

/// Reads source descriptions from word classes.
///
/// - Complexity: O(*n*) in the tokens of the source.
struct SourceDescriber: Sendable {
    private let reading: Reading
    private let names: NameReader
    private let roles: RoleReader
    private let phrases: PhraseReader

    init(_ reading: Reading) {
        self.reading = reading
        names = NameReader(reading)
        roles = RoleReader(names)
        phrases = PhraseReader(reading)
    }

    func describe(_ source: Range<Int>) -> SourceDescription {
        if source.count == 1, reading.has(source.lowerBound, [.subjectPronoun, .objectPronoun, .possessive]),
            !reading.has(source.lowerBound, .determiner)
        {
            return SourceDescription(.pronoun, source)
        }
        let cut = source.first { opensAside($0, in: source) } ?? source.upperBound
        let main = source.lowerBound..<max(cut, source.lowerBound + 1)
        var description = describeMain(main)
        guard cut < source.upperBound, reading.kind(cut) == .comma else { return description }
        if description.kind == .person {
            if let role = roles.apposition(from: cut + 1, limit: source.upperBound) {
                description.affiliation = description.affiliation ?? role.affiliation
                if description.role == nil { description.role = role.words }
            }
        } else if description.head != nil, let named = named((cut + 1)..<source.upperBound, as: description) {
            return named
        }
        return description
    }

    private func opensAside(_ token: Int, in source: Range<Int>) -> Bool {
        guard token > source.lowerBound else { return false }
        switch reading.kind(token) {
        case .comma, .openBracket, .dash, .openQuote: return true
        default: return reading.readsAny(token, ["who", "which", "that", "whose"])
        }
    }

    /// "The port's director, Nadia Holm", "The regulator, the Railways Office": the name comes after a description.
    private func named(_ aside: Range<Int>, as role: SourceDescription) -> SourceDescription? {
        guard let first = aside.first(where: { !reading.has($0, .determiner) }), names.isNameWord(first) else {
            return nil
        }
        let end = aside.first { [.comma, .openBracket, .dash].contains(reading.kind($0)) } ?? aside.upperBound
        guard first < end else { return nil }
        var description = describeMain(aside.lowerBound..<end)
        if role.kind == .organization { return description.kind == .organization ? description : nil }
        guard role.kind == .unnamedPerson, description.kind == .person, first == aside.lowerBound,
            description.name.count > 1 || description.title != nil
        else { return nil }
        var start = role.name.lowerBound
        while start < role.name.upperBound - 1, reading.has(start, [.determiner, .possessive]), !reading.isName(start) {
            start += 1
        }
        let words = start..<role.name.upperBound
        description.role = words
        description.affiliation = role.affiliation ?? roles.affiliation(in: words)
        return description
    }

    // MARK: The main phrase

    /// Describes a phrase without asides.
    func describeMain(_ phrase: Range<Int>) -> SourceDescription {
        let main = withoutTime(phrase)
        if isCoordination(main) { return SourceDescription(.unnamedGroup, main) }
        let start = main.first { !isLead($0) } ?? main.lowerBound
        let isDefinite =
            start > main.lowerBound && !reading.readsAny(main.lowerBound, ["a", "an", "another", "some", "one"])
        if let name = nameAfterOfPhrase(main) { return describeName(name, from: start) }
        let preposition = main.first {
            $0 > start && reading.readsAny($0, ["of", "from", "for", "by", "at", "in", "with", "on", "to"])
        }
        let core = withoutTime(main.lowerBound..<(preposition ?? main.upperBound))
        guard let name = nameRun(endingAt: core) else {
            return describeNominal(core, main, preposition, isDefinite: isDefinite)
        }
        var description = describeName(
            name, from: start, isDetermined: start > main.lowerBound && start == name.lowerBound)
        if description.kind == .person, description.affiliation == nil, let preposition,
            description.role != nil || reading.reads(preposition, "of")
        {
            description.affiliation = roles.complement(from: preposition, to: main.upperBound)
        } else if description.kind == .organization, let preposition, continuesName(preposition, in: main) {
            // "the Bank of Harrow", "the Center for Health"
            description.name = description.name.lowerBound..<main.upperBound
        }
        return description
    }

    private func continuesName(_ preposition: Int, in main: Range<Int>) -> Bool {
        let next = preposition + 1
        guard next < main.upperBound, reading.readsAny(preposition, ["of", "for", "on", "at"]) else { return false }
        return names.isNameWord(next) || next + 1 < main.upperBound && names.isNameWord(next + 1)
    }

    private func isLead(_ token: Int) -> Bool {
        reading.has(token, [.determiner, .possessive]) && !names.isNameWord(token)
    }

    /// "A report from NBC Monday", "Lee last week", "Lee later": the time is no part of the name.
    private func withoutTime(_ phrase: Range<Int>) -> Range<Int> {
        var end = phrase.upperBound
        while end - phrase.lowerBound > 1,
            reading.kind(end - 1) == .number || reading.has(end - 1, [.anyTime, .adverb])
        {
            let start = (1...3).map { end - $0 }.first {
                $0 > phrase.lowerBound && phrases.timeEnd(from: $0, limit: end) == end
            }
            let isAdverb = reading.has(end - 1, .adverb) && !reading.isName(end - 1)
            guard let shorter = start ?? (isAdverb ? end - 1 : nil) else { break }
            end = shorter
        }
        return phrase.lowerBound..<end
    }

    /// "Holm and Aldous", "the mayor and her deputy", but not "Health and Human Services".
    private func isCoordination(_ main: Range<Int>) -> Bool {
        guard let and = main.first(where: { $0 > main.lowerBound && reading.reads($0, "and") }),
            and + 1 < main.upperBound
        else { return false }
        let right = and + 1
        if isLead(right) || reading.has(right, .givenName) || reading.has(right, .title) { return true }
        let last = main.upperBound - 1
        return names.isNameWord(and - 1) && names.isNameWord(right)
            && !main.contains { reading.has($0, [.organization, .group]) } && !reading.has(last, .allCapitals)
    }

    /// "Secretary of State | Mike Pompeo": a name that stands after a role with "of".
    private func nameAfterOfPhrase(_ main: Range<Int>) -> Range<Int>? {
        guard let of = main.first(where: { $0 > main.lowerBound && reading.reads($0, "of") }), of + 2 < main.upperBound,
            names.isRoleHead(of - 1), names.isNameWord(of + 1)
        else { return nil }
        var start = of + 2
        let isOffice = reading.reads(of + 1, "state") || names.roles.uses(of + 1, reading).contains(.modifier)
        if !isOffice {
            while start + 1 < main.upperBound, !reading.has(start, .givenName) { start += 1 }
            guard start + 1 < main.upperBound else { return nil }
        }
        guard (start..<main.upperBound).allSatisfy({ names.isNameWord($0) || names.isParticle($0) }) else { return nil }
        return start..<main.upperBound
    }

    // MARK: Names

    /// The capitalised words at the end of a phrase, with particles.
    /// - Returns: nil when they name nobody: "the White House Press Secretary".
    private func nameRun(endingAt core: Range<Int>) -> Range<Int>? {
        var start = core.upperBound
        while start > core.lowerBound {
            let token = start - 1
            let isAmpersand = reading.kind(token) == .other && start < core.upperBound && token > core.lowerBound
            guard
                names.isNameWord(token) || isAmpersand || reading.kind(token) == .address
                    || start < core.upperBound && names.isParticle(token)
                    || joinsName(token, in: core)
            else { break }
            start = token
        }
        while start < core.upperBound, !names.isNameWord(start), reading.kind(start) != .address { start += 1 }
        guard start < core.upperBound else { return nil }
        let last = names.surname(start..<core.upperBound)
        if names.isRoleHead(last), !reading.has(last, .givenName), start < last || core.lowerBound < start,
            !reading.has(start, .givenName), !names.isCourtesy(max(core.lowerBound, last - 1))
        {
            return nil
        }
        return start..<core.upperBound
    }

    /// "the Health and Safety Executive", but not "Holm and Aldous".
    private func joinsName(_ token: Int, in core: Range<Int>) -> Bool {
        reading.reads(token, "and") && token + 1 < core.upperBound && token > core.lowerBound
            && names.isNameWord(token - 1) && reading.has(core.upperBound - 1, [.organization, .group])
    }

    /// - Parameters:
    ///   - run: capitalised words, the last of them the name's.
    ///   - start: where the words that may be a role begin.
    ///   - isDetermined: whether "the" stands directly before the run, as before no person's name.
    private func describeName(_ run: Range<Int>, from start: Int, isDetermined: Bool = false) -> SourceDescription {
        let surname = names.surname(run)
        // The last word for a person ends the role: "Press Secretary | Sarah Sanders".
        let roleEnd = (min(start, run.lowerBound)..<surname).last {
            names.isRoleHead($0) && !isGivenName($0, in: run) || names.isCourtesy($0)
        }
        let name = max(roleEnd.map { $0 + 1 } ?? run.lowerBound, run.lowerBound)..<run.upperBound
        let afterRole = min(start, name.lowerBound)..<name.lowerBound
        let hasTitle = roleEnd != nil
        var description = SourceDescription(kind(ofName: name, hasTitle: hasTitle, isDetermined: isDetermined), name)
        if description.kind == .person {
            // What stands between "of State" and the name belongs to the role.
            if !afterRole.isEmpty { description.title = afterRole }
            if let role = roles.role(before: name, from: start), roles.head(of: role.words) != nil {
                description.role = role.words
                description.affiliation = role.affiliation
            }
        }
        return description
    }

    /// A word that is a title by the lists but a given name here: "Dean Smith", "Duke Ellington".
    private func isGivenName(_ token: Int, in run: Range<Int>) -> Bool {
        reading.has(token, .givenName) && reading.has(token, .capitalised) && token == run.lowerBound && run.count == 2
    }

    private func kind(ofName name: Range<Int>, hasTitle: Bool, isDetermined: Bool) -> SourceKind {
        let last = names.surname(name)
        if hasTitle { return .person }
        if reading.kind(last) == .address { return startsWithAt(last) ? .person : .organization }
        if name.count == 1 {
            // "Republicans", "Europeans"
            if reading.has(last, .plural), reading.has(last, [.person, .group, .place]) { return .unnamedGroup }
            // "Republican", "the Secretary", but "Pope said"
            let isDescription = !reading.has(last, .title) || last > 0 && reading.has(last - 1, .determiner)
            if names.isRoleHead(last), !reading.has(last, .givenName), isDescription { return .unnamedPerson }
            if reading.has(last, [.place, .organization, .group]) || isDetermined { return .organization }
            return .person
        }
        let isGiven = reading.has(name.lowerBound, .givenName)
        if reading.has(last, .place), !isGiven || reading.has(name.lowerBound, .place) { return .organization }
        if name.contains(where: { reading.has($0, [.organization, .group]) && !reading.has($0, .givenName) }) {
            return .organization
        }
        if reading.has(last, .document) { return .document }
        if isDetermined, !isGiven { return .organization }
        return .person
    }

    private func startsWithAt(_ token: Int) -> Bool {
        reading.article.article.text[Int(reading.article.tokens.starts[token])] == UInt8(ascii: "@")
    }

    // MARK: Nominals

    private func describeNominal(
        _ core: Range<Int>, _ main: Range<Int>, _ preposition: Int?, isDefinite: Bool
    ) -> SourceDescription {
        let head =
            core.last {
                reading.kind($0) == .word
                    && (reading.has($0, [.group, .document, .reportingNoun, .organization]) || names.isRoleHead($0))
            } ?? core.upperBound - 1
        var description = SourceDescription(kind(ofHead: head, in: core), core)
        description.head = head
        description.isDefinite = isDefinite
        let complement = preposition.flatMap { $0 + 1 < main.upperBound ? ($0 + 1)..<main.upperBound : nil }
        switch description.kind {
        case .document:
            if let preposition, reading.readsAny(preposition, ["from", "by", "of"]) {
                description.publisher = complement
            } else {
                description.publisher = publisher(before: head, in: core)
            }
        case .organization:
            if let complement { description.name = core.lowerBound..<complement.upperBound }
        default:
            description.affiliation = complement ?? roles.affiliation(in: core)
            if let complement { description.name = core.lowerBound..<complement.upperBound }
        }
        return description
    }

    /// "an NBC report", "the ministry's report": who stands before the document.
    private func publisher(before head: Int, in core: Range<Int>) -> Range<Int>? {
        if let clitic = (core.lowerBound..<head).last(where: { reading.kind($0) == .clitic }) {
            return clitic > core.lowerBound ? core.lowerBound..<clitic : nil
        }
        guard let end = (core.lowerBound..<head).last(where: { names.isNameWord($0) }), end == head - 1 else {
            return nil
        }
        var start = end
        while start > core.lowerBound, names.isNameWord(start - 1) { start -= 1 }
        return start..<(end + 1)
    }

    private func kind(ofHead head: Int, in core: Range<Int>) -> SourceKind {
        let classes = reading.classes(head)
        let isPlural = classes.contains(.plural)
        if names.isAge(head) { return .unnamedPerson }
        if names.isRoleHead(head) {
            return isPlural || reading.readsAny(head, ["people", "others"]) ? .unnamedGroup : .unnamedPerson
        }
        if reading.reads(head, "police") { return .organization }
        if classes.hasAny([.document, .reportingNoun]) { return .document }
        if classes.hasAny([.group, .organization]) { return isPlural ? .unnamedGroup : .organization }
        let isCounted =
            core.contains { reading.kind($0) == .number }
            || reading.readsAny(
                core.lowerBound,
                [
                    "many", "some", "others", "several", "most", "both", "few", "those", "all", "two", "three", "four",
                    "five",
                ])
        if isPlural || isCounted { return .unnamedGroup }
        if core.contains(where: { names.isNameWord($0) }) { return .organization }
        return endsInS(head) ? .unnamedGroup : .unnamedPerson
    }

    private func endsInS(_ token: Int) -> Bool {
        reading.article.article.text[Int(reading.article.tokens.ends[token]) - 1] | 0x20 == UInt8(ascii: "s")
    }
}
