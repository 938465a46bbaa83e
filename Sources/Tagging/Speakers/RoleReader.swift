import Linguistics
import TextModel

/// Reads roles, before a name and after it, and whose organization they name.
struct RoleReader: Sendable {
    struct Role: Sendable {
        /// "White House Press Secretary", "former head of the spy agency".
        var words: Range<Int>
        /// "White House", "the spy agency".
        var affiliation: Range<Int>?
    }

    private let reading: Reading
    private let names: NameReader
    /// No apposition is longer than this many tokens.
    private static let window = 24

    init(_ names: NameReader) {
        self.names = names
        reading = names.reading
    }

    /// The role in the words before a name; nil when a courtesy title is all there is.
    func role(before name: Range<Int>, from start: Int) -> Role? {
        var start = start
        while start < name.lowerBound, reading.has(start, [.determiner, .possessive]), !reading.isName(start) {
            start += 1
        }
        var end = name.lowerBound
        while end > start, names.isCourtesy(end - 1) { end -= 1 }
        guard start < end else { return nil }
        return Role(words: start..<end, affiliation: affiliation(in: start..<end))
    }

    /// The role in ", 45, a spokesman for the council," where `start` is the token after the first comma.
    /// - Returns: nil when what stands there is no apposition.
    func apposition(from start: Int, limit: Int) -> Role? {
        let limit = min(limit, start + Self.window)
        var start = start
        // An age.
        while start < limit, reading.kind(start) == .number || reading.kind(start) == .comma { start += 1 }
        if start + 1 < limit, reading.reads(start, "who"), reading.has(start + 1, .be) { start += 2 }
        guard start < limit, reading.kind(start) == .word else { return nil }
        let isDetermined = reading.has(start, [.determiner, .possessive]) && !reading.isName(start)
        if !isDetermined,
            reading.has(start, [.preposition, .relative, .subordinator, .coordinator, .auxiliary, .adverb])
                || reading.has(start, .gerund) && !reading.isName(start)
        {
            return nil
        }
        if isDetermined { start += 1 }
        var end = start
        while end < limit, continuesRole(end) { end += 1 }
        guard start < end, let head = head(of: start..<end) else { return nil }
        // ", Lee said": a clause and no role.
        if !isDetermined, head + 1 == end, reading.isName(start), head == start { return nil }
        let complement = complement(from: head + 1, to: end)
        return Role(words: start..<end, affiliation: complement ?? affiliation(in: start..<end))
    }

    /// The role in "is a lawyer for the union", "was elected president", behind a name, with a relative clause between.
    /// - Parameter start: the token after the name.
    /// - Returns: nil when the predicate says nothing of what somebody does.
    func predicate(from start: Int, limit: Int) -> Role? {
        let limit = min(limit, start + Self.window)
        var token = start
        if token + 1 < limit, reading.isComma(token), reading.reads(token + 1, "who") {
            guard let comma = (token + 2..<limit).first(where: { reading.isComma($0) }) else { return nil }
            token = comma + 1
        }
        guard token + 1 < limit, reading.readsAny(token, ["is", "was", "became", "remains"]) else { return nil }
        token += 1
        if reading.readsAny(token, ["elected", "named", "appointed"]) { token += 1 }
        guard token < limit, !reading.has(token, .negation), let role = apposition(from: token, limit: limit),
            let head = head(of: role.words), !names.roles.uses(head, reading).contains(.generic)
        else { return nil }
        let isDetermined = reading.has(token, [.determiner, .possessive]) && !reading.isName(token)
        return isDetermined || names.roles.uses(head, reading).contains(.sole) ? role : nil
    }

    /// The role in "the coach, Hal Venn, smiled": a description that the name stands behind as an apposition.
    func description(before name: Range<Int>, lower: Int, limit: Int) -> Role? {
        let comma = name.lowerBound - 1
        guard comma > lower + 1, reading.isComma(comma), name.upperBound < limit,
            [.comma, .period, .closeQuote].contains(reading.kind(name.upperBound))
        else { return nil }
        var start = comma - 1
        while start > lower, comma - start <= 8, reading.kind(start) == .word || reading.kind(start) == .clitic,
            !reading.has(start, .determiner) || reading.isName(start)
        {
            if reading.has(start, [.auxiliary, .relative, .coordinator, .subordinator]) { return nil }
            start -= 1
        }
        guard start < comma - 1, reading.has(start, .determiner),
            reading.readsAny(start, ["the", "its", "his", "her", "their"])
        else { return nil }
        // "Ada Finch, the mayor, Hal Venn": the description is of the one before.
        if start > lower + 1, reading.isComma(start - 1), reading.isName(start - 2) { return nil }
        let words = (start + 1)..<comma
        guard let head = head(of: words), !names.roles.uses(head, reading).contains(.generic) else { return nil }
        return Role(words: words, affiliation: complement(from: head + 1, to: comma) ?? affiliation(in: start..<comma))
    }

    /// The head of a role: the last word for a person before the first preposition.
    func head(of role: Range<Int>) -> Int? {
        let end = role.first { $0 > role.lowerBound && reading.has($0, .preposition) } ?? role.upperBound
        return (role.lowerBound..<end).last { names.isRoleHead($0) }
    }

    /// The noun phrase after a head that names whose officer it is: "of the council", "of history at Leeds".
    func complement(from start: Int, to end: Int) -> Range<Int>? {
        let prepositions: [[StaticString]] = [["for", "at", "with", "from"], ["of"], ["in"]]
        for group in prepositions {
            guard let preposition = (start..<end).first(where: { reading.readsAny($0, group) }) else { continue }
            var last = end
            while last > preposition + 1, reading.has(last - 1, .weekday) { last -= 1 }
            return last > preposition + 1 ? (preposition + 1)..<last : nil
        }
        return nil
    }

    private func continuesRole(_ token: Int) -> Bool {
        switch reading.kind(token) {
        case .word:
            if reading.readsAny(token, ["who", "which", "whose", "that", "whom"]) { return false }
            if token > 0, reading.has(token, [.adverb, .gerund]), !reading.isName(token) { return false }
            let isFinite = reading.has(token, .auxiliary) || reading.has(token, .past) && !reading.has(token, .person)
            return !isFinite || reading.isName(token)
        case .clitic, .number, .other, .address: return true
        default: return false
        }
    }

    /// The organization or place that the words of a role before its head name: "White House" of "White House Press
    /// Secretary", "Arkansas" of "former Arkansas Gov."
    func affiliation(in role: Range<Int>) -> Range<Int>? {
        guard var end = head(of: role) else { return nil }
        while end > role.lowerBound, isModifier(end - 1) { end -= 1 }
        // "the port's director"
        if end > role.lowerBound, reading.kind(end - 1) == .clitic { end -= 1 }
        var start = role.lowerBound
        while start < end, !reading.isName(start) || isModifier(start) && start == role.lowerBound { start += 1 }
        while end > start, !reading.isName(end - 1), !reading.has(end - 1, [.group, .organization]) { end -= 1 }
        if start < end { return start..<end }
        // "the port's director": nothing has a capital, but somebody's director it is.
        guard let clitic = role.first(where: { reading.kind($0) == .clitic && reading.classes($0).contains(.clitic) }),
            clitic > role.lowerBound
        else { return nil }
        return role.lowerBound..<clitic
    }

    private func isModifier(_ token: Int) -> Bool {
        !names.roles.uses(token, reading).isDisjoint(with: [.modifier, .former])
            || !reading.isName(token) && reading.has(token, .adverb)
    }
}
