import Loading
import TextModel
import Writing

/// X.csv against the rows of X.jsonl, one row after the other, cell by cell.
///
/// Once a row has another key than the line that it should be, the two are out of step: that is one finding, and the rest
/// is not compared.
struct SheetComparison {
    private let table: Table
    private let rendering: SheetCells
    private let reader: CSVReader
    private var isInStep = true

    /// - Returns: nil when the file cannot be opened, which the package's check has found.
    init?(_ table: Table, in dataset: DatasetFolder, _ options: CSVOptions, _ findings: inout [Finding]) throws {
        self.table = table
        rendering = SheetCells(table, options)
        guard let mark = try Self.beginsWithMark(table, in: dataset), let file = try? dataset.open(table.sheet) else {
            return nil
        }
        // No cell of ours is longer than what a line of X.jsonl may be.
        reader = CSVReader(file, limits: LoadingLimits(articleBytes: LineCursor.limit, recordBytes: LineCursor.limit))
        if mark != options.byteOrderMark {
            let what = mark ? "begins with a byte order mark; run.json says bom: false" : "has no byte order mark"
            findings.append(Finding(file: table.sheet, line: 1, what: what))
        }
        guard let header = try record(&findings) else { return }
        if header.cells.map({ $0 ?? "" }) != rendering.header {
            findings.append(Finding(file: table.sheet, line: 1, what: "the header does not name the columns in order"))
            isInStep = false
        }
    }

    /// Compares the next record with a row.
    mutating func compare(_ row: DatasetRow, _ findings: inout [Finding]) throws {
        guard isInStep, let record = try record(&findings), isInStep else { return }
        let expected = rendering.cells(of: row.cells)
        guard record.cells.count == expected.count else { return }
        for (place, (found, expected)) in zip(record.cells, expected).enumerated() where found != expected {
            let isKey = table.primaryKey.contains(rendering.header[place])
            let difference =
                "\(rendering.header[place]) is \(Self.shown(found)), not \(Self.shown(expected)) as in "
                + "\(table.lines):\(row.line)"
            findings.append(
                Finding(
                    file: table.sheet, line: record.number,
                    what: isKey ? difference + "; the rest is not compared" : difference))
            if isKey {
                isInStep = false
                return
            }
        }
    }

    /// Passes over the record of a line that is no row.
    mutating func skip(_ findings: inout [Finding]) throws {
        if isInStep { _ = try record(&findings) }
    }

    /// Finds what X.csv has more than X.jsonl.
    mutating func finish(_ findings: inout [Finding]) throws {
        guard isInStep, let extra = try next(&findings) else { return }
        findings.append(Finding(file: table.sheet, line: extra.number, what: "has more rows than \(table.lines)"))
    }

    /// The next record; the end of the file is a finding.
    private mutating func record(_ findings: inout [Finding]) throws -> CSVRecord? {
        let record = try next(&findings)
        if record == nil, isInStep {
            isInStep = false
            findings.append(Finding(file: table.sheet, line: nil, what: "has fewer rows than \(table.lines)"))
        }
        return record
    }

    /// The next record, nil at the end; one that is no CSV is a finding and ends the comparison.
    private mutating func next(_ findings: inout [Finding]) throws -> CSVRecord? {
        do throws(LoadingError) {
            return try reader.next()
        } catch {
            if case .unreadable = error { throw error }
            isInStep = false
            findings.append(Finding(file: table.sheet, line: nil, what: "\(error); the rest is not compared"))
            return nil
        }
    }

    private static func shown(_ cell: String?) -> String { cell.map(quoted) ?? "nothing" }

    /// Whether the file begins with U+FEFF; nil when it cannot be opened.
    private static func beginsWithMark(_ table: Table, in dataset: DatasetFolder) throws -> Bool? {
        guard let file = try? dataset.open(table.sheet) else { return nil }
        var beginning = [UInt8](repeating: 0, count: 3)
        return try file.read(into: &beginning) == 3 && beginning == [0xEF, 0xBB, 0xBF]
    }
}
