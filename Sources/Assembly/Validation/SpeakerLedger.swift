import TextModel

/// The speakers with how many rows they say they have, and how many of their rows went by.
struct SpeakerLedger {
    private struct Account {
        let line: Int
        var rows: [String: Int] = [:]
        var articles = 0
        var lastArticle: String?
    }

    private var accounts: [RowKey: Account] = [:]
    /// False when speakers.jsonl could not be opened, which the package's check has found.
    var isKnown = true

    mutating func open(_ row: DatasetRow) {
        guard let id = row.text("speaker_id") else { return }
        accounts[RowKey(id)] = Account(line: row.line)
    }

    /// Counts a row of another table, whose rows come article by article.
    /// - Returns: false when there is no such speaker, as far as that is known.
    mutating func count(_ id: String, _ row: DatasetRow) -> Bool {
        let key = RowKey(id)
        guard accounts[key] != nil else { return !isKnown }
        accounts[key]?.rows[row.table.name, default: 0] += 1
        let article = row.text("article_id")
        if row.table.name == Table.attributions.name, accounts[key]?.lastArticle != article {
            accounts[key]?.lastArticle = article
            accounts[key]?.articles += 1
        }
        return true
    }

    /// Compares what a row of `speakers` states with what was counted.
    /// - Parameter tables: the names of those whose rows went by.
    func close(_ row: DatasetRow, _ tables: Set<String>, _ findings: inout [Finding]) {
        guard let id = row.text("speaker_id"), let account = accounts[RowKey(id)] else { return }
        var counted = account.rows
        counted[Table.articles.name] = account.articles
        for table in [Table.attributions, .quotes, .numericClaims, .articles] where tables.contains(table.name) {
            let found = counted[table.name, default: 0]
            guard let stated = row.integer(table.name), stated != found else { continue }
            findings.append(
                Finding(
                    file: Table.speakers.lines, line: row.line,
                    what: "\(table.name) is \(stated), but \(found) of \(table.lines) are the speaker's"))
        }
    }
}
