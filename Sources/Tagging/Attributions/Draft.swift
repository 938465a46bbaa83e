import TextModel

/// An attribution in the making, in tokens.
struct Draft: Sendable {
    /// In text order, disjoint.
    var content: [Range<Int>]
    var cue: [Range<Int>]
    /// The cue's main word; -1 when there is no cue.
    var cueToken: Int
    /// Index into `Lexicon.lemmas`; -1 when the cue is no word of the lists.
    var lemma: Int32 = -1
    var cueKind: CueKind = .verb
    /// How the cue stands in its clause and what follows it, where a cue was read.
    var frame: (form: CueForm, complement: Complement)?
    var source: Range<Int>?
    /// Whom a relative pronoun as source stands for.
    var antecedent: Range<Int>?
    var via: Range<Int>?
    var time: Range<Int>?
    var isNegated = false
    /// The sentence of the cue, or of the content where there is none.
    var sentence: Int
    var confidence: Double
    var rule: RuleName
    /// Whether it is a turn of a transcript, which is in the speaker's own words without marks.
    var isTurn = false

    var contentStart: Int { content.first?.lowerBound ?? 0 }
    var contentEnd: Int { content.last?.upperBound ?? 0 }
}
