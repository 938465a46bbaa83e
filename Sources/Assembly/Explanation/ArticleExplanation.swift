import TextModel

/// Tells what a dataset knows of an article.
struct ArticleExplanation {
    private let dataset: DatasetFolder

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    func lines(_ row: DatasetRow) -> [MarkedLine] {
        var lines = LabelledLines("article \(row.text("article_id") ?? "") in \(dataset.name)")
        lines.add("title", row.text("title"))
        lines.add("byline", row.text("byline"))
        lines.add("published", row.text("published") ?? row.text("published_given"))
        lines.add("site", row.text("site"))
        lines.add("language", row.text("language"))
        lines.add("url", row.text("url"))
        let record = row.integer("record") ?? 1
        lines.add("file", row.text("file").map { record == 1 ? $0 : "\($0), record \(record)" })
        lines.add("given id", row.text("given_id"))
        lines.add("duplicate of", row.text("duplicate_of"))
        lines.add("words", row.shown("words"))
        lines.add("rows", counts(row))
        return lines.lines
    }

    private func counts(_ row: DatasetRow) -> String {
        ["attributions", "quotes", "numeric_claims"].map { "\(row.integer($0) ?? 0) \($0)" }.joined(separator: ", ")
    }
}
