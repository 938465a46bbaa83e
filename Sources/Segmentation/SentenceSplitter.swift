import TextModel
import WordLists

/// Cuts a block's tokens into sentences.
///
/// A sentence keeps the quotation marks and brackets that close after its full stop. A question or exclamation mark
/// within a quotation does not end the sentence that goes on in lower case ("Why?" he asked).
/// - Complexity: O(*n*) in tokens.
struct SentenceSplitter: Sendable {
    private let abbreviations = Abbreviations()
    /// Words that begin a sentence when capitalised, and no name.
    private let starters = WordTable(WordList(named: "function-words").entries.map { ($0[0], 1) })

    func split(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ range: Range<Int>, block: Int,
        into sentences: inout [Sentence]
    ) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard let end = end(text, tokens, after: index, range.upperBound) else {
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
            case .closeQuote, .closeBracket: closed = true
            case let following where following.endsSentence: break
            default:
                return breaks(text, tokens, index, next, isAbbreviation && !closed) ? next : nil
            }
            next += 1
        }
        return next
    }

    private func breaks(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ index: Int, _ next: Int, _ isAbbreviation: Bool
    ) -> Bool {
        let span = tokens.span(next).range
        let first = text[span.lowerBound]
        switch tokens.kinds[next] {
        case .comma, .semicolon, .colon, .closeBracket, .percent, .clitic, .dash, .prime: return false
        case .word:
            if isASCIILowercase(first) { return false }
            guard isAbbreviation else { return true }
            return abbreviations.mayEndSentence(text, tokens.span(index).range)
                && starters.value(in: text, span) != nil
        default:
            return !isAbbreviation
                || (tokens.kinds[next] == .openQuote && abbreviations.mayEndSentence(text, tokens.span(index).range))
        }
    }
}
