/// Lines of "label   text" for a person, the texts one below the other.
struct LabelledLines {
    private(set) var lines: [MarkedLine]
    private static let width = 12

    /// - Parameter heading: what is explained, as one line.
    init(_ heading: String) {
        lines = [MarkedLine(heading)]
    }

    /// Nothing for nil and for an empty text.
    mutating func add(_ label: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        lines.append(MarkedLine(label + String(repeating: " ", count: max(1, Self.width - label.count)) + text))
    }

    /// Another line of the label above.
    mutating func addBelow(_ text: String?) { add("", text) }

    /// A text on its own, between empty lines.
    mutating func addApart(_ line: MarkedLine?) {
        guard let line else { return }
        lines += [MarkedLine(), MarkedLine([.text("    ")] + line.pieces), MarkedLine()]
    }
}

/// A text on one line, cut to about so many characters between words.
func shortened(_ text: String, to length: Int = 160) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > length else { return words }
    let cut = words.prefix(length)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
}
