import TextModel

/// The cells of a table's CSV as a reader gets them, to compare a file with the rows that it should hold.
package struct SheetCells: Sendable {
    /// The names in the first record.
    package let header: [String]
    private let line: CSVLine

    /// - Parameter options: those that the file was written with.
    package init(_ table: Table, _ options: CSVOptions) {
        header = table.columns.filter { !$0.isJSONOnly }.map(\.name)
        line = CSVLine(table, options)
    }

    /// One cell a name of the header; nil is nothing at all between two commas.
    /// - Precondition: the row has a cell for each column of the table.
    package func cells(of row: Row) -> [String?] { line.cells(of: row) }
}
