/// Who wrote the article of a page, as the page says it.
struct PageByline {
    let linked: LinkedData?
    let found: HeadFindings
    let tree: MarkupTree
    let region: PageRegion
    let site: String?

    /// Best first: JSON-LD, meta tags, an element that is called author or byline.
    func text() -> String? {
        let authors = (linked?.authors ?? []).filter { isStatedName($0) }
        let metas = found.metas(
            [
                "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author",
                "dc.creator",
                "dc.contributor", "dcterms.creator", "citation_author", "article:author_name",
            ], where: { isStatedName(Self.withoutBy($0)) }
        ).map(Self.withoutBy)
        // JSON-LD of some systems has only the first.
        if let first = authors.first, authors.count == 1, let more = metas.first(where: { $0.hasPrefix(first + ",") }) {
            return more
        }
        if !authors.isEmpty { return Self.unique(authors).joined(separator: ", ") }
        if !metas.isEmpty { return Self.unique(metas).joined(separator: ", ") }
        return region.first(element)
            ?? found.metas(["twitter:data1"], where: { isStatedName($0) && $0.contains(" ") && !Self.hasDigit($0) })
            .first
    }

    private static let words = NameWords([
        .byline: ["author", "authors", "byline", "vcard"],
        .aside: ["comment", "comments", "bio", "image", "photo", "avatar", "related"],
    ])

    private func element(_ node: Int) -> String? {
        guard tree.end(node) - node < 60, isAuthor(node) else { return nil }
        // The innermost knows best: the outer one has the date and more in it.
        for inner in node + 1..<max(tree.end(node), node + 1) where !tree.isText(inner) && isAuthor(inner) {
            if let names = names(inside: inner) { return names }
        }
        return names(inside: node)
    }

    private func isAuthor(_ node: Int) -> Bool {
        isMarked(node) || region.meanings(of: node, by: Self.words) == .byline
    }

    private func isMarked(_ node: Int) -> Bool {
        tree.value(node, .rel)?.elementsEqual("author".utf8) ?? false
            || tree.value(node, .itemprop)?.elementsEqual("author".utf8) ?? false
    }

    private func names(inside node: Int) -> String? {
        let isLink = isMarked(node) && tree.names[node] == .a
        return lines(of: node).lazy.compactMap { Self.names(in: $0, isLink: isLink) }.first
    }

    /// The text of an element, cut where its blocks begin and end, and with a bar where a link ends and no list goes on.
    private func lines(of node: Int) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var linkEnd = 0
        func end() {
            let text = PageText.cleaned(line[...])
            if !text.isEmpty { lines.append(text) }
            line = []
        }
        for index in node..<tree.end(node) {
            if tree.isText(index) {
                let text = tree.text[tree.textRange(index)].prefix(400)
                let words = text.trimmed
                if index >= linkEnd, linkEnd > 0, !words.isEmpty {
                    linkEnd = 0
                    let goesOn =
                        words.first == UInt8(ascii: ",") || words.first == UInt8(ascii: "&")
                        || words.starts(with: "and".utf8)
                    if !goesOn { line += Array(" | ".utf8) }
                }
                line += text
            } else if tree.names[index].role != .inline {
                end()
            } else if tree.names[index] == .a {
                // "By" and the name in a link belong together; two links beside one another do not.
                if linkEnd > 0 { line += Array(" | ".utf8) }
                linkEnd = tree.end(index)
            }
        }
        end()
        return lines
    }

    /// The names in a line such as "By Ann Lee, Bob Roe | 7 November 2018"; nil when it has none.
    /// - Parameter isLink: whether it is the text of a link to an author, where a pen name may be one word.
    static func names(in line: String, isLink: Bool) -> String? {
        var text = line
        var hasBy = false
        let lowered = text.lowercased()
        if let by = lowered.hasPrefix("by") ? lowered.startIndex..<lowered.startIndex : lowered.firstRange(of: " by ") {
            let offset = lowered.utf8.distance(from: lowered.startIndex, to: by.lowerBound)
            var rest = Array(text.utf8).dropFirst(offset).drop { $0 == 0x20 }.dropFirst(2)
            if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
            if rest.first == 0x20 || rest.first.map({ (0x41...0x5A).contains($0) }) ?? false {
                text = String(decoding: rest.drop { $0 == 0x20 }, as: UTF8.self)
                hasBy = true
            }
        }
        for separator in [
            " | ", "|", " • ", " · ", " - ", " – ", " — ", " on ", " at ", "Updated", "Published", "Posted", " (", "@",
        ] {
            if let range = text.firstRange(of: separator) { text = String(text[..<range.lowerBound]) }
        }
        if !isLink || text.contains(" "), let digit = text.utf8.firstIndex(where: { (0x30...0x39).contains($0) }) {
            text = String(text[..<digit])
        }
        text = withoutBy(text)
        while let last = text.utf8.last, [0x20, 0x2C, 0x3A].contains(last) { text.removeLast() }
        guard isName(text), text.utf8.count <= 80 else { return nil }
        let words = text.split(separator: " ")
        // A name of one word needs more than a place.
        guard words.count > 1 || hasBy || isLink else { return nil }
        guard words.first?.first?.isUppercase ?? false || isLink else { return nil }
        return text
    }

    // MARK: Names

    static func withoutBy(_ text: String) -> String {
        let lowered = text.lowercased()
        for beginning in ["by: ", "by ", "author: ", "written by ", "posted by ", "published by ", "words by "]
        where lowered.hasPrefix(beginning) {
            return String(text.dropFirst(beginning.count))
        }
        return text
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private static let nobody: Set<String> = [
        "admin", "administrator", "author", "editor", "editorial", "guest", "root", "staff", "user", "webmaster",
        "none",
        "unknown", "null", "undefined",
    ]

    /// What stands where a name must: of one word or more, and neither an address nor a sentence nor the site.
    private func isStatedName(_ text: String) -> Bool {
        Self.isName(text) && (text.contains(" ") || !Self.nobody.contains(text.lowercased()) && text != site)
    }

    private static func isName(_ text: String) -> Bool {
        let utf8 = text.utf8
        return (2...120).contains(utf8.count) && !text.contains("://") && !text.contains("@") && !text.contains("{")
            && !text.hasPrefix("www.") && utf8.filter { $0 == UInt8(ascii: " ") }.count < 16
            && utf8.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
    }

    private static func hasDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }
}
