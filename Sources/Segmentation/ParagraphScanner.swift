/// Finds the paragraphs of plain text.
///
/// A line is a paragraph, unless the text is hard-wrapped: blank lines between groups of lines of like length.
/// - Complexity: O(*n*) in bytes.
struct ParagraphScanner {
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// Byte ranges, without the blank space around them; none is empty.
    func paragraphs() -> [Range<Int>] {
        var lines: [(range: Range<Int>, followsBlank: Bool)] = []
        var start = 0
        var followsBlank = true
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
            let line = trimmed(start..<end)
            if line.isEmpty {
                // The empty "line" between CR and LF is no blank line.
                let isInsideCRLF =
                    start > 0 && text[start - 1] == UInt8(ascii: "\r") && start < text.count
                    && text[start] == UInt8(ascii: "\n")
                if !isInsideCRLF { followsBlank = true }
            } else {
                lines.append((line, followsBlank))
                followsBlank = false
            }
            start = end + 1
        }
        guard isHardWrapped(lines) else { return lines.map(\.range) }
        var paragraphs: [Range<Int>] = []
        for line in lines {
            if line.followsBlank || paragraphs.isEmpty {
                paragraphs.append(line.range)
            } else {
                paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].lowerBound..<line.range.upperBound
            }
        }
        return paragraphs
    }

    /// Whether most lines that another follows directly are long, of like length, and end in mid-sentence.
    private func isHardWrapped(_ lines: [(range: Range<Int>, followsBlank: Bool)]) -> Bool {
        var joined = 0
        var wrapped = 0
        for (index, line) in lines.enumerated().dropLast() where !lines[index + 1].followsBlank {
            joined += 1
            let last = text[line.range.upperBound - 1]
            if (40...100).contains(line.range.count), last != UInt8(ascii: "."), last != UInt8(ascii: ":") {
                wrapped += 1
            }
        }
        return joined >= 3 && wrapped * 10 >= joined * 7
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, let length = blankLength(start) { start = min(start + length, end) }
        while end > start {
            if text[end - 1] <= 0x20 || text[end - 1] == 0x7F {
                end -= 1
            } else if end - 2 >= start, text[end - 2] == 0xC2, text[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private func blankLength(_ index: Int) -> Int? {
        let here = scalar(text, index)
        return here.kind == .space || here.kind == .newline ? here.length : nil
    }
}
