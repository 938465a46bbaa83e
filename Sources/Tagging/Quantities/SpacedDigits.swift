import TextModel

/// Numbers whose digits stand in groups with blanks between.
extension Atomizer {
    /// "40 000", "1 414 021 100": groups of three digits with one blank between, as much of the world writes them.
    func spacedGroups(from token: Int, to end: Int) -> (number: DecimalNumber, next: Int)? {
        guard token + 1 < end, tokens.kinds[token + 1] == .number, isGroup(token, 1...3), gap(token),
            text[Int(tokens.starts[token])] != UInt8(ascii: "0"), !isPlainNumber(atoms.last)
        else { return nil }
        var value = digits(of: token)
        var next = token + 1
        while next < end, tokens.kinds[next] == .number, gap(next - 1), isGroup(next, 3...3) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 1000)
            guard !overflow else { return nil }
            value = product + digits(of: next)
            next += 1
        }
        if next < end, tokens.kinds[next] == .number, gap(next - 1), let last = decimalGroup(next),
            let whole = DecimalNumber(value).multiplied(by: DecimalNumber(1000)), let sum = whole.adding(last)
        {
            return (sum, next + 1)
        }
        guard next > token + 1 else { return nil }
        // A longer number behind them says that these are no groups: "423 000 0000".
        if next < end, tokens.kinds[next] == .number, gap(next - 1) { return nil }
        return (DecimalNumber(value), next)
    }

    private func isPlainNumber(_ atom: Atom?) -> Bool { atom.map { $0.form == .digits || $0.form == .opaque } ?? false }

    /// "567.89", the last group of a number with decimals.
    private func decimalGroup(_ token: Int) -> DecimalNumber? {
        let range = tokens.span(token).range
        guard range.count > 4, text[range.lowerBound + 3] == UInt8(ascii: ".") else { return nil }
        let scanned = DigitScanner.scan(text, from: range.lowerBound, to: range.upperBound)
        return scanned.end == range.upperBound ? scanned.number : nil
    }

    private func isGroup(_ token: Int, _ lengths: ClosedRange<Int>) -> Bool {
        let range = tokens.span(token).range
        return lengths.contains(range.count) && range.allSatisfy { DigitScanner.isDigit(text[$0]) }
    }

    private func digits(of token: Int) -> Int64 {
        tokens.span(token).range.reduce(0) { $0 * 10 + Int64(text[$1] & 0x0F) }
    }

    /// One blank follows: a space, or one of the narrow and unbreakable ones.
    private func gap(_ token: Int) -> Bool {
        guard token + 1 < tokens.count else { return false }
        let blank = Int(tokens.ends[token])..<Int(tokens.starts[token + 1])
        switch blank.count {
        case 1: return text[blank.lowerBound] == UInt8(ascii: " ")
        case 2: return text[blank.lowerBound] == 0xC2 && text[blank.lowerBound + 1] == 0xA0
        case 3: return text[blank.lowerBound] == 0xE2 && text[blank.lowerBound + 1] == 0x80
        default: return false
        }
    }
}
