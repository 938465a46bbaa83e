/// What the features of the learned decisions look at, in the order in which they are visited.
///
/// A name joins the aspects of one template with " · ". `AttributionTracerTests` holds their counts to the features'.
enum FeatureNames {
    /// A name with the values of its aspects: "lemma · complement" reads "lemma “say” · complement that".
    static func filled(_ name: String, _ values: [String: String]) -> String {
        name.split(separator: " · ").map { aspect in
            values[String(aspect)].map { "\(aspect) \($0)" } ?? String(aspect)
        }.joined(separator: " · ")
    }

    /// Of `ContentFeatures`, for an option.
    /// - Parameter isParsed: whether the sentence was parsed, which gives more features.
    static func content(_ option: ContentOption, cue: Int, isParsed: Bool) -> [String] {
        let place =
            option.first.lowerBound > cue
            ? [
                "words between cue and content · complement · opening word",
                "words before the content · complement · lemma",
            ]
            : ["words between content and cue · position · form", "words between content and clause · position"]
        let subject =
            option.shape == .subject ? ["kind of the subject · complement · form", "kind of the subject · lemma"] : []
        return contentAspects + place + endAspects + (isParsed ? constituentAspects + subject + cutAspects : [])
            + insideAspects + (option.second == nil ? [] : secondAspects)
    }

    /// Of `SourceFeatures`, for an option.
    static func source(_ option: SourceOption, isParsed: Bool) -> [String] {
        let hasPhrase = option.phrase != nil
        return sourceAspects + (hasPhrase ? phraseAspects : [])
            + (isParsed ? parsedCueAspects + (hasPhrase ? parsedPhraseAspects : []) : [])
    }

    // MARK: Cues

    /// Of `CueFeatures`.
    static let cue = [
        "any word", "lemma", "form · complement", "lemma · form", "lemma · complement", "lemma · form · complement",
        "part of speech · form", "lemma · part of speech", "word", "frame", "frame · form · complement",
        "frame · part of speech", "frame at a clause's edge · form · complement",
        // The nominals beside it.
        "kind of subject · form", "kind of subject · lemma", "kind of subject · frame",
        "kind of subject · kind of object · frame", "kind of subject · distance · form", "subject · form",
        "kind of object · lemma", "kind of object · form · complement", "object · form", "object · lemma",
        "preposition · lemma", "preposition · frame", "preposition · kind of its noun · frame",
        // The candidate before.
        "cue before · form · frame", "complement of the cue before · form", "lemma of the cue before · form",
        "lemma of the cue before · lemma",
        // Around it.
        "next word", "next word · lemma", "next two words", "word before", "word before · lemma", "two words before",
        "parts of speech before it", "parts of speech behind it", "parts of speech around it · frame",
        "words around it · frame", "three words behind it · frame",
        // Its place in the sentence.
        "headline · frame", "mark that ends the sentence · frame", "mark that ends the sentence · form",
        "place in the sentence · form · frame", "length of the sentence", "quotation marks near · form",
        "quotation marks near · frame", "quotation marks near · lemma", "auxiliaries", "auxiliaries · lemma",
        "auxiliaries · form · complement", "hearer · frame",
    ]

    // MARK: Contents

    private static let contentAspects = [
        "position", "position · form · complement", "position · lemma", "position · lemma · complement",
        "position · lemma · form", "position · frame at a clause's edge", "position · order of source and cue",
        "position · marks around cue and source", "position · part of speech behind cue and source · complement",
        "position · opening word", "position · opening word · form · complement", "position · opening word · lemma",
        "position · word before the content", "position · word before the content · opening word",
        "position · start of the sentence · form · complement",
    ]

    private static let constituentAspects = [
        "relation of the content's head · what it hangs on · position",
        "relation of the content's head · what it hangs on · lemma",
        "relation of the content's head · what it hangs on · form · complement",
        "relation of the content's head · what it hangs on · constituent's edges",
        "constituent's edges · position · form · complement",
        "relation of the content's head · its part of speech · constituent's edges",
    ]

    private static let endAspects = [
        "word behind the content · next mark · position", "words behind the content · next mark",
        "part of speech behind the content · next mark · form · complement", "last word · next mark",
        "parts of speech at the content's end", "next clause · next mark · position",
        "words left in the sentence · next mark · position", "opening word · words behind the content",
        "word behind the content · next mark · form · complement", "word behind the content · next mark · lemma",
        "quotation behind the content · next mark · position",
        // What comes behind could belong to a verb or noun before.
        "last verb inside · word behind the content · next mark",
        "last noun inside · word behind the content · next mark",
        "has a verb · word behind the content · next mark · position",
        "how far verb and noun are · word behind the content · next mark",
        "kind of the noun behind · word behind the content · next mark",
        "kind of the noun behind · word behind the content · lemma",
        "kind of the noun behind · word behind the content · last verb inside",
        "verbs and subjects behind · word behind the content · next mark",
        "verbs and commas behind · next mark · position", "verbs and clauses behind · next mark · form · complement",
    ]

    private static let cutAspects = [
        "what is cut off · position", "what is cut off · next mark", "what is cut off · word behind the content",
        "what is cut off · its head · next mark", "what is cut off · form · complement",
        "next clause · what is cut off", "what is cut off · lemma", "what is cut off · words left in the sentence",
        "lemma behind the content", "last part of speech · word behind the content",
        "what is cut off · its head · next mark · form · complement", "quotation behind the content · what is cut off",
    ]

    private static let insideAspects = [
        "length · form · complement", "length · lemma", "verbs inside · form · complement",
        "verbs inside · subjects inside · complement", "commas inside", "quotations inside",
        "clauses with a cue inside",
        "fills the sentence",
    ]

    private static let secondAspects = [
        "second piece's first mark", "second piece's first word", "second piece's first word · word before it",
        "second piece's length", "word behind the second piece", "second piece is quoted",
    ]

    // MARK: Sources

    private static let sourceAspects = [
        "way to the source", "way to the source · form", "way to the source · form · complement",
        "way to the source · lemma", "way to the source · position", "way to the source · part of speech · form",
    ]

    private static let phraseAspects = [
        "kind of source · way to the source", "kind of source · lemma", "kind of source · form · side", "source's head",
        "source's head · lemma", "part of speech of the source · way to the source",
        "source inside the content · way to the source", "source inside the content · form · position",
        "distance · side · way to the source", "distance · side · form", "source's length · way to the source",
        "source's first word · way to the source", "source's last word · way to the source", "marks around the source",
        "word before the source", "part of speech behind the source",
        // Between source and cue.
        "verbs and marks between · side · way to the source",
        "verbs and conjunctions between · side · way to the source",
        "verbs and conjunctions between · form · kind of source", "verbs and commas between · form · kind of source",
        "source beside the cue · form · kind of source", "commas in the source",
    ]

    private static let parsedCueAspects = [
        "way to the source · relation of the cue · form", "way to the source · part of speech · relation of the cue",
        "way to the source · head of the cue", "way to the source · passive",
    ]

    private static let parsedPhraseAspects = [
        "relation of the source · way to the source", "relation of the source · part of speech of the source",
        "source is the subject", "source is the subject · passive",
    ]
}
