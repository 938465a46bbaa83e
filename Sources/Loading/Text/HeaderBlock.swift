/// The lines at the top of a plain text file that say what the article is:
///
///     Title: Bridge reopens
///     Date: 2018-11-07
///
///     The bridge reopened on Wednesday …
///
/// Two such lines or more, every one with a known name, and a blank line behind them; anything less is text.
struct HeaderBlock {
    /// Values that are not empty; of names that repeat, all, joined by commas.
    private(set) var values: [ArticleField: String] = [:]
    /// The article without the header and its blank lines.
    private(set) var body: ArraySlice<UInt8>

    private static let longestHeader = 32

    static let fields: [String: ArticleField] = [
        "id": .id, "title": .title, "headline": .title, "byline": .byline, "author": .byline, "authors": .byline,
        "by": .byline, "date": .published, "published": .published, "url": .url, "link": .url, "site": .site,
        "source": .site, "publication": .site, "publisher": .site, "language": .language, "lang": .language,
    ]

    /// The header that a text begins with, of whichever kind; nil when it begins with none.
    static func first(of text: ArraySlice<UInt8>) -> HeaderBlock? {
        HeaderBlock(of: text) ?? FrontMatter.read(text) ?? MessageHeader.read(text)
    }

    init(values: [ArticleField: String], body: ArraySlice<UInt8>) {
        self.values = values
        self.body = body
        skipBlankLines()
    }

    /// - Returns: nil when the text does not begin with a header.
    init?(of text: ArraySlice<UInt8>) {
        body = text
        var lineCount = 0
        while true {
            let line = Self.takeLine(&body)
            if line.isASCIIWhiteSpace { break }
            guard lineCount < Self.longestHeader, let (field, value) = Self.entry(line) else { return nil }
            lineCount += 1
            guard !value.isEmpty else { continue }
            values[field] = values[field].map { "\($0), \(value)" } ?? value
        }
        guard lineCount >= 2 else { return nil }
        skipBlankLines()
    }

    private mutating func skipBlankLines() {
        while !body.isEmpty {
            var rest = body
            guard Self.takeLine(&rest).isASCIIWhiteSpace else { break }
            body = rest
        }
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (ArticleField, String)? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 16 else { return nil }
        let name = String(decoding: line[..<colon].trimmed, as: UTF8.self).lowercased()
        guard let field = fields[name] else { return nil }
        return (field, String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self))
    }

    /// Removes the first line with its line end from `text`; the line has its CR still.
    static func takeLine(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
        defer { text = text[end...].dropFirst() }
        return text[..<end]
    }
}
