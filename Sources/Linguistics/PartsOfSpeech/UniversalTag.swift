/// A universal part of speech (UPOS of Universal Dependencies 2).
public enum UniversalTag: UInt8, CaseIterable, Sendable {
    case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral, particle
    case pronoun, properNoun, punctuation, subordinator, symbol, verb, other

    /// As the treebanks write it: "PROPN".
    public var name: String { Self.names[Int(rawValue)] }

    /// Nil for a name that is no universal tag.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X",
    ]
}
