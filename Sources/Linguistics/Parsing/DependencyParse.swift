/// Who depends on whom, as columns over the tokens of a text, one entry a token in each.
///
/// Each sentence is one tree: one word is its root, and no head lies outside the sentence.
public struct DependencyParse: Equatable, Sendable {
    /// The head's token index; -1 for the root of a sentence and for a token of no sentence.
    public var heads: [Int32]
    /// To the head; `root` where there is none.
    public var relations: [DependencyRelation]

    /// No token depends on another.
    public init(count: Int) {
        heads = Array(repeating: -1, count: count)
        relations = Array(repeating: .root, count: count)
    }

    @inlinable public var count: Int { heads.count }

    /// Nil for the root of a sentence.
    @inlinable
    public func head(of token: Int) -> Int? {
        let head = heads[token]
        return head < 0 ? nil : Int(head)
    }
}
