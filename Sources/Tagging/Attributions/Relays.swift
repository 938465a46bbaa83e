import Linguistics
import TextModel

/// Finds through whom or from whom a source has it: "said through a spokesman", "reported, citing two officials".
extension AttributionFinder {
    private static let window = 14
    private var somebody: Somebody { Somebody(reading) }

    /// Gives the drafts of a sentence their intermediate sources; one whose content is nothing but such a source of the
    /// draft before it is no attribution of its own.
    func relayed(_ drafts: [Draft]) -> [Draft] {
        var kept: [Draft] = []
        for var draft in drafts {
            if let last = kept.indices.last, isCitation(draft, of: kept[last]) {
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
            draft.source == nil || draft.source == earlier.source || earlier.cueKind == .preposition,
            earlier.cueToken < draft.cueToken, earlier.via.map({ $0.lowerBound == content.lowerBound }) ?? true
        else { return false }
        return somebody.isNamed(by: content)
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
            guard reading.readsAny(token, ["through", "via", "citing", "quoting"]) else { continue }
            guard let end = SourceReader(reading).extendedPhraseEnd(from: token + 1, limit: limit) else { return nil }
            let phrase = (token + 1)..<end
            return somebody.isNamed(by: phrase) ? phrase : nil
        }
        return nil
    }
}
