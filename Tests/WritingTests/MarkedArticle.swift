import TextModel

/// A segmented article made from marked text: "⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content|the bridge was safe⟧."
///
/// Blocks are parted by empty lines, sentences end at a full stop, tokens are words, numbers and single marks. It stands in
/// for Segmentation, which these tests do not import.
struct MarkedArticle {
    var segmented: SegmentedArticle
    private(set) var marks: [String: [Span]]

    init(
        _ marked: String, kinds: [BlockKind] = [], givenID: String? = "a1", title: String? = nil,
        published: String? = "2018-09-10", url: String? = "https://example.org/a"
    ) {
        var text: [UInt8] = []
        var marks: [String: [Span]] = [:]
        var open: [(name: String, start: Int32)] = []
        var rest = marked[...]
        while let character = rest.first {
            rest.removeFirst()
            if character == "⟦", let bar = rest.firstIndex(of: "|") {
                open.append((String(rest[..<bar]), Int32(text.count)))
                rest = rest[rest.index(after: bar)...]
            } else if character == "⟧", let mark = open.popLast() {
                marks[mark.name, default: []].append(Span(mark.start, Int32(text.count)))
            } else {
                text.append(contentsOf: String(character).utf8)
            }
        }
        self.marks = marks.mapValues { $0.sorted() }
        let article = Article(
            givenID: givenID, text: text, title: title, published: published, url: url,
            origin: Origin(file: "in.jsonl", record: 3))
        segmented = SegmentedArticle(article: article, blocks: [], sentences: [], tokens: Tokens(), quotations: [])
        cutIntoBlocks(kinds)
        for index in segmented.blocks.indices { cutIntoTokens(index) }
    }

    subscript(name: String) -> [Span] { marks[name] ?? [] }

    func first(_ name: String) -> Span { marks[name]?.first ?? Span(0, 0) }

    private mutating func cutIntoBlocks(_ kinds: [BlockKind]) {
        let text = segmented.article.text
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, !(text[end] == 10 && end + 1 < text.count && text[end + 1] == 10) { end += 1 }
            if end > start {
                let count = segmented.blocks.count
                let kind = count < kinds.count ? kinds[count] : .paragraph
                segmented.blocks.append(Block(kind: kind, span: Span(start..<end)))
            }
            start = end + 2
        }
    }

    private mutating func cutIntoTokens(_ block: Int) {
        var sentenceStart = segmented.tokens.count
        var openQuotations: [Int] = []
        let span = segmented.blocks[block].span
        let text = String(decoding: segmented.article.text[span.range], as: UTF8.self)
        var position = span.start
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.first {
            let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
            let run =
                isWord
                ? scalars.prefix { $0.properties.isAlphabetic || $0.properties.numericType == .decimal }
                : scalars.prefix(1)
            let end = position + Int32(String(String.UnicodeScalarView(run)).utf8.count)
            scalars.removeFirst(run.count)
            defer { position = end }
            if scalar.properties.isWhitespace { continue }
            let kind: TokenKind =
                switch scalar {
                case _ where scalar.properties.numericType == .decimal: .number
                case _ where isWord: .word
                case "“": .openQuote
                case "”": .closeQuote
                case ".": .period
                case ",": .comma
                default: .other
                }
            segmented.tokens.append(kind, position, end)
            let token = segmented.tokens.count - 1
            if kind == .openQuote {
                openQuotations.append(segmented.quotations.count)
                segmented.quotations.append(
                    Quotation(
                        open: token, close: nil, interior: token + 1..<token + 1, depth: openQuotations.count - 1,
                        continues: false))
            } else if kind == .closeQuote, let quotation = openQuotations.popLast() {
                segmented.quotations[quotation].close = token
                segmented.quotations[quotation].interior = segmented.quotations[quotation].open + 1..<token
            } else if kind == .period {
                segmented.sentences.append(Sentence(tokens: sentenceStart..<token + 1, block: block))
                sentenceStart = token + 1
            }
        }
        let end = segmented.tokens.count
        for quotation in openQuotations {
            segmented.quotations[quotation].interior = segmented.quotations[quotation].open + 1..<end
        }
        if sentenceStart < end {
            segmented.sentences.append(Sentence(tokens: sentenceStart..<end, block: block))
        }
    }
}

extension TextModel.Row {
    /// The cell of a column by name; `.null` and a wrong expectation when there is no such column.
    func cell(_ column: String, of table: Table) -> Cell {
        table.index(of: column).map { self[$0] } ?? .text("no column \(column)")
    }

    func text(_ column: String, of table: Table) -> String? {
        if case .text(let text) = cell(column, of: table) { text } else { nil }
    }
}

/// A small generator with a seed, so that a failing property can be run again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
