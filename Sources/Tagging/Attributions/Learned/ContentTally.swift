import Linguistics
import TextModel

/// Counts what stands in a stretch of tokens, from sums over its sentence that are made once.
package struct ContentTally {
    struct Count {
        var verbs = 0
        var subjects = 0
        var commas = 0
        var quotes = 0
        /// Clauses with a likely cue that begin behind the first token.
        var clauses = 0
    }

    private let sentence: SentenceClauses
    private let reading: Reading
    private let tree: SyntaxTree
    /// For each token of the sentence, and its end, the sums of what stands before, in the order of `Count`.
    private let sums: [SIMD8<UInt16>]

    init(_ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree) {
        self.sentence = sentence
        self.reading = reading
        self.tree = tree
        var sum = SIMD8<UInt16>()
        sums =
            [sum]
            + sentence.sentence.tokens.map { token in
                sum &+= Self.marks(token, sentence, reading, tree)
                return sum
            }
    }

    /// - Complexity: O(1) within the sentence; beyond it linear, in the first tokens only.
    func of(_ piece: Range<Int>) -> Count {
        let tokens = sentence.sentence.tokens
        var sum = SIMD8<UInt16>()
        if tokens.lowerBound <= piece.lowerBound, piece.upperBound <= tokens.upperBound {
            sum = sums[piece.upperBound - tokens.lowerBound] &- sums[piece.lowerBound - tokens.lowerBound]
        } else {
            for token in piece.prefix(100) { sum &+= Self.marks(token, sentence, reading, tree) }
        }
        let opening = piece.isEmpty ? 0 : Self.marks(piece.lowerBound, sentence, reading, tree)[4]
        return Count(
            verbs: Int(sum[0]), subjects: Int(sum[1]), commas: Int(sum[2]), quotes: Int(sum[3]),
            clauses: Int(sum[4] &- opening))
    }

    private static func marks(_ token: Int, _ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree)
        -> SIMD8<UInt16>
    {
        var marks = SIMD8<UInt16>()
        switch reading.tags.penn[token] {
        case .past, .thirdPerson, .present, .modal: marks[0] = 1
        default: break
        }
        if tree.relation(token).main == .nsubj { marks[1] = 1 }
        switch reading.kind(token) {
        case .comma: marks[2] = 1
        case .openQuote: marks[3] = 1
        default: break
        }
        if sentence.begins(at: token) { marks[4] = 1 }
        return marks
    }
}
