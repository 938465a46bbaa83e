import TextModel

/// What a token looks like, as a small number: its kind, and of words their case, of numbers their length, of symbols
/// which one it is.
struct TokenCode {
    let value: UInt64

    /// Beyond either end of the block.
    static let none = TokenCode(value: 0)
    private static let lowercase = TokenCode(word: 0)
    private static let capitalised = TokenCode(word: 1)
    private static let allCapitals = TokenCode(word: 2)
    private static let initial = TokenCode(word: 3)
    private static let abbreviation = TokenCode(word: 4)
    private static let mixedCase = TokenCode(word: 5)

    private init(value: UInt64) {
        self.value = value
    }

    private init(word shape: UInt64) {
        value = 0x100 | shape
    }

    /// - Complexity: O(1).
    init(_ text: UnsafeBufferPointer<UInt8>, _ tokens: TokenView, _ token: Int) {
        let span = tokens.range(token)
        let kind = tokens.kinds[token]
        switch kind {
        case .word: self = Self.word(text, span)
        case .number:
            let isPlain = isASCIIDigit(text[span.lowerBound]) && isASCIIDigit(text[span.upperBound - 1])
            self.init(value: 0x200 | UInt64(min(span.count, 5)) << 1 | (isPlain ? 1 : 0))
        case .other, .openBracket, .closeBracket:
            self.init(value: 0x400 | UInt64(text[span.lowerBound]) << 2 | UInt64(min(span.count, 3)))
        case .dash, .ellipsis: self.init(value: 0x800 | UInt64(kind.rawValue) << 3 | UInt64(min(span.count, 5)))
        default: self.init(value: UInt64(kind.rawValue) + 1)
        }
    }

    private static func word(_ text: UnsafeBufferPointer<UInt8>, _ span: Range<Int>) -> TokenCode {
        if text[span.upperBound - 1] == UInt8(ascii: ".") { return abbreviation }
        let rest = span.dropFirst().prefix(8)
        let hasCapital = rest.contains { isASCIIUppercase(text[$0]) }
        guard startsUppercase(text, span.lowerBound) else { return hasCapital ? mixedCase : lowercase }
        if span.count == 1 { return initial }
        return hasCapital && !rest.contains { isASCIILowercase(text[$0]) } ? allCapitals : capitalised
    }
}
