import TextModel

extension Tokenizer {
    /// An @handle, a #tag, or the rest of a mail address whose first part is already among the tokens.
    func handle(
        _ text: UnsafeBufferPointer<UInt8>, _ here: Scalar, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start + 1
        if here.kind == .at, index < end, scalar(text, index).kind.isWordly, tokens.lastEnds(at: start),
            let first = takeLocalPart(before: start, &tokens)
        {
            let close = addressTail(text, index, end)
            tokens.append(.address, Int32(first), Int32(close))
            return close
        }
        var hasLetter = false
        while index < end, case let next = scalar(text, index), next.kind.isWordly {
            hasLetter = hasLetter || next.kind == .letter
            index += next.length
        }
        // "#1" is no tag.
        if !hasLetter { index = start + 1 }
        tokens.append(hasLetter ? .address : .other, Int32(start), Int32(index))
        return index
    }

    /// Takes back the tokens of "jane.doe" before "@", or of "jane.d..." as archives show it; nil when no word or number
    /// stands there.
    private func takeLocalPart(before at: Int, _ tokens: inout Tokens) -> Int? {
        guard let kind = tokens.kinds.last else { return nil }
        if kind == .ellipsis {
            guard let word = tokens.kinds.dropLast().last, word == .word || word == .number,
                tokens.starts[tokens.count - 1] == tokens.ends[tokens.count - 2]
            else { return nil }
        } else if kind != .word, kind != .number {
            return nil
        }
        var first = at
        // A name has few parts; the bound keeps "a.a.a@…" linear.
        while let kind = tokens.kinds.last,
            kind == .word || kind == .number || kind == .period || kind == .ellipsis && first == at,
            tokens.lastEnds(at: first), at - Int(tokens.starts[tokens.count - 1]) <= 64 || first == at
        {
            first = Int(tokens.starts[tokens.count - 1])
            tokens.removeLast()
        }
        return first
    }

    /// The end of "scheme://…" whose colon stands at `colon`.
    func addressEnd(_ text: UnsafeBufferPointer<UInt8>, colon: Int, _ end: Int) -> Int? {
        guard colon + 3 < end, text[colon + 1] == UInt8(ascii: "/"), text[colon + 2] == UInt8(ascii: "/") else {
            return nil
        }
        return addressTail(text, colon + 3, end)
    }

    /// The end of a host name whose last label is a known one, or of "www.…".
    func domainEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, period: Int, _ end: Int) -> Int? {
        if period - start == 3, isWWW(text, start) { return addressTail(text, period + 1, end) }
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

    private func isWWW(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        for index in start..<(start + 3) where text[index] | 0x20 != UInt8(ascii: "w") { return false }
        return true
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
        index = min(index, end)
        while index > start {
            switch text[index - 1] {
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"),
                UInt8(ascii: "!"):
                index -= 1
            default: return index
            }
        }
        return index
    }
}
