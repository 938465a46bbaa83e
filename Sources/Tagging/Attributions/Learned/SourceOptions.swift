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
    }

    /// Nil where the text names none.
    package var phrase: SourcePhrase?
    package var path: Path
    /// Whether the rules take it.
    package var isRules: Bool
}

/// Lists the ways to read whose a content is: that of the rules, and the nominals that the parse joins to the cue.
struct SourceOptions {
    private let reading: Reading
    private let tree: SyntaxTree
    private let clause: CueClause
    private let content: ContentOption
    private var options: [SourceOption] = []

    /// - Parameters:
    ///   - content: of the cue; a source is no part of it, but for a noun's possessor.
    ///   - previous: the source of the cue before in the sentence.
    static func options(
        _ clause: CueClause, content: ContentOption, previous: SourcePhrase?, _ reading: Reading, _ tree: SyntaxTree
    ) -> [SourceOption] {
        var list = SourceOptions(clause, content, reading, tree)
        list.add(previous)
        return list.options
    }

    private init(_ clause: CueClause, _ content: ContentOption, _ reading: Reading, _ tree: SyntaxTree) {
        self.clause = clause
        self.content = content
        self.reading = reading
        self.tree = tree
    }

    private mutating func add(_ previous: SourcePhrase?) {
        options.append(SourceOption(phrase: nil, path: .none, isRules: clause.source == nil))
        if let source = clause.source { append(source, .rule) }
        let cue = clause.cue.token
        for dependant in tree.dependants(of: cue) {
            let dependant = Int(dependant)
            switch tree.relation(dependant) {
            case .nsubj, .nsubjPass, .nsubjOuter, .csubj: append(dependant, .subject)
            case .oblAgent: append(dependant, .agent)
            case .nmodPoss: append(dependant, .possessor)
            case .obl, .nmod:
                if let preposition = tree.dependant(of: dependant, .case),
                    reading.readsAny(preposition, ["by", "from", "of", "among", "to", "for"])
                {
                    append(dependant, .prepositional)
                }
            case .compound, .amod: if clause.cue.form == .noun { append(dependant, .compound) }
            default: break
            }
        }
        if let head = tree.parse.head(of: cue) {
            switch tree.relation(cue).main {
            case .acl:
                append(head, .modified, upTo: cue)
            case .amod, .compound: append(head, .modified, upTo: nil)
            default: break
            }
            addSubject(of: head, .upperSubject)
            if let upper = tree.parse.head(of: head) { addSubject(of: upper, .topSubject) }
        }
        if let previous { append(previous, .previous) }
    }

    private mutating func addSubject(of verb: Int, _ path: SourceOption.Path) {
        guard let subject = tree.dependant(of: verb, .nsubj, .nsubjPass) else { return }
        append(subject, path)
    }

    private mutating func append(_ phrase: SourcePhrase, _ path: SourceOption.Path) {
        guard !phrase.tokens.isEmpty, !phrase.tokens.contains(clause.cue.token),
            phrase.tokens.count == 1 || !content.pieces.contains(where: { $0.overlaps(phrase.tokens) }),
            !options.contains(where: { $0.phrase?.tokens == phrase.tokens })
        else { return }
        options.append(SourceOption(phrase: phrase, path: path, isRules: path == .rule))
    }

    /// - Parameter limit: where the phrase ends at the latest, before a clause that modifies it.
    private mutating func append(_ head: Int, _ path: SourceOption.Path, upTo limit: Int? = nil) {
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
