import TextModel

/// The pieces of reported content of an article, for finding the innermost one around a place.
struct AttributedContents {
    private struct Piece {
        var span: Span
        var attribution: Int
        /// The innermost earlier piece that holds this one's start; -1 when none does.
        var enclosing: Int
    }

    private var pieces: [Piece] = []
    let saidTimes: [Span]

    init(_ attributions: [Attribution]) {
        saidTimes = attributions.compactMap(\.saidTime).sorted()
        for (index, attribution) in attributions.enumerated() {
            for span in attribution.content { pieces.append(Piece(span: span, attribution: index, enclosing: -1)) }
        }
        // An outer piece stands before those that begin at the same place.
        pieces.sort {
            $0.span.start != $1.span.start
                ? $0.span.start < $1.span.start
                : $0.span.end != $1.span.end ? $0.span.end > $1.span.end : $0.attribution < $1.attribution
        }
        var open: [Int] = []
        for index in pieces.indices {
            while let last = open.last, pieces[last].span.end <= pieces[index].span.start { open.removeLast() }
            pieces[index].enclosing = open.last ?? -1
            open.append(index)
        }
    }

    /// The innermost piece that holds a span.
    func innermost(_ span: Span) -> (attribution: Int, content: Span)? {
        var index = pieces.partitioningIndex { $0.span.start > span.start } - 1
        while index >= 0 {
            if pieces[index].span.contains(span) { return (pieces[index].attribution, pieces[index].span) }
            index = pieces[index].enclosing
        }
        return nil
    }

    /// Whether a time phrase says when something was said, not when it is so.
    func isSaidTime(_ span: Span) -> Bool {
        let next = saidTimes.partitioningIndex { $0.start >= span.end }
        return next > 0 && saidTimes[next - 1].overlaps(span)
    }
}
