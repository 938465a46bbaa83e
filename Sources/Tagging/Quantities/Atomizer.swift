import Linguistics
import TextModel

/// Cuts the tokens of a sentence into atoms.
/// - Complexity: O(*n*) in bytes.
struct Atomizer {
    let text: UnsafeBufferPointer<UInt8>
    let tokens: Tokens
    let words: Words
    let vocabulary: QuantityVocabulary
    private(set) var atoms: [Atom] = []
    /// Where the last atom ends.
    private var end: Int32 = -1

    init(
        _ article: SegmentedArticle, _ text: UnsafeBufferPointer<UInt8>, _ words: Words,
        _ vocabulary: QuantityVocabulary
    ) {
        self.text = text
        tokens = article.tokens
        self.words = words
        self.vocabulary = vocabulary
    }

    /// Whether the sentence can hold a quantity at all.
    func mayHoldQuantity(_ range: Range<Int>) -> Bool {
        for token in range {
            switch tokens.kinds[token] {
            case .number, .currency, .percent: return true
            case .word:
                let word = tokens.span(token).range
                if let known = vocabulary.word(ofForm: words.forms[token]) {
                    if vocabulary.classes(of: known).hasAny(.triggers) { return true }
                } else if holdsHyphenOrDigit(word) {
                    return true
                }
            default: break
            }
        }
        return false
    }

    mutating func atomize(_ range: Range<Int>) {
        atoms.removeAll(keepingCapacity: true)
        end = -1
        var token = range.lowerBound
        while token < range.upperBound {
            let span = tokens.span(token).range
            switch tokens.kinds[token] {
            case .number:
                if let groups = spacedGroups(from: token, to: range.upperBound) {
                    append(span.lowerBound..<Int(tokens.ends[groups.next - 1]), token, .digits)
                    atoms[atoms.count - 1].number = groups.number
                    token = groups.next
                    continue
                }
                if let end = exponentRun(from: token, to: range.upperBound) {
                    _ = digits(span.lowerBound..<Int(tokens.ends[end - 1]), token, false)
                    token = end
                    continue
                }
                let run = numberRun(from: token, to: range.upperBound)
                number(span.lowerBound..<run.end, token: token)
                token = run.next
                continue
            case .word:
                if let known = vocabulary.word(ofForm: words.forms[token]) {
                    appendWord(span, token, known)
                } else if holdsHyphenOrDigit(span), let next = compound(span, token: token, to: range.upperBound) {
                    token = next
                    continue
                } else {
                    appendWord(span, token, nil)
                }
            case .clitic: appendWord(span, token, vocabulary.word(ofForm: words.forms[token]))
            case .currency: append(span, token, .currency)
            case .percent: append(span, token, .percent)
            case .comma: append(span, token, .comma)
            case .period, .question, .exclamation, .ellipsis: append(span, token, .period)
            case .colon: append(span, token, .colon)
            case .semicolon: append(span, token, .semicolon)
            case .dash: append(span, token, .dash)
            case .openBracket: append(span, token, .openBracket)
            case .closeBracket: append(span, token, .closeBracket)
            case .openQuote, .closeQuote: append(span, token, .quote)
            case .prime, .other: append(span, token, .mark)
            case .address: append(span, token, .opaque)
            }
            token += 1
        }
    }

    // MARK: Words

    private func holdsHyphenOrDigit(_ range: Range<Int>) -> Bool {
        for index in range where text[index] == UInt8(ascii: "-") || DigitScanner.isDigit(text[index]) { return true }
        return false
    }

    /// Cuts a word that no list holds at its hyphen or before its digits.
    /// - Returns: the next token, as the word may run on into later ones ("US55" "," "931"); nil when it stays whole.
    private mutating func compound(_ range: Range<Int>, token: Int, to end: Int) -> Int? {
        if let digit = digitsAfterPrefix(range) {
            let run = numberRun(from: token, to: end)
            if digit > range.lowerBound { append(range.lowerBound..<digit, token, .currency) }
            number(digit..<run.end, token: token)
            return run.next
        }
        guard let hyphen = range.first(where: { text[$0] == UInt8(ascii: "-") }), hyphen > range.lowerBound,
            splits(range.lowerBound..<hyphen, range)
        else { return nil }
        appendWord(range.lowerBound..<hyphen, token)
        if DigitScanner.isDigit(text[hyphen + 1]) {
            let run = numberRun(from: token, to: end)
            let first = atoms.count
            number(hyphen + 1..<run.end, token: token)
            if first < atoms.count { atoms[first].hyphenated = true }
            return run.next
        }
        pieces(hyphen + 1..<range.upperBound, token)
        return token + 1
    }

