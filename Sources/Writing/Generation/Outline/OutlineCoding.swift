import TextModel

/// Whole numbers and bytes of an outline, with a length before bytes.
extension [UInt8] {
    /// - Parameter number: 0 or more; one below is none when it is read.
    mutating func append(number: Int) { append(variableLength: UInt64(bitPattern: Int64(number))) }

    mutating func append(field: some Collection<UInt8>) {
        append(number: field.count)
        append(contentsOf: field)
    }
}

/// Reads what the extension above wrote. Any bytes at all give values or nil, never a trap.
struct OutlineCursor {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    /// How many bytes are left.
    var count: Int { bytes.count - position }

    /// What is left to read, and more after it.
    func followed(by more: [UInt8]) -> OutlineCursor { OutlineCursor(bytes[position...] + more) }

    mutating func number() -> Int? { VariableLengthInteger.read(bytes, at: &position).flatMap { Int(exactly: $0) } }

    mutating func field() -> ArraySlice<UInt8>? {
        guard let count = number(), count <= bytes.count - position else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func extent() -> Extent? {
        guard let csvBytes = number(), let jsonBytes = number(), let rows = number(), let guarded = number(),
            let cut = number()
        else { return nil }
        var extent = Extent(csvBytes: csvBytes, jsonBytes: jsonBytes, rows: rows)
        extent.cells.guarded = guarded
        extent.cells.cut = cut
        return extent
    }
}

extension [UInt8] {
    mutating func append(_ extent: Extent) {
        for number in [extent.csvBytes, extent.jsonBytes, extent.rows, extent.cells.guarded, extent.cells.cut] {
            append(number: number)
        }
    }
}
