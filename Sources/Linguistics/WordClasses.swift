/// What a word can be, by the word lists and by its letters; an ambiguous word has several.
///
/// Computed and inlinable, so that a set of classes is a constant also in the modules that use it.
public struct WordClasses: OptionSet, BitwiseCopyable, Hashable, Sendable {
    public let rawValue: UInt64

    @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The standard library's own goes through an unspecialised sequence in other modules, at a third of the run time.
    @inlinable @inline(__always)
    public init(arrayLiteral elements: WordClasses...) {
        var union: UInt64 = 0
        for element in elements { union |= element.rawValue }
        rawValue = union
    }

    // Closed classes.
    @inlinable public static var determiner: WordClasses { WordClasses(rawValue: 1 << 0) }
    @inlinable public static var possessive: WordClasses { WordClasses(rawValue: 1 << 1) }
    @inlinable public static var subjectPronoun: WordClasses { WordClasses(rawValue: 1 << 2) }
    @inlinable public static var objectPronoun: WordClasses { WordClasses(rawValue: 1 << 3) }
    @inlinable public static var singularPronoun: WordClasses { WordClasses(rawValue: 1 << 4) }
    /// A pronoun that can stand for people: "he", "them", but not "it".
    @inlinable public static var personalPronoun: WordClasses { WordClasses(rawValue: 1 << 5) }
    @inlinable public static var preposition: WordClasses { WordClasses(rawValue: 1 << 6) }
    @inlinable public static var coordinator: WordClasses { WordClasses(rawValue: 1 << 7) }
    @inlinable public static var subordinator: WordClasses { WordClasses(rawValue: 1 << 8) }
    @inlinable public static var relative: WordClasses { WordClasses(rawValue: 1 << 9) }
    @inlinable public static var modal: WordClasses { WordClasses(rawValue: 1 << 10) }
    @inlinable public static var be: WordClasses { WordClasses(rawValue: 1 << 11) }
    @inlinable public static var have: WordClasses { WordClasses(rawValue: 1 << 12) }
    @inlinable public static var `do`: WordClasses { WordClasses(rawValue: 1 << 13) }
    @inlinable public static var negation: WordClasses { WordClasses(rawValue: 1 << 14) }
    @inlinable public static var adverb: WordClasses { WordClasses(rawValue: 1 << 15) }
    @inlinable public static var interrogative: WordClasses { WordClasses(rawValue: 1 << 16) }
    @inlinable public static var existential: WordClasses { WordClasses(rawValue: 1 << 17) }
    @inlinable public static var clitic: WordClasses { WordClasses(rawValue: 1 << 18) }

    // Forms of the verbs in verbs.tsv.
    @inlinable public static var baseForm: WordClasses { WordClasses(rawValue: 1 << 19) }
    @inlinable public static var thirdPerson: WordClasses { WordClasses(rawValue: 1 << 20) }
    @inlinable public static var past: WordClasses { WordClasses(rawValue: 1 << 21) }
    @inlinable public static var participle: WordClasses { WordClasses(rawValue: 1 << 22) }
    @inlinable public static var gerund: WordClasses { WordClasses(rawValue: 1 << 23) }

    // Nouns.
    @inlinable public static var reportingNoun: WordClasses { WordClasses(rawValue: 1 << 24) }
    @inlinable public static var person: WordClasses { WordClasses(rawValue: 1 << 25) }
    @inlinable public static var plural: WordClasses { WordClasses(rawValue: 1 << 26) }
    @inlinable public static var group: WordClasses { WordClasses(rawValue: 1 << 27) }
    @inlinable public static var document: WordClasses { WordClasses(rawValue: 1 << 28) }
    @inlinable public static var title: WordClasses { WordClasses(rawValue: 1 << 29) }
    @inlinable public static var organization: WordClasses { WordClasses(rawValue: 1 << 30) }
    @inlinable public static var givenName: WordClasses { WordClasses(rawValue: 1 << 31) }

    // Time.
    @inlinable public static var weekday: WordClasses { WordClasses(rawValue: 1 << 32) }
    @inlinable public static var month: WordClasses { WordClasses(rawValue: 1 << 33) }
    @inlinable public static var timeUnit: WordClasses { WordClasses(rawValue: 1 << 34) }
    @inlinable public static var season: WordClasses { WordClasses(rawValue: 1 << 35) }
    @inlinable public static var timeDeictic: WordClasses { WordClasses(rawValue: 1 << 36) }

    /// A small word that a phrase of time may begin with: "on", "last", "earlier".
    @inlinable public static var timeLead: WordClasses { WordClasses(rawValue: 1 << 45) }

    // Grammatical gender of pronouns, titles and given names.
    @inlinable public static var masculine: WordClasses { WordClasses(rawValue: 1 << 37) }
    @inlinable public static var feminine: WordClasses { WordClasses(rawValue: 1 << 38) }

    // Letters.
    @inlinable public static var capitalised: WordClasses { WordClasses(rawValue: 1 << 39) }
    @inlinable public static var allCapitals: WordClasses { WordClasses(rawValue: 1 << 40) }

    /// A reporting noun whose that-clause always tells what is said: "the claim that".
    @inlinable public static var statementNoun: WordClasses { WordClasses(rawValue: 1 << 41) }

    /// The last word of a place's name, or a people's name.
    @inlinable public static var place: WordClasses { WordClasses(rawValue: 1 << 42) }

    /// A verb whose object is who is spoken to: "told reporters that".
    @inlinable public static var takesHearer: WordClasses { WordClasses(rawValue: 1 << 43) }

    /// A word before a colon that says what kind of piece follows: "ANALYSIS: Why …".
    @inlinable public static var genreLabel: WordClasses { WordClasses(rawValue: 1 << 44) }

    @inlinable public static var auxiliary: WordClasses { [.be, .have, .do, .modal] }
    @inlinable public static var anyVerbForm: WordClasses { [.baseForm, .thirdPerson, .past, .participle, .gerund] }
    @inlinable public static var finiteForm: WordClasses { [.baseForm, .thirdPerson, .past] }
    @inlinable public static var anyPronoun: WordClasses { [.subjectPronoun, .objectPronoun] }
    @inlinable public static var anyTime: WordClasses { [.weekday, .month, .timeUnit, .season, .timeDeictic] }

    /// Whether any of the given classes is among these.
    @inlinable
    public func hasAny(_ classes: WordClasses) -> Bool { rawValue & classes.rawValue != 0 }

    /// The classes as the word lists name them.
    static let named: [String: WordClasses] = [
        "determiner": .determiner, "possessive": .possessive, "subject": .subjectPronoun, "object": .objectPronoun,
        "singular": .singularPronoun, "personal": .personalPronoun, "preposition": .preposition,
        "coordinator": .coordinator, "subordinator": .subordinator, "relative": .relative, "modal": .modal, "be": .be,
        "have": .have, "do": .do, "negation": .negation, "adverb": .adverb, "interrogative": .interrogative,
        "existential": .existential, "clitic": .clitic, "weekday": .weekday, "month": .month, "unit": .timeUnit,
        "season": .season, "deictic": .timeDeictic, "masculine": .masculine, "feminine": .feminine,
    ]
}
