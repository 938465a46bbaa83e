import TextModel
import WordLists

/// Says where sentences end by punctuation, abbreviations and case.
///
/// A sentence keeps the quotation marks, brackets and note numbers ("[17]") that follow its full stop. A question or
/// exclamation mark within a quotation does not end the sentence that goes on after it ("Why?" he asked).
struct SentenceRules: Sendable {
    private let abbreviations = Abbreviations()
    let starters = SentenceStarters()

    /// The token after the first sentence of `range`.
    /// - Parameter opensBlock: whether `range` begins where a block does.
    /// - Complexity: O(*n*) in the tokens of the sentence.
    func sentenceEnd(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, in range: Range<Int>, opensBlock: Bool
    ) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let close = close(text, tokens, after: index, range.upperBound)
            if close.ends, !(opensBlock && isListNumber(text, tokens, range.lowerBound..<close.next)) {
                return close.next
            }
            index = close.next
        }
        return range.upperBound
    }

    /// Whether a sentence ends with `index` and what closes after it, and the token after that, from where to look on.
    private func close(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, after index: Int, _ limit: Int
    ) -> (ends: Bool, next: Int) {
        let kind = tokens.kinds[index]
        let isAbbreviation = kind == .word && text[Int(tokens.ends[index]) - 1] == UInt8(ascii: ".")
        guard kind.endsSentence || isAbbreviation else { return (false, index + 1) }
        var next = index + 1
        var closed = false
        while next < limit {
            switch tokens.kinds[next] {
            case .closeQuote, .closeBracket:
                closed = true
            case .openBracket where noteEnd(text, tokens, next, limit) != nil:
                next += 2
            case let following where following.endsSentence:
                break
            case .number where kind == .period && isNoteNumber(text, tokens, next, limit):
                break
            case .other where isStrayMark(text, tokens, next, limit):
                closed = true
            default:
                let breaks =
                    isAbbreviation && !closed
                    ? breaksAfterAbbreviation(text, tokens, index, next)
                    : self.breaks(text, tokens, index, next, limit, afterQuotation: closed)
                // After an abbreviation a full stop of its own may follow.
                return (breaks, breaks || !isAbbreviation ? next : index + 1)
            }
            next += 1
        }
        return (true, next)
    }

    private func breaks(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ next: Int, _ limit: Int,
        afterQuotation: Bool
    ) -> Bool {
        let span = tokens.span(next).range
        switch tokens.kinds[next] {
        case .comma, .semicolon, .colon, .closeBracket, .percent, .clitic, .dash, .prime: return false
        case .word:
            if startsLowercase(text, span.lowerBound) { return isMixedCase(text, span) }
            if tokens.kinds[index] == .ellipsis, span.count == 1, text[span.lowerBound] == UInt8(ascii: "I") {
                return false
            }
            let mayGoOn = tokens.kinds[index] != .period && afterQuotation
            return !(mayGoOn && starters.isNamedSpeaker(text, tokens, next, limit))
        default: return true
        }
    }

    private func breaksAfterAbbreviation(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ next: Int
    ) -> Bool {
        let word = tokens.span(index).range
        let span = tokens.span(next).range
        switch tokens.kinds[next] {
        case .word:
            guard !startsLowercase(text, span.lowerBound) else { return false }
            if abbreviations.endsSentence(text, word, before: span) { return true }
            return abbreviations.mayEndSentence(text, word)
                && starters.contains(text, span, afterInitial: word.count == 2)
        case .openQuote: return abbreviations.mayEndSentence(text, word)
        default: return false
        }
    }

    /// "1." or "12." at the start of a block numbers what follows.
    private func isListNumber(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ sentence: Range<Int>
    ) -> Bool {
        guard sentence.count == 2, tokens.kinds[sentence.lowerBound] == .number,
            tokens.kinds[sentence.lowerBound + 1] == .period
        else { return false }
        return tokens.span(sentence.lowerBound).count <= 3
    }

    /// Past "[17]", "[a]" or "[…]", which belongs to the sentence before; nil for other brackets.
    private func noteEnd(_ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ limit: Int) -> Int? {
        guard text[Int(tokens.starts[index])] == UInt8(ascii: "["), index + 2 < limit,
            tokens.kinds[index + 2] == .closeBracket
        else { return nil }
        switch tokens.kinds[index + 1] {
        case .number, .ellipsis: return index + 3
        case .word where tokens.span(index + 1).count == 1: return index + 3
        default: return nil
        }
    }

    /// The "4" of "… rights. 4 Even though": at most two digits before a word that begins sentences.
    private func isNoteNumber(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ limit: Int
    ) -> Bool {
        let span = tokens.span(index).range
        guard span.count <= 2, isASCIIDigit(text[span.upperBound - 1]), index + 1 < limit,
            tokens.kinds[index + 1] == .word
        else { return false }
        let word = tokens.span(index + 1).range
        return startsUppercase(text, word.lowerBound) && starters.contains(text, word, afterInitial: true)
    }

    /// A quotation mark without a partner, or another symbol before blank space (">>", "*"), that stands directly after
    /// the full stop: it closes, whatever it closes.
    private func isStrayMark(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ limit: Int
    ) -> Bool {
        guard tokens.ends[index - 1] == tokens.starts[index] else { return false }
        return scalar(text, Int(tokens.starts[index])).kind.isMark
            || index + 1 == limit || tokens.ends[index] < tokens.starts[index + 1]
    }

    /// "iPhone", "eBay": a name that begins a sentence with a small letter.
    private func isMixedCase(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        for index in word.dropFirst().prefix(8) where isASCIIUppercase(text[index]) { return true }
        return false
    }
}
