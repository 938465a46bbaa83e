import TextModel
import WordLists

/// Reads the layout of plain text: which lines are headline, dek, byline, dateline, caption, credit or boilerplate.
///
/// Paragraphs are lines; where the text is hard-wrapped they are groups of lines between blank ones.
/// - Complexity: O(*n*) in bytes.
struct LayoutReader: Sendable {
    private let phrases = LayoutPhrases()
    private let functionWords = WordTable(WordList(named: "function-words").entries.map { ($0[0], 1) })
    /// Layout lines are short: longer blocks are running text. In bytes.
    private let longestLine = 400
    private let longestHeadline = 30
    /// Headline, dek, byline and time stand among the first lines.
    private let topLines = 6

    /// The blocks of plain text.
    /// - Parameter title: the headline that the input states apart from the text, if any.
    func blocks(of text: UnsafeBufferPointer<UInt8>, title: String?) -> [Block] {
        let lines = ParagraphScanner(text).paragraphs()
        var blocks: [Block] = []
        blocks.reserveCapacity(lines.count + 1)
        for (index, line) in lines.enumerated() {
            let place = Place(index: index, isLast: index == lines.count - 1, previous: blocks.last?.kind)
            let kind = kind(of: line, text, place, title: title)
            append(kind ?? .paragraph, line, text, to: &blocks)
        }
        return blocks
    }

    /// The blocks that the input's own markup states, with datelines split off.
    ///
    /// What overlaps the block before, lies outside the text, cuts a scalar or holds only blank space is left out.
    func blocks(of text: UnsafeBufferPointer<UInt8>, stated layout: [Block]) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(layout.count + 1)
        for block in layout {
            let end = blocks.last.map { Int($0.span.end) } ?? 0
            guard Int(block.span.start) >= end, !block.span.isEmpty, block.span.end <= text.count,
                !isInsideScalar(text, Int(block.span.start)), !isInsideScalar(text, Int(block.span.end))
            else { continue }
            let range = ParagraphScanner(text).trimmed(block.span.range)
            if !range.isEmpty { append(block.kind, range, text, to: &blocks) }
        }
        return blocks
    }

    private func isInsideScalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < text.count && text[index] & 0xC0 == 0x80
    }

    private func append(
        _ kind: BlockKind, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, to blocks: inout [Block]
    ) {
        if kind == .paragraph, let dateline = DatelineScanner(range, text).end() {
            blocks.append(Block(kind: .dateline, span: Span(range.lowerBound..<dateline.end)))
            blocks.append(Block(kind: .paragraph, span: Span(dateline.next..<range.upperBound)))
        } else {
            blocks.append(Block(kind: kind, span: Span(range)))
        }
    }

    private struct Place {
        let index: Int
        let isLast: Bool
        let previous: BlockKind?
    }

    /// nil for running text.
    private func kind(
        of line: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ place: Place, title: String?
    ) -> BlockKind? {
        guard line.count <= longestLine else { return nil }
        let shape = LineShape(line, text)
        if place.index < topLines, !place.isLast, let title, shape.equals(title) { return .headline }
        if let kind = phrases.kind(of: line, text, shape) {
            // A caption may end with its agency, and so may a dateline: "WASHINGTON (AFP/Reuters) — …".
            return kind == .caption && DatelineScanner(line, text).end() != nil ? nil : kind
        }
        guard place.index < topLines, place.previous != .paragraph else { return nil }
        if shape.isByline { return .byline }
        if place.index == 0 { return place.isLast ? nil : headline(shape, hasTitle: title != nil) }
        let isDek =
            place.index == 1 && place.previous == .headline && shape.ending == .none && shape.words >= 4
            && !place.isLast
        return isDek ? .dek : nil
    }

    private func headline(_ shape: LineShape, hasTitle: Bool) -> BlockKind? {
        guard shape.words <= longestHeadline else { return nil }
        switch shape.ending {
        case .none, .initialism: return .headline
        case .questionOrExclamation: return !hasTitle && shape.isTitleCase ? .headline : nil
        // Some sources put a full stop after every headline.
        case .period: return !hasTitle && shape.isTitleCase(butFor: functionWords) ? .headline : nil
        case .opening: return nil
        }
    }
}
