import TextModel

/// Tells why an attribution, or the quote that it is, stands in a dataset.
struct AttributionExplanation {
    private let dataset: DatasetFolder
    private var search: RowSearch { RowSearch(dataset: dataset) }

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    func lines(_ row: DatasetRow) throws(AssemblyError) -> [MarkedLine] {
        try lines("attribution \(row.text("attribution_id") ?? "") in \(dataset.name)", row, isQuote: false)
    }

    /// A quote is its attribution with its words.
    func lines(quote: DatasetRow) throws(AssemblyError) -> [MarkedLine] {
        let heading = "quote \(quote.text("quote_id") ?? "") in \(dataset.name)"
        guard let id = quote.text("attribution_id"), let row = try search.row(id, in: .attributions) else {
            throw .readFailed(path: dataset.name, reason: "the quote's attribution is missing")
        }
        return try lines(heading, row, isQuote: true)
    }

    private func lines(_ heading: String, _ row: DatasetRow, isQuote: Bool) throws(AssemblyError) -> [MarkedLine] {
        var lines = LabelledLines(heading)
        let article = try row.text("article_id").flatMap { id throws(AssemblyError) in
            try search.row(id, in: .articles)
        }
        lines.addApart(
            article.flatMap { passage(row, in: $0) } ?? row.text("sentence_text").map { MarkedLine(shortened($0)) })
        if isQuote { lines.add("attribution", row.text("attribution_id")) }
        lines.add("what", kind(row))
        lines.addRule(of: row)
        TraceExplanation(dataset).add(row, of: article, to: &lines)
        lines.add("source", Self.source(row))
        lines.add("speaker", Self.speaker(row))
        lines.add("via", row.text("via_text").map { "“\(shortened($0))”" })
        lines.add("said", said(row))
        if let id = row.text("parent_attribution_id") {
            lines.add("inside", try search.row(id, in: .attributions).map(Self.summary) ?? id)
        }
        lines.add(article: article)
        return lines.lines
    }

    private func passage(_ row: DatasetRow, in article: DatasetRow) -> MarkedLine? {
        guard let text = article.text("text").map(ScalarText.init) else { return nil }
        let marks = ["source", "cue", "content"].flatMap { role in
            row.spans(role + "_spans").compactMap(text.byteRange).map { MarkedPassage.Mark(label: role, range: $0) }
        }
        let anchor = marks.first { $0.label == "cue" } ?? marks.first { $0.label == "content" }
        let sentence = row.text("sentence_text").flatMap {
            text.occurrence(of: $0, around: anchor?.range.lowerBound ?? 0)
        }
        return MarkedPassage(of: text, sentence: sentence, marks: marks).line
    }

    /// "statement, direct; the saying is denied"
    private func kind(_ row: DatasetRow) -> String {
        var parts = [row.text("attitude"), row.text("content_type")].compactMap { $0 }.joined(separator: ", ")
        if let lemma = row.text("cue_lemma") { parts += "; cue “\(lemma)” (\(row.text("cue_kind") ?? "other"))" }
        if row["negated"] == .boolean(true) { parts += "; denied" }
        return parts
    }

    private func said(_ row: DatasetRow) -> String? {
        row.text("said_time_text").map { time in
            row.text("said_date").map { "\(time) (\($0))" } ?? time
        }
    }

    /// What the text names as the source: "“the press secretary” (person)".
    static func source(_ row: DatasetRow) -> String {
        guard let text = row.text("source_text") else { return "the text names none" }
        return "“\(shortened(text))”" + (row.text("source_kind").map { " (\($0))" } ?? "")
    }

    /// Whom that was resolved to.
    static func speaker(_ row: DatasetRow) -> String {
        guard let id = row.text("speaker_id") else { return "not resolved" }
        let facts = [row.text("speaker_role"), row.text("speaker_affiliation")].compactMap { $0 }
        return ([row.text("speaker_name") ?? ""] + facts).joined(separator: "; ") + " (\(id))"
    }

    /// An attribution on one line: "RIA reported “that …” (att_…)".
    static func summary(_ row: DatasetRow) -> String {
        let parts = [row.text("source_text"), row.text("cue_text")].compactMap { $0 }
        let content = row.text("content_text").map { "“\(shortened($0, to: 100))”" } ?? ""
        return (parts.map { shortened($0, to: 60) } + [content]).joined(separator: " ")
            + " (\(row.text("attribution_id") ?? ""))"
    }
}
