import Linguistics
import TextModel

/// A cue that counts, with its source: what the rules work on.
package struct CueClause: Sendable {
    package var cue: CueCandidate
    /// How likely it attributes, 0 to 1.
    package var estimate: Double
    /// How often such a cue attributes what stands around it: "…, Smith said."
    var parentheticalEstimate: Double
    package var source: SourcePhrase?
    /// Whether the source follows the cue: "said Smith".
    var isInverted: Bool
    /// The first token of source and cue together.
    var start: Int
    /// The token after the cue, or after an inverted source.
    var end: Int

    func isImperative(_ reading: Reading) -> Bool {
        cue.form == .finite && source == nil && cue.group.count == 1 && reading.has(cue.token, .baseForm)
            && !reading.has(cue.token, .past)
    }

    /// Whether others may take it for a cue: one that bounds their contents and lends them its source.
    var isLikely: Bool { estimate >= 0.5 }

    /// Whether its subject is the cue before's, rather than a word of that one's content: ", saying that …", but not
    /// "a letter, asking for help".
    var isIndependent: Bool {
        guard cue.form == .gerund else { return cue.form != .noun }
        switch cue.complement {
        case .that, .clause, .nominalClause, .quotation, .quotedPredicate, .colon, .question: return estimate > 0.6
        case .nominal, .predicate: return estimate > 0.75
        default: return false
        }
    }
}

/// The clauses of one sentence, and where each begins.
package struct SentenceClauses: Sendable {
    package let sentence: Sentence
    let index: Int
    package private(set) var clauses: [CueClause] = []
    /// One byte a token of the sentence.
    private var flags: [UInt8] = []

    private static let beginsClause: UInt8 = 1
    private static let beginsFiniteGroup: UInt8 = 2
    private static let opensVia: UInt8 = 4

    init(_ sentence: Sentence, index: Int) {
        self.sentence = sentence
        self.index = index
    }

    mutating func append(_ clause: CueClause) {
        clauses.append(clause)
        guard clause.isLikely else { return }
        if flags.isEmpty { flags = Array(repeating: 0, count: sentence.tokens.count) }
        if clause.isIndependent {
            flag(clause.start, Self.beginsClause)
            flag(clause.cue.group.lowerBound, Self.beginsClause)
        }
        if clause.cue.form == .finite {
            flag(clause.cue.group.lowerBound, Self.beginsFiniteGroup)
            if clause.estimate > 0.7 { flag(clause.start, Self.beginsFiniteGroup) }
        }
        if let via = clause.source?.via { flag(via.lowerBound - 1, Self.opensVia) }
    }

    /// The clause whose cue is `token`; nil when none is.
    /// - Complexity: O(log *n*) in the clauses.
    func index(ofCueAt token: Int) -> Int? {
        let next = clauses.partitioningIndex { $0.cue.token >= token }
        return next < clauses.count && clauses[next].cue.token == token ? next : nil
    }

    /// Whether a clause with its own cue begins at `token`: a place where the content before it ends.
    func begins(at token: Int) -> Bool { hasFlag(token, Self.beginsClause) }

    /// The same for finite cues alone, which "and" may join without a comma.
    func beginsFinite(at token: Int) -> Bool { hasFlag(token, Self.beginsFiniteGroup) }

    /// Whether the cue at `token` opens the aside of a source: "NBC, citing officials, said".
    func isViaCue(_ token: Int) -> Bool { hasFlag(token, Self.opensVia) }

    private mutating func flag(_ token: Int, _ flag: UInt8) {
        let index = token - sentence.tokens.lowerBound
        if flags.indices.contains(index) { flags[index] |= flag }
    }

    private func hasFlag(_ token: Int, _ flag: UInt8) -> Bool {
        let index = token - sentence.tokens.lowerBound
        return flags.indices.contains(index) && flags[index] & flag != 0
    }
}
