import TextModel

extension LabelledLines {
    /// An article's title, url and file. Nothing for nil, as when the dataset is damaged.
    mutating func add(article: DatasetRow?) {
        guard let article else { return }
        let id = article.text("article_id") ?? ""
        add("article", article.text("title").map { "\(shortened($0)) (\(id))" } ?? id)
        addBelow(article.text("url"))
        let record = article.integer("record") ?? 1
        addBelow(article.text("file").map { record == 1 ? $0 : "\($0), record \(record)" })
    }

    /// The rule's name, what it means, and how sure its rows are.
    mutating func addRule(of row: DatasetRow) {
        guard let rule = row.text("rule") else { return }
        add("rule", rule)
        addBelow(RuleMeaning.of(rule))
        add("confidence", row.shown("confidence"))
    }
}
