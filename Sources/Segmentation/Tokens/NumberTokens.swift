import TextModel

extension Tokenizer {
    /// A number with its separators, range, unit letters and hyphenated words: "10,000–12,000", "1.2bn", "10-year-old".
    func number(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int, _ tokens: inout Tokens
    ) -> Int {
        var index = start
        scan: while index < end {
            let here = scalar(text, index)
            let after = index + here.length
            switch here.kind {
            case .digit, .letter, .fraction:
                break
            case .period, .comma, .colon, .slash:
                guard after < end, isASCIIDigit(text[after]) else { break scan }
            case .hyphen:
                guard after < end, scalar(text, after).kind.isWordly else { break scan }
            case .dash where isRangeDash(text, index):
                guard after < end, isASCIIDigit(text[after]), isASCIIDigit(text[index - 1]) else { break scan }
            case .apostrophe:
                // "10'000"
                guard isThousandsMark(text, index, after, end) else { break scan }
            default: break scan
            }
            index = after
        }
        index = min(index, end)
        // "10a.m.", "10p.m."
        if index + 2 < end, text[index] == UInt8(ascii: "."), text[index + 1] | 0x20 == UInt8(ascii: "m"),
            text[index + 2] == UInt8(ascii: "."), index > start, isMeridian(text[index - 1])
        {
            index += 3
        }
        tokens.append(.number, Int32(start), Int32(index))
        return index
    }

    private func isMeridian(_ byte: UInt8) -> Bool {
        byte | 0x20 == UInt8(ascii: "a") || byte | 0x20 == UInt8(ascii: "p")
    }

    /// En and figure dashes join the ends of a range; an em dash between numbers is a dash.
    private func isRangeDash(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        text[index + 2] == 0x93 || text[index + 2] == 0x92
    }

    private func isThousandsMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ after: Int, _ end: Int) -> Bool {
        guard after + 3 <= end, index > 0, isASCIIDigit(text[index - 1]) else { return false }
        for digit in after..<(after + 3) where !isASCIIDigit(text[digit]) { return false }
        return after + 3 == end || !isASCIIDigit(text[after + 3])
    }
}
