import Linguistics
import TextModel

/// One way to read whose a content is.
package struct SourceOption: Hashable, Sendable {
    /// How the source was come by.
    package enum Path: UInt8, Sendable {
        case none, rule
        /// The cue's subject, agent, possessor, or a noun in a preposition's phrase or before it.
        case subject, agent, possessor, prepositional, compound
        /// The noun that the cue modifies: "officials saying".
        case modified
        /// The subject of the verb that the cue depends on, or of the one above that.
        case upperSubject, topSubject
        /// The cue before has the same.
        case previous
        /// The nearest nominals before the cue, the first of the sentence or behind its last quotation, and the nearest
        /// behind the cue.
        case nearest, second, third, first, behind
    }

    /// Nil where the text names none.
    package var phrase: SourcePhrase?
    package var path: Path
    /// Whether the rules take it.
    package var isRules: Bool
}

/// Lists the ways to read whose a content is: that of the rules, and the nominals that the parse joins to the cue; without
/// a parse, those that stand around it.
struct SourceOptions {
    /// How far before a cue is looked, and how far for a first nominal.
    private static let window = 40, reach = 12

    private let reading: Reading
    private let clause: CueClause
    private let content: ContentOption
    private var options: [SourceOption] = []

    /// - Parameters:
    ///   - content: of the cue; a source is no part of it, but for a noun's possessor.
    ///   - previous: the source of the cue before in the sentence.
    static func options(
        _ clause: CueClause, content: ContentOption, previous: SourcePhrase?, in sentence: Range<Int>,
        _ reading: Reading, _ tree: SyntaxTree?
    ) -> [SourceOption] {
        var list = SourceOptions(clause, content, reading)
        list.addRules()
        if let tree { list.addDependants(tree) }
        list.addNominals(sentence)
        if let previous { list.append(previous, .previous) }
        return list.options
    }

    private init(_ clause: CueClause, _ content: ContentOption, _ reading: Reading) {
        self.clause = clause
        self.content = content
        self.reading = reading
        options.reserveCapacity(8)
    }

    private mutating func addRules() {
        options.append(SourceOption(phrase: nil, path: .none, isRules: clause.source == nil))
        if let source = clause.source { append(source, .rule) }
    }

    // MARK: By the tags

    /// Adds the nominals around the cue that no option has yet.
    private mutating func addNominals(_ sentence: Range<Int>) {
        let end = clause.cue.group.lowerBound
        let limit = max(sentence.lowerBound, end - Self.window)
        var before = end
        for path in [SourceOption.Path.nearest, .second, .third] {
            guard let nominal = nominal(endingBefore: before, from: limit) else { break }
            appendApart(nominal, path)
            before = nominal.lowerBound
        }
        let start = reading.quotationEnd(before: end, from: sentence.lowerBound) ?? sentence.lowerBound
        if let first = nominal(from: start, to: end) { appendApart(first, .first) }
        if let behind = nominal(from: clause.cue.token + 1, to: sentence.upperBound) { appendApart(behind, .behind) }
    }

    private mutating func appendApart(_ nominal: Range<Int>, _ path: SourceOption.Path) {
        guard !options.contains(where: { $0.phrase?.tokens.overlaps(nominal) ?? false }) else { return }
        append(SourcePhrase(tokens: nominal), path)
    }

    private func nominal(endingBefore end: Int, from limit: Int) -> Range<Int>? {
        guard let last = (limit..<max(limit, end)).last(where: isNominal) else { return nil }
        var start = last
        while start > limit, mayModify(start - 1) { start -= 1 }
        return start..<(last + 1)
    }

    /// The first nominal of the next tokens.
    private func nominal(from start: Int, to end: Int) -> Range<Int>? {
        let end = min(end, start + Self.reach)
        guard start < end, var last = (start..<end).first(where: isNominal) else { return nil }
        var first = last
        while first > start, mayModify(first - 1) { first -= 1 }
        while last + 1 < end, isNominal(last + 1) { last += 1 }
        return first..<(last + 1)
    }

    private func isNominal(_ token: Int) -> Bool {
        switch reading.tags.universal[token] {
        case .noun, .properNoun, .pronoun: true
        default: false
        }
    }

