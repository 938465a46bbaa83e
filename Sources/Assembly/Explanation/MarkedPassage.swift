/// The part of an article that explains a row, with the row's spans marked: `⟦source|The mayor⟧ ⟦cue|said⟧ …`.
///
/// A sentence and short spans are shown in full. Of what is long, the beginning and the end are, with "…" between.
struct MarkedPassage {
    struct Mark {
        let label: String
        /// In bytes of the text.
        let range: Range<Int>
    }

    private let text: ScalarText
    /// What is shown: sorted, apart from each other.
    private let shown: [Range<Int>]
    private let marks: [Mark]

    /// Bytes that are shown whole.
    private static let whole = 2000
    private static let context = 80
    private static let longSpan = (limit: 800, beginning: 500, end: 200)

    /// - Parameter sentence: nil when it is not known where it stands.
    init(of text: ScalarText, sentence: Range<Int>?, marks: [Mark]) {
        self.text = text
        self.marks = marks.filter { !$0.range.isEmpty }
        let ranges = (sentence.map { [$0] } ?? []) + self.marks.map(\.range)
        guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else {
            shown = []
            return
        }
        // Without its sentence a span gets some words around it instead.
        let window =
            sentence == nil ? text.words(around: start - Self.context..<end + Self.context) : start..<end
        let isShort = window.count <= Self.whole
        shown =
            isShort
            ? [window] : Self.merged(ranges.flatMap { Self.edges(of: $0, in: text) }.map { $0.clamped(to: window) })
    }

    /// Without pieces when there is nothing to show.
    var line: MarkedLine {
        var line = Line()
        var open: [Mark] = []
        for (index, part) in shown.enumerated() {
            if index > 0 { line.appendEllipsis() }
            var position = part.lowerBound
            for edge in edges(in: part) {
                line.append(text.bytes[position..<edge])
                position = edge
                close(at: edge, &open, &line)
                for mark in marks(from: edge) {
                    line.append(opening: mark.label)
                    open.append(mark)
                }
            }
            line.append(text.bytes[position..<part.upperBound])
        }
        for _ in open { line.appendClosing() }
        return MarkedLine(line.finished())
    }

    /// With plain marks; empty when there is nothing to show.
    var description: String { line.description }

    /// The marks that begin at a byte, the longest first.
    private func marks(from byte: Int) -> [Mark] {
        marks.filter { $0.range.lowerBound == byte }.sorted { $0.range.upperBound > $1.range.upperBound }
    }

    /// Where marks begin or end in a part, sorted.
    private func edges(in part: Range<Int>) -> [Int] {
        let edges = marks.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
        return Set(edges.filter { part.lowerBound <= $0 && $0 <= part.upperBound }).sorted()
    }

    /// Closes the marks that end here; one inside which another goes on is interrupted for it.
    private func close(at edge: Int, _ open: inout [Mark], _ line: inout Line) {
        guard let first = open.firstIndex(where: { $0.range.upperBound == edge }) else { return }
        let going = open[first...].filter { $0.range.upperBound != edge }
        for _ in open[first...] { line.appendClosing() }
        open.removeSubrange(first...)
        for mark in going {
            line.append(opening: mark.label)
            open.append(mark)
        }
    }

    private static func edges(of range: Range<Int>, in text: ScalarText) -> [Range<Int>] {
        if range.count <= longSpan.limit {
            return [text.words(around: range.lowerBound - context..<range.upperBound + context)]
        }
        return [
            text.words(around: range.lowerBound - context..<range.lowerBound + longSpan.beginning),
            text.words(around: range.upperBound - longSpan.end..<range.upperBound + context),
        ]
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// A line that grows; runs of blank space become one space, and none stands at its end.
    private struct Line {
        private var pieces: [MarkedLine.Piece] = []
        private var bytes: [UInt8] = []
        /// Whether a blank would be the first of its run.
        private var mayBeBlank = false

        mutating func append(_ source: ArraySlice<UInt8>) {
            for byte in source {
                let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
                if !isBlank {
                    bytes.append(byte)
                } else if mayBeBlank {
                    bytes.append(UInt8(ascii: " "))
                }
                mayBeBlank = !isBlank
            }
        }

        mutating func append(opening label: String) {
            flush()
            pieces.append(.opening(label))
            mayBeBlank = true
        }

        mutating func appendClosing() {
            flush()
            pieces.append(.closing)
            mayBeBlank = true
        }

        mutating func appendEllipsis() {
            if mayBeBlank { bytes.append(UInt8(ascii: " ")) }
            bytes += "… ".utf8
            mayBeBlank = false
        }

        mutating func finished() -> [MarkedLine.Piece] {
            if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
            flush()
            return pieces
        }

        private mutating func flush() {
            guard !bytes.isEmpty else { return }
            pieces.append(.text(String(decoding: bytes, as: UTF8.self)))
            bytes.removeAll(keepingCapacity: true)
        }
    }
}

extension ScalarText {
    /// The whole words that a stretch touches, which may reach over the ends of the text.
    fileprivate func words(around stretch: Range<Int>) -> Range<Int> {
        var start = min(max(0, stretch.lowerBound), bytes.count)
        var end = max(start, min(bytes.count, stretch.upperBound))
        while start > 0, !isBlank(start - 1) { start -= 1 }
        while end < bytes.count, !isBlank(end) { end += 1 }
        return start..<end
    }

    private func isBlank(_ index: Int) -> Bool { bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) }
}