    /// Where the digits of "US55", "USD10m", "PS6m" begin; nil when the letters before are no currency.
    private func digitsAfterPrefix(_ range: Range<Int>) -> Int? {
        guard let first = range.first(where: { DigitScanner.isDigit(text[$0]) }),
            (1...4).contains(first - range.lowerBound)
        else { return nil }
        let letters = range.lowerBound..<first
        if range.lowerBound > 0, let before = atoms.last, before.form == .currency, Int(before.end) == range.lowerBound,
            letters.allSatisfy({ text[$0] &- 0x41 < 26 })
        {
            return first
        }
        guard let word = vocabulary.word(in: text, letters) else { return nil }
        let isCurrency = vocabulary.symbols(word).contains {
            vocabulary.units[Int($0.unit)].isMoney && $0.bytes.elementsEqual(text[letters])
        }
        return isCurrency ? first : nil
    }

    /// Whether a compound is cut at its hyphens: it begins with a number word or one of a few prefixes.
    private func splits(_ first: Range<Int>, _ whole: Range<Int>) -> Bool {
        guard let word = vocabulary.word(in: text, first) else { return isPrefix(first, before: whole.upperBound) }
        // "18 year-old", "43.4 percent-owned": a unit and what goes with it.
        let tail = first.upperBound + 1..<whole.upperBound
        if vocabulary.unitPhrases.holds(word),
            "old".utf8.elementsEqual(text[tail]) || "percent".utf8.elementsEqual(text[first])
        {
            return true
        }
        let classes = vocabulary.classes(of: word)
        return classes.hasAny([
            .ones, .teen, .tens, .hundred, .magnitude, .half, .quarter, .several, .couple, .dozen, .article,
        ]) || isPrefix(first, before: whole.upperBound)
    }

    /// "sub-500", "minus-5", "now-18", "to-260", "one-in-five": a short lower-case word and a hyphen before digits.
    private func isPrefix(_ first: Range<Int>, before end: Int) -> Bool {
        first.count >= 2 && first.count <= 5 && first.upperBound + 1 < end
            && DigitScanner.isDigit(text[first.upperBound + 1])
            && ["sub", "minus", "now", "then", "to", "up", "over", "under", "mid"].contains { name in
                name.utf8.elementsEqual(text[first])
            }
    }

    /// The rest of a hyphened compound.
    private mutating func pieces(_ range: Range<Int>, _ token: Int) {
        var start = range.lowerBound
        var index = start
        while index <= range.upperBound {
            if index == range.upperBound || text[index] == UInt8(ascii: "-") {
                if index > start {
                    appendWord(start..<index, token)
                    atoms[atoms.count - 1].hyphenated = true
                }
                start = index + 1
            }
            index += 1
        }
    }

    // MARK: Numbers

    /// Tokens that run on without a blank: digits after a currency prefix are cut at their commas by the tokenizer.
    private func numberRun(from token: Int, to end: Int) -> (end: Int, next: Int) {
        var last = token
        guard tokens.kinds[token] == .word else { return (Int(tokens.ends[token]), token + 1) }
        while last + 2 < end, tokens.kinds[last + 1] == .comma || tokens.kinds[last + 1] == .period,
            tokens.kinds[last + 2] == .number, tokens.starts[last + 1] == tokens.ends[last],
            tokens.starts[last + 2] == tokens.ends[last + 1]
        {
            last += 2
        }
        return (Int(tokens.ends[last]), last + 1)
    }

