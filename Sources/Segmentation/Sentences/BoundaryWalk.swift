import TextModel

/// Decides about gaps between tokens, from left to right: the model in use, the learner in training.
package protocol BoundaryJudge {
    /// Whether a sentence ends at `byte` of the text, where a token does.
    /// - Parameter isRuled: whether it does by the rules.
    mutating func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool
}

/// Leaves every doubt to the rules.
struct RulesAlone: BoundaryJudge {
    func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool { isRuled }
}

/// Goes over a block and asks a judge wherever a sentence may end.
///
/// The same code trains and serves. Where the rules leave no doubt (a full stop between a word in small letters and one
/// with a capital), nobody is asked: that is most ends of sentences.
package struct BoundaryWalk: Sendable {
    private let rules = SentenceRules()

    package init() {}

    /// - Parameters:
    ///   - range: the tokens of a block.
    ///   - body: called with each sentence, in order; together they are `range`.
    /// - Complexity: O(*n*) in tokens.
    package func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ range: Range<Int>,
        asking judge: inout some BoundaryJudge, _ body: (Range<Int>) -> Void
    ) {
        guard !range.isEmpty else { return }
        tokens.withView { view in
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: BoundaryFeatures.count) { buffer in
                walk(text, tokens, view, range, buffer, asking: &judge, body)
            }
        }
    }

    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: Tokens, _ view: TokenView, _ range: Range<Int>,
        _ buffer: UnsafeMutableBufferPointer<UInt64>, asking judge: inout some BoundaryJudge,
        _ body: (Range<Int>) -> Void
    ) {
        var features = BoundaryFeatures(text, view, range)
        var ruled = rules.sentenceEnd(text, tokens, in: range, opensBlock: true)
        for token in range.dropLast() {
            features.enter(token)
            let isRuled = token + 1 == ruled
            if isRuled {
                ruled = rules.sentenceEnd(text, tokens, in: ruled..<range.upperBound, opensBlock: false)
            }
            var ends = isRuled
            if isDoubtful(text, view, range, after: token, isRuled: isRuled) {
                features.write(after: token, isRuled: isRuled, rules.starters, into: buffer)
                ends = judge.endsSentence(
                    at: view.ends[token], isRuled: isRuled, UnsafeBufferPointer(buffer))
            }
            guard ends else { continue }
            body(features.sentenceStart..<token + 1)
            features.startSentence(token + 1)
        }
        body(features.sentenceStart..<range.upperBound)
    }

    /// Whether a sentence may end with `token`, or may not although the rules say so.
    private func isDoubtful(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: TokenView, _ range: Range<Int>, after token: Int, isRuled: Bool
    ) -> Bool {
        let next = Int(tokens.starts[token + 1])
        let nextKind = tokens.kinds[token + 1]
        switch tokens.kinds[token] {
        case .period:
            if nextKind == .number, !isRuled { return false }
            let isPlain =
                isRuled && tokens.ends[token] < tokens.starts[token + 1]
                && (nextKind == .word && startsUppercase(text, next) || nextKind == .number)
                && token > range.lowerBound && tokens.kinds[token - 1] == .word
                && isASCIILowercase(text[Int(tokens.ends[token - 1]) - 1])
            return !isPlain
        case .closeQuote, .closeBracket:
            // "… left.” She", "“No!” The", "… left.) (She".
            let isPlain =
                isRuled && tokens.ends[token] < tokens.starts[token + 1]
                && (nextKind == .word && startsUppercase(text, next) || nextKind == .openQuote
                    || nextKind == .openBracket)
                && token > range.lowerBound && tokens.kinds[token - 1].endsSentence
            return !isPlain
        case .question, .exclamation:
            // "Yahoo! said".
            return isRuled || nextKind != .word
        case .dash:
            return nextKind != .word || tokens.starts[token + 1] == tokens.ends[token] || token == range.lowerBound
        case .ellipsis, .colon, .semicolon, .address, .other: return true
        case .comma, .openQuote, .openBracket, .currency, .prime: return false
        case .word, .clitic, .number, .percent:
            // The rules believe only in words that begin sentences: "the U.S. The trip".
            if isRuled { return false }
            if text[Int(tokens.ends[token]) - 1] == UInt8(ascii: ".") { return true }
            switch nextKind {
            case .address, .other: return true
            case .word where startsUppercase(text, next):
                let isLower = isASCIILowercase(text[Int(tokens.starts[token])])
                return !isLower || rules.starters.value(text, tokens.range(token + 1)) != nil
            default: return false
            }
        }
    }
}
