import TextModel

/// The two files of one table, `X.csv` and `X.jsonl`, with the same rows in the same order.
final class TableFiles {
    let table: Table
    private let csv: HashedFile
    private let json: HashedFile
    private let csvLine: CSVLine
    private let jsonLine: JSONLine
    private var rowCount = 0
    private var counts = CellCounts()

    init(_ table: Table, in folder: String, options: CSVOptions) throws(WritingError) {
        self.table = table
        csv = try HashedFile("\(folder)/\(table.name).csv")
        json = try HashedFile("\(folder)/\(table.name).jsonl")
        csvLine = CSVLine(table, options)
        jsonLine = JSONLine(table)
        if options.byteOrderMark { csv.buffer += [0xEF, 0xBB, 0xBF] }
        csvLine.appendHeader(to: &csv.buffer)
    }

    func append(_ row: Row) throws(WritingError) {
        guard row.count == table.columns.count else {
            throw .malformedRow(table: table.name, expected: table.columns.count, found: row.count)
        }
        csvLine.append(row, to: &csv.buffer, counts: &counts)
        jsonLine.append(row, to: &json.buffer)
        rowCount += 1
        try csv.flushIfLarge()
        try json.flushIfLarge()
    }

    /// How much has been written so far.
    var extent: Extent { Extent(csvBytes: csv.length, jsonBytes: json.length, rows: rowCount, cells: counts) }

    /// Appends rows that stand in the files of another generation.
    func copy(_ extent: Extent, from start: Extent, of earlier: EarlierTable) throws(WritingError) {
        try csv.copy(
            from: earlier.csv, at: start.csvBytes, count: extent.csvBytes, marks: earlier.written.csv.marks)
        try json.copy(
            from: earlier.json, at: start.jsonBytes, count: extent.jsonBytes, marks: earlier.written.json.marks)
        rowCount += extent.rows
        counts.guarded += extent.cells.guarded
        counts.cut += extent.cells.cut
    }

    func finish() throws(WritingError) -> WrittenTable {
        WrittenTable(
            table: table, rows: rowCount, cells: counts, csv: try csv.finished(table.name + ".csv"),
            json: try json.finished(table.name + ".jsonl"))
    }
}

/// A finished table of a generation, for `run.json` and the data package.
package struct WrittenTable: Sendable {
    package let table: Table
    package let rows: Int
    package let cells: CellCounts
    package let csv: WrittenFile
    package let json: WrittenFile
}

/// A finished file of a generation.
package struct WrittenFile: Hashable, Sendable {
    /// Within the generation's folder.
    package let name: String
    package let bytes: Int
    /// Lower-case hexadecimal.
    package let sha256: String
    /// Of its hash.
    let marks: HashMarks
}

extension HashedFile {
    /// - Parameter name: within the generation's folder.
    func finished(_ name: String) throws(WritingError) -> WrittenFile {
        let (bytes, sha256) = try finish()
        return WrittenFile(name: name, bytes: bytes, sha256: sha256, marks: marks)
    }
}
