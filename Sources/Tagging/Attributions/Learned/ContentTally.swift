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
    /// For each token of the sentence, and its end.
    private let places: [Place]

    private struct Place {
        /// Of what stands before, in the order of `Count`.
        var sum = SIMD8<UInt16>()
        /// Before it; -1 for none.
        var lastVerb = Int32(-1)
        var lastNominal = Int32(-1)
        /// From it on, up to a verb or mark; -1 for none.
        var nextNominal = Int32(-1)
    }

    init(_ sentence: SentenceClauses, _ reading: Reading, _ tree: SyntaxTree?) {
        self.sentence = sentence
        self.reading = reading
        self.tree = tree
        let tokens = sentence.sentence.tokens
        var place = Place()
        var places: [Place] = []
        places.reserveCapacity(tokens.count + 1)
        for token in tokens {
            places.append(place)
            place.sum &+= Self.marks(token, sentence, reading, tree)
            switch reading.tags.universal[token] {
            case .verb: place.lastVerb = Int32(token)
            case .noun, .properNoun, .pronoun: place.lastNominal = Int32(token)
            default: break
            }
        }
        places.append(place)
        var next = Int32(-1)
        var isInNominal = false
        for token in tokens.reversed() {
            let tag = reading.tags.universal[token]
            let isNominal = tag == .noun || tag == .properNoun || tag == .pronoun
            if isNominal, !isInNominal { next = Int32(token) }
            if tag == .verb || tag == .auxiliary || tag == .punctuation { next = -1 }
            isInNominal = isNominal
            places[token - tokens.lowerBound].nextNominal = next
        }
        self.places = places
    }

    /// -1 for none in the sentence.
    func verb(before token: Int) -> Int { place(token).map { Int($0.lastVerb) } ?? -1 }

    /// -1 for none in the sentence.
    func nominal(before token: Int) -> Int { place(token).map { Int($0.lastNominal) } ?? -1 }

    /// The last of the first nominals from `token` on; -1 for none before a verb or mark.
    func nominal(after token: Int) -> Int { place(token).map { Int($0.nextNominal) } ?? -1 }

    @inline(__always)
    private func place(_ token: Int) -> Place? {
        let index = token - sentence.sentence.tokens.lowerBound
        return places.indices.contains(index) ? places[index] : nil
    }

    /// - Complexity: O(1) within the sentence; beyond it linear, in the first tokens only.
    func of(_ piece: Range<Int>) -> Count {
        let tokens = sentence.sentence.tokens
        if tokens.lowerBound <= piece.lowerBound, piece.upperBound <= tokens.upperBound {
            let (start, end) = (piece.lowerBound - tokens.lowerBound, piece.upperBound - tokens.lowerBound)
            let before = places[start].sum
            return Count(places[end].sum &- before, opening: piece.isEmpty ? 0 : places[start + 1].sum[4] &- before[4])
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
