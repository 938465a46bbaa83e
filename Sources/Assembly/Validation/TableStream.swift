import Loading
import TextModel
import Writing

/// The rows of one table, each checked on its own as it goes by: its form, its key, and its line of the CSV.
struct TableStream {
    let table: Table
    /// Lines that were looked at, those that are no rows included.
    private(set) var rowCount = 0
    private let decoder: RowDecoder
    private var lines: LineCursor?
    private var sheet: SheetComparison?
    private var lastLine = 0
    private var keys: Set<RowKey> = []

    /// A table whose file cannot be opened, which the package's check has found, has no rows.
    /// - Parameter options: nil for a table without a CSV.
    init(
        _ table: Table, in dataset: DatasetFolder, _ options: CSVOptions?, _ findings: inout [Finding]
    ) throws {
        self.table = table
        decoder = RowDecoder(table)
        lines = (try? dataset.open(table.lines)).map(LineCursor.init)
        hasFile = lines != nil
        guard hasFile, let options else { return }
        sheet = try SheetComparison(table, in: dataset, options, &findings)
    }

    /// The next line that is a row, with or without faults; nil at the end.
    mutating func next(_ findings: inout [Finding]) throws -> DatasetRow? {
        while let line = try lines?.next() {
            rowCount += 1
            if line.number != lastLine + 1 { findings.append(finding(lastLine + 1, "is blank")) }
            lastLine = line.number
            let (cells, faults) = line.isTooLong ? (nil, ["is too long"]) : decoder.decode(line.bytes)
            for fault in faults { findings.append(finding(line.number, fault)) }
            guard let cells else {
                try sheet?.skip(&findings)
                continue
            }
            let row = DatasetRow(table: table, line: line.number, cells: cells)
            checkKey(of: row, &findings)
            try sheet?.compare(row, &findings)
            return row
        }
        if lines != nil { try sheet?.finish(&findings) }
        lines = nil
        return nil
    }

    /// False when the file could not be opened.
    let hasFile: Bool

    func finding(_ line: Int, _ what: String) -> Finding { Finding(file: table.lines, line: line, what: what) }

    private mutating func checkKey(of row: DatasetRow, _ findings: inout [Finding]) {
        guard let column = table.primaryKey.first, let key = row.text(column) else { return }
        if !keys.insert(RowKey(key)).inserted { findings.append(finding(row.line, "\(column) \(quoted(key)) again")) }
    }
}

/// The rows of a table that is sorted by article, handed out article by article.
struct RowsByArticle {
    private(set) var stream: TableStream
    private var waiting: DatasetRow?
    /// The place of the last article whose rows were handed out.
    private var lastPlace = 0

    init(_ stream: TableStream) { self.stream = stream }

    /// The rows of one article, and rows that went by before them: those of no article and of articles that went by, which
    /// are findings, and those of an article whose own line cannot be read, which is one. Rows of later articles wait.
    /// - Parameter place: of the article in articles.jsonl; nil for after the last.
    mutating func take(
        _ place: Int?, of articles: ArticlePlaces, _ findings: inout [Finding]
    ) throws -> (rows: [DatasetRow], astray: [DatasetRow]) {
        var rows: [DatasetRow] = []
        var astray: [DatasetRow] = []
        defer { lastPlace = place ?? lastPlace }
        while true {
            if waiting == nil { waiting = try stream.next(&findings) }
            guard let row = waiting else { return (rows, astray) }
            let id = row.text("article_id")
            let home = id.flatMap { articles[$0] }
            if let home, let place, home > place { return (rows, astray) }
            if let home, home == place {
                rows.append(row)
            } else {
                astray.append(row)
                // That it is null has been found already.
                if let home, home <= lastPlace {
                    findings.append(stream.finding(row.line, "is not in the order of articles.jsonl"))
                } else if let id, home == nil, articles.areKnown {
                    findings.append(stream.finding(row.line, "article_id \(quoted(id)) is in no row of articles"))
                }
            }
            waiting = nil
        }
    }
}
