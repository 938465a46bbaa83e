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
        let attributed = try attributions.take(row.line, of: places, &findings)
        let quoted = try quotes.take(row.line, of: places, &findings)
        let claimed = try claims.take(row.line, of: places, &findings)
        let ids = Set(attributed.compactMap { $0.text("attribution_id") })
        for (table, rows) in [(Table.attributions, attributed), (.quotes, quoted), (.numericClaims, claimed)] {
            check.checkCount(of: rows, in: table, &findings)
            for child in rows {
                checkReferences(of: child, article: row.line, attributions: ids, &findings)
                check.checkSpans(of: child, &findings)
            }
        }
    }

    /// - Parameter attributions: the identifiers of the article's own.
    private mutating func checkReferences(
        of row: DatasetRow, article: Int, attributions: Set<String>, _ findings: inout [Finding]
    ) {
        for reference in row.table.references {
            guard let id = row.text(reference.column) else { continue }
            let isResolved =
                switch reference.table {
                case Table.speakers.name: speakers.count(id, in: row.table, article: article)
                case Table.attributions.name: attributions.contains(id)
                // The row would not be here without its article.
                default: true
                }
            if isResolved { continue }
            let owner = reference.table == Table.speakers.name ? "" : "the article's "
            findings.append(
                Finding(
                    file: row.table.lines, line: row.line,
                    what: "\(reference.column) \(quoted(id)) is in no row of \(owner)\(reference.table)"))
        }
    }

    /// Rows without an article, the speakers' counts, and the rejects.
    private mutating func finish(_ findings: inout [Finding]) throws {
        _ = try attributions.take(nil, of: places, &findings)
        _ = try quotes.take(nil, of: places, &findings)
        _ = try claims.take(nil, of: places, &findings)
        var ignored: [Finding] = []
        var speakerStream = try TableStream(.speakers, in: dataset, nil, &ignored)
        while let row = try speakerStream.next(&ignored) {
            speakers.close(row, &findings)
            ignored.removeAll()
        }
        var rejects = try TableStream(.rejects, in: dataset, nil, &findings)
        while try rejects.next(&findings) != nil {}
        rejectRows = rejects.rowCount
    }
}
