import Crypto
import TextModel

/// The rows of one article against its text, its counts and each other.
struct ArticleCheck {
    let article: DatasetRow
    /// Nil when the row has none, which has been found.
    private let text: ScalarText?

    init(_ article: DatasetRow) {
        self.article = article
        text = article.text("text").map(ScalarText.init)
    }

    // MARK: The article's own row

    func checkHash(_ findings: inout [Finding]) {
        guard let text, let stated = article.text("sha256") else { return }
        let hash = text.bytes.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hexadecimal(hash.finalize())
        }
        if stated != hash { findings.append(finding(article, "sha256 is not that of the text")) }
    }

    func checkCount(of rows: [DatasetRow], in table: Table, _ findings: inout [Finding]) {
        guard let stated = article.integer(table.name), stated != rows.count else { return }
        findings.append(
            finding(article, "\(table.name) is \(stated), but \(table.lines) has \(rows.count) rows of the article"))
    }

    // MARK: Its rows in other tables

    /// Whether spans lie inside the text and the texts of the row are the spans'.
    func checkSpans(of row: DatasetRow, _ findings: inout [Finding]) {
        guard let text else { return }
        var areInside = true
        for column in row.table.columns where column.type == .spans {
            guard let last = row.spans(column.name).map(\.upperBound).max(), last > text.scalarCount else { continue }
            areInside = false
            findings.append(
                finding(
                    row, "\(column.name) ends at \(last); the article's text has \(text.scalarCount) characters"))
        }
        guard areInside else { return }
        for (column, place) in row.table.spanTexts {
            let spans = row.spans(place)
            let expected = spans.isEmpty ? nil : text.surface(of: spans)
            let found = row.text(column)
            guard found != expected else { continue }
            let difference = "\(shown(found)); \(place) \(expected == nil ? "are" : "say") \(shown(expected))"
            findings.append(finding(row, "\(column) is \(difference)"))
        }
        checkSentence(of: row, text, &findings)
    }

    /// Whether the words of `sentence_text` stand in the text.
    private func checkSentence(of row: DatasetRow, _ text: ScalarText, _ findings: inout [Finding]) {
        guard let sentence = row.text("sentence_text"), !sentence.isEmpty else { return }
        let place =
            row.spans("cue_spans").first ?? row.table.spanTexts.lazy.compactMap { row.spans($0.spans).first }.first
        let byte = place.map { text.byteOffset(ofScalar: max(0, $0.lowerBound)) } ?? 0
        if text.occurrence(of: sentence, around: byte) == nil {
            findings.append(finding(row, "sentence_text is not in the article: \(quoted(sentence))"))
        }
    }

    private func shown(_ text: String?) -> String { text.map(quoted) ?? "null" }

    private func finding(_ row: DatasetRow, _ what: String) -> Finding {
        Finding(file: row.table.lines, line: row.line, what: what)
    }
}

extension Table {
    /// The columns whose text is that of spans, with the column of these.
    var spanTexts: [(text: String, spans: String)] {
        switch name {
        case Table.attributions.name:
            [("content_text", "content_spans"), ("cue_text", "cue_spans"), ("source_text", "source_spans")]
        case Table.quotes.name: [("quote_text", "quote_spans")]
        case Table.numericClaims.name: [("surface", "claim_spans")]
        default: []
        }
    }
}
