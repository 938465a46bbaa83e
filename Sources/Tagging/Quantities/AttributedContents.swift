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
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0 {
            if pieces[index].span.contains(span) { return (pieces[index].attribution, pieces[index].span) }
            index = pieces[index].enclosing
        }
        return nil
    }

    /// The tokens of a sentence where content begins, in order; where several begin, there are as many.
    func startTokens(in range: Range<Int>, _ tokens: Tokens) -> [Int] {
        guard !pieces.isEmpty, let last = range.last else { return [] }
        var low = 0
        var high = pieces.count
        let start = tokens.starts[range.lowerBound]
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].span.start < start { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        var token = range.lowerBound
        while low < pieces.count, pieces[low].span.start <= tokens.starts[last] {
            while token < last, tokens.starts[token] < pieces[low].span.start { token += 1 }
            found.append(token)
            low += 1
        }
        return found
    }

    /// Whether a time phrase says when something was said, not when it is so.
    func isSaidTime(_ span: Span) -> Bool {
        var low = 0
        var high = saidTimes.count
        while low < high {
            let middle = (low + high) / 2
            if saidTimes[middle].start < span.end { low = middle + 1 } else { high = middle }
        }
        return low > 0 && saidTimes[low - 1].overlaps(span)
    }
}
