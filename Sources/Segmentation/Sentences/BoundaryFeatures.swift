import Learning
import TextModel
import WordLists

/// What a model sees of the gap between two tokens: the tokens around, what the rules say, where in its sentence and
/// block the gap stands.
struct BoundaryFeatures {
    /// Of one gap.
    static let count = 25
    /// Of features and codes: code and model must have the same.
    static let revision = 1

    private let text: UnsafeBufferPointer<UInt8>
    private let tokens: TokenView
    private let range: Range<Int>
    private(set) var sentenceStart: Int
    private var quoteDepth = 0
    private var bracketDepth = 0
    /// Words in small letters in the sentence so far.
    private var lowercaseCount = 0

    init(_ text: UnsafeBufferPointer<UInt8>, _ tokens: TokenView, _ range: Range<Int>) {
        self.text = text
        self.tokens = tokens
        self.range = range
        sentenceStart = range.lowerBound
    }

    /// Goes past a token; each in turn.
    mutating func enter(_ token: Int) {
        switch tokens.kinds[token] {
        case .openQuote: quoteDepth += 1
        case .closeQuote: quoteDepth = max(0, quoteDepth - 1)
        case .openBracket: bracketDepth += 1
        case .closeBracket: bracketDepth = max(0, bracketDepth - 1)
        case .word: if startsLowercase(text, Int(tokens.starts[token])) { lowercaseCount += 1 }
        default: break
        }
    }

    mutating func startSentence(_ token: Int) {
        sentenceStart = token
        bracketDepth = 0
        lowercaseCount = 0
    }

    /// - Parameters:
    ///   - isRuled: whether a sentence ends with `token` by the rules.
    ///   - features: room for `count`.
    func write(
        after token: Int, isRuled: Bool, _ starters: SentenceStarters, into features: UnsafeMutableBufferPointer<UInt64>
    ) {
        let codes = (code(token - 1), code(token), code(token + 1), code(token + 2))
        let words = (word(token - 1), word(token), word(token + 1), word(token + 2))
        let pair = FeatureHash.combine(codes.1, codes.2)
        let rule: UInt64 = isRuled ? 1 : 0
        let starter = UInt64(bitPattern: Int64(starters.value(text, tokens.range(token + 1)) ?? 2))
        let length = Self.bucket(token + 1 - sentenceStart)
        let rest = Self.bucket(range.upperBound - token - 1)
        let depth = UInt64(min(quoteDepth, 2) << 1 | min(bracketDepth, 1))
        var next = 0
        func add(_ first: UInt64, _ second: UInt64) {
            features[next] = FeatureHash.combine(UInt64(next) &* 0x1_0001, first, second)
            next += 1
        }
        add(rule, 0)
        add(pair, rule << 2 | blank(after: token))
        add(pair, codes.0)
        add(pair, codes.3)
        add(pair, FeatureHash.combine(codes.0, codes.3))
        add(words.1, 0)
        add(words.2, 0)
        add(words.1, codes.2)
        add(words.2, codes.1)
        add(words.0, codes.1)
        add(words.3, codes.2)
        add(words.1, words.2)
        add(words.0, words.1)
        add(pair, length)
        add(pair, depth)
        add(pair, rest)
        add(codes.1, starter << 1 | rule)
        add(pair, length << 8 | rest)
        add(pair, code(sentenceStart))
        add(word(sentenceStart), codes.1)
        add(pair, FeatureHash.combine(starter, codes.0))
        let title = UInt64(min(lowercaseCount, 3))
        add(pair, title << 8 | length)
        add(words.2, title << 8 | codes.1)
        add(words.2, codes.3)
        add(word(sentenceStart), FeatureHash.combine(codes.1, length))
        assert(next == Self.count)
    }

    private func code(_ token: Int) -> UInt64 {
        range.contains(token) ? TokenCode(text, tokens, token).value : TokenCode.none.value
    }

    /// A number for the token's letters, whatever their case; of a number only how long it is.
    private func word(_ token: Int) -> UInt64 {
        guard range.contains(token) else { return 0 }
        switch tokens.kinds[token] {
        case .number: return UInt64(tokens.range(token).count)
        case .address: return 0
        default: return WordTable.hash(of: tokens.range(token), in: text)
        }
    }

    /// Whether blank space follows, and whether a line break is in it.
    private func blank(after token: Int) -> UInt64 {
        let gap = Int(tokens.ends[token])..<Int(tokens.starts[token + 1])
        if gap.isEmpty { return 0 }
        return text[gap.lowerBound] == UInt8(ascii: "\n") ? 2 : 1
    }

    private static func bucket(_ count: Int) -> UInt64 {
        switch count {
        case ..<6: UInt64(count)
        case ..<9: 6
        case ..<15: 7
        case ..<30: 8
        default: 9
        }
    }
}
