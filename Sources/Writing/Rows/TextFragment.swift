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

    /// - Parameters:
    ///   - url: a fragment of its own is kept; a text directive in it is replaced.
    ///   - passage: the words to mark.
    ///   - block: the layout block they begin in, from which context is taken.
    /// - Returns: nil when the passage has no word.
    static func url(_ url: String, passage: Span, block: Span, text: [UInt8]) -> String? {
        let words = words(in: passage, text: text, limit: .max)
        guard let first = words.first, let last = words.last else { return nil }
        var directive = ""
        let crossesBlocks = passage.end > block.end
        if crossesBlocks || passage.count > longestExact, words.count > 1 {
            let edge = min(edgeWords, words.count / 2)
            let start = Span(first.start, words[edge - 1].end)
            let end = Span(words[words.count - edge].start, last.end)
            directive = encoded(start, text) + "," + encoded(end, text)
        } else {
            directive = encoded(Span(first.start, last.end), text)
            if passage.count < shortestAlone {
                let before = words.isEmpty ? [] : lastWords(in: Span(block.start, first.start), text: text)
                let after = firstWords(in: Span(last.end, block.end), text: text)
                if let from = before.first, let to = before.last {
                    directive = encoded(Span(from.start, to.end), text) + "-," + directive
                }
                if let from = after.first, let to = after.last {
                    directive += ",-" + encoded(Span(from.start, to.end), text)
                }
            }
        }
        return base(of: url) + ":~:text=" + directive
    }

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

    private static func firstWords(in span: Span, text: [UInt8]) -> [Span] {
        words(in: span, text: text, limit: contextWords)
    }

    /// Reads backwards, so that a word late in a long block costs no more than one early in it.
    private static func lastWords(in span: Span, text: [UInt8]) -> [Span] {
        var found: [Span] = []
        var end = span.end
        while end > span.start, found.count < contextWords {
            while end > span.start, isBlank(text[Int(end) - 1]) { end -= 1 }
            var start = end
            while start > span.start, !isBlank(text[Int(start) - 1]) { start -= 1 }
            if start < end { found.append(Span(start, end)) }
            end = start
        }
        return found.reversed()
    }

    /// Stretches without blank space.
    private static func words(in span: Span, text: [UInt8], limit: Int) -> [Span] {
        var found: [Span] = []
        var index = span.start
        while index < span.end, found.count < limit {
            while index < span.end, isBlank(text[Int(index)]) { index += 1 }
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
