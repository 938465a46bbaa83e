/// A spreadsheet's limit on the length of a cell.
enum CellLength {
    /// UTF-16 units.
    static let limit = 32_767

    static func isTooLong(_ text: String) -> Bool { text.utf8.count > limit && text.utf16.count > limit }

    /// Cuts after a whole character (grapheme cluster) and ends with "…"; after a whole scalar when one character alone
    /// is too long.
    /// - Returns: nil when the text fits.
    static func cut(_ text: String) -> String? {
        guard isTooLong(text) else { return nil }
        var units = 0
        var end = text.startIndex
        for index in text.indices {
            units += text[index].utf16.count
            if units > limit - 1 { break }
            end = text.index(after: index)
        }
        guard end == text.startIndex else { return text[..<end] + "…" }
        var start = String.UnicodeScalarView()
        units = 0
        for scalar in text.unicodeScalars {
            units += scalar.utf16.count
            if units > limit - 1 { break }
            start.append(scalar)
        }
        return String(start) + "…"
    }
}
