/// A predicate with its auxiliaries: "has not been told", "will be safe".
public struct VerbGroup: Equatable, Sendable {
    public enum Tense: Sendable {
        case past, present, future
    }

    /// The predicate: a verb, or what stands after a copula ("safe").
    public var head: Int
    /// Auxiliaries and copula before or after it, from left to right; those of the first conjunct where the predicate
    /// shares them ("has called and written").
    public var auxiliaries: [Int]
    /// Of the first word that shows it; nil for a group without one ("told", "to go", "could").
    public var tense: Tense?
    /// "told" in "was told"; also "told" in "a man told by her".
    public var isPassive: Bool
    /// By "not" or "never".
    public var isNegated: Bool
    /// "could", "will".
    public var modal: Int?

    /// The group of a predicate; nil for a token that is neither a verb nor has a copula.
    /// - Complexity: linear in the token's dependants.
    public init?(_ tree: SyntaxTree, head: Int) {
        let isVerb = tree.tags.penn[head].isVerb || tree.tags.universal[head] == .verb
        var holder = head
        var auxiliaries = Self.auxiliaries(tree, of: head)
        guard isVerb || auxiliaries.contains(where: { tree.relation($0) == .cop }) else { return nil }
        if auxiliaries.isEmpty, tree.relation(head) == .conj, !Self.isFinite(tree.tags.penn[head]),
            let first = tree.parse.head(of: head),
            !tree.tags.penn[first].isVerb
                || tree.tags.penn[first] == tree.tags.penn[head]
        {
            holder = first
            auxiliaries = Self.auxiliaries(tree, of: first).filter { tree.relation($0) != .cop }
        }
        self.head = head
        self.auxiliaries = auxiliaries
        modal = auxiliaries.first { tree.tags.penn[$0] == .modal }
        tense = Self.tense(tree, auxiliaries, head: isVerb ? head : nil)
        isPassive =
            auxiliaries.contains { tree.relation($0) == .auxPass } || tree.dependant(of: head, .nsubjPass) != nil
            || tree.tags.penn[head] == .participle && auxiliaries.isEmpty && tree.dependant(of: head, .oblAgent) != nil
        isNegated = Self.isNegated(tree, head) || holder != head && Self.isNegated(tree, holder)
    }

    private static func auxiliaries(_ tree: SyntaxTree, of head: Int) -> [Int] {
        tree.dependants(of: head).map { Int($0) }.filter {
            [.aux, .auxPass, .cop].contains(tree.relation($0))
        }
    }

    private static func isFinite(_ tag: PennTag) -> Bool { [.past, .present, .thirdPerson].contains(tag) }

    private static func tense(_ tree: SyntaxTree, _ auxiliaries: [Int], head: Int?) -> Tense? {
        for token in auxiliaries + (head.map { [$0] } ?? []) {
            switch tree.tags.penn[token] {
            case .past: return .past
            case .present, .thirdPerson: return .present
            case .modal:
                let isFuture = tree.isToken(token, oneOf: "will", "'ll", "’ll", "wo", "shall", "sha")
                return isFuture ? .future : nil
            default: continue
            }
        }
        return nil
    }

    private static func isNegated(_ tree: SyntaxTree, _ head: Int) -> Bool {
        tree.dependants(of: head).contains {
            tree.relation(Int($0)) == .advmod && tree.isToken(Int($0), oneOf: "not", "n't", "n’t", "never")
        }
    }
}
