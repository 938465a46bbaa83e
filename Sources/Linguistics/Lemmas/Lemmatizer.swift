import WordLists

/// Knows the dictionary form of verbs and nouns: rules of spelling, and a list of what they get wrong.
///
/// Building it reads the list once; share one value.
package struct Lemmatizer: Sendable {
    private let exceptions: [Part: WordTable]
    private let lemmas: [String]

    /// Which forms an exception of the list is for.
    package enum Part: String, CaseIterable, Sendable {
        case noun
        /// Past, participle, gerund, third person.
        case verb
        /// The few present forms that are not the dictionary form: "are", "'ve".
        case present
        case modal
    }

    package init() {
        self.init(WordList(named: "lemma-exceptions").entries)
    }

    /// - Parameter entries: form, part, lemma.
    package init(_ entries: [[String]]) {
        let entries = entries.filter { $0.count == 3 }
        lemmas = entries.map { $0[2] }
        exceptions = Dictionary(
            uniqueKeysWithValues: Part.allCases.map { part in
                let rows = entries.indices.filter { entries[$0][1] == part.rawValue }
                return (part, WordTable(rows.map { (key: entries[$0][0], value: Int32($0)) }))
            })
    }

    /// The dictionary form: of the past "told" it is "tell". Words that are neither verb nor noun come out in small letters.
    ///
    /// A noun with several capitals or a digit is taken for an abbreviation and keeps its letters, without a plural's "s".
    /// - Complexity: O(*n*) in bytes.
    package func lemma(of word: String, _ tag: PennTag) -> String {
        let lower = word.lowercased()
        switch tag {
        case .pluralNoun:
            if let exception = exception(lower, .noun) { return exception }
            return Self.isAbbreviation(word) ? Self.withoutSmallS(word) : Inflection.singular(of: lower)
        case .noun:
            return exception(lower, .noun) ?? (Self.isAbbreviation(word) ? word : lower)
        case .thirdPerson: return exception(lower, .verb) ?? Inflection.base(ofThirdPerson: lower)
        case .past, .participle: return exception(lower, .verb) ?? Inflection.base(ofPast: lower)
        case .gerund: return exception(lower, .verb) ?? Inflection.base(ofGerund: lower)
        case .present, .baseVerb: return exception(lower, .present) ?? lower
        case .modal: return exception(lower, .modal) ?? lower
        default: return lower
        }
    }

    private func exception(_ word: String, _ part: Part) -> String? {
        exceptions[part]?.value(of: word).map { lemmas[Int($0)] }
    }

    /// "TV", "DVDs", "CO2"; not "I".
    private static func isAbbreviation(_ word: String) -> Bool {
        let letters = word.utf8
        return letters.count { isUpper($0) } > 1 && !(letters.count > 5 && letters.allSatisfy(isUpper))
            || letters.contains { $0 &- 0x30 < 10 }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    private static func withoutSmallS(_ word: String) -> String {
        // "1970s".
        if let first = word.utf8.first, first &- 0x30 < 10 { return word }
        return word.hasSuffix("'s") ? String(word.dropLast(2)) : word.hasSuffix("s") ? String(word.dropLast()) : word
    }
}

extension SyntaxTree {
    /// The dictionary form of a token, a verb or noun; of others the word in small letters.
    package func lemma(of token: Int, _ lemmatizer: Lemmatizer) -> String {
        lemmatizer.lemma(of: article.article.surface(article.tokens.span(token)), tags.penn[token])
    }
}
