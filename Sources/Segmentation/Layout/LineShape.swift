import WordLists

/// What a short line looks like.
struct LineShape {
    enum Ending {
        case none, period
        /// A full stop that need not end a sentence: "in the U.S."
        case initialism
        /// As headlines may end as well.
        case questionOrExclamation
        /// A colon or an ellipsis.
        case opening
    }

    let words: Int
    private let capitalised: Int
    /// What stands at its end, before closing quotation marks and brackets.
    let ending: Ending
    private let line: Range<Int>
    private let text: UnsafeBufferPointer<UInt8>

    /// - Precondition: `line` is not empty and has no blank space around it.
    init(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        self.line = line
        self.text = text
        var words = 0
        var capitalised = 0
        var index = line.lowerBound
        while index < line.upperBound {
            if text[index] > 0x20 {
                words += 1
                if !startsLowercase(text, index) { capitalised += 1 }
                while index < line.upperBound, text[index] > 0x20 { index += 1 }
            }
            index += 1
        }
        self.words = words
        self.capitalised = capitalised
        let last = Self.lastScalar(line, text)
        let kind = scalar(text, last).kind
        switch kind {
        case .period: ending = Self.isInitialism(line, text, period: last) ? .initialism : .period
        case .question, .exclamation: ending = .questionOrExclamation
        case .colon, .ellipsis: ending = .opening
        default: ending = .none
        }
    }

    /// Most words have a capital, as in an American headline.
    var isTitleCase: Bool { words >= 3 && capitalised * 10 >= words * 6 }

    /// No word but a function word ("of", "in") has a small letter.
    /// - Parameter functionWords: in lower case.
    func isTitleCase(butFor functionWords: WordTable) -> Bool {
        guard isTitleCase else { return false }
        var start = line.lowerBound
        while start < line.upperBound {
            var end = start
            while end < line.upperBound, text[end] > 0x20 { end += 1 }
            if end > start, startsLowercase(text, start), functionWords.value(in: text, start..<end) == nil {
                return false
            }
            start = end + 1
        }
        return true
    }

    var hasManyCapitals: Bool { capitalised * 2 >= words }

    /// "By Jane Doe and John Roe, Reuters".
    var isByline: Bool {
        guard line.count > 4, words <= 14, ending == .none || ending == .initialism, capitalised * 2 > words else {
            return false
        }
        let start = line.lowerBound
        return text[start] | 0x20 == UInt8(ascii: "b") && text[start + 1] | 0x20 == UInt8(ascii: "y")
            && text[start + 2] == UInt8(ascii: " ") && !startsLowercase(text, start + 3)
    }

    /// "Updated 5:03 PM ET, Mon September 10, 2018": follows a phrase such as "Updated".
    var isTimeLine: Bool { words <= 14 && hasManyCapitals && line.contains { isASCIIDigit(text[$0]) } }

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
