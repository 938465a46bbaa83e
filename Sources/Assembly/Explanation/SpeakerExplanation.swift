import TextModel

/// Tells what a dataset knows of a speaker.
struct SpeakerExplanation {
    private let dataset: DatasetFolder
    private static let quotes = 5

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    func lines(_ row: DatasetRow) throws(AssemblyError) -> [MarkedLine] {
        let id = row.text("speaker_id") ?? ""
        var lines = LabelledLines("speaker \(id) in \(dataset.name)")
        lines.add("name", row.text("name"))
        lines.add("kind", row.text("kind"))
        lines.add("role", row.text("role"))
        lines.add("affiliation", row.text("affiliation"))
        lines.add("variants", row.list("variants").map { "“\(shortened($0, to: 80))”" }.joined(separator: ", "))
        lines.add("rows", counts(row))
        lines.add("seen", seen(row))
        let search = RowSearch(dataset: dataset)
        let quotes = try search.rows(in: .quotes, where: "speaker_id", is: id, limit: Self.quotes)
        for (index, quote) in quotes.enumerated() {
            lines.add(index == 0 ? "quotes" : "", quote.text("quote_text").map { shortened($0) })
            lines.addBelow(quote.text("quote_id").map { "    \($0)" })
        }
        let more = (row.integer("quotes") ?? 0) - quotes.count
        if more > 0 { lines.addBelow("and \(more) more") }
        return lines.lines
    }

    private func counts(_ row: DatasetRow) -> String {
        let articles = row.integer("articles") ?? 0
        let counts = ["attributions", "quotes", "numeric_claims"].map { "\(row.integer($0) ?? 0) \($0)" }
        return counts.joined(separator: ", ") + " in \(articles) article\(articles == 1 ? "" : "s")"
    }

    /// "2018-06-12 to 2018-09-10"; nil when none of the articles is dated.
    private func seen(_ row: DatasetRow) -> String? {
        guard let first = row.text("first_seen"), let last = row.text("last_seen") else { return nil }
        return first == last ? first : "\(first) to \(last)"
    }
}
