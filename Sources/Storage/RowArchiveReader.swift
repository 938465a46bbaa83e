import TextModel

/// Reads what `RowArchive` wrote. Any bytes at all give rows or nil, never a trap.
struct RowArchiveReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Without what the corpus needs of the article, which lies by itself.
    static func rows(_ bytes: [UInt8]) -> ArticleRows? {
        var reader = RowArchiveReader(bytes: bytes)
        guard let article = reader.row(), let attributions = reader.rows(), let quotes = reader.rows(),
            let claims = reader.rows(), reader.position == bytes.count
        else { return nil }
        return ArticleRows(article: article, attributions: attributions, quotes: quotes, claims: claims)
    }

    static func share(_ bytes: [UInt8]) -> CorpusShare? {
        var reader = RowArchiveReader(bytes: bytes)
        guard let sketch = reader.many({ $0.byte() }), let rows = reader.rows(), reader.position == bytes.count else {
            return nil
        }
        var sightings: [SpeakerSighting] = []
        for row in rows {
            guard let sighting = SpeakerSighting(cells: row) else { return nil }
            sightings.append(sighting)
        }
        return CorpusShare(sketch: sketch, sightings: sightings)
    }

    static func row(_ bytes: [UInt8]) -> TextModel.Row? {
        var reader = RowArchiveReader(bytes: bytes)
        guard let row = reader.row(), reader.position == bytes.count else { return nil }
        return row
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func rows() -> [TextModel.Row]? { many { $0.row() } }

    private mutating func row() -> TextModel.Row? { many { $0.cell() } }

    private mutating func cell() -> Cell? {
        guard position < bytes.count, let tag = RowArchive.Tag(rawValue: bytes[position]) else { return nil }
        position += 1
        switch tag {
        case .null: return .null
        case .text: return text().map(Cell.text)
        case .integer: return signed().map { .integer(Int($0)) }
        case .number:
            guard let mantissa = signed(), let exponent = signed() else { return nil }
            return .number(DecimalNumber(mantissa, exponent: Int(exponent)))
        case .no: return .boolean(false)
        case .yes: return .boolean(true)
        case .spans: return many { $0.span() }.map(Cell.spans)
        case .list: return many { $0.text() }.map(Cell.list)
        }
    }

    private mutating func span() -> Range<Int>? {
        guard let start = length(), let count = length() else { return nil }
        let (end, overflow) = start.addingReportingOverflow(count)
        return overflow ? nil : start..<end
    }

    private mutating func text() -> String? {
        guard let count = length(), count <= bytes.count - position else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<position + count], as: UTF8.self)
    }

    /// A length, then that many elements. Each takes a byte or more, so a length beyond the end is damage.
    private mutating func many<Element>(_ element: (inout RowArchiveReader) -> Element?) -> [Element]? {
        guard let count = length(), count <= bytes.count - position else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count {
            guard let next = element(&self) else { return nil }
            elements.append(next)
        }
        return elements
    }

    private mutating func length() -> Int? { unsigned().flatMap { Int(exactly: $0) } }

    private mutating func signed() -> Int64? {
        unsigned().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
    }

    private mutating func unsigned() -> UInt64? { VariableLengthInteger.read(bytes, at: &position) }
}