    private func mayModify(_ token: Int) -> Bool {
        switch reading.tags.universal[token] {
        case .noun, .properNoun, .pronoun, .determiner, .adjective, .numeral: true
        case .particle: reading.kind(token) == .clitic
        default: false
        }
    }

    // MARK: By the parse

    private mutating func addDependants(_ tree: SyntaxTree) {
        let cue = clause.cue.token
        for dependant in tree.dependants(of: cue) {
            let dependant = Int(dependant)
            switch tree.relation(dependant) {
            case .nsubj, .nsubjPass, .nsubjOuter, .csubj: append(dependant, .subject, tree)
            case .oblAgent: append(dependant, .agent, tree)
            case .nmodPoss: append(dependant, .possessor, tree)
            case .obl, .nmod:
                if let preposition = tree.dependant(of: dependant, .case),
                    reading.readsAny(preposition, ["by", "from", "of", "among", "to", "for"])
                {
                    append(dependant, .prepositional, tree)
                }
            case .compound, .amod: if clause.cue.form == .noun { append(dependant, .compound, tree) }
            default: break
            }
        }
        if let head = tree.parse.head(of: cue) {
            switch tree.relation(cue).main {
            case .acl:
                append(head, .modified, tree, upTo: cue)
            case .amod, .compound: append(head, .modified, tree, upTo: nil)
            default: break
            }
            addSubject(of: head, .upperSubject, tree)
            if let upper = tree.parse.head(of: head) { addSubject(of: upper, .topSubject, tree) }
        }
    }

    private mutating func addSubject(of verb: Int, _ path: SourceOption.Path, _ tree: SyntaxTree) {
        guard let subject = tree.dependant(of: verb, .nsubj, .nsubjPass) else { return }
        append(subject, path, tree)
    }

    private mutating func append(_ phrase: SourcePhrase, _ path: SourceOption.Path) {
        guard !phrase.tokens.isEmpty, !phrase.tokens.contains(clause.cue.token),
            phrase.tokens.count == 1 || !content.pieces.contains(where: { $0.overlaps(phrase.tokens) }),
            !options.contains(where: { $0.phrase?.tokens == phrase.tokens })
        else { return }
        options.append(SourceOption(phrase: phrase, path: path, isRules: path == .rule))
    }

    /// - Parameter limit: where the phrase ends at the latest, before a clause that modifies it.
    private mutating func append(
        _ head: Int, _ path: SourceOption.Path, _ tree: SyntaxTree, upTo limit: Int? = nil
    ) {
        var range = NounPhrase(tree, head: head)?.range ?? head..<(head + 1)
        if let limit, range.contains(limit) { range = range.lowerBound..<limit }
        // The phrase without what it takes in beyond the cue.
        if range.contains(clause.cue.token) {
            range =
                head < clause.cue.token
                ? range.lowerBound..<clause.cue.token : (clause.cue.token + 1)..<range.upperBound
        }
        while let last = range.last, last > range.lowerBound, reading.tags.universal[last] == .punctuation {
            range = range.lowerBound..<last
        }
        var phrase = withoutAside(range)
        if range.count == 1, reading.has(head, .relative), reading.readsAny(head, ["who", "which", "that"]),
            let verb = tree.parse.head(of: head), let noun = tree.parse.head(of: verb),
            tree.relation(verb).main == .acl, noun < head
        {
            let antecedent = NounPhrase(tree, head: noun)?.range ?? noun..<(noun + 1)
            let end = min(antecedent.upperBound, head)
            let trimmed = end > antecedent.lowerBound && reading.isComma(end - 1) ? end - 1 : end
            if trimmed > antecedent.lowerBound { phrase.antecedent = antecedent.lowerBound..<trimmed }
        }
        append(phrase, path)
    }

    /// Takes ", citing three officials" out of a phrase: it names the way, not the source.
    private func withoutAside(_ range: Range<Int>) -> SourcePhrase {
        guard
            let comma = range.dropLast(2).first(where: {
                reading.isComma($0) && reading.readsAny($0 + 1, ["citing", "quoting"])
            }), comma > range.lowerBound
        else { return SourcePhrase(tokens: range) }
        return SourcePhrase(tokens: range.lowerBound..<comma, via: (comma + 2)..<range.upperBound)
    }
}
