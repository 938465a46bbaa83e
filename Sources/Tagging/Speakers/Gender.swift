import Linguistics

/// How an article refers to somebody, "he" or "she", as far as it shows.
struct Gender: Sendable, Equatable {
    /// Weights of the evidence so far, positive for "he", negative for "she".
    private(set) var evidence = 0

    static let fromTitle = 8
    static let fromGivenName = 3
    static let fromPronoun = 1

    /// `nil` where nothing has been seen, or as much for the one as for the other.
    var isMasculine: Bool? { evidence == 0 ? nil : evidence > 0 }

    /// Whether a pronoun may mean somebody of this gender: nothing speaks against it.
    func fits(_ pronoun: Gender) -> Bool {
        guard let own = isMasculine, let other = pronoun.isMasculine else { return true }
        return own == other
    }

    /// Counts words that can be of one gender or the other; those that are of both or of neither tell nothing.
    mutating func count(_ classes: WordClasses, weight: Int) {
        count(isMasculine: classes.contains(.masculine), isFeminine: classes.contains(.feminine), weight: weight)
    }

    mutating func count(_ uses: RoleWords.Uses, weight: Int) {
        count(isMasculine: uses.contains(.masculine), isFeminine: uses.contains(.feminine), weight: weight)
    }

    mutating func count(_ other: Gender, weight: Int) {
        guard let isMasculine = other.isMasculine else { return }
        evidence += isMasculine ? weight : -weight
    }

    private mutating func count(isMasculine: Bool, isFeminine: Bool, weight: Int) {
        guard isMasculine != isFeminine else { return }
        evidence += isMasculine ? weight : -weight
    }
}
