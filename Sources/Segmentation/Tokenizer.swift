import TextModel
import WordLists

/// Cuts running text into treebank-like tokens.
///
/// Quotation marks and apostrophes that may be such come out as `.other` tokens and as `marks`; `QuotationFinder`
/// decides what they are.
/// - Complexity: O(*n*) in bytes.
struct Tokenizer: Sendable {
    private let abbreviations = Abbreviations()

    func tokenize(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout Tokens,
        marks: inout [QuotationMark]
    ) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let here = scalar(text, index)
            let next = min(index + here.length, end)
            switch here.kind {
            case .space, .newline:
                index = next
            case .letter:
                index = word(text, from: index, end, &tokens)
            case .digit, .fraction:
                index = number(text, from: index, end, &tokens)
            case .apostrophe, .doubleMark, .singleMark:
                index = mark(text, here, from: index, end, &tokens, &marks)
            case .period:
                index = period(text, from: index, end, &tokens)
            case .hyphen:
                index = hyphen(text, from: index, end, &tokens)
            case .at, .hash:
                index = handle(text, from: index, end, &tokens)
            default:
                tokens.append(here.kind.token, Int32(index), Int32(next))
                index = next
            }
        }
    }

    // MARK: Words

    private func word(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start
        var lastApostrophe = -1
        var lettersSincePeriod = 0
        var innerPeriods = 0
        scan: while index < end {
            let here = scalar(text, index)
            switch here.kind {
            case .letter, .digit:
                lettersSincePeriod += 1
                index += here.length
            case .apostrophe, .singleMark:
                let after = index + here.length
                guard after < end, text[index] != UInt8(ascii: "`"), scalar(text, after).kind == .letter else {
                    break scan
                }
                lastApostrophe = index
                index = after
            case .hyphen:
                let after = index + here.length
                guard after < end, index > start else { break scan }
                let following = scalar(text, after).kind
                guard following == .letter || following == .digit else { break scan }
                index = after
            case .ampersand:
                guard index + 1 < end, scalar(text, index + 1).kind == .letter else { break scan }
                index += 1
            case .colon:
                guard let close = addressEnd(text, start, colon: index, end) else { break scan }
                tokens.append(.address, Int32(start), Int32(close))
                return close
            case .at:
                guard index + 1 < end, scalar(text, index + 1).kind == .letter else { break scan }
                let close = addressTail(text, index + 1, end)
                tokens.append(.address, Int32(start), Int32(close))
                return close
            case .period:
                // "USD1.2bn"
                if index + 1 < end, isASCIIDigit(text[index + 1]), isASCIIDigit(text[index - 1]) {
                    index += 1
                    continue
                }
                guard index + 1 < end, scalar(text, index + 1).kind == .letter else { break scan }
                if lettersSincePeriod == 1 {
                    innerPeriods += 1
                } else if let close = domainEnd(text, start, period: index, end) {
                    tokens.append(.address, Int32(start), Int32(close))
                    return close
                } else {
                    break scan
                }
                lettersSincePeriod = 0
                index += 1
            default:
                break scan
            }
        }
        if index < end, text[index] == UInt8(ascii: "."),
            abbreviations.keepsPeriod(text, start..<index, end, innerPeriods: innerPeriods)
        {
            index += 1
        }
        appendSplittingClitic(text, start, index, lastApostrophe, &tokens)
        return index
    }

    /// Splits "'s", "'re", "'ve", "'ll", "'d", "'m" and "n't" from the word before.
    private func appendSplittingClitic(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ apostrophe: Int, _ tokens: inout Tokens
    ) {
        var cut = end
        if apostrophe > start {
            let tail = apostrophe + scalar(text, apostrophe).length
            let first = text[tail] | 0x20
            switch end - tail {
            case 1 where first == UInt8(ascii: "t"):
                if text[apostrophe - 1] | 0x20 == UInt8(ascii: "n"), apostrophe - 1 > start { cut = apostrophe - 1 }
            case 1 where first == UInt8(ascii: "s") || first == UInt8(ascii: "d") || first == UInt8(ascii: "m"):
                cut = apostrophe
            case 2:
                let second = text[tail + 1] | 0x20
                switch (first, second) {
                case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
                    (UInt8(ascii: "l"), UInt8(ascii: "l")):
                    cut = apostrophe
                default: break
                }
            default: break
            }
        }
        tokens.append(.word, Int32(start), Int32(cut))
        if cut < end { tokens.append(.clitic, Int32(cut), Int32(end)) }
    }

    // MARK: Numbers

    private func number(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start
        scan: while index < end {
            let here = scalar(text, index)
            let after = index + here.length
            switch here.kind {
            case .digit, .letter, .fraction:
                index = after
            case .period, .comma, .colon, .slash:
                guard after < end, isASCIIDigit(text[after]) else { break scan }
                index = after
            case .hyphen:
                guard after < end else { break scan }
                let following = scalar(text, after).kind
                guard following == .digit || following == .letter else { break scan }
                index = after
            case .dash:
                guard after < end, isASCIIDigit(text[after]), isASCIIDigit(text[index - 1]) else { break scan }
                index = after
            default: break scan
            }
        }
        // "10a.m.", "10p.m."
        if index + 2 < end, text[index] == UInt8(ascii: "."), text[index + 1] | 0x20 == UInt8(ascii: "m"),
            text[index + 2] == UInt8(ascii: "."),
            [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(text[index - 1] | 0x20)
        {
            index += 3
        }
        tokens.append(.number, Int32(start), Int32(index))
        return index
    }

    // MARK: Marks and punctuation

    private func mark(
        _ text: UnsafeBufferPointer<UInt8>, _ here: Scalar, from start: Int, _ end: Int,
        _ tokens: inout Tokens, _ marks: inout [QuotationMark]
    ) -> Int {
        var next = start + here.length
        // `` and '' are double marks in wire copy and treebanks; so are two single curly ones.
        let doubled =
            here.kind != .doubleMark && next + here.length <= end
            && (0..<here.length).allSatisfy { text[start + $0] == text[next + $0] }
        if doubled { next += here.length }
        marks.append(QuotationMark(text, token: tokens.count, start: start, length: here.length, doubled: doubled))
        tokens.append(.other, Int32(start), Int32(next))
        return next
    }

    private func period(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        if start + 1 < end, isASCIIDigit(text[start + 1]), start == 0 || !isASCIIDigit(text[start - 1]) {
            let close = number(text, from: start + 1, end, &tokens)
            tokens.starts[tokens.count - 1] = Int32(start)
            return close
        }
        // "..." and ". . ."
        var index = start + 1
        var periods = 1
        while index < end {
            if text[index] == UInt8(ascii: ".") {
                index += 1
            } else if text[index] == UInt8(ascii: " "), index + 1 < end, text[index + 1] == UInt8(ascii: ".") {
                index += 2
            } else {
                break
            }
            periods += 1
        }
        if periods == 1 { index = start + 1 }
        tokens.append(periods > 1 ? .ellipsis : .period, Int32(start), Int32(index))
        return index
    }

    private func hyphen(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start + scalar(text, start).length
        let single = index
        while index < end, text[index] == UInt8(ascii: "-") { index += 1 }
        let spaceBefore = start == 0 || [.space, .newline].contains(asciiKind(text, start - 1))
        let spaceAfter = index >= end || [.space, .newline].contains(scalar(text, index).kind)
        let isDash = index > single || (spaceBefore && spaceAfter)
        tokens.append(isDash ? .dash : .other, Int32(start), Int32(index))
        return index
    }

    private func handle(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start + 1
        while index < end, [.letter, .digit].contains(scalar(text, index).kind) { index += scalar(text, index).length }
        tokens.append(index > start + 1 ? .address : .other, Int32(start), Int32(index))
        return index
    }

    private func asciiKind(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> ScalarClass {
        text[index] < 0x80 ? scalar(text, index).kind : .letter
    }

    // MARK: Addresses

    /// The end of "scheme://…" whose colon stands at `colon`.
    private func addressEnd(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, colon: Int, _ end: Int
    ) -> Int? {
        guard colon + 3 < end, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") else {
            return nil
        }
        return addressTail(text, colon + 3, end)
    }

    /// The end of a host name whose last label is a known one, or of "www.…".
    private func domainEnd(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, period: Int, _ end: Int
    ) -> Int? {
        if period - start == 3, (start..<period).allSatisfy({ text[$0] | 0x20 == UInt8(ascii: "w") }) {
            return addressTail(text, period + 1, end)
        }
        var label = period + 1
        // A host has few labels; the bound keeps "a.b.c.d…" linear.
        for _ in 0..<5 {
            var labelEnd = label
            while labelEnd < end, labelEnd - label < 64, isASCIILowercase(text[labelEnd]) { labelEnd += 1 }
            guard labelEnd > label else { return nil }
            if abbreviations.isTopLevelDomain(text, label..<labelEnd) { return addressTail(text, labelEnd, end) }
            guard labelEnd < end, text[labelEnd] == UInt8(ascii: ".") else { return nil }
            label = labelEnd + 1
        }
        return nil
    }

    /// Up to the next blank, mark or bracket, without closing punctuation.
    private func addressTail(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        scan: while index < end {
            let here = scalar(text, index)
            switch here.kind {
            case .space, .newline, .doubleMark, .apostrophe, .singleMark, .openBracket, .closeBracket, .dash,
                .ellipsis:
                break scan
            case .other where text[index] == UInt8(ascii: "<") || text[index] == UInt8(ascii: ">"): break scan
            default: index += here.length
            }
        }
        while index > start,
            [.period, .comma, .colon, .semicolon, .question, .exclamation].contains(asciiKind(text, index - 1))
        {
            index -= 1
        }
        return min(index, end)
    }
}

extension ScalarClass {
    /// The token that a punctuation scalar is by itself.
    fileprivate var token: TokenKind {
        switch self {
        case .comma: .comma
        case .colon: .colon
        case .semicolon: .semicolon
        case .question: .question
        case .exclamation: .exclamation
        case .ellipsis: .ellipsis
        case .dash: .dash
        case .openBracket: .openBracket
        case .closeBracket: .closeBracket
        case .currency: .currency
        case .percent: .percent
        case .prime: .prime
        default: .other
        }
    }
}
