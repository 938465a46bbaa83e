/// When the article of a page was published, as the page says it.
enum PageDate {
    private static let words = NameWords([
        .date: [
            "author", "byline", "date", "dateline", "posted", "published", "pubdate", "publishdate", "timestamp",
            "time",
        ],
        .aside: [
            "update", "updated", "modified", "comment", "comments", "picker", "related", "current", "today",
        ],
    ])

    /// `itemprop="datePublished"`, `<time>`, or an element that is called date or byline and has one in it.
    static func text(_ tree: MarkupTree, _ region: PageRegion) -> String? {
        let stated =
            tree.count == 0
            ? nil
            : (0..<tree.count).lazy.filter {
                tree.value($0, .itemprop)?.elementsEqual("datePublished".utf8) ?? false
            }.compactMap { date(at: $0, tree) }.first
        return stated
            ?? region.first { node in
                guard tree.end(node) - node < 60 else { return nil }
                if tree.names[node] == .time { return date(at: node, tree) }
                guard region.meanings(of: node, by: words) == .date else { return nil }
                return tree.string(node, limit: 200).flatMap(WrittenDate.iso)
                    ?? tree.string(node, .title).flatMap(WrittenDate.iso)
            }
    }

    /// A value for machines as it is, one for readers as ISO 8601.
    private static func date(at node: Int, _ tree: MarkupTree) -> String? {
        for value in [tree.string(node, .datetime), tree.string(node, .content), tree.string(node, .title)] {
            if let value, value.utf8.count <= 40, WrittenDate.beginsWithISO(value) { return value }
        }
        let written = tree.string(node, .datetime) ?? tree.string(node, .content) ?? tree.string(node, limit: 200)
        return written.flatMap(WrittenDate.iso)
    }

    /// The date in an address such as `/2018/11/07/bridge`, as ISO 8601.
    static func inAddress(_ url: String) -> String? {
        let parts = url.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }).map(
            Array.init)
        func number(_ part: [UInt8], _ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
            guard digits.contains(part.count), let number = Int(String(decoding: part, as: UTF8.self)) else {
                return nil
            }
            return range.contains(number) ? number : nil
        }
        for index in parts.indices {
            if index + 2 < parts.count, let year = number(parts[index], 1990...2099, digits: 4...4),
                let month = number(parts[index + 1], 1...12, digits: 1...2),
                let day = number(parts[index + 2], 1...31, digits: 1...2)
            {
                return WrittenDate.text(year, month, day)
            }
            let words = parts[index].split(separator: UInt8(ascii: "-")).map(Array.init)
            if words.count >= 3, let year = number(words[0], 1990...2099, digits: 4...4),
                let month = number(words[1], 1...12, digits: 2...2), let day = number(words[2], 1...31, digits: 2...2)
            {
                return WrittenDate.text(year, month, day)
            }
        }
        return nil
    }
}
