import Linguistics
import TextModel
import WordLists

/// Tells words that only name something from words that somebody says.
struct Namings {
    private let reading: Reading
    private static let titleVerbs = WordTable(
        WordList(named: "title-verbs").entries.map { (key: $0[0], value: 0) })

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Whether an answer's cue or content is a name, or a comment on what was attributed before.
    func isNaming(_ answer: AttributionReader.Answer) -> Bool {
        isNickname(answer) || isTitle(answer) || isTerm(answer) || isPersonsName(answer) || isComment(answer)
            || isWhereabouts(answer)
    }

    /// "The ship, known as “the Old Lady,” was sold": nobody in particular calls it so.
    private func isNickname(_ answer: AttributionReader.Answer) -> Bool {
        answer.clause.cue.form == .passive && answer.source == nil
            && answer.clause.cue.token + 1 < reading.tokenCount
            && (reading.reads(answer.clause.cue.token + 1, "as")
                || reading.kind(answer.clause.cue.token + 1) == .openQuote)
            && reading.readsAny(
                answer.clause.cue.token, ["known", "nicknamed", "named", "titled", "entitled", "dubbed"])
    }

    /// "She read “The Long Tide” on the train": a quotation in the capitals of a title, with nothing before it.
    private func isTitle(_ answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue.token, start = cue + 1
        guard answer.content.first.lowerBound == start, reading.kind(start) == .openQuote, holds(cue) else {
            return false
        }
        var words = 0
        for token in (start + 1)..<max(start + 1, answer.content.first.upperBound) {
            switch reading.kind(token) {
            case .closeQuote: return words > 1
            case .period, .question, .exclamation, .ellipsis: return false
            case .word:
                words += 1
                let isSmall = reading.has(token, [.determiner, .preposition, .coordinator, .possessive])
                if !reading.has(token, .capitalised), !isSmall || words == 1 { return false }
            default: break
            }
        }
        return false
    }

    /// "They bought a so-called “smart” fridge": the marks set a term apart.
    private func isTerm(_ answer: AttributionReader.Answer) -> Bool {
        guard answer.clause.cue.complement == .quotation,
            let open = answer.content.first.first(where: { reading.kind($0) == .openQuote }), open > 0
        else { return false }
        return reading.reads(open - 1, "so-called")
    }

    /// "The log was found in the sand": where its own subject was found, nobody says.
    private func isWhereabouts(_ answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue
        guard cue.form == .passive, let source = answer.source?.tokens else { return false }
        switch cue.complement {
        case .in, .at, .on: return source.upperBound == cue.group.lowerBound
        default: return false
        }
    }

    private func holds(_ token: Int) -> Bool {
        let word = reading.article.tokens.span(token).range
        return reading.article.article.text.withUnsafeBufferPointer { Self.titleVerbs.value(in: $0, word) != nil }
    }

    /// "Said Karim won the marathon": a name at the head of a sentence, unless a quotation goes before or a mark follows.
    private func isPersonsName(_ answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue.token
        let sentence = reading.sentence(of: cue).tokens
        guard cue == sentence.lowerBound, answer.clause.cue.form == .finite, answer.source == nil,
            cue + 1 < sentence.upperBound, reading.isName(cue + 1), answer.content.first.lowerBound == cue + 1
        else { return false }
        return cue == 0 || reading.kind(cue - 1) != .closeQuote
    }

    /// "— a claim without any proof", ", a statement of doubtful worth": what it comments on was attributed before.
    private func isComment(_ answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue
        guard cue.form == .noun, cue.complement != .that, cue.token > 1, reading.readsAny(cue.token - 1, ["a", "an"])
        else {
            return false
        }
        return [.dash, .comma].contains(reading.kind(cue.token - 2))
    }
}
