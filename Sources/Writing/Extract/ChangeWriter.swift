import TextModel

/// The lines of `sayso changes`: a CSV with one line for each row that came or went, and for each cell that is another.
package struct ChangeWriter: Sendable {
    private static let table = Table(
        name: "changes", rowMeaning: "A row that came or went, or a cell that is another.",
        primaryKey: ["table", "row_id", "column"],
        columns: [
            Column("change", .text, "What happened to the row.", categories: ["added", "removed", "altered"]),
            Column("table", .text, "The table that the row stands in."),
            Column("row_id", .text, "The row."),
            Column("article_id", .text, "Its article. Empty for a speaker."),
            Column(
                "column", .text, "The cell that is another; of a row that came or went, the one that tells it best."),
            Column("before", .text, "What stood there. Empty for a row that came."),
            Column("after", .text, "What stands there. Empty for a row that went."),
        ])
    private let line: CSVLine

    package init(_ options: CSVOptions) { line = CSVLine(Self.table, options) }

    package var header: [UInt8] {
        var bytes: [UInt8] = []
        line.appendHeader(to: &bytes)
        return bytes
    }

    /// - Parameters:
    ///   - change: "added", "removed" or "altered".
    ///   - before: null for a row that came.
    ///   - after: null for a row that went.
    package func line(
        _ change: String, table: String, row: String?, article: String?, column: String, before: Cell, after: Cell
    ) -> [UInt8] {
        var counts = CellCounts()
        var bytes: [UInt8] = []
        let cells: Row = [
            .text(change), .text(table), .text(orNull: row), .text(orNull: article), .text(column),
            Self.text(before), Self.text(after),
        ]
        line.append(cells, to: &bytes, counts: &counts)
        return bytes
    }

    /// Every kind of cell as text; numbers as JSON has them.
    private static func text(_ cell: Cell) -> Cell {
        switch cell {
        case .null, .text: return cell
        case .integer, .number, .boolean, .spans, .list:
            var bytes: [UInt8] = []
            bytes.appendJSON(cell)
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
