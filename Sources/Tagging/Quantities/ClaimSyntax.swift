import Linguistics
import TextModel

/// What the clause of a numeric claim says of it.
struct ClaimClause {
    /// The main verb, or what stands after a copula.
    var predicate: Int
    var subject: Range<Int>?
    var modality: Modality = .asserted
    var negated = false
    /// Where the parts of speech tell it.
    var place: Range<Int>?
}

/// Ties the quantities of one sentence to its parse: their clauses, what they count or measure, where.
///
/// Clauses and phrases are read once each, however many quantities share them.
/// - Complexity: O(1) a quantity, beside one pass over the dependants of each word that is asked for.
final class ClaimSyntax {
    let syntax: SentenceSyntax
    private let auxiliaries: Auxiliaries
    private let words: Words
    private let amounts: [Bool]
    private var clauses: [Int: ClaimClause] = [:]
    private var phrases: [Int: Range<Int>] = [:]

    /// - Parameter amounts: the tokens of the sentence's quantities, which nothing measures.
    init(_ syntax: SentenceSyntax, words: Words, auxiliaries: Auxiliaries, amounts: [Range<Int>]) {
        self.syntax = syntax
        self.words = words
        self.auxiliaries = auxiliaries
        var isAmount = [Bool](repeating: false, count: syntax.tokens.count)
        for range in amounts {
            for token in range.clamped(to: syntax.tokens) { isAmount[token - syntax.tokens.lowerBound] = true }
        }
        self.amounts = isAmount
    }

    private var tree: SyntaxTree { syntax.tree }

    private func isAmount(_ token: Int) -> Bool { amounts[token - syntax.tokens.lowerBound] }

    // MARK: Clauses

    /// The clause that a token stands in; nil in a sentence without a predicate.
    func clause(of token: Int) -> ClaimClause? {
        guard let predicate = syntax.predicate(over: token), tree.tags.universal[predicate] != .punctuation else {
            return nil
        }
        if let clause = clauses[predicate] { return clause }
        var clause = ClaimClause(predicate: predicate)
        clause.subject = syntax.subjectHead(of: predicate).map { phrase(of: $0) }
        // "is likely to be able to build": what a predicate's complement does, its modal verb does for it.
        var verb = predicate
        for _ in 0..<SentenceSyntax.longestClimb {
            if let group = VerbGroup(tree, head: verb) {
                clause.negated = clause.negated || group.isNegated
                if let modal = group.modal, clause.modality == .asserted { clause.modality = modality(of: modal) }
            }
            guard syntax.relation(verb) == .xcomp, let head = syntax.head(of: verb) else { break }
            verb = head
        }
        clauses[predicate] = clause
        return clause
    }

    /// The verb of a predicate: its copula, where it has one.
    func verb(of predicate: Int) -> Int { tree.dependant(of: predicate, .cop) ?? predicate }

    private func modality(of token: Int) -> Modality {
        tree.article.article.text.withUnsafeBufferPointer {
            auxiliaries.modality(in: $0, tree.article.tokens.span(token).range) ?? .asserted
        }
    }

    // MARK: Phrases

    /// A noun with what stands before it and the names, "of …" and "and …" behind it; no clause, apposition or mark.
    func phrase(of head: Int) -> Range<Int> {
        if let phrase = phrases[head] { return phrase }
        var range = NounPhrase(tree, head: head)?.core ?? head..<head + 1
        for dependant in tree.dependants(of: head).map({ Int($0) }) where dependant >= range.upperBound {
            let relation = syntax.relation(dependant)
            let subtree = tree.subtree(of: dependant)
            guard relation == .nmod || relation == .conj, subtree.lowerBound == range.upperBound,
                subtree.count <= Self.longestModifier
            else { break }
            range = range.lowerBound..<subtree.upperBound
        }
        range = range.clamped(to: syntax.tokens)
        phrases[head] = range
        return range
    }

    private static let longestModifier = 24

