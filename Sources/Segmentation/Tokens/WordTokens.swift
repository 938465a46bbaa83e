import TextModel

extension Tokenizer {
    /// A word with its inner hyphens, apostrophes, full stops and digits; its clitic becomes a second token.
    func word(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start
        var lastApostrophe = -1
        // The part since the last hyphen decides about a full stop: "then-Sen."
        var part = start
        var lettersSincePeriod = 0
        var innerPeriods = 0
        scan: while index < end {
            // Most words are nothing but letters.
            while index < end, isASCIILowercase(text[index] | 0x20) {
                lettersSincePeriod += 1
                index += 1
            }
            if index == end { break }
            let here = scalar(text, index)
            let after = index + here.length
            switch here.kind {
            case .letter, .digit:
                lettersSincePeriod += 1
            case .apostrophe, .singleMark:
                guard after < end, text[index] != UInt8(ascii: "`"), scalar(text, after).kind == .letter else {
                    break scan
                }
                lastApostrophe = index
            case .hyphen:
                guard after < end, scalar(text, after).kind.isWordly else { break scan }
                part = after
                innerPeriods = 0
                lettersSincePeriod = 0
            case .ampersand:
                guard after < end, scalar(text, after).kind == .letter else { break scan }
            case .colon:
                guard let close = addressEnd(text, colon: index, end) else { break scan }
                tokens.append(.address, Int32(start), Int32(close))
                return close
            case .period where isInsideNumber(text, index, end), .comma where isInsideNumber(text, index, end):
                break
            case .period:
                guard after < end else { break scan }
                switch scalar(text, after).kind {
                case .letter where lettersSincePeriod == 1 || abbreviations.hasCompound(text, part, index, end):
                    innerPeriods += 1
                case .letter:
                    guard let close = domainEnd(text, start, period: index, end) else { break scan }
                    tokens.append(.address, Int32(start), Int32(close))
                    return close
                case .hyphen where lettersSincePeriod == 1 && (innerPeriods > 0 || isASCIIUppercase(text[part])):
                    // "U.S.-led"
                    let next = after + scalar(text, after).length
                    guard next < end, scalar(text, next).kind.isWordly else { break scan }
                default: break scan
                }
                lettersSincePeriod = 0
            default:
                break scan
            }
            index = after
        }
        index = min(index, end)
        if index < end, text[index] == UInt8(ascii: "."),
            innerPeriods > 0 && lettersSincePeriod == 1
                || abbreviations.keepsPeriod(text, part..<index, end, isWhole: part == start)
        {
            index += 1
        }
        appendSplittingClitic(text, start, index, lastApostrophe, &tokens)
        return index
    }

    /// The point of "USD1.2bn", the comma of "Rs1,200".
    private func isInsideNumber(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        index + 1 < end && isASCIIDigit(text[index + 1]) && isASCIIDigit(text[index - 1])
    }

    /// Splits "'s", "'re", "'ve", "'ll", "'d", "'m" and "n't" from the word before.
    private func appendSplittingClitic(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ apostrophe: Int, _ tokens: inout Tokens
    ) {
        var cut = end
        if apostrophe > start {
            let tail = apostrophe + scalar(text, apostrophe).length
            if end - tail == 1, text[tail] | 0x20 == UInt8(ascii: "t") {
                if text[apostrophe - 1] | 0x20 == UInt8(ascii: "n"), apostrophe - 1 > start { cut = apostrophe - 1 }
            } else if isClitic(text, tail..<end) {
                cut = apostrophe
            }
        }
        tokens.append(.word, Int32(start), Int32(cut))
        if cut < end { tokens.append(.clitic, Int32(cut), Int32(end)) }
    }

    /// Whether these letters make a clitic after an apostrophe.
    func isClitic(_ text: UnsafeBufferPointer<UInt8>, _ letters: Range<Int>) -> Bool {
        let first = text[letters.lowerBound] | 0x20
        switch letters.count {
        case 1:
            return first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m")
        case 2:
            switch (first, text[letters.lowerBound + 1] | 0x20) {
            case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
                (UInt8(ascii: "l"), UInt8(ascii: "l")):
                return true
            default: return false
            }
        default: return false
        }
    }
}
