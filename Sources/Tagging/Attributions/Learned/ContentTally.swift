import Linguistics
import TextModel

/// Counts what stands in a stretch of tokens, from sums over its sentence that are made once.
package final class ContentTally: Sendable {
    struct Count {
        var verbs = 0
        var subjects = 0
        var commas = 0
        var quotes = 0
        /// Clauses with a likely cue that begin behind the first token.
        var clauses = 0

        /// - Parameter opening: what begins at the first token.
        fileprivate init(_ sum: SIMD8<UInt16>, opening: UInt16) {
            (verbs, subjects, commas, quotes) = (Int(sum[0]), Int(sum[1]), Int(sum[2]), Int(sum[3]))
            clauses = Int(sum[4] &- opening)
        }
    }

    private let sentence: SentenceClauses
    private let reading: Reading
    private let tree: SyntaxTree?
    /// For each token of the sentence, and its end, the sums of what stands before, in the order of `Count`.
    private let sums: [SIMD8<UInt16>]
    /// For each token of the sentence, and its end, the last verb and the last nominal before it.
    private let lastVerbs: [Int32]
    private let lastNominals: [Int32]
    /// For each token the first nominal from it on, up to a verb or mark; -1 for none.
    private let nextNominals: [Int32]

    init(_ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?) {
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
        let tokens = sentence.sentence.tokens
        var lastVerbs = Array(repeating: Int32(-1), count: tokens.count + 1), lastNominals = lastVerbs
        var nextNominals = lastVerbs
        for (place, token) in tokens.enumerated() {
            lastVerbs[place + 1] = lastVerbs[place]
            lastNominals[place + 1] = lastNominals[place]
            switch reading.tags.universal[token] {
            case .verb: lastVerbs[place + 1] = Int32(token)
            case .noun, .properNoun, .pronoun: lastNominals[place + 1] = Int32(token)
            default: break
            }
        }
        var next = Int32(-1)
        var isInNominal = false
        for (place, token) in tokens.enumerated().reversed() {
            let tag = reading.tags.universal[token]
            let isNominal = tag == .noun || tag == .properNoun || tag == .pronoun
            if isNominal, !isInNominal { next = Int32(token) }
            if tag == .verb || tag == .auxiliary || tag == .punctuation { next = -1 }
            isInNominal = isNominal
            nextNominals[place] = next
        }
        self.lastVerbs = lastVerbs
        self.lastNominals = lastNominals
        self.nextNominals = nextNominals
    }

    /// -1 for none in the sentence.
    func verb(before token: Int) -> Int { entry(lastVerbs, token) }

    /// -1 for none in the sentence.
    func nominal(before token: Int) -> Int { entry(lastNominals, token) }

    /// The last of the first nominals from `token` on; -1 for none before a verb or mark.
    func nominal(after token: Int) -> Int { entry(nextNominals, token) }

    private func entry(_ column: [Int32], _ token: Int) -> Int {
        let place = token - sentence.sentence.tokens.lowerBound
        return column.indices.contains(place) ? Int(column[place]) : -1
    }

    /// - Complexity: O(1) within the sentence; beyond it linear, in the first tokens only.
    func of(_ piece: Range<Int>) -> Count {
        let tokens = sentence.sentence.tokens
        if tokens.lowerBound <= piece.lowerBound, piece.upperBound <= tokens.upperBound {
            let (start, end) = (piece.lowerBound - tokens.lowerBound, piece.upperBound - tokens.lowerBound)
            return Count(sums[end] &- sums[start], opening: piece.isEmpty ? 0 : sums[start + 1][4] &- sums[start][4])
        }
        var sum = SIMD8<UInt16>()
        for token in piece.prefix(100) { sum &+= Self.marks(token, sentence, reading, tree) }
        let opening = piece.isEmpty ? 0 : Self.marks(piece.lowerBound, sentence, reading, tree)[4]
        return Count(sum, opening: opening)
    }

    private static func marks(_ token: Int, _ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?)
        -> SIMD8<UInt16>
    {
        var marks = SIMD8<UInt16>()
        switch reading.tags.penn[token] {
        case .past, .thirdPerson, .present, .modal: marks[0] = 1
        default: break
        }
        if reading.has(token, .subjectPronoun) || tree?.relation(token).main == .nsubj { marks[1] = 1 }
        switch reading.kind(token) {
        case .comma: marks[2] = 1
        case .openQuote: marks[3] = 1
        default: break
        }
        if sentence.begins(at: token) { marks[4] = 1 }
        return marks
    }
}
