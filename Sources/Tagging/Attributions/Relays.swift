import Linguistics
import TextModel

/// Finds through whom or from whom a source has it: "said through a spokesman", "reported, citing two officials".
extension AttributionFinder {
    private static let window = 14

    /// Gives the drafts of a sentence their intermediate sources; one whose content is nothing but such a source of the
    /// draft before it is no attribution of its own.
    func relayed(_ drafts: [Draft]) -> [Draft] {
        var kept: [Draft] = []
        for var draft in drafts {
            if let last = kept.indices.last, kept[last].via == nil, isCitation(draft, of: kept[last]) {
                kept[last].via = draft.content[0]
                continue
            }
            if draft.via == nil { draft.via = intermediary(of: draft) }
            kept.append(draft)
        }
        return kept
    }

    /// "…, the Gazette reported, citing two people close to the talks", but not "citing low prices".
    private func isCitation(_ draft: Draft, of earlier: Draft) -> Bool {
        guard reading.readsAny(draft.cueToken, ["citing", "quoting"]), draft.content.count == 1,
            let content = draft.content.first, content.lowerBound == draft.cueToken + 1,
            reading.isComma(draft.cueToken - 1),
            draft.source == nil || draft.source == earlier.source, earlier.cueToken < draft.cueToken
        else { return false }
        return namesSomebody(content)
    }

    /// Whether the head of a noun phrase is a person, a body or a document.
    private func namesSomebody(_ phrase: Range<Int>) -> Bool {
        let kind = SourceDescriber(reading).describe(phrase).kind
        switch kind {
        case .person, .organization: return reading.isName(phrase.lowerBound) || hasRole(phrase)
        case .unnamedPerson, .unnamedGroup, .document: return hasRole(phrase)
        case .pronoun, .none: return false
        }
    }

    /// The first noun of the phrase: what it is about.
    private func hasRole(_ phrase: Range<Int>) -> Bool {
        phrase.prefix(Self.window).contains { reading.has($0, [.person, .group, .document, .organization, .title]) }
    }

    /// "through a spokesman", "via an interpreter", behind the cue or before it.
    private func intermediary(of draft: Draft) -> Range<Int>? {
        guard draft.cueKind == .verb, draft.cueToken >= 0 else { return nil }
        let sentence = reading.article.sentences[draft.sentence].tokens
        let behind = max(
            draft.cueToken + 1, draft.source.map { $0.lowerBound > draft.cueToken ? $0.upperBound : 0 } ?? 0)
        let limit = min(sentence.upperBound, behind + Self.window)
        for token in behind..<max(behind, limit) {
            if draft.content.contains(where: { $0.contains(token) }) { return nil }
            guard reading.readsAny(token, ["through", "via"]) else { continue }
            guard let end = SourceReader(reading).extendedPhraseEnd(from: token + 1, limit: limit) else { return nil }
            let phrase = (token + 1)..<end
            return namesSomebody(phrase) ? phrase : nil
        }
        return nil
    }
}
