import TextModel
import WordLists

/// Cuts a block's tokens into sentences.
///
/// A sentence keeps the quotation marks, brackets and note numbers ("[17]") that follow its full stop. A question or
/// exclamation mark within a quotation does not end the sentence that goes on after it ("Why?" he asked).
/// - Complexity: O(*n*) in tokens.
struct SentenceSplitter: Sendable {
    private let abbreviations = Abbreviations()
    private let starters = SentenceStarters()

    func split(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ range: Range<Int>, block: Int,
        into sentences: inout [Sentence]
    ) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard let end = end(text, tokens, after: index, range.upperBound),
                !isListNumber(text, tokens, start..<end, isFirst: start == range.lowerBound)
            else {
                index += 1
                continue
            }
            sentences.append(Sentence(tokens: start..<end, block: block))
            start = end
            index = end
        }
        if start < range.upperBound { sentences.append(Sentence(tokens: start..<range.upperBound, block: block)) }
    }

    /// The token after the sentence that ends with `index` and what closes after it; nil when it does not end there.
    private func end(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, after index: Int, _ limit: Int
    ) -> Int? {
        let kind = tokens.kinds[index]
        let isAbbreviation = kind == .word && text[Int(tokens.ends[index]) - 1] == UInt8(ascii: ".")
        guard kind.endsSentence || isAbbreviation else { return nil }
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
            case .other where isStrayMark(text, tokens, next):
                closed = true
            default:
                let breaks =
                    isAbbreviation && !closed
                    ? breaksAfterAbbreviation(text, tokens, index, next)
                    : self.breaks(text, tokens, index, next, limit, afterQuotation: closed)
                return breaks ? next : nil
            }
            next += 1
        }
        return next
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
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ sentence: Range<Int>, isFirst: Bool
    ) -> Bool {
        guard isFirst, sentence.count == 2, tokens.kinds[sentence.lowerBound] == .number,
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

    /// A quotation mark without a partner that stands directly after the full stop: it closes, whatever it closes.
    private func isStrayMark(_ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int) -> Bool {
        let start = Int(tokens.starts[index])
        return tokens.ends[index - 1] == tokens.starts[index] && scalar(text, start).kind.isMark
    }

    /// "iPhone", "eBay": a name that begins a sentence with a small letter.
    private func isMixedCase(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        for index in word.dropFirst().prefix(8) where isASCIIUppercase(text[index]) { return true }
        return false
    }
}
