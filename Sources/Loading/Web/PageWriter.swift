import TextModel
import WordLists

/// A block of text in a page, before it is decided whether it belongs to the article.
struct PageBlock {
    var kind: BlockKind
    var bytes: [UInt8]
    /// How many of them are links.
    var linkBytes: Int
    /// 1 to 6 for a heading.
    var headingLevel: Int?
    /// The element that it began in.
    var name: MarkupName
    /// The block quotation that it stands in, as a number; nil outside.
    var quotation: Int?
    /// Whether all of it is in italics, as notes of the editors are.
    var isItalic = false
    /// Whether it is a `<time>` and nothing else.
    var isTime = false
}

/// Walks an element and cuts its text into blocks.
struct PageWriter {
    private let outline: PageOutline
    private var tree: MarkupTree { outline.tree }
    private(set) var blocks: [PageBlock] = []

    private var text = PageText()
    private var linkBytes = 0
    /// The block elements around the place, with the ends of their subtrees.
    private var open: [(end: Int, name: MarkupName, kind: BlockKind?)] = []
    private var linkEnd = 0
    private var preformattedEnd = 0
    private var quotedEnd = 0
    private var inlineQuotes: [Int] = []
    private var italicEnd = 0
    private var italicBytes = 0
    private var timeEnd = 0
    private var timeBytes = 0
    private var breaks = 0

    init(_ outline: PageOutline) {
        self.outline = outline
    }

    mutating func write(_ root: Int) {
        let end = tree.end(root)
        var node = root
        while node < end {
            close(before: node)
            let name = tree.names[node]
            if name == .text {
                breaks = isBlank(node) ? breaks : 0
                append(node)
                node += 1
                continue
            }
            if outline.isAside[node] || outline.meanings[node].contains(.credit) && node != root {
                node = tree.end(node)
                text.appendBlank()
                continue
            }
            switch name.role {
            case .skipped:
                node = tree.end(node)
                continue
            case .lineBreak:
                breaks += 1
                name == .hr || breaks > 1 ? flush() : text.breakLine()
            case .cell: text.appendBlank()
            case .inline: beginInline(name, node)
            case .block: begin(name, node)
            }
            node += 1
        }
        close(before: .max)
        flush()
    }

    private mutating func begin(_ name: MarkupName, _ node: Int) {
        flush()
        let meaning = outline.meanings[node]
        var kind: BlockKind?
        if name == .figcaption || name == .mediaCaption || meaning.contains(.caption) {
            kind = .caption
        } else if meaning.contains(.dek) {
            kind = .dek
        } else if meaning.contains(.byline) {
            kind = .byline
        }
        if name.headingLevel != nil || name == .hl2 { kind = kind ?? .headline }
        open.append((tree.end(node), name, kind))
        if name == .pre { preformattedEnd = tree.end(node) }
        if name == .blockquote { quotedEnd = max(quotedEnd, tree.end(node)) }
    }

    private mutating func beginInline(_ name: MarkupName, _ node: Int) {
        if name == .a { linkEnd = max(linkEnd, tree.end(node)) }
        if name == .em || name == .i { italicEnd = max(italicEnd, tree.end(node)) }
        if name == .time { timeEnd = max(timeEnd, tree.end(node)) }
        // Browsers show the quotation marks of <q>.
        if name == .q {
            text.append("“")
            inlineQuotes.append(tree.end(node))
        }
    }

    private mutating func close(before node: Int) {
        while let quote = inlineQuotes.last, quote <= node {
            text.append("”")
            inlineQuotes.removeLast()
        }
        while let block = open.last, block.end <= node {
            flush()
            open.removeLast()
        }
    }

    private mutating func append(_ node: Int) {
        let before = text.count
        let range = tree.textRange(node)
        tree.text.withUnsafeBufferPointer {
            text.append(UnsafeBufferPointer(rebasing: $0[range]), keepsLines: node < preformattedEnd)
        }
        let added = text.count - before
        if node < linkEnd { linkBytes += added }
        if node < italicEnd { italicBytes += added }
        if node < timeEnd { timeBytes += added }
    }

    private func isBlank(_ node: Int) -> Bool {
        tree.text[tree.textRange(node)].allSatisfy { $0 <= 0x20 }
    }

    private mutating func flush() {
        breaks = 0
        let bytes = text.take()
        defer { (linkBytes, italicBytes, timeBytes) = (0, 0, 0) }
        guard !bytes.isEmpty else { return }
        let heading = open.last(where: { $0.name.headingLevel != nil })
        var kind = open.last(where: { $0.kind != nil })?.kind ?? .paragraph
        // "AFP via Getty Images" describes nothing.
        if kind == .caption, bytes.count(where: { $0 == 0x20 }) < 4, bytes.last != UInt8(ascii: ".") { kind = .credit }
        blocks.append(
            PageBlock(
                kind: kind, bytes: bytes, linkBytes: linkBytes,
                headingLevel: heading?.name.headingLevel, name: open.last?.name ?? .other,
                quotation: (open.last?.end ?? .max) <= quotedEnd ? quotedEnd : nil,
                isItalic: italicBytes + 2 >= bytes.count, isTime: timeBytes > 0 && timeBytes + 2 >= bytes.count))
    }
}
