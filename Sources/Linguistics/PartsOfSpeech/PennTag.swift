/// A part of speech of the Penn Treebank, with the additions of the English Web Treebank (XPOS of English UD).
public enum PennTag: UInt8, CaseIterable, Sendable {
    case coordinator, cardinal, determiner, existential, foreign, preposition
    case adjective, comparativeAdjective, superlativeAdjective, listMarker, modal
    case noun, pluralNoun, properNoun, pluralProperNoun
    case predeterminer, possessiveEnding, pronoun, possessivePronoun
    case adverb, comparativeAdverb, superlativeAdverb, particle, symbol, to, interjection
    case baseVerb, past, gerund, participle, present, thirdPerson
    case whDeterminer, whPronoun, whPossessive, whAdverb
    case fullStop, comma, colon, dollar, openBracket, closeBracket, openQuote, closeQuote
    case hyphen, otherPunctuation, affix, goesWith, address, unknown

    /// As the treebanks write it: "NNP".
    public var name: String { Self.names[Int(rawValue)] }

    /// Nil for a name that is no such tag.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// In the order of the cases.
    private static let names = [
        "CC", "CD", "DT", "EX", "FW", "IN",
        "JJ", "JJR", "JJS", "LS", "MD",
        "NN", "NNS", "NNP", "NNPS",
        "PDT", "POS", "PRP", "PRP$",
        "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH",
        "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
        "WDT", "WP", "WP$", "WRB",
        ".", ",", ":", "$", "-LRB-", "-RRB-", "``", "''",
        "HYPH", "NFP", "AFX", "GW", "ADD", "XX",
    ]

    /// Any form of a verb except a modal.
    @inlinable public var isVerb: Bool {
        rawValue >= PennTag.baseVerb.rawValue && rawValue <= PennTag.thirdPerson.rawValue
    }

    /// A common or proper noun.
    @inlinable public var isNoun: Bool {
        rawValue >= PennTag.noun.rawValue && rawValue <= PennTag.pluralProperNoun.rawValue
    }
}
