import TextModel

/// Cuts running text into treebank-like tokens.
///
/// Quotation marks and apostrophes that may be such come out as `.other` tokens and as `marks`; `QuotationFinder`
/// decides what they are. Each kind of token has its file beside this one.
/// - Complexity: O(*n*) in bytes.
struct Tokenizer: Sendable {
    let abbreviations = Abbreviations()
    let elisions = Elisions()

    /// Every scalar of `range` that is no blank space ends up in one token.
    func tokenize(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout Tokens,
        marks: inout [QuotationMark]
    ) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let here = scalar(text, index)
            switch here.kind {
            case .space, .newline:
                index += here.length
            case .letter:
                index = word(text, from: index, end, &tokens)
            case .digit, .fraction:
                index = number(text, from: index, end, &tokens)
            case .apostrophe, .doubleMark, .singleMark:
                index = mark(text, here, from: index, end, &tokens, &marks)
            case .period:
                index = period(text, from: index, end, &tokens)
            case .question, .exclamation:
                index = questionOrExclamation(text, from: index, end, &tokens)
            case .hyphen, .dash:
                index = dash(text, here, from: index, end, &tokens)
            case .at, .hash:
                index = handle(text, here, from: index, end, &tokens)
            case .other:
                index = symbol(text, here, from: index, end, &tokens)
            default:
                tokens.append(here.kind.token, Int32(index), Int32(min(index + here.length, end)))
                index += here.length
            }
        }
    }
}

extension Tokens {
    /// Whether the last token ends where the next one is to begin, without blank space between.
    @inline(__always)
    func lastEnds(at index: Int) -> Bool {
        guard let last = ends.last else { return false }
        return Int(last) == index
    }

    /// Takes back the last token, for one that turns out to be longer.
    mutating func removeLast() {
        starts.removeLast()
        ends.removeLast()
        kinds.removeLast()
    }
}

extension ScalarClass {
    /// The token that a punctuation scalar is by itself.
    fileprivate var token: TokenKind {
        switch self {
        case .comma: .comma
        case .colon: .colon
        case .semicolon: .semicolon
        case .ellipsis: .ellipsis
        case .openBracket: .openBracket
        case .closeBracket: .closeBracket
        case .currency: .currency
        case .percent: .percent
        case .prime: .prime
        default: .other
        }
    }
}
