import Linguistics
import TextModel

/// What the words of a source say by themselves: kind, name, role and affiliation.
struct SourceDescription: Sendable {
    var kind: SourceKind
    /// The name, or the describing noun phrase where there is no name.
    var name: Range<Int>
    /// The last word of a nominal source: "secretary" of "the press secretary".
    var head: Int?
    var role: Range<Int>?
    var affiliation: Range<Int>?
    /// "the", "his", …: a nominal that points back to somebody.
    var isDefinite = false
    /// Who made the document: "NBC" of "a report from NBC".
    var publisher: Range<Int>?
}

/// Reads source descriptions from word classes.
struct SourceDescriber {
    private let reading: Reading
    private let phrases: PhraseReader

    init(_ reading: Reading) {
        self.reading = reading
        phrases = PhraseReader(reading)
    }

    func describe(_ source: Range<Int>) -> SourceDescription {
        if source.count == 1, reading.has(source.lowerBound, [.subjectPronoun, .objectPronoun, .possessive]),
            !reading.has(source.lowerBound, .determiner)
        {
            return SourceDescription(kind: .pronoun, name: source)
        }
        let cut = source.first { token in
            switch reading.kind(token) {
            case .comma, .openBracket, .dash, .openQuote: return true
            default: return token > source.lowerBound && reading.readsAny(token, ["who", "which", "that", "whose"])
            }
        }
        let main = source.lowerBound..<(cut ?? source.upperBound)
        let aside =
            cut.map { min($0 + 1, source.upperBound)..<source.upperBound } ?? source.upperBound..<source.upperBound
        var description = describeMain(main)
        if description.kind == .person, description.role == nil, let cut, reading.kind(cut) == .comma {
            let apposition = apposition(aside)
            description.role = apposition.role
            description.affiliation = description.affiliation ?? apposition.affiliation
        }
        return description
    }

    // MARK: The main phrase

    private func describeMain(_ main: Range<Int>) -> SourceDescription {
        let start =
            main.first { !reading.has($0, [.determiner, .possessive]) || reading.isName($0) } ?? main.lowerBound
        let isDefinite =
            start > main.lowerBound && !reading.readsAny(main.lowerBound, ["a", "an", "another", "some", "one"])
        let preposition = main.first {
            $0 > start && reading.readsAny($0, ["of", "from", "for", "by", "at", "in", "with", "on", "to"])
        }
        var core = main.lowerBound..<(preposition ?? main.upperBound)
        // "A report from NBC Monday": the time is no part of the name.
        while core.count > 1, reading.has(core.upperBound - 1, [.weekday]) {
            core = core.lowerBound..<(core.upperBound - 1)
        }
        if let names = nameRun(endingAt: core) {
            var description = describeName(names, core: core)
            if description.kind == .person, let preposition, description.role != nil || reading.reads(preposition, "of")
            {
                description.affiliation = description.affiliation ?? complement(preposition, main)
            }
            return description
        }
        return describeNominal(core, main, preposition, isDefinite: isDefinite)
    }

    /// The capitalised words at the end of a phrase, with initials and particles.
    private func nameRun(endingAt core: Range<Int>) -> Range<Int>? {
        var start = core.upperBound
        while start > core.lowerBound {
            let token = start - 1
            let isParticle =
                reading.readsAny(
                    token,
                    ["de", "van", "von", "der", "den", "al", "el", "bin", "ben", "la", "del", "da", "di", "du", "le"])
                && start < core.upperBound
            let isAmpersand = reading.kind(token) == .other && start < core.upperBound && start - 1 > core.lowerBound
            guard reading.isName(token) || isParticle || isAmpersand || reading.kind(token) == .address else { break }
            start = token
        }
        while start < core.upperBound, !reading.isName(start), reading.kind(start) != .address { start += 1 }
        guard start < core.upperBound else { return nil }
        // "The White House Press Secretary" names nobody.
        let last = core.upperBound - 1
        if reading.has(last, [.title, .person]), !reading.has(last, .givenName),
            start < last || core.lowerBound < start,
            !reading.has(start, .givenName)
        {
            return nil
        }
        return start..<core.upperBound
    }

    private func describeName(_ run: Range<Int>, core: Range<Int>) -> SourceDescription {
        // The last title or role within the run or before it ends the role: "Press Secretary | Sarah Sanders".
        let roleEnd = (core.lowerBound..<(run.upperBound - 1)).last {
            reading.has($0, [.title, .person]) && !isGivenNameOnly($0, run)
        }
        let name = max(roleEnd.map { $0 + 1 } ?? run.lowerBound, run.lowerBound)..<run.upperBound
        guard !name.isEmpty else { return SourceDescription(kind: .organization, name: run) }
        let kind = kind(ofName: name, hasTitle: roleEnd != nil)
        var description = SourceDescription(kind: kind, name: name)
        if kind == .person, let roleEnd {
            let start = core.first { !reading.has($0, [.determiner]) } ?? core.lowerBound
            if roleEnd >= start, !isCourtesy(start..<(roleEnd + 1)) {
                description.role = start..<(roleEnd + 1)
                description.affiliation = organization(in: start..<roleEnd)
            }
        }
        return description
    }

    /// "Mr.", "Ms.", "Dr." tell no role.
    private func isCourtesy(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1
            && reading.readsAny(
                tokens.lowerBound,
                [
                    "mr.", "mrs.", "ms.", "mx.", "mr", "mrs", "ms", "mx", "miss", "dr.", "dr", "sir", "dame", "lord",
                    "lady",
                ])
    }

