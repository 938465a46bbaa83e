/// A noun, name or pronoun with what belongs to it: "the new mayor of Seoul, a lawyer, who won".
public struct NounPhrase: Equatable, Sendable {
    public var head: Int
    /// All of it, without other conjuncts, what comes before as a preposition or conjunction, and what a clause that it
    /// is the predicate of has: its subject, copula, adverbials. No mark ends it.
    public var range: Range<Int>
    /// Without what follows the head beyond the rest of its name: "the new mayor".
    public var core: Range<Int>
    /// "the", "no", "her".
    public var determiner: Int?
    /// The heads of its appositions: "lawyer".
    public var appositions: [Int]

    /// The phrase around a head; nil for a token that is no noun, name, pronoun or number.
    /// - Complexity: linear in the head's dependants and the marks at the phrase's ends.
    public init?(_ tree: SyntaxTree, head: Int) {
        let nominal: [UniversalTag] = [.noun, .properNoun, .pronoun, .numeral]
        guard nominal.contains(tree.tags.universal[head]) else { return nil }
        self.head = head
        determiner = tree.dependant(of: head, .det, .nmodPoss)
        appositions = tree.dependants(of: head).map { Int($0) }.filter { tree.relation($0) == .appos }
        var range = head..<head + 1, core = range
        for dependant in tree.dependants(of: head).map({ Int($0) }).reversed() where dependant < head {
            guard Self.belongs(tree.relation(dependant)) else { break }
            range = tree.subtree(of: dependant).lowerBound..<range.upperBound
        }
        core = range
        for dependant in tree.dependants(of: head).map({ Int($0) }) where dependant > head {
            let relation = tree.relation(dependant)
            guard Self.belongs(relation) else { break }
            range = range.lowerBound..<tree.subtree(of: dependant).upperBound
            if [.flat, .goeswith, .fixed, .compound, .nummod].contains(relation) { core = range }
        }
        let marks = tree.tags.universal
        while range.lowerBound < head, marks[range.lowerBound] == .punctuation {
            range = range.lowerBound + 1..<range.upperBound
        }
        while range.upperBound > head + 1, marks[range.upperBound - 1] == .punctuation {
            range = range.lowerBound..<range.upperBound - 1
        }
        self.range = range
        self.core = core.clamped(to: range)
    }

    private static func belongs(_ relation: DependencyRelation) -> Bool {
        switch relation {
        case .det, .detPredet, .nmodPoss, .amod, .nummod, .compound, .flat, .fixed, .goeswith, .nmod, .nmodDesc,
            .nmodUnmarked, .appos, .acl, .aclRelcl, .punct, .list, .compoundPrt:
            true
        default: false
        }
    }
}
