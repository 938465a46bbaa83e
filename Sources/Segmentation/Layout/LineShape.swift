/// What a short line looks like.
struct LineShape {
    let words: Int
    private let capitalised: Int
    /// The last scalar before closing quotation marks and brackets ends a sentence or introduces what follows.
    let endsLikeSentence: Bool
    /// It asks or exclaims, as headlines do as well.
    let asksOrExclaims: Bool
    private let hasDigit: Bool
    private let line: Range<Int>
    private let text: UnsafeBufferPointer<UInt8>

    /// - Precondition: `line` is not empty and has no blank space around it.
    init(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        self.line = line
        self.text = text
        var words = 0
        var capitalised = 0
        var insideWord = false
        var hasDigit = false
        for index in line {
            let byte = text[index]
            let isBlank = byte <= 0x20
            if !isBlank, !insideWord {
                words += 1
                if !startsLowercase(text, index) { capitalised += 1 }
            }
            if isASCIIDigit(byte) { hasDigit = true }
            insideWord = !isBlank
        }
        self.words = words
        self.capitalised = capitalised
        self.hasDigit = hasDigit
        let last = Self.lastScalar(line, text)
        let kind = scalar(text, last).kind
        asksOrExclaims = kind == .question || kind == .exclamation
        switch kind {
        case .period: endsLikeSentence = !Self.isInitialism(line, text, period: last)
        case .question, .exclamation, .colon, .ellipsis: endsLikeSentence = true
        default: endsLikeSentence = false
        }
    }

    /// Most words have a capital, as in an American headline.
    var isTitleCase: Bool { words >= 3 && capitalised * 10 >= words * 6 }

    var hasManyCapitals: Bool { capitalised * 2 >= words }

    /// "By Jane Doe and John Roe, Reuters".
    var isByline: Bool {
        guard line.count > 4, words <= 14, !endsLikeSentence, capitalised * 2 > words else { return false }
        let start = line.lowerBound
        return text[start] | 0x20 == UInt8(ascii: "b") && text[start + 1] | 0x20 == UInt8(ascii: "y")
            && text[start + 2] == UInt8(ascii: " ") && !startsLowercase(text, start + 3)
    }

    /// "Updated 5:03 PM ET, Mon September 10, 2018": follows a phrase such as "Updated".
    var isTimeLine: Bool { hasDigit && words <= 14 && hasManyCapitals }

    /// Whether the line is the title, or the title without the name of its site ("… | Reuters"); only letters and
    /// digits count.
    func equals(_ title: String) -> Bool {
        var title = title.utf8.makeIterator()
        var index = line.lowerBound
        while true {
            while index < line.upperBound, !Self.counts(text[index]) { index += 1 }
            if index >= line.upperBound { break }
            var next = title.next()
            while let byte = next, !Self.counts(byte) { next = title.next() }
            guard let next, foldedASCII(next) == foldedASCII(text[index]) else { return false }
            index += 1
        }
        // What is left of the title must begin with a separator.
        var separated = false
        while let byte = title.next() {
            if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == 0xE2 { separated = true }
            if !separated, Self.counts(byte) { return false }
        }
        return true
    }

    /// Letters and digits, and bytes of the letters beyond ASCII but for punctuation's most common ones.
    private static func counts(_ byte: UInt8) -> Bool {
        isASCIILowercase(byte | 0x20) || isASCIIDigit(byte) || (0xC3...0xDF).contains(byte)
    }

    /// Where the last scalar begins that is no closing quotation mark or bracket.
    private static func lastScalar(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Int {
        var last = scalarStart(text, before: line.upperBound)
        for _ in 0..<4 where last > line.lowerBound {
            let kind = scalar(text, last).kind
            guard kind.isMark || kind == .closeBracket else { break }
            last = scalarStart(text, before: last)
        }
        return max(last, line.lowerBound)
    }

    /// "U.S.": the full stop need not end a sentence.
    private static func isInitialism(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, period: Int) -> Bool {
        period - 2 >= line.lowerBound && isASCIIUppercase(text[period - 1]) && text[period - 2] == UInt8(ascii: ".")
    }
}
