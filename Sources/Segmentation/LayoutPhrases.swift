import TextModel
import WordLists

/// Reads the layout of plain text: which lines are headline, dek, byline, dateline, caption, credit or boilerplate.
///
/// Paragraphs are lines; where the text is hard-wrapped they are groups of lines between blank ones.
/// - Complexity: O(*n*) in bytes.
struct LayoutPhrases: Sendable {
    private struct Phrase {
        let kind: BlockKind
        let begins: Bool
        let bytes: [UInt8]
    }

    private let phrases: [Phrase]
    /// Layout lines are short: longer blocks are running text.
    private let longestLayoutLine = 400

    init() {
        phrases = WordList(named: "layout-phrases").entries.compactMap { fields in
            guard fields.count == 3, let kind = BlockKind(rawValue: fields[0]) else { return nil }
            return Phrase(kind: kind, begins: fields[1] == "begins", bytes: Array(fields[2].utf8))
        }
    }

    /// - Parameter title: the headline that the input states apart from the text, if any.
    func blocks(of text: UnsafeBufferPointer<UInt8>, title: String?) -> [Block] {
        var blocks: [Block] = []
        let lines = ParagraphScanner(text).paragraphs()
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            if let kind = kind(of: line, text, index: index, isLast: isLast, title: title, after: blocks.last) {
                blocks.append(Block(kind: kind, span: Span(line)))
            } else if let dateline = datelineEnd(of: line, text) {
                blocks.append(Block(kind: .dateline, span: Span(line.lowerBound..<dateline.end)))
                blocks.append(Block(kind: .paragraph, span: Span(dateline.next..<line.upperBound)))
            } else {
                blocks.append(Block(kind: .paragraph, span: Span(line)))
            }
        }
        return blocks
    }

    private func kind(
        of line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, index: Int, isLast: Bool, title: String?,
        after previous: Block?
    ) -> BlockKind? {
        guard line.count <= longestLayoutLine else { return nil }
        if let phrase = phrases.first(where: { matches($0, line, text) }) { return phrase.kind }
        let shape = LineShape(line, text)
        if index == 0, !isLast {
            if let title { return shape.equals(title) ? .headline : shape.endsLikeSentence ? nil : .headline }
            if shape.words <= 30, !shape.endsLikeSentence || shape.isTitleCase { return .headline }
            return nil
        }
        guard index < 6, let previous, previous.kind != .paragraph else { return nil }
        if shape.isByline { return .byline }
        if index == 1, previous.kind == .headline, !shape.endsLikeSentence, shape.words >= 4, !isLast { return .dek }
        return nil
    }

    private func matches(_ phrase: Phrase, _ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = phrase.bytes.count
        guard line.count >= count else { return false }
        let last = phrase.begins ? line.lowerBound : line.upperBound - count
        for start in line.lowerBound...last
        where (0..<count).allSatisfy({ foldedASCII(text[start + $0]) == phrase.bytes[$0] }) { return true }
        return false
    }

    /// "SEOUL, South Korea (Reuters) — ": where it ends and where the paragraph's own words begin.
    private func datelineEnd(
        of line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) -> (end: Int, next: Int)? {
        // A dateline begins with a place in capitals and ends with a dash.
        let limit = min(line.upperBound, line.lowerBound + 80)
        guard line.count > 12, isASCIIUppercase(text[line.lowerBound]) else { return nil }
        var capitals = 0
        var index = line.lowerBound
        while index < limit,
            isASCIIUppercase(text[index]) || text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: ".")
        {
            if isASCIIUppercase(text[index]) { capitals += 1 }
            index += 1
        }
        guard capitals >= 3, index < limit,
            [",", "(", "-", "/", "|"].contains(where: { UInt8(ascii: $0) == text[index] }) || text[index] >= 0x80
                || isASCIILowercase(text[index]) == false
        else { return nil }
        var bracketed = false
        while index < limit {
            let here = scalar(text, index)
            switch here.kind {
            case .openBracket: bracketed = true
            case .closeBracket: bracketed = false
            case .dash, .hyphen:
                let after = index + here.length
                let spaced = index > 0 && text[index - 1] == UInt8(ascii: " ")
                if !bracketed, here.kind == .dash || spaced {
                    var next = after
                    while next < line.upperBound, [.hyphen, .space].contains(scalar(text, next).kind) {
                        next += scalar(text, next).length
                    }
                    return next < line.upperBound ? (after, next) : nil
                }
            case .period
            where index + 1 < limit && text[index + 1] == UInt8(ascii: " ") && !bracketed
                && !isASCIIUppercase(text[index - 1]):
                return nil
            case .doubleMark, .question, .exclamation, .colon, .semicolon: return nil
            default: break
            }
            index += here.length
        }
        return nil
    }
}

@inline(__always)
func foldedASCII(_ byte: UInt8) -> UInt8 { isASCIIUppercase(byte) ? byte | 0x20 : byte }

/// What a short line looks like.
private struct LineShape {
    let words: Int
    let capitalised: Int
    let endsLikeSentence: Bool
    let isByline: Bool
    private let line: Range<Int>
    private let text: UnsafeBufferPointer<UInt8>

    init(_ line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        self.line = line
        self.text = text
        var words = 0
        var capitalised = 0
        var insideWord = false
        for index in line {
            let isBlank = text[index] <= 0x20
            if !isBlank, !insideWord {
                words += 1
                if !isASCIILowercase(text[index]) { capitalised += 1 }
            }
            insideWord = !isBlank
        }
        self.words = words
        self.capitalised = capitalised
        var last = line.upperBound - 1
        // Skip a closing quotation mark.
        if text[last] == UInt8(ascii: "\"") || text[last] == UInt8(ascii: "'") {
            last -= 1
        } else if text[last] == 0x9D || text[last] == 0x99 {
            last -= 3
        }
        endsLikeSentence = last >= line.lowerBound && [".", "?", "!", ":"].contains { UInt8(ascii: $0) == text[last] }
        let startsWithBy =
            line.count > 4 && text[line.lowerBound] | 0x20 == UInt8(ascii: "b")
            && text[line.lowerBound + 1] | 0x20 == UInt8(ascii: "y") && text[line.lowerBound + 2] == UInt8(ascii: " ")
        isByline = startsWithBy && words <= 14 && !endsLikeSentence && capitalised * 2 > words
    }

    /// Most words have a capital, as in an American headline.
    var isTitleCase: Bool { words >= 3 && capitalised * 10 >= words * 6 }

    func equals(_ title: String) -> Bool {
        var trimmed = title[...]
        while let first = trimmed.first, first.isWhitespace { trimmed.removeFirst() }
        while let last = trimmed.last, last.isWhitespace { trimmed.removeLast() }
        return trimmed.utf8.elementsEqual(UnsafeBufferPointer(rebasing: text[line]))
    }
}
