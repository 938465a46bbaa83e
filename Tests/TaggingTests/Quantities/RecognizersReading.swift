import TextModel

@testable import Tagging

/// Reads texts as the specifications of Recognizers-Text want them read: every number, whether or not it is a claim.
///
/// Where their conventions are not ours, this adapts: dates and codes are read digit by digit, blanks may stand around a
/// hyphen, a number that a unit is written onto ("29km") is no number, and ranges are open at their upper end.
enum RecognizersReading {
    // MARK: Numbers

    static func numbers(_ text: String) -> [String] {
        PassageReading.all(joined(text)) { numbers(in: $0) }.flatMap { $0 }.map(\.description)
    }

    /// "fifty - two", "- 1 4/5": without the blanks around a hyphen.
    private static func joined(_ text: String) -> String {
        let trimmed = text.drop { $0 == " " }
        let signed = trimmed.hasPrefix("- ") ? "-" + trimmed.dropFirst(2).drop { $0 == " " } : String(trimmed)
        return signed.replacing(" - ", with: "-")
    }

    private static func numbers(in passage: Passage) -> [DecimalNumber] {
        var amounts: [Amount] = []
        var index = 0
        while index < passage.atoms.count {
            if passage.is(index, .opaque) || isCode(passage, index) {
                amounts += digits(passage, index).map { Amount(Numeral(index..<index + 1, $0)) }
                index += 1
                continue
            }
            guard let numeral = NumeralRule.read(passage, index) else {
                index += 1
                continue
            }
            index = max(numeral.atoms.upperBound, index + 1)
            guard numeral.traits.isDisjoint(with: [.ordinal, .unclaimed, .vague, .couple, .multiple]) else { continue }
            let amount = AmountReader(passage).read(numeral)
            if isPronoun(passage, amount) || isWrittenOnto(passage, numeral) { continue }
            if let last = amounts.last, let ratio = JoinRule.ratio(passage, last, amount) {
                amounts[amounts.count - 1] = ratio
            } else {
                amounts.append(amount)
            }
        }
        return amounts.map(\.low)
    }

    /// "the one you mentioned"
    private static func isPronoun(_ passage: Passage, _ amount: Amount) -> Bool {
        let start = amount.numeral.atoms.lowerBound
        return passage.reads(start, "one") && passage.has(start - 1, .beforePronoun)
    }

    /// "29km"
    private static func isWrittenOnto(_ passage: Passage, _ numeral: Numeral) -> Bool {
        let next = numeral.atoms.upperBound
        return numeral.traits.contains(.digits) && passage.is(next, .word) && passage.isGlued(next)
            && !passage.isHyphenated(next)
    }

    /// The runs of digits of a date or code; "1,3" and "5,00" are decimals where a comma is the decimal mark.
    private static func digits(_ passage: Passage, _ index: Int) -> [DecimalNumber] {
        guard OrdinalNumerals.read(passage, index) == nil else { return [] }
        let span = passage.atoms[index].span.range
        let text = String(decoding: passage.text[span], as: UTF8.self)
        let parts = text.split { !$0.isNumber }
        let endsInLetters = text.last?.isLetter ?? false
        if parts.count == 2, text.contains(","), (1...2).contains(parts[1].count) {
            return [DecimalNumber(plain: text.replacing(",", with: "."))].compactMap(\.self)
        }
        return endsInLetters ? [] : parts.compactMap { DecimalNumber(plain: $0) }
    }

    /// "SCP-173"
    private static func isCode(_ passage: Passage, _ index: Int) -> Bool {
        guard let atom = passage.atom(index), atom.form == .word, atom.word < 0 else { return false }
        let text = passage.text[atom.span.range]
        return text.contains(UInt8(ascii: "-")) && text.last.map(DigitScanner.isDigit) == true
    }

    // MARK: Percentages and ordinals

    static func percentages(_ text: String) -> [String] {
        QuantityNotation.claims(text).filter { $0.unit == "percent" }.compactMap { $0.value.map { "\($0)%" } }
    }

    static func ordinals(_ text: String) -> [String] {
        PassageReading.all(text) { passage in
            var found: [String] = []
            var index = 0
            while index < passage.atoms.count {
                guard let ordinal = OrdinalNumerals.read(passage, index) else {
                    index += 1
                    continue
                }
                found.append(name(ordinal.place))
                index = ordinal.end
            }
            return found
        }.flatMap { $0 }
    }

    private static func name(_ place: OrdinalNumerals.Place) -> String {
        switch place {
        case .number(let number): "\(number)"
        case .fromCurrent(let offset): "current" + signed(offset)
        case .fromEnd(let offset): "end" + signed(offset)
        }
    }

    private static func signed(_ offset: Int) -> String { offset < 0 ? "\(offset)" : "+\(offset)" }

    // MARK: Ranges

    /// "[20,30)" for a range, "(5,)" for more than 5; a lower and an upper bound with "and" between are one range.
    static func ranges(_ text: String) -> [String] {
        let article = QuantityNotation.segmented(text)
        var found: [Interval] = []
        for claim in QuantityNotation.claims(article) {
            guard var interval = Interval(claim) else {
                if let value = claim.value, isEquated(claim, in: article.article.text) {
                    found.append(Interval(low: value, high: value, opensLow: false, opensHigh: false, span: claim.span))
                }
                continue
            }
            if let last = found.last, let merged = last.merged(with: interval, in: article.article) {
                found.removeLast()
                interval = merged
            }
            found.append(interval)
        }
        return found.map(\.name)
    }

    /// "equal to 20", "equals 20"
    private static func isEquated(_ claim: NumericClaim, in text: [UInt8]) -> Bool {
        let before = String(decoding: text[..<Int(claim.span.start)], as: UTF8.self).lowercased()
        return ["equal to ", "equals ", "equals to ", "equaling to "].contains(where: before.hasSuffix)
    }

    private struct Interval {
        var low: DecimalNumber?
        var high: DecimalNumber?
        var opensLow: Bool
        var opensHigh: Bool
        var span: Span

        init(low: DecimalNumber?, high: DecimalNumber?, opensLow: Bool, opensHigh: Bool, span: Span) {
            (self.low, self.high, self.opensLow, self.opensHigh, self.span) = (low, high, opensLow, opensHigh, span)
        }

        init?(_ claim: NumericClaim) {
            guard claim.low != nil || claim.high != nil else { return nil }
            self.init(
                low: claim.low, high: claim.high, opensLow: claim.bound == .moreThan || claim.low == nil,
                opensHigh: claim.bound != .atMost, span: claim.span)
        }

        func merged(with next: Interval, in article: Article) -> Interval? {
            let between = article.surface(Span(span.end, next.span.start))
            guard [" and ", ", ", " but ", ", and "].contains(between) else { return nil }
            if let low, high == nil, next.low == nil, let high = next.high, low < high {
                return Interval(
                    low: low, high: high, opensLow: opensLow, opensHigh: next.opensHigh,
                    span: Span(span.start, next.span.end))
            }
            if low == nil, let high, let low = next.low, next.high == nil, low < high {
                return Interval(
                    low: low, high: high, opensLow: next.opensLow, opensHigh: opensHigh,
                    span: Span(span.start, next.span.end))
            }
            return nil
        }

        var name: String {
            "\(opensLow ? "(" : "[")\(low?.description ?? ""),\(high?.description ?? "")\(opensHigh ? ")" : "]")"
        }
    }
}