    /// "12.3e" "+" "14": a number in powers of ten that the tokenizer cuts at its sign.
    private func exponentRun(from token: Int, to end: Int) -> Int? {
        let last = Int(tokens.ends[token]) - 1
        guard token + 2 < end, text[last] | 0x20 == UInt8(ascii: "e"), tokens.kinds[token + 2] == .number,
            Int(tokens.starts[token + 1]) == last + 1, tokens.ends[token + 1] == tokens.starts[token + 2],
            text[last + 1] == UInt8(ascii: "+") || text[last + 1] == UInt8(ascii: "-"), last > 0,
            DigitScanner.isDigit(text[last - 1])
        else { return nil }
        return token + 3
    }

    /// One number token: "5-8", "34-year-old", "10k", "1½", "3/4".
    private mutating func number(_ range: Range<Int>, token: Int) {
        let first = atoms.count
        var index = range.lowerBound
        var hyphenated = false
        var numbersInARow = 0
        while index < range.upperBound {
            if DigitScanner.isDigit(text[index]) || text[index] == UInt8(ascii: ".") || isFraction(index, range) {
                numbersInARow += 1
                index = digits(index..<range.upperBound, token, hyphenated)
                // "2019-09-01", "020-7946-0958", "555-1234".
                if numbersInARow > 2 || (numbersInARow == 2 && looksLikeCode(first)) {
                    return opaque(first, range, token)
                }
            } else {
                let end = pieceEnd(index, range.upperBound)
                guard end > index else { return opaque(first, range, token) }
                numbersInARow = 0
                appendWord(index..<end, token)
                atoms[atoms.count - 1].hyphenated = hyphenated
                // "7-Eleven"
                if hyphenated, atoms[atoms.count - 1].classes.contains(.capitalised),
                    atoms[atoms.count - 1].classes.hasAny(.startsNumeral)
                {
                    return opaque(first, range, token)
                }
                if !hyphenated, !isKnownSuffix(atoms[atoms.count - 1]) { return opaque(first, range, token) }
                index = end
            }
            hyphenated = false
            if index < range.upperBound {
                if text[index] == UInt8(ascii: "-") {
                    index += 1
                    hyphenated = true
                } else if text[index] == 0xE2, index + 3 < range.upperBound, text[index + 1] == 0x80 || isMinus(index) {
                    index += 3
                    hyphenated = true
                } else if [UInt8(ascii: ":"), UInt8(ascii: "/")].contains(text[index]) {
                    return opaque(first, range, token)
                }
            }
        }
    }

    private func isMinus(_ index: Int) -> Bool { text[index + 1] == 0x88 && text[index + 2] == 0x92 }

    private func isFraction(_ index: Int, _ range: Range<Int>) -> Bool {
        text[index] >= 0xC2 && DigitScanner.fraction(text, at: index, to: range.upperBound) != nil
    }

    /// Reads digits, a fraction sign after them, or a fraction with a slash.
    private mutating func digits(_ range: Range<Int>, _ token: Int, _ hyphenated: Bool) -> Int {
        var (number, index) = DigitScanner.scan(text, from: range.lowerBound, to: range.upperBound)
        if index == range.lowerBound { number = .zero }
        if index < range.upperBound, text[index] >= 0xC2,
            let fraction = DigitScanner.fraction(text, at: index, to: range.upperBound)
        {
            number = number?.adding(fraction.number)
            index += fraction.length
        } else if index < range.upperBound, text[index] == UInt8(ascii: "/") {
            let (below, end) = DigitScanner.scan(text, from: index + 1, to: range.upperBound)
            number = Self.fraction(number, below)
            index = max(end, index + 1)
        }
        if let base = number, let power = DigitScanner.power(text, of: base, from: index, to: range.upperBound) {
            (number, index) = power
        }
        append(range.lowerBound..<index, token, number == nil ? .opaque : .digits)
        if let number { atoms[atoms.count - 1].number = number }
        atoms[atoms.count - 1].hyphenated = hyphenated
        return max(index, range.lowerBound + 1)
    }

    /// "3/4" is a fraction; "9/11" and "24/7" are not.
    private static func fraction(_ above: DecimalNumber?, _ below: DecimalNumber?) -> DecimalNumber? {
        guard let above, let below, above.exponent >= 0, below.exponent >= 0, above.exponent < 3, below.exponent < 3,
            let top = above.integer, let bottom = below.integer, top > 0, top < bottom, bottom <= 1000,
            [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000].contains(bottom)
        else { return nil }
        return DecimalNumber.quotient(top, bottom)
    }

