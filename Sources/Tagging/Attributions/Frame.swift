import Linguistics
import TextModel

/// How the cue stands in its clause.
package enum CueForm: Int, CaseIterable, Sendable {
    /// "says", "said", "has said".
    case finite
    /// "saying".
    case gerund
    /// "to say", "would say".
    case infinitive
    /// "was told", "is expected".
    case passive
    /// "the claim".
    case noun

    package var name: String { String(describing: self) }
}

/// What follows the cue, after adverbs, times, hearers and settings have been passed over.
package enum Complement: Int, CaseIterable, Sendable {
    case quotation, that, colon
    /// "whether", "how", "what", …
    case question
    /// "to" and a verb.
    case infinitive
    /// A pronoun that is a subject: the clause begins without "that".
    case clause
    /// A noun phrase with a finite verb after it: a clause without "that".
    case nominalClause
    /// A noun phrase.
    case nominal
    case gerund
    /// "as …" after an object: "described it as safe".
    case predicate
    /// "as “…”" after an object: "mocked him as a “fool”".
    case quotedPredicate
    /// "for", "on", "about", "to" and a noun phrase.
    case about, against, at, `for`, from, `in`, of, on, to, with, other
    /// "by" and who did it, after a passive.
    case agent
    /// A comma, or the sentence ends.
    case boundary

    package var name: String { String(describing: self) }

    /// The content begins after the preposition, which goes with the cue: "called for".
    var isPreposition: Bool {
        switch self {
        case .about, .against, .at, .for, .from, .in, .of, .on, .to, .with: true
        default: false
        }
    }

    static let prepositions: [(StaticString, Complement)] = [
        ("about", .about), ("against", .against), ("at", .at), ("for", .for), ("from", .from), ("in", .in),
        ("of", .of), ("on", .on), ("to", .to), ("with", .with),
    ]
}

/// A word that may be a cue, with its frame.
package struct CueCandidate: Sendable {
    package var token: Int
    /// Index into `Lexicon.lemmas`.
    package var lemma: Int32
    package var form: CueForm
    package var complement: Complement
    /// The tokens of the verb group: auxiliaries, adverbs and the cue itself.
    package var group: Range<Int>
    /// Where the content begins if it follows: the token that `complement` describes.
    package var complementStart: Int
    /// A hearer stands between: "told reporters".
    package var hasHearer: Bool
    /// Times passed over: "said Monday that".
    package var time: Range<Int>?
    /// The agent of a passive: "was revealed by X that".
    package var agent: Range<Int>?
    package var isNegated: Bool
}
