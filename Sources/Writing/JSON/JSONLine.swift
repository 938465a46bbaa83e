import TextModel

/// One row as one line of a JSON Lines file: every column of the table, in its order, `null` for what is unknown.
struct JSONLine {
    /// `"name":` of each column, ready to be copied.
    private let keys: [[UInt8]]

    init(_ table: Table) {
        keys = table.columns.enumerated().map { index, column in
            var key: [UInt8] = [UInt8(ascii: index == 0 ? "{" : ",")]
            key.appendJSON(column.name)
            key.append(UInt8(ascii: ":"))
            return key
        }
    }

    /// - Precondition: the row has a cell for each column.
    func append(_ row: Row, to bytes: inout [UInt8]) {
        for (key, cell) in zip(keys, row) {
            bytes.append(contentsOf: key)
            bytes.appendJSON(cell)
        }
        bytes.append(literal: "}\n")
    }
}

extension [UInt8] {
    mutating func appendJSON(_ cell: Cell) {
        switch cell {
        case .null: append(literal: "null")
        case .text(let text): appendJSON(text)
        case .integer(let value): append(integer: value)
        case .number(let value): append(decimal: value)
        case .boolean(let value): append(literal: value ? "true" : "false")
        case .spans(let spans): appendJSON(spans: spans[...])
        case .list(let texts): appendJSON(list: texts[...])
        }
    }

    /// Appends `[[0, 5], [7, 9]]`.
    mutating func appendJSON(spans: ArraySlice<Range<Int>>) {
        append(literal: "[")
        for (index, span) in spans.enumerated() {
            append(literal: index == 0 ? "[" : ", [")
            append(integer: span.lowerBound)
            append(literal: ", ")
            append(integer: span.upperBound)
            append(literal: "]")
        }
        append(literal: "]")
    }

    /// Appends `["a", "b"]`.
    mutating func appendJSON(list texts: ArraySlice<String>) {
        append(literal: "[")
        for (index, text) in texts.enumerated() {
            if index > 0 { append(literal: ", ") }
            appendJSON(text)
        }
        append(literal: "]")
    }
}