    /// A range of digits that is none: "1995-01", "555-1234".
    private func looksLikeCode(_ first: Int) -> Bool {
        let numbers = atoms[first...].filter { $0.form == .digits || $0.form == .opaque }
        guard numbers.count == 2, let left = numbers.first, let right = numbers.last else { return true }
        if right.form == .opaque || left.form == .opaque { return true }
        return left.span.count == 3 && right.span.count == 4
            && right.span.range.allSatisfy { text[$0] != 0x2C && text[$0] != 0x2E }
    }

    /// What may follow digits without a hyphen: a unit, a magnitude, an ordinal ending, "x" for times.
    private func isKnownSuffix(_ atom: Atom) -> Bool {
        if atom.classes.hasAny([.suffix, .magnitude, .foldUnit, .clock]) { return true }
        let spelled = text[atom.span.range]
        if spelled.elementsEqual("s".utf8), let number = atoms.dropLast().last {
            // "the 1990s", "in her 20s"
            return number.form == .digits
                && (number.number.exponent < 0 || number.number.integer.map { $0 % 10 != 0 } ?? false)
        }
        if vocabulary.symbols(atom.word).contains(where: { $0.bytes.elementsEqual(spelled) })
            || vocabulary.unitPhrases.holds(atom.word)
        {
            return true
        }
        return ["x", "X"].contains { $0.utf8.elementsEqual(text[atom.span.range]) }
    }

    private func pieceEnd(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, text[index] != UInt8(ascii: "-"), text[index] != UInt8(ascii: ":"),
            text[index] != UInt8(ascii: "/"),
            !DigitScanner.isDigit(text[index])
        {
            index += 1
        }
        return index
    }

    private mutating func opaque(_ first: Int, _ range: Range<Int>, _ token: Int) {
        atoms.removeSubrange(first...)
        end = atoms.last?.end ?? -1
        append(range, token, .opaque)
    }

    // MARK: Appending

    /// A piece of a token.
    private mutating func appendWord(_ range: Range<Int>, _ token: Int) {
        appendWord(range, token, vocabulary.word(in: text, range))
    }

    private mutating func appendWord(_ range: Range<Int>, _ token: Int, _ word: Int32?) {
        var range = range
        var word = word
        // "lb-ft." at the end of a sentence.
        if word == nil, text[range.upperBound - 1] == UInt8(ascii: "."), range.count > 1,
            let known = vocabulary.word(in: text, range.dropLast())
        {
            range = range.dropLast()
            word = known
        }
        var atom = Atom(start: Int32(range.lowerBound), end: Int32(range.upperBound), token: Int32(token), form: .word)
        if let word {
            atom.word = word
            atom.classes = vocabulary.classes(of: word)
            atom.openings = vocabulary.openings(of: word)
        }
        if text[range.lowerBound] &- 0x41 < 26 {
            atom.classes.insert(.capitalised)
            if range.allSatisfy({ text[$0] &- 0x61 >= 26 }) { atom.classes.insert(.allCapitals) }
        }
        add(atom)
    }

    private mutating func append(_ range: Range<Int>, _ token: Int, _ form: AtomForm) {
        var atom = Atom(start: Int32(range.lowerBound), end: Int32(range.upperBound), token: Int32(token), form: form)
        if form == .mark || form == .currency, let word = vocabulary.word(in: text, range) { atom.word = word }
        if form == .digits { atom.openings = [.numeral, .digits] } else if form == .opaque { atom.openings = .numeral }
        add(atom)
    }

    @inline(__always)
    private mutating func add(_ atom: consuming Atom) {
        atom.glued = end == atom.start
        end = atom.end
        atoms.append(atom)
    }
}

extension DecimalNumber {
    /// The value as an integer; nil when it is none or does not fit.
    var integer: Int64? {
        guard exponent >= 0, exponent <= 18 else { return nil }
        var value = mantissa
        for _ in 0..<exponent {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}