    /// The noun phrase around a head without what follows its name, and without determiners.
    func core(of head: Int) -> Range<Int> {
        var range = (NounPhrase(tree, head: head)?.core ?? head..<head + 1).clamped(to: syntax.tokens)
        while range.count > 1, isOpening(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        return range
    }

    /// "the", "its", "the company's", quotation marks.
    private func isOpening(_ token: Int) -> Bool {
        switch tree.tags.penn[token] {
        case .determiner, .predeterminer, .possessivePronoun, .possessiveEnding: true
        default: tree.tags.universal[token] == .punctuation
        }
    }

    // MARK: What is measured

    /// The head of what an amount measures: "duty" in "a 25% duty", "revenue" in "60% of its revenue", "range" in "a range of
    /// 400 km" and "boosts the range by 35 miles"; nil where the amount says something of the subject.
    ///
    /// - Parameters:
    ///   - top: the amount's word that the others depend on.
    ///   - kind: an amount of money is paid for something; a length of time beside a verb measures nothing.
    func measured(by top: Int, _ kind: QuantityKind) -> Int? {
        var token = top
        for _ in 0..<SentenceSyntax.longestClimb {
            if let whole = syntax.complement(of: token), syntax.isNoun(whole) {
                if !isAmount(whole) { return whole }
                // "50 ml of 30% acid"
                if let head = syntax.head(of: whole), head != token, !isAmount(head), syntax.isNoun(head) {
                    return head
                }
            }
            guard let head = syntax.head(of: token) else { return nil }
            switch syntax.relation(token) {
            case .nummod, .compound, .amod, .nmod, .nmodPoss, .nmodUnmarked, .nmodDesc, .appos, .list, .dep, .flat:
                if !isAmount(head), syntax.isNoun(head) { return head }
            case .conj, .parataxis:
                guard isAmount(head) else { return nil }
            case .obl, .oblUnmarked, .advmod, .xcomp:
                if syntax.isPredicate(head) {
                    guard kind != .duration else { return nil }
                    return syntax.object(of: head).flatMap { $0 != token && !isAmount($0) ? $0 : nil }
                }
            // "0.68 percent lower" goes on with what is lower.
            case .obj:
                guard kind == .money else { return nil }
                return syntax.purpose(of: head).flatMap { !isAmount($0) && !isTime($0) && syntax.isNoun($0) ? $0 : nil }
            default: return nil
            }
            token = head
        }
        return nil
    }

    /// The head of the noun phrase that a bare number stands before; nil when the parse hangs the number elsewhere.
    func counted(by top: Int) -> Int? {
        if syntax.relation(top) == .nummod, let head = syntax.head(of: top), head > top, !isAmount(head),
            syntax.isNoun(head)
        {
            return head
        }
        // "two of Johnson's deputies"
        return syntax.complement(of: top).flatMap { !isAmount($0) && syntax.isNoun($0) ? $0 : nil }
    }

    /// The nearest noun phrase to the left that is neither an amount nor a time.
    func nounBefore(_ token: Int) -> Range<Int>? {
        var index = token - 1
        while index >= syntax.tokens.lowerBound, token - index <= Self.farthestNoun {
            if syntax.isNoun(index), !isAmount(index), !isTime(index) {
                while let head = syntax.head(of: index), head < token, !isAmount(head), syntax.isNoun(head),
                    syntax.relation(index) == .compound || syntax.relation(index) == .flat
                { index = head }
                let core = core(of: index)
                return core.lowerBound < token ? core.lowerBound..<min(core.upperBound, token) : nil
            }
            index -= 1
        }
        return nil
    }

    /// In tokens.
    private static let farthestNoun = 10

    private func isTime(_ token: Int) -> Bool { words.classes[token].hasAny(.anyTime) }

    // MARK: Places

    /// Where it is so: the place named beside the amount, what it counts or its predicate.
    func place(_ tops: [Int?]) -> Range<Int>? {
        for case let top? in tops {
            if let place = syntax.place(beside: top) { return NounPhrase(tree, head: place)?.core ?? place..<place + 1 }
        }
        return nil
    }
}
