import TextModel

/// Finds the stretches of a content that stand inside quotation marks, without the marks.
struct QuotedWords {
    private let article: SegmentedArticle
    /// For each quotation, the latest outermost one that does not open after it.
    private let outermost: [Int]

    /// - Complexity: O(*n*) in quotations.
    init(_ article: SegmentedArticle) {
        self.article = article
        var latest = 0
        outermost = article.quotations.enumerated().map { index, quotation in
            if quotation.depth == 0 { latest = index }
            return latest
        }
    }

    /// Sorted, disjoint spans in the content's pieces.
    ///
    /// A quotation that opens in a piece gives its interior; one inside it gives nothing more. A piece of a direct quote in
    /// which none opens stands whole in marks that opened before it, and so does what a mixed one without any mark of
    /// its own shares with the quotation around it. Reported speech has only the quotations that open in it: that it
    /// stands in somebody else's marks does not make its words quoted.
    /// - Complexity: O(log *n* + found) a piece.
    func spans(of content: [Span], type: ContentType) -> [Span] {
        var found: [Span] = []
        for piece in content {
            let before = found.count
            appendQuotationsOpening(in: piece, to: &found)
            if type == .direct, found.count == before { appendEnclosed(piece, to: &found) }
        }
        if type == .mixed, found.isEmpty { for piece in content { appendEnclosed(piece, to: &found) } }
        return found
    }

    private func appendQuotationsOpening(in piece: Span, to found: inout [Span]) {
        var end: Int32 = .min
        var index = firstOpening(atOrAfter: piece.start)
        while index < article.quotations.count, openingStart(index) < piece.end {
            if openingStart(index) >= end {
                let interior = article.span(ofTokens: article.quotations[index].interior)
                end = max(interior.end, openingStart(index) + 1)
                append(interior, within: piece, to: &found)
            }
            index += 1
        }
    }

    /// The part of the piece inside the outermost quotation that opened before it.
    private func appendEnclosed(_ piece: Span, to found: inout [Span]) {
        let next = firstOpening(atOrAfter: piece.start)
        guard next > 0 else { return }
        append(article.span(ofTokens: article.quotations[outermost[next - 1]].interior), within: piece, to: &found)
    }

    private func append(_ span: Span, within piece: Span, to found: inout [Span]) {
        let shared = Span(max(span.start, piece.start), min(span.end, piece.end))
        if !shared.isEmpty { found.append(shared) }
    }

    private func openingStart(_ index: Int) -> Int32 { article.tokens.starts[article.quotations[index].open] }

    private func firstOpening(atOrAfter byte: Int32) -> Int {
        article.quotations.indices.partitioningIndex { openingStart($0) >= byte }
    }
}
