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

    /// Whether an answer's cue or content is a name.
    func isNaming(_ answer: AttributionReader.Answer) -> Bool {
        isNickname(answer) || isTitle(answer) || isPersonsName(answer)
    }

    /// "The ship, known as “the Old Lady,” was sold": nobody in particular calls it so.
    private func isNickname(_ answer: AttributionReader.Answer) -> Bool {
        answer.clause.cue.form == .passive && answer.source == nil
            && [.quotedPredicate, .predicate, .quotation].contains(answer.clause.cue.complement)
            && reading.readsAny(answer.clause.cue.token, ["known", "nicknamed", "named", "titled", "entitled", "dubbed"])
    }

    /// "She read “The Long Tide” on the train": a quotation in the capitals of a title, with nothing before it.
    private func isTitle(_ answer: AttributionReader.Answer) -> Bool {
        let cue = answer.clause.cue.token, start = cue + 1
        guard answer.content.first.lowerBound == start, reading.kind(start) == .openQuote, holds(cue) else { return false }
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
}
