import TextModel
import Writing

/// All tables of a dataset, one article after the other.
///
/// The tables are sorted by article in the same order, so each is read once, side by side; speakers are over the whole
/// corpus and are read before the articles, for references to them, and again after them, for their counts.
struct DatasetCheck {
    private let dataset: DatasetFolder
    private let places: ArticlePlaces
    private var speakers = SpeakerLedger()
    private var articles: TableStream
    private var attributions: RowsByArticle
    private var quotes: RowsByArticle
    private var claims: RowsByArticle
    /// The names of the tables whose X.jsonl could be opened; nothing is counted in any other.
    private let readable: Set<String>
    private var speakerRows = 0
    private var rejectRows = 0
    private var isDone = false

    /// Rows that were looked at.
    var rowCount: Int {
        articles.rowCount + attributions.stream.rowCount + quotes.stream.rowCount + claims.stream.rowCount
            + speakerRows + rejectRows
    }

    init(_ dataset: DatasetFolder, _ findings: inout [Finding]) throws {
        self.dataset = dataset
        let options = CSVOptions(recordedIn: dataset, &findings)
        places = try ArticlePlaces(of: dataset)
        var speakerStream = try TableStream(.speakers, in: dataset, options, &findings)
        while let row = try speakerStream.next(&findings) { speakers.open(row) }
        speakerRows = speakerStream.rowCount
        speakers.isKnown = speakerStream.hasFile
        articles = try TableStream(.articles, in: dataset, options, &findings)
        attributions = RowsByArticle(try TableStream(.attributions, in: dataset, options, &findings))
        quotes = RowsByArticle(try TableStream(.quotes, in: dataset, options, &findings))
        claims = RowsByArticle(try TableStream(.numericClaims, in: dataset, options, &findings))
        let streams = [articles, attributions.stream, quotes.stream, claims.stream]
        readable = Set(streams.filter(\.hasFile).map(\.table.name))
    }

    /// Checks one more article with its rows, or after the last what is left.
    /// - Returns: false when nothing is left.
    mutating func advance(_ findings: inout [Finding]) throws -> Bool {
        if isDone { return false }
        guard let row = try articles.next(&findings) else {
            try finish(&findings)
            isDone = true
            return true
        }
        // A repeated article's rows belong to the first.
        if let id = row.text("article_id"), places[id] == row.line { try check(row, &findings) }
        return true
    }

    private mutating func check(_ row: DatasetRow, _ findings: inout [Finding]) throws {
        let check = ArticleCheck(row)
        check.checkHash(&findings)
        for reference in row.table.references {
            guard let id = row.text(reference.column), places[id].map({ $0 < row.line }) != true else { continue }
            findings.append(unresolved(reference, id, in: row, "the articles before it"))
        }
        let attributionRows = try attributions.take(row.line, of: places, &findings)
        let quoteRows = try quotes.take(row.line, of: places, &findings)
        let claimRows = try claims.take(row.line, of: places, &findings)
        let ids = Set(attributionRows.rows.compactMap { $0.text("attribution_id") })
        for (table, taken) in [
            (Table.attributions, attributionRows), (.quotes, quoteRows), (.numericClaims, claimRows),
        ] {
            countSpeakers(of: taken.astray, &findings)
            countSpeakers(of: taken.rows, &findings)
            if readable.contains(table.name) { check.checkCount(of: taken.rows, in: table, &findings) }
            for child in taken.rows {
                checkAttributions(of: child, among: ids, &findings)
                check.checkSpans(of: child, &findings)
            }
        }
    }

    /// Whether the speakers that rows refer to are there.
    private mutating func countSpeakers(of rows: [DatasetRow], _ findings: inout [Finding]) {
        for row in rows {
            for reference in row.table.references where reference.table == Table.speakers.name {
                guard let id = row.text(reference.column), !speakers.count(id, row) else { continue }
                findings.append(unresolved(reference, id, in: row, "speakers"))
            }
        }
    }

    /// Whether the attributions that a row refers to are its article's.
    private func checkAttributions(of row: DatasetRow, among ids: Set<String>, _ findings: inout [Finding]) {
        guard readable.contains(Table.attributions.name) else { return }
        for reference in row.table.references where reference.table == Table.attributions.name {
            guard let id = row.text(reference.column), !ids.contains(id) else { continue }
            findings.append(unresolved(reference, id, in: row, "the article's attributions"))
        }
    }

    private func unresolved(_ reference: Reference, _ id: String, in row: DatasetRow, _ home: String) -> Finding {
        Finding(
            file: row.table.lines, line: row.line,
            what: "\(reference.column) \(quoted(id)) is in no row of \(home)")
    }

    /// Rows without an article, the speakers' counts, and the rejects.
    private mutating func finish(_ findings: inout [Finding]) throws {
        countSpeakers(of: try attributions.take(nil, of: places, &findings).astray, &findings)
        countSpeakers(of: try quotes.take(nil, of: places, &findings).astray, &findings)
        countSpeakers(of: try claims.take(nil, of: places, &findings).astray, &findings)
        var ignored: [Finding] = []
        var speakerStream = try TableStream(.speakers, in: dataset, nil, &ignored)
        while let row = try speakerStream.next(&ignored) {
            speakers.close(row, readable, &findings)
            ignored.removeAll()
        }
        var rejects = try TableStream(.rejects, in: dataset, nil, &findings)
        while try rejects.next(&findings) != nil {}
        rejectRows = rejects.rowCount
    }
}
