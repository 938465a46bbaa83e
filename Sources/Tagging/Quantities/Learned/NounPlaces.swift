import Linguistics

/// Roughly what a noun is in its clause, by what leads in its phrase and what follows it.
extension SentenceOutline {
    /// In four bits: what leads in the phrase, and whether it leads up to a finite verb.
    func place(of head: Int) -> UInt64 { place(of: head, behind: phraseStart(of: head) - 1) }

    /// - Parameter link: the token before the noun's phrase.
    func place(of head: Int, behind link: Int) -> UInt64 {
        let lead = lead(link).rawValue << 2
        let next = verbs.partitioningIndex { $0.tokens.lowerBound > head }
        guard next < verbs.count, verbs[next].isFinite, leads(head, upTo: verbs[next]) else { return lead }
        return lead | (between(head + 1, verbs[next].tokens.lowerBound).nominals == 0 ? 1 : 2)
    }

    /// Whether nothing but phrases of prepositions stands between a noun, which is in none itself, and a verb behind it.
    func leads(_ head: Int, upTo verb: VerbRun) -> Bool {
        let between = between(head + 1, verb.tokens.lowerBound)
        guard between.commas + between.marks + between.openers + between.verbs == 0 else { return false }
        return between.nominals == 0 || between.prepositions > 0
    }

    private enum Lead: UInt64 {
        case opening, preposition, verb, coordinator, subordinator, other
    }

    private func lead(_ before: Int) -> Lead {
        guard sentence.contains(before) else { return .opening }
        return switch view.reading.tags.universal[before] {
        case .punctuation: .opening
        case .adposition: .preposition
        case .verb, .auxiliary: .verb
        case .coordinator: .coordinator
        case .subordinator: .subordinator
        default: .other
        }
    }
}
