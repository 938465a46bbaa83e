/// A text with marked stretches: `⟦` *header* `|` *words* `⟧`, one perhaps within another.
package struct Marks {
    /// Without the marks.
    package private(set) var text: [UInt8] = []
    /// Each header with the byte offsets of its words, in the order in which the marks end.
    package private(set) var all: [(header: String, bytes: Range<Int>)] = []

    /// - Returns: nil when a mark has no end, no beginning or no header.
    package init?(_ marked: String) {
        var open: [(header: String, start: Int)] = []
        var rest = marked[...]
        while let mark = rest.firstIndex(where: { $0 == "⟦" || $0 == "⟧" }) {
            text.append(contentsOf: rest[..<mark].utf8)
            let isOpening = rest[mark] == "⟦"
            rest = rest[rest.index(after: mark)...]
            if isOpening {
                guard let bar = rest.firstIndex(of: "|") else { return nil }
                open.append((String(rest[..<bar]), text.count))
                rest = rest[rest.index(after: bar)...]
            } else {
                guard let (header, start) = open.popLast() else { return nil }
                all.append((header, start..<text.count))
            }
        }
        guard open.isEmpty else { return nil }
        text.append(contentsOf: rest.utf8)
    }
}
