/// Finds the paragraphs of plain text.
///
/// A line is a paragraph, unless the text is hard-wrapped: blank lines between groups of lines of like length.
/// - Complexity: O(*n*) in bytes.
struct ParagraphScanner {
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    private struct Line {
        var range: Range<Int>
        /// A blank line stands before it.
        var followsBlank: Bool
        /// Blank space stands before it on the line.
        var isIndented: Bool
    }

    /// Byte ranges, without the blank space around them; none is empty.
    func paragraphs() -> [Range<Int>] {
        let lines = lines()
        guard isHardWrapped(lines) else { return lines.map(\.range) }
        var paragraphs: [Range<Int>] = []
        for (index, line) in lines.enumerated() {
            let begins = line.followsBlank || index > 0 && line.isIndented && !lines[index - 1].isIndented
            if begins || paragraphs.isEmpty {
                paragraphs.append(line.range)
            } else {
                paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].lowerBound..<line.range.upperBound
            }
        }
        return paragraphs
    }

    private func lines() -> [Line] {
        var lines: [Line] = []
        var start = 0
        var followsBlank = true
        while start < text.count {
            var end = start
            while end < text.count, lineBreakLength(end) == nil { end += 1 }
            let range = trimmed(start..<end)
            if !range.isEmpty {
                lines.append(Line(range: range, followsBlank: followsBlank, isIndented: range.lowerBound > start))
                followsBlank = false
            } else if !isInsideCRLF(start) {
                followsBlank = true
            }
            start = end < text.count ? end + (lineBreakLength(end) ?? 1) : end
        }
        return lines
    }

    /// The length of the line break at `index`: LF, VT, FF, CR, and U+2028 and U+2029.
    @inline(__always)
    private func lineBreakLength(_ index: Int) -> Int? {
        let byte = text[index]
        if byte &- 0x0A < 4 { return 1 }
        guard byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else {
            return nil
        }
        return 3
    }

    /// The empty "line" between CR and LF is no blank line.
    private func isInsideCRLF(_ index: Int) -> Bool {
        index > 0 && index < text.count && text[index - 1] == UInt8(ascii: "\r") && text[index] == UInt8(ascii: "\n")
    }

    /// Whether most lines that another follows directly are of like length, end in mid-sentence, and go on with a
    /// small letter as often as running text does.
    private func isHardWrapped(_ lines: [Line]) -> Bool {
        var joined = 0
        var wrapped = 0
        var goOn = 0
        for (index, line) in lines.enumerated().dropLast() where !lines[index + 1].followsBlank {
            joined += 1
            let last = text[line.range.upperBound - 1]
            if (40...100).contains(line.range.count), last != UInt8(ascii: "."), last != UInt8(ascii: ":") {
                wrapped += 1
            }
            if startsLowercase(text, lines[index + 1].range.lowerBound) { goOn += 1 }
        }
        return joined >= 3 && wrapped * 10 >= joined * 7 && goOn * 10 >= joined * 4
    }

    /// `range` without the blank space at its ends; empty when it holds nothing else.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, case let here = scalar(text, start), here.kind.isBlank {
            start = min(start + here.length, end)
        }
        while end > start, case let last = scalarStart(text, before: end), last >= start,
            scalar(text, last).kind.isBlank
        {
            end = last
        }
        return start..<end
    }
}
