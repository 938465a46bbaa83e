import TextModel

/// An article's parse, read from the heads down: the dependants of each token, and the words under it.
///
/// No tree has crossing arcs, so what is under a token is one range of tokens.
/// - Complexity: O(*n*) in tokens to make; each look-up O(1) or linear in the dependants it reads.
public final class SyntaxTree: Sendable {
    public let article: SegmentedArticle
    public let tags: PartsOfSpeech
    public let parse: DependencyParse
    private let dependants: [Int32]
    private let dependantStarts: [Int32]
    private let leftEdges: [Int32]
    private let rightEdges: [Int32]

    /// - Precondition: the columns have an entry for each token of the article.
    public init(_ article: SegmentedArticle, tags: PartsOfSpeech, parse: DependencyParse) {
        let count = article.tokens.count
        precondition(tags.universal.count == count && parse.count == count)
        self.article = article
        self.tags = tags
        self.parse = parse
        var starts = Array(repeating: Int32(0), count: count + 1)
        for head in parse.heads where head >= 0 { starts[Int(head) + 1] += 1 }
        for token in 0..<count { starts[token + 1] += starts[token] }
        var dependants = Array(repeating: Int32(0), count: Int(starts[count]))
        var next = starts
        for (token, head) in parse.heads.enumerated() where head >= 0 {
            dependants[Int(next[Int(head)])] = Int32(token)
            next[Int(head)] += 1
        }
        var leftEdges = (0..<count).map { Int32($0) }
        var rightEdges = leftEdges
        for token in 0..<count where starts[token] < starts[token + 1] {
            let first = Int(dependants[Int(starts[token])])
            if first < token { leftEdges[token] = leftEdges[first] }
        }
        for token in (0..<count).reversed() where starts[token] < starts[token + 1] {
            let last = Int(dependants[Int(starts[token + 1]) - 1])
            if last > token { rightEdges[token] = rightEdges[last] }
        }
        self.dependants = dependants
        dependantStarts = starts
        self.leftEdges = leftEdges
        self.rightEdges = rightEdges
    }

    /// From left to right.
    public func dependants(of token: Int) -> ArraySlice<Int32> {
        dependants[Int(dependantStarts[token])..<Int(dependantStarts[token + 1])]
    }

    /// The first dependant with one of these relations; nil for none.
    public func dependant(of token: Int, _ relations: DependencyRelation...) -> Int? {
        dependants(of: token).first { relations.contains(parse.relations[Int($0)]) }.map { Int($0) }
    }

    public func relation(_ token: Int) -> DependencyRelation { parse.relations[token] }

    /// The token and all that is under it.
    public func subtree(of token: Int) -> Range<Int> { Int(leftEdges[token])..<Int(rightEdges[token]) + 1 }

    /// Whether a token, in whatever case, is one of these words in lower case.
    func isToken(_ token: Int, oneOf words: StaticString...) -> Bool {
        let span = article.tokens.span(token)
        return words.contains { word in
            span.count == word.utf8CodeUnitCount
                && (0..<span.count).allSatisfy { index in
                    let byte = article.article.text[Int(span.start) + index]
                    return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word.utf8Start[index]
                }
        }
    }
}
