/// What a word can be, by the word lists and by its letters; an ambiguous word has several.
///
/// Computed and inlinable, so that a set of classes is a constant also in the modules that use it.
package struct WordClasses: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The standard library's own goes through an unspecialised sequence in other modules, at a third of the run time.
    @inlinable @inline(__always)
    package init(arrayLiteral elements: WordClasses...) {
        var union: UInt64 = 0
        for element in elements { union |= element.rawValue }
        rawValue = union
    }

    // Closed classes.
    @inlinable package static var determiner: WordClasses { WordClasses(rawValue: 1 << 0) }
    @inlinable package static var possessive: WordClasses { WordClasses(rawValue: 1 << 1) }
    @inlinable package static var subjectPronoun: WordClasses { WordClasses(rawValue: 1 << 2) }
    @inlinable package static var objectPronoun: WordClasses { WordClasses(rawValue: 1 << 3) }
    @inlinable package static var singularPronoun: WordClasses { WordClasses(rawValue: 1 << 4) }
    /// A pronoun that can stand for people: "he", "them", but not "it".
    @inlinable package static var personalPronoun: WordClasses { WordClasses(rawValue: 1 << 5) }
    @inlinable package static var preposition: WordClasses { WordClasses(rawValue: 1 << 6) }
    @inlinable package static var coordinator: WordClasses { WordClasses(rawValue: 1 << 7) }
    @inlinable package static var subordinator: WordClasses { WordClasses(rawValue: 1 << 8) }
    @inlinable package static var relative: WordClasses { WordClasses(rawValue: 1 << 9) }
    @inlinable package static var modal: WordClasses { WordClasses(rawValue: 1 << 10) }
    @inlinable package static var be: WordClasses { WordClasses(rawValue: 1 << 11) }
    @inlinable package static var have: WordClasses { WordClasses(rawValue: 1 << 12) }
    @inlinable package static var `do`: WordClasses { WordClasses(rawValue: 1 << 13) }
    @inlinable package static var negation: WordClasses { WordClasses(rawValue: 1 << 14) }
    @inlinable package static var adverb: WordClasses { WordClasses(rawValue: 1 << 15) }
    @inlinable package static var interrogative: WordClasses { WordClasses(rawValue: 1 << 16) }
    @inlinable package static var existential: WordClasses { WordClasses(rawValue: 1 << 17) }
    @inlinable package static var clitic: WordClasses { WordClasses(rawValue: 1 << 18) }

    // Forms of the verbs in verbs.tsv.
    @inlinable package static var baseForm: WordClasses { WordClasses(rawValue: 1 << 19) }
    @inlinable package static var thirdPerson: WordClasses { WordClasses(rawValue: 1 << 20) }
    @inlinable package static var past: WordClasses { WordClasses(rawValue: 1 << 21) }
    @inlinable package static var participle: WordClasses { WordClasses(rawValue: 1 << 22) }
    @inlinable package static var gerund: WordClasses { WordClasses(rawValue: 1 << 23) }

    // Nouns.
    @inlinable package static var reportingNoun: WordClasses { WordClasses(rawValue: 1 << 24) }
    @inlinable package static var person: WordClasses { WordClasses(rawValue: 1 << 25) }
    @inlinable package static var plural: WordClasses { WordClasses(rawValue: 1 << 26) }
    @inlinable package static var group: WordClasses { WordClasses(rawValue: 1 << 27) }
    @inlinable package static var document: WordClasses { WordClasses(rawValue: 1 << 28) }
    @inlinable package static var title: WordClasses { WordClasses(rawValue: 1 << 29) }
    @inlinable package static var organization: WordClasses { WordClasses(rawValue: 1 << 30) }
    @inlinable package static var givenName: WordClasses { WordClasses(rawValue: 1 << 31) }

    // Time.
    @inlinable package static var weekday: WordClasses { WordClasses(rawValue: 1 << 32) }
    @inlinable package static var month: WordClasses { WordClasses(rawValue: 1 << 33) }
    @inlinable package static var timeUnit: WordClasses { WordClasses(rawValue: 1 << 34) }
    @inlinable package static var season: WordClasses { WordClasses(rawValue: 1 << 35) }
    @inlinable package static var timeDeictic: WordClasses { WordClasses(rawValue: 1 << 36) }

    // Grammatical gender of pronouns, titles and given names.
    @inlinable package static var masculine: WordClasses { WordClasses(rawValue: 1 << 37) }
    @inlinable package static var feminine: WordClasses { WordClasses(rawValue: 1 << 38) }

    // Letters.
    @inlinable package static var capitalised: WordClasses { WordClasses(rawValue: 1 << 39) }
    @inlinable package static var allCapitals: WordClasses { WordClasses(rawValue: 1 << 40) }

    /// A reporting noun whose that-clause always tells what is said: "the claim that".
    @inlinable package static var statementNoun: WordClasses { WordClasses(rawValue: 1 << 41) }

    /// The last word of a place's name, or a people's name.
    @inlinable package static var place: WordClasses { WordClasses(rawValue: 1 << 42) }

    @inlinable package static var auxiliary: WordClasses { [.be, .have, .do, .modal] }
    @inlinable package static var anyVerbForm: WordClasses { [.baseForm, .thirdPerson, .past, .participle, .gerund] }
    @inlinable package static var finiteForm: WordClasses { [.baseForm, .thirdPerson, .past] }
    @inlinable package static var anyPronoun: WordClasses { [.subjectPronoun, .objectPronoun] }
    @inlinable package static var anyTime: WordClasses { [.weekday, .month, .timeUnit, .season, .timeDeictic] }

    /// Whether any of the given classes is among these.
    @inlinable
    package func hasAny(_ classes: WordClasses) -> Bool { rawValue & classes.rawValue != 0 }

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