    /// A word that is a title by the lists but a given name here: "Judge Judy", "Dean Smith".
    private func isGivenNameOnly(_ token: Int, _ run: Range<Int>) -> Bool {
        reading.has(token, .givenName) && reading.has(token, .capitalised) && token == run.lowerBound && run.count == 2
    }

    func kind(ofName name: Range<Int>, hasTitle: Bool) -> SourceKind {
        let last = name.upperBound - 1
        if hasTitle { return .person }
        if reading.kind(last) == .address {
            return reading.article.article.text[Int(reading.article.tokens.starts[last])] == UInt8(ascii: "@")
                ? .person : .organization
        }
        if reading.has(last, .place) { return .organization }
        if name.contains(where: { reading.has($0, [.organization, .group]) && !reading.has($0, .givenName) }) {
            return .organization
        }
        if reading.has(last, .document), name.count > 1 { return .document }
        if name.count == 1 { return reading.has(last, .allCapitals) ? .organization : .person }
        if name.allSatisfy({ reading.has($0, .allCapitals) }) && name.count < 2 { return .organization }
        return .person
    }

    private func organization(in tokens: Range<Int>) -> Range<Int>? {
        guard
            let last = tokens.last(where: {
                reading.isName($0) && reading.has($0, [.organization, .group])
                    || reading.has($0, .allCapitals) && $0 < tokens.upperBound
            })
        else { return nil }
        var start = last
        while start > tokens.lowerBound, reading.isName(start - 1) { start -= 1 }
        return start..<(last + 1)
    }

    // MARK: Nominals

    private func describeNominal(
        _ core: Range<Int>, _ main: Range<Int>, _ preposition: Int?, isDefinite: Bool
    ) -> SourceDescription {
        let head =
            core.last {
                reading.kind($0) == .word
                    && reading.has($0, [.person, .group, .document, .reportingNoun, .organization, .title])
            }
            ?? core.upperBound - 1
        let classes = reading.classes(head)
        let kind: SourceKind
        if classes.contains(.person) || classes.contains(.title) {
            kind =
                classes.contains(.plural) && !endsInMan(head) || reading.readsAny(head, ["people", "police"])
                ? .unnamedGroup : .unnamedPerson
        } else if classes.contains(.document) || classes.contains(.reportingNoun) {
            kind = .document
        } else if classes.hasAny([.group, .organization]) {
            kind = classes.contains(.plural) || reading.reads(head, "police") ? .unnamedGroup : .organization
        } else if classes.contains(.plural)
            || reading.readsAny(
                core.lowerBound,
                ["many", "some", "others", "several", "most", "both", "few", "those", "two", "three", "four", "five"])
        {
            kind = .unnamedGroup
        } else if core.contains(where: { reading.isName($0) }) {
            kind = .organization
        } else {
            kind = endsInS(head) ? .unnamedGroup : .unnamedPerson
        }
        var description = SourceDescription(kind: kind, name: core, head: head, isDefinite: isDefinite)
        guard let preposition else { return description }
        let complement = complement(preposition, main)
        if kind == .document {
            if reading.readsAny(preposition, ["from", "by", "of"]), let complement {
                description.publisher = complement
            }
        } else if kind == .unnamedPerson || kind == .unnamedGroup {
            description.affiliation = complement
            if let complement { description.name = core.lowerBound..<complement.upperBound }
        } else if kind == .organization, let complement {
            description.name = core.lowerBound..<complement.upperBound
        }
        return description
    }

    /// The noun phrase after a preposition, without the time at its end.
    private func complement(_ preposition: Int, _ main: Range<Int>) -> Range<Int>? {
        var end = main.upperBound
        while end > preposition + 1, reading.has(end - 1, [.weekday]) { end -= 1 }
        return end > preposition + 1 ? (preposition + 1)..<end : nil
    }

    private func endsInMan(_ token: Int) -> Bool { !endsInS(token) && !reading.has(token, .plural) }

    private func endsInS(_ token: Int) -> Bool {
        reading.article.article.text[Int(reading.article.tokens.ends[token]) - 1] | 0x20 == UInt8(ascii: "s")
    }

    // MARK: Appositions

    /// The role in "Smith, 45, a spokesman for the council" and the place it names.
    private func apposition(_ aside: Range<Int>) -> (role: Range<Int>?, affiliation: Range<Int>?) {
        var start = aside.lowerBound
        while start < aside.upperBound, reading.kind(start) == .number || reading.kind(start) == .comma { start += 1 }
        guard start < aside.upperBound, reading.kind(start) == .word,
            !reading.has(start, [.preposition, .relative, .gerund, .subordinator]) || reading.isName(start)
        else { return (nil, nil) }
        let end =
            (start..<aside.upperBound).first {
                [.comma, .openBracket, .dash].contains(reading.kind($0)) || reading.readsAny($0, ["who", "which"])
            } ?? aside.upperBound
        if reading.has(start, .determiner), start + 1 < end { start += 1 }
        guard (start..<end).contains(where: { reading.has($0, [.person, .title, .group]) }) else { return (nil, nil) }
        let preposition = (start..<end).first { reading.readsAny($0, ["of", "for", "at", "with", "from", "in"]) }
        let place = preposition.flatMap { $0 + 1 < end ? ($0 + 1)..<end : nil }
        return (start..<end, place)
    }
}
