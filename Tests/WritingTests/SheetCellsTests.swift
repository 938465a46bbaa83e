import Loading
import TextModel
import Testing

@testable import Writing

/// What a strict reader gets from a line is what `SheetCells` says it does.
@Suite struct SheetCellsTests {
    private static let table = Table(
        name: "t", rowMeaning: "A row.", primaryKey: [],
        columns: [
            Column("t", .text, ""), Column("j", .text, "", jsonOnly: true), Column("d", .date, ""),
            Column("i", .integer, ""), Column("n", .number, ""), Column("b", .boolean, ""), Column("s", .spans, ""),
            Column("l", .list, ""),
        ])

    private var rows: [Row] {
        let texts =
            NastyCells.texts + NastyCells.converted + NastyCells.formulas + NastyCells.harmless + [
                "", String(repeating: "long \u{1F426}", count: 9000),
            ]
        return texts.enumerated().map { index, text in
            [
                .text(text), .text("not in the CSV"), .text("2018-06"), .integer(-index),
                .number(DecimalNumber(1234, exponent: -3)), .boolean(index % 2 == 0),
                index % 3 == 0 ? .null : .spans([index..<index + 2]),
                .list(Array(repeating: text, count: index % 40)),
            ]
        }
    }

    @Test(arguments: [true, false])
    func areWhatAReaderGets(isSafe: Bool) throws {
        let options = CSVOptions(byteOrderMark: false, spreadsheetSafe: isSafe)
        let line = CSVLine(Self.table, options)
        let cells = SheetCells(Self.table, options)
        var bytes: [UInt8] = []
        var counts = CellCounts()
        line.appendHeader(to: &bytes)
        for row in rows { line.append(row, to: &bytes, counts: &counts) }
        let reader = CSVReader(BytesInMemory(bytes))
        #expect(try reader.next()?.cells == cells.header)
        for row in rows { #expect(try reader.next()?.cells == cells.cells(of: row)) }
        #expect(try reader.next() == nil)
    }
}
