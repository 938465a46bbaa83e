/// What a word can be, by the word lists and by its letters; an ambiguous word has several.
package struct WordClasses: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    private static func bit(_ position: UInt64) -> WordClasses { WordClasses(rawValue: 1 << position) }

    // Closed classes.
    package static let determiner = bit(0)
    package static let possessive = bit(1)
    package static let subjectPronoun = bit(2)
    package static let objectPronoun = bit(3)
    package static let singularPronoun = bit(4)
    /// A pronoun that can stand for people: "he", "them", but not "it".
    package static let personalPronoun = bit(5)
    package static let preposition = bit(6)
    package static let coordinator = bit(7)
    package static let subordinator = bit(8)
    package static let relative = bit(9)
    package static let modal = bit(10)
    package static let be = bit(11)
    package static let have = bit(12)
    package static let `do` = bit(13)
    package static let negation = bit(14)
    package static let adverb = bit(15)
    package static let interrogative = bit(16)
    package static let existential = bit(17)
    package static let clitic = bit(18)

    // Forms of the verbs in verbs.tsv.
    package static let baseForm = bit(19)
    package static let thirdPerson = bit(20)
    package static let past = bit(21)
    package static let participle = bit(22)
    package static let gerund = bit(23)

    // Nouns.
    package static let reportingNoun = bit(24)
    package static let person = bit(25)
    package static let plural = bit(26)
    package static let group = bit(27)
    package static let document = bit(28)
    package static let title = bit(29)
    package static let organization = bit(30)
    package static let givenName = bit(31)

    // Time.
    package static let weekday = bit(32)
    package static let month = bit(33)
    package static let timeUnit = bit(34)
    package static let season = bit(35)
    package static let timeDeictic = bit(36)

    // Grammatical gender of pronouns, titles and given names.
    package static let masculine = bit(37)
    package static let feminine = bit(38)

    // Letters.
    package static let capitalised = bit(39)
    package static let allCapitals = bit(40)

    /// A reporting noun whose that-clause always tells what is said: "the claim that".
    package static let statementNoun = bit(41)

    /// The last word of a place's name, or a people's name.
    package static let place = bit(42)

    package static let auxiliary: WordClasses = [.be, .have, .do, .modal]
    package static let anyVerbForm: WordClasses = [.baseForm, .thirdPerson, .past, .participle, .gerund]
    package static let finiteForm: WordClasses = [.baseForm, .thirdPerson, .past]
    package static let anyPronoun: WordClasses = [.subjectPronoun, .objectPronoun]
    package static let anyTime: WordClasses = [.weekday, .month, .timeUnit, .season, .timeDeictic]

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
