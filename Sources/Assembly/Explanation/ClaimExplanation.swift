import TextModel

/// Tells why a numeric claim stands in a dataset, and how its number was read.
struct ClaimExplanation {
    private let dataset: DatasetFolder
    private var search: RowSearch { RowSearch(dataset: dataset) }

    init(_ dataset: DatasetFolder) { self.dataset = dataset }

    func lines(_ row: DatasetRow) throws(AssemblyError) -> [MarkedLine] {
        var lines = LabelledLines("numeric claim \(row.text("claim_id") ?? "") in \(dataset.name)")
        let article = try row.text("article_id").flatMap { id throws(AssemblyError) in
            try search.row(id, in: .articles)
        }
        lines.addApart(
            article.flatMap { passage(row, in: $0) } ?? row.text("sentence_text").map { MarkedLine(shortened($0)) })
        lines.add("reading", reading(row))
        lines.add("unit", row.text("unit").map { unit in row.text("unit_surface").map { "\(unit) (“\($0)”)" } ?? unit })
        lines.add("counted", row.text("counted").map { shortened($0) })
        lines.add("subject", row.text("subject").map { shortened($0) })
        lines.add("predicate", row.text("predicate"))
        lines.add("modality", row.text("modality").map { row["negated"] == .boolean(true) ? "\($0), denied" : $0 })
        lines.add("time", time(row))
        lines.addRule(of: row)
        lines.add("runner-up", "none: numbers are read by rule, the first that fits")
        if let id = row.text("attribution_id") {
            lines.add("said by", try search.row(id, in: .attributions).map(AttributionExplanation.summary) ?? id)
            lines.add("speaker", AttributionExplanation.speaker(row))
        } else {
            lines.add("said by", "the article itself")
        }
        lines.add(article: article)
        return lines.lines
    }

    /// "between 5 and 8", as "low 5, high 8, range; a count".
    private func reading(_ row: DatasetRow) -> String {
        var parts = ["value", "low", "high"].compactMap { name in row.shown(name).map { "\(name) \($0)" } }
        parts += [row.text("bound"), row.text("kind")].compactMap { $0 }
        if let change = row.text("change"), change != Change.none.rawValue { parts.append("change \(change)") }
        return parts.joined(separator: ", ")
    }

    private func time(_ row: DatasetRow) -> String? {
        guard let words = row.text("time_text") else { return nil }
        switch (row.text("time_start"), row.text("time_end")) {
        case (let first?, let last?): return first == last ? "\(words) (\(first))" : "\(words) (\(first) to \(last))"
        case (let first?, nil): return "\(words) (from \(first))"
        case (nil, let last?): return "\(words) (until \(last))"
        case (nil, nil): return words
        }
    }

    private func passage(_ row: DatasetRow, in article: DatasetRow) -> MarkedLine? {
        guard let text = article.text("text").map(ScalarText.init) else { return nil }
        let claims = row.spans("claim_spans").compactMap(text.byteRange)
        let sentence = row.text("sentence_text").flatMap {
            text.occurrence(of: $0, around: claims.first?.lowerBound ?? 0)
        }
        var marks = claims.map { MarkedPassage.Mark(label: "claim", range: $0) }
        if let claim = claims.first, let sentence, let counted = row.text("counted"),
            let place = nearest(counted, to: claim, in: sentence, of: text)
        {
            marks.append(MarkedPassage.Mark(label: "counted", range: place))
        }
        return MarkedPassage(of: text, sentence: sentence, marks: marks).line
    }

    /// The dataset does not say where the thing counted stands; it mostly follows its number.
    private func nearest(
        _ words: String, to claim: Range<Int>, in sentence: Range<Int>, of text: ScalarText
    ) -> Range<Int>? {
        let wanted = Array(words.utf8)
        return text.find(wanted, in: claim.upperBound..<max(claim.upperBound, sentence.upperBound))
            ?? text.find(wanted, in: min(sentence.lowerBound, claim.lowerBound)..<claim.lowerBound)
            ?? text.find(wanted, in: claim)
    }
}
