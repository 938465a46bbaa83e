import TextModel

/// Rows of one article, what the corpus needs of it, or a reject as bytes, for the store only.
///
/// A byte tells what follows; whole numbers are LEB128, signed ones zigzag; texts and lists have their length before them.
struct RowArchive {
    private(set) var bytes: [UInt8] = []

    init(_ rows: ArticleRows) {
        append(row: rows.article)
        for table in [rows.attributions, rows.quotes, rows.claims] { append(rows: table) }
    }

    init(_ share: CorpusShare) {
        append(length: share.sketch.count)
        bytes += share.sketch
        append(rows: share.sightings.map(\.cells))
    }

    init(_ row: TextModel.Row) { append(row: row) }

    /// Notices a damaged page, not a forger.
    static func checksum(_ parts: [[UInt8]]) -> Int64 {
        var hash = ByteHash()
        for part in parts { hash.add(part) }
        return Int64(bitPattern: hash.value)
    }

    enum Tag: UInt8 {
        case null, text, integer, number, no, yes, spans, list
    }

    private mutating func append(rows: [TextModel.Row]) {
        append(length: rows.count)
        for row in rows { append(row: row) }
    }

    private mutating func append(row: TextModel.Row) {
        append(length: row.count)
        for cell in row { append(cell) }
    }

    private mutating func append(_ cell: Cell) {
        switch cell {
        case .null: append(Tag.null)
        case .text(let text):
            append(.text)
            append(text)
        case .integer(let value):
            append(.integer)
            append(signed: Int64(value))
        case .number(let value):
            append(.number)
            append(signed: value.mantissa)
            append(signed: Int64(value.exponent))
        case .boolean(let value): append(value ? .yes : .no)
        case .spans(let spans):
            append(.spans)
            append(length: spans.count)
            for span in spans {
                append(length: span.lowerBound)
                append(length: span.count)
            }
        case .list(let texts):
            append(.list)
            append(length: texts.count)
            for text in texts { append(text) }
        }
    }

    private mutating func append(_ tag: Tag) { bytes.append(tag.rawValue) }

    private mutating func append(_ text: String) {
        append(length: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(length: Int) { append(unsigned: UInt64(length)) }

    private mutating func append(signed value: Int64) {
        append(unsigned: UInt64(bitPattern: value << 1 ^ value >> 63))
    }

    private mutating func append(unsigned value: UInt64) { bytes.append(variableLength: value) }
}
