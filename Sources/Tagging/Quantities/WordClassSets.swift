import Linguistics

/// Sets of word classes that the rules ask for.
///
/// They are values because a literal of another module's option set is built anew at every use.
extension WordClasses {
    /// Names behind "in" and "at" that are no places.
    static let noPlace: WordClasses = [.weekday, .month, .season, .timeUnit, .timeDeictic, .organization, .title]
    static let auxiliaryOrAdverb: WordClasses = [.be, .have, .do, .modal, .adverb]
    static let auxiliaryOrPreposition: WordClasses = [.be, .have, .do, .modal, .preposition, .adverb]
    static let clauseEdge: WordClasses = [.preposition, .coordinator, .subordinator, .auxiliary, .relative]
    static let primaryAuxiliary: WordClasses = [.be, .have, .do]
    static let beOrHave: WordClasses = [.be, .have]
    static let prepositionOrCoordinator: WordClasses = [.preposition, .coordinator]
    static let nounPhraseEdge: WordClasses = [.coordinator, .preposition, .adverb]
    static let beforeNoun: WordClasses = [.determiner, .possessive, .clitic]
    static let beforeSharedVerb: WordClasses = [.coordinator, .adverb, .relative]
    static let pastForm: WordClasses = [.past, .participle]
    static let nounInS: WordClasses = [.plural, .reportingNoun, .document]
    static let prepositionOrDeterminer: WordClasses = [.preposition, .determiner]
    static let dayWord: WordClasses = [.weekday, .timeDeictic]
    static let timeOpening: WordClasses = [.determiner, .adverb, .timeDeictic, .timeUnit]
    static let seasonOrMonth: WordClasses = [.season, .month]
    static let weekdayOrMonth: WordClasses = [.month, .weekday]
    static let possessiveOrDeterminer: WordClasses = [.possessive, .determiner]
    static let clauseContinuation: WordClasses = [.preposition, .auxiliary, .subordinator]
    static let phraseBreak: WordClasses = [.preposition, .auxiliary, .determiner, .coordinator]
    static let afterComparison: WordClasses = [.preposition, .subordinator, .coordinator]
    static let noNameBefore: WordClasses = [.preposition, .determiner, .adverb, .subordinator, .coordinator]
    static let noNounAfter: WordClasses = [.preposition, .auxiliary, .coordinator, .subordinator, .adverb]
    static let beforeMeasured: WordClasses = [.clitic, .past, .thirdPerson]
    static let outsidePhrase: WordClasses = [
        .preposition, .coordinator, .subordinator, .relative, .auxiliary, .negation, .subjectPronoun, .possessive,
        .determiner, .interrogative, .objectPronoun,
    ]
    static let afterParticiple: WordClasses = [
        .preposition, .determiner, .possessive, .coordinator, .subordinator, .auxiliary, .adverb,
    ]
    static let personOrGroup: WordClasses = [.person, .group]
    static let personPlaceOrGroup: WordClasses = [.person, .group, .place, .organization]
    static let afterPronounOne: WordClasses = [
        .preposition, .auxiliary, .subordinator, .relative, .adverb, .subjectPronoun, .determiner, .coordinator,
        .negation,
    ]
}
