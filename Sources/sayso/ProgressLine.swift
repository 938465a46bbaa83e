import Assembly

/// The live line on a terminal: articles, rows, MB/s, time left.
final class ProgressLine {
    private let width: Int
    private let write: (String) -> Void
    private var lastDrawn: Duration?

    /// - Parameters:
    ///   - width: columns of the terminal.
    ///   - write: where the line goes, with the control sequences that redraw it.
    init(width: Int, write: @escaping (String) -> Void) {
        self.width = width
        self.write = write
    }

    /// Draws at most ten times a second.
    func show(_ progress: RunProgress) {
        if let lastDrawn, progress.elapsed - lastDrawn < .milliseconds(100) { return }
        lastDrawn = progress.elapsed
        // One column short, because some terminals wrap in the last one.
        write("\r" + Self.text(progress).prefix(max(0, width - 1)) + "\u{1B}[K")
    }

    /// Takes the line away. Nothing is written when none was drawn.
    func clear() {
        if lastDrawn != nil { write("\r\u{1B}[K") }
        lastDrawn = nil
    }

    /// "1,204 articles · 8,310 rows · 9.8 MB/s · 0:12 left"; a part that is not known yet is left out.
    static func text(_ progress: RunProgress) -> String {
        var parts = ["\(grouped(progress.articles)) articles", "\(grouped(progress.rows)) rows"]
        let seconds = progress.elapsed / .seconds(1)
        if seconds >= 0.1 {
            let tenths = Int(Double(progress.bytes) / seconds / 100_000)
            parts.append("\(tenths / 10).\(tenths % 10) MB/s")
        }
        if seconds >= 1, let total = progress.totalBytes, progress.bytes > 0, total >= progress.bytes {
            let left = seconds * Double(total - progress.bytes) / Double(progress.bytes)
            if left < 360_000 { parts.append("\(clock(Int(left.rounded(.up)))) left") }
        }
        return parts.joined(separator: " · ")
    }

    /// "1,234,567"
    static func grouped(_ number: Int) -> String {
        var text = String(number)
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return text
    }

    /// "0:07", "12:34", "1:02:03"
    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
