/// How the CSV face of the tables is written; JSON Lines never changes.
package struct CSVOptions: Hashable, Sendable {
    /// Begin each file with U+FEFF, so that a spreadsheet opened by double-click shows curly quotes right.
    package var byteOrderMark: Bool
    /// Neutralise text that a spreadsheet would run or convert, and keep cells within its length limit.
    package var spreadsheetSafe: Bool

    package init(byteOrderMark: Bool = true, spreadsheetSafe: Bool = true) {
        self.byteOrderMark = byteOrderMark
        self.spreadsheetSafe = spreadsheetSafe
    }
}

/// How many cells of a CSV differ from the exact text, other than by blank space.
package struct CellCounts: Hashable, Sendable {
    /// Got an apostrophe in front.
    package var guarded = 0
    /// Were longer than a spreadsheet's cell and lost their end.
    package var cut = 0

    package init() {}
}
