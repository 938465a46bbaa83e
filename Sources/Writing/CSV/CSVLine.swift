import CLibCSV
import TextModel

/// One row as one line of a CSV file (RFC 4180, CRLF): the table's columns in order, without those only JSON holds.
///
/// Text is quoted by libcsv, numbers and booleans are bare, what is unknown is nothing at all. Spans and lists are JSON
/// arrays as text. Booleans are TRUE and FALSE, the form in which a spreadsheet shows them.
struct CSVLine: Sendable {
    private let columns: [(index: Int, column: Column)]
    private let isSafe: Bool

    init(_ table: Table, _ options: CSVOptions) {
        columns = table.columns.enumerated().filter { !$0.element.isJSONOnly }.map { ($0.offset, $0.element) }
        isSafe = options.spreadsheetSafe
    }

    func appendHeader(to bytes: inout [UInt8]) {
        for (place, entry) in columns.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            appendQuoted(entry.column.name, to: &bytes)
        }
        bytes.append(literal: "\r\n")
    }

    /// - Precondition: the row has a cell for each column of the table.
    func append(_ row: Row, to bytes: inout [UInt8], counts: inout CellCounts) {
        for (place, entry) in columns.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(row[entry.index], of: entry.column, to: &bytes, counts: &counts)
        }
        bytes.append(literal: "\r\n")
    }

    /// The row as a reader of the line gets it: without quotation marks, nil for what is unknown.
    /// - Precondition: the row has a cell for each column of the table.
    func cells(of row: Row) -> [String?] {
        var counts = CellCounts()
        return columns.map { entry in
            let cell = row[entry.index]
            if cell == .null { return nil }
            if let text = quotedText(of: cell, in: entry.column, counts: &counts) { return text }
            var bytes: [UInt8] = []
            appendBare(cell, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func append(_ cell: Cell, of column: Column, to bytes: inout [UInt8], counts: inout CellCounts) {
        if let text = quotedText(of: cell, in: column, counts: &counts) {
            appendQuoted(text, to: &bytes)
        } else {
            appendBare(cell, to: &bytes)
        }
    }

    /// What stands between the quotation marks of a cell; nil for cells that have none.
    private func quotedText(of cell: Cell, in column: Column, counts: inout CellCounts) -> String? {
        switch cell {
        case .null, .integer, .number, .boolean: nil
        case .text(let text): shown(text, in: column, counts: &counts)
        case .spans(let spans):
            array(count: spans.count, counts: &counts) { $0.appendJSON(spans: spans.prefix($1)) }
        case .list(let texts):
            array(count: texts.count, counts: &counts) { $0.appendJSON(list: texts.prefix($1)) }
        }
    }

    /// Nothing for what is unknown, and for cells that have quotation marks.
    private func appendBare(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .null, .text, .spans, .list: break
        case .integer(let value): bytes.append(integer: value)
        case .number(let value): append(value, to: &bytes)
        case .boolean(let value): bytes.append(literal: value ? "TRUE" : "FALSE")
        }
    }

    /// A spreadsheet with German settings reads "1.234" as 1234, but leaves "1.2340" alone.
    private func append(_ number: DecimalNumber, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(decimal: number)
        guard isSafe, number.exponent == -3 else { return }
        let sign = number.mantissa < 0 ? 1 : 0
        if bytes.count - start - sign <= 7 { bytes.append(UInt8(ascii: "0")) }
    }

    private func shown(_ text: String, in column: Column, counts: inout CellCounts) -> String {
        var shown = withoutLineBreaks(text)
        guard isSafe else { return shown }
        if SpreadsheetGuard.needsApostrophe(shown, in: column.type) {
            shown = "'" + shown
            counts.guarded += 1
        }
        if let short = CellLength.cut(shown) {
            shown = short
            counts.cut += 1
        }
        return shown
    }

    /// A JSON array that is too long for a cell loses whole elements, so that what is left is still JSON.
    private func array(
        count: Int, counts: inout CellCounts, write: (inout [UInt8], Int) -> Void
    ) -> String {
        func rendered(_ length: Int) -> String {
            var array: [UInt8] = []
            write(&array, length)
            return String(decoding: array, as: UTF8.self)
        }
        let whole = rendered(count)
        guard isSafe, CellLength.isTooLong(whole) else { return whole }
        counts.cut += 1
        var fitting = 0
        var tooMany = count
        while fitting + 1 < tooMany {
            let middle = (fitting + tooMany) / 2
            if CellLength.isTooLong(rendered(middle)) { tooMany = middle } else { fitting = middle }
        }
        return rendered(fitting)
    }

    private func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            // libcsv at most doubles every byte and adds two quotation marks.
            withUnsafeTemporaryAllocation(byteCount: 2 * source.count + 2, alignment: 1) { room in
                let length = csv_write(room.baseAddress, room.count, source.baseAddress, source.count)
                bytes.append(contentsOf: UnsafeRawBufferPointer(room)[..<min(length, room.count)])
            }
        }
    }
}

/// Runs of line breaks, tabs and other control characters become one space.
/// - Complexity: O(*n*); nothing is copied when there are none.
func withoutLineBreaks(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { bytes -> String? in
        guard let first = bytes.indices.first(where: { breakLength(bytes, $0) > 0 }) else { return nil }
        var folded = Array(bytes[..<first])
        folded.reserveCapacity(bytes.count)
        var index = first
        var inRun = false
        while index < bytes.count {
            let length = breakLength(bytes, index)
            if length == 0 { folded.append(bytes[index]) } else if !inRun { folded.append(UInt8(ascii: " ")) }
            inRun = length > 0
            index += max(1, length)
        }
        return String(decoding: folded, as: UTF8.self)
    }
    return folded ?? text
}

/// How many bytes a control character or a line break of Unicode takes at a place; 0 when there is none.
private func breakLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F { return 1 }
    // U+0080 to U+009F.
    if byte == 0xC2 { return bytes[index + 1] < 0xA0 ? 2 : 0 }
    // U+2028 and U+2029.
    guard byte == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
}
