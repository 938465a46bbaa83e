import TextModel

extension Tokenizer {
    /// A quotation mark, or an apostrophe that stands at the edge of a word.
    func mark(
        _ text: UnsafeBufferPointer<UInt8>, _ here: Scalar, from start: Int, _ end: Int,
        _ tokens: inout Tokens, _ marks: inout [QuotationMark]
    ) -> Int {
        let after = start + here.length
        if here.kind != .doubleMark, after < end, QuotationMark.isApostrophe(text, start, here.length) {
            if tokens.lastEnds(at: start) {
                if let close = cliticEnd(text, after, end), mayTakeClitic(tokens, marks) {
                    tokens.append(.clitic, Int32(start), Int32(close))
                    return close
                }
                if isFootMark(text, start, after, end, tokens) {
                    tokens.append(.prime, Int32(start), Int32(after))
                    return after
                }
            }
            if let close = elisions.end(text, start, after, end) {
                tokens.append(.word, Int32(start), Int32(close))
                return close
            }
        }
        var next = after
        // `` and '' are double marks in wire copy and treebanks; so are two single curly ones.
        if here.kind != .doubleMark, next + here.length <= end, isSame(text, start, next, here.length) {
            next += here.length
        }
        marks.append(
            QuotationMark(
                text, token: tokens.count, span: start..<next, glyphLength: here.length,
                followsFeet: followsFeet(start, tokens)))
        tokens.append(.other, Int32(start), Int32(next))
        return next
    }

    private func isSame(_ text: UnsafeBufferPointer<UInt8>, _ one: Int, _ other: Int, _ count: Int) -> Bool {
        for offset in 0..<count where text[one + offset] != text[other + offset] { return false }
        return true
    }

    /// The end of the "s" of "U.S.'s" and the like; nil when other letters follow the apostrophe.
    private func cliticEnd(_ text: UnsafeBufferPointer<UInt8>, _ letters: Int, _ end: Int) -> Int? {
        var close = letters
        while close < end, close - letters < 3, isASCIILowercase(text[close] | 0x20) { close += 1 }
        guard close > letters, close - letters < 3, isClitic(text, letters..<close) else { return nil }
        return close < end && scalar(text, close).kind.isWordly ? nil : close
    }

    /// After words, numbers, brackets and closing quotation marks: "“Inception”’s".
    private func mayTakeClitic(_ tokens: Tokens, _ marks: [QuotationMark]) -> Bool {
        switch tokens.kinds[tokens.count - 1] {
        case .word, .number, .percent, .closeBracket, .address, .exclamation: return true
        case .other:
            guard let last = marks.last, last.token == tokens.count - 1 else { return false }
            return !last.isFreeBefore
        default: return false
        }
    }

    /// The mark of 6'2".
    private func isFootMark(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ after: Int, _ end: Int, _ tokens: Tokens
    ) -> Bool {
        let last = tokens.count - 1
        return tokens.kinds[last] == .number && tokens.span(last).count <= 2 && isASCIIDigit(text[start - 1])
            && isASCIIDigit(text[after])
    }

    /// Whether a foot mark and a number stand directly before: 6'2|".
    private func followsFeet(_ start: Int, _ tokens: Tokens) -> Bool {
        let last = tokens.count - 1
        return last > 0 && tokens.lastEnds(at: start) && tokens.kinds[last] == .number
            && tokens.kinds[last - 1] == .prime
    }
}
