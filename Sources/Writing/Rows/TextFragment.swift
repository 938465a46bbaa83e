import TextModel

/// An address with a text fragment: it makes a browser scroll to words of the page and mark them.
///
/// Form: `URL#:~:text=[prefix-,]start[,end][,-suffix]` (WICG URL Fragment Text Directives).
struct TextFragment {
    /// A longer passage, or one over several paragraphs, is given by its first and last words.
    private static let longestExact = 120
    private static let edgeWords = 5
    /// A shorter one stands in many places, so the words beside it are given too.
    private static let shortestAlone = 40
    private static let contextWords = 3

    /// Marks at the edges of a passage are left out: a page may have other ones, or leave them to its style. A browser
    /// finds nothing over the end of a block or line of the page, so no part of the directive goes over one.
    /// - Parameters:
    ///   - url: a fragment of its own is kept; a text directive in it is replaced.
    ///   - passage: the words to mark.
    ///   - block: the layout block they begin in, from which context is taken.
    /// - Returns: nil when the passage has no word.
    static func url(_ url: String, passage: Span, block: Span, text: [UInt8]) -> String? {
        let whole = withoutOuterMarks(passage, text)
        let words = words(in: whole, text: text, limit: .max)
        guard let first = words.first, let last = words.last else { return nil }
        var directive = ""
        let isOneLine = whole.end <= block.end && !text[whole.range].contains(lineFeed)
        if !isOneLine || passage.count > longestExact, words.count > 1 {
            let edge = min(edgeWords, words.count / 2)
            let startEnd = words.prefix(edge).prefix { !hasLineFeed(first, $0, text) }.last ?? first
            let endStart = words.suffix(edge).reversed().prefix { !hasLineFeed($0, last, text) }.last ?? last
            directive = encoded(withoutOuterMarks(Span(first.start, startEnd.end), text), text) + ","
            directive += encoded(withoutOuterMarks(Span(endStart.start, last.end), text), text)
        } else {
            directive = encoded(whole, text)
            if passage.count < shortestAlone {
                let before = contextBefore(whole.start, from: block.start, text: text)
                let after = contextAfter(whole.end, to: block.end, text: text)
                if let before { directive = encoded(before, text) + "-," + directive }
                if let after { directive += ",-" + encoded(after, text) }
            }
        }
        return base(of: url) + ":~:text=" + directive
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// Whether a line ends between the beginning of one word and that of another.
    private static func hasLineFeed(_ one: Span, _ other: Span, _ text: [UInt8]) -> Bool {
        text[Int(one.start)..<Int(other.start)].contains(lineFeed)
    }

    /// Without blank space, quotation marks, brackets and stops at either end; the span itself when nothing else is in it.
    private static func withoutOuterMarks(_ span: Span, _ text: [UInt8]) -> Span {
        var (start, end) = (Int(span.start), Int(span.end))
        while start < end {
            let rest = text[start..<end]
            guard let mark = openingMarks.first(where: { rest.starts(with: $0) }) else { break }
            start += mark.count
        }
        while start < end {
            let rest = text[start..<end]
            guard let mark = closingMarks.first(where: { rest.suffix($0.count).elementsEqual($0) }) else { break }
            end -= mark.count
        }
        return start < end ? Span(start..<end) : span
    }

    private static let openingMarks = ["“", "”", "‘", "’", "\"", "'", "«", "»", "(", "[", "…", " ", "\n", "\r", "\t"]
        .map { Array($0.utf8) }
    private static let closingMarks = openingMarks + [")", "]", ".", ",", ";", ":", "!", "?"].map { Array($0.utf8) }

    /// The address up to where the directive goes: with its own fragment, or with a bare "#".
    private static func base(of url: String) -> String {
        let utf8 = Array(url.utf8)
        let marker = Array(":~:".utf8)
        var end = utf8.count
        if let hash = utf8.firstIndex(of: UInt8(ascii: "#")) {
            var index = hash + 1
            while index + marker.count <= utf8.count {
                if utf8[index..<index + marker.count].elementsEqual(marker) {
                    end = index
                    break
                }
                index += 1
            }
            return String(decoding: utf8[..<end], as: UTF8.self)
        }
        return url + "#"
    }

    /// The first words of the line's rest; nil when it has only marks, which may be of our making.
    private static func contextAfter(_ start: Int32, to end: Int32, text: [UInt8]) -> Span? {
        let found = words(in: Span(start, end), text: text, limit: contextWords, onlyLine: true)
        guard let first = found.first, let last = found.last else { return nil }
        return withWord(Span(first.start, last.end), text)
    }

    /// Reads backwards, so that a word late in a long block costs no more than one early in it.
    private static func contextBefore(_ end: Int32, from blockStart: Int32, text: [UInt8]) -> Span? {
        var index = end
        var (first, last): (Int32?, Int32?) = (nil, nil)
        for _ in 0..<contextWords {
            while index > blockStart, isBlank(text[Int(index) - 1]), text[Int(index) - 1] != lineFeed { index -= 1 }
            let wordEnd = index
            while index > blockStart, !isBlank(text[Int(index) - 1]) { index -= 1 }
            guard index < wordEnd else { break }
            first = index
            last = last ?? wordEnd
        }
        guard let first, let last else { return nil }
        return withWord(Span(first, last), text)
    }

    /// The span, if it holds a letter or digit.
    private static func withWord(_ span: Span, _ text: [UInt8]) -> Span? {
        let isMark =
            withoutOuterMarks(span, text) == span && closingMarks.contains { text[span.range].starts(with: $0) }
        return isMark ? nil : span
    }

    /// Stretches without blank space.
    /// - Parameter onlyLine: whether to stop at a line feed.
    private static func words(in span: Span, text: [UInt8], limit: Int, onlyLine: Bool = false) -> [Span] {
        var found: [Span] = []
        var index = span.start
        while index < span.end, found.count < limit {
            while index < span.end, isBlank(text[Int(index)]) {
                if onlyLine, text[Int(index)] == lineFeed { return found }
                index += 1
            }
            let start = index
            while index < span.end, !isBlank(text[Int(index)]) { index += 1 }
            if start < index { found.append(Span(start, index)) }
        }
        return found
    }

    /// Everything but letters, digits, ".", "_" and "~" as %XX, so that "-", "," and "&" cannot be read as the
    /// directive's own; a run of blank space as one %20, as a browser shows it.
    private static func encoded(_ span: Span, _ text: [UInt8]) -> String {
        var bytes: [UInt8] = []
        var afterBlank = false
        for byte in text[span.range] {
            if isBlank(byte) {
                if !afterBlank { bytes.append(literal: "%20") }
                afterBlank = true
                continue
            }
            afterBlank = false
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(upperHexDigit(byte >> 4))
                bytes.append(upperHexDigit(byte & 0xF))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func upperHexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
