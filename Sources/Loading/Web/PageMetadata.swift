/// What a page says about its article outside of its text.
struct PageMetadata {
    var title: String?
    var byline: String?
    var published: String?
    var url: String?
    var site: String?
    var language: String?
    /// The text that JSON-LD gives, if it does.
    var body: String?

    /// Best first: JSON-LD, the meta tags of OpenGraph and of publishing systems, microdata, and what a reader sees
    /// (`<h1>`, `<time>`, an element called byline).
    init(_ tree: MarkupTree, outline: PageOutline, content: Int?) {
        var found = HeadFindings()
        found.read(tree)
        let linked = LinkedData(scripts: found.scripts)
        let heading = Self.heading(tree, near: content)
        let siteName = found.meta("og:site_name") ?? linked?.publisher
        let stated =
            linked?.headline ?? found.meta("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title")
        title = stated.map { Self.withoutSite($0, heading: heading, site: siteName) }
        // Some systems state the site or themselves in the place of the article's title.
        if linked?.headline == nil, let heading, let pageTitle = found.title, let stated = title,
            stated.utf8.count * 2 < heading.utf8.count, pageTitle.contains(heading), !pageTitle.contains(stated)
        {
            title = heading
        }
        title =
            title ?? found.title.map { Self.withoutSite($0, heading: heading, site: siteName, isGuess: true) }
            ?? heading
        if let heading, title == siteName { title = heading }
        byline = Self.byline(linked, found, tree, outline)
        published =
            linked?.published
            ?? found.meta(
                "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
                "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
                "article.published", "published_time", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
                "date", "citation_publication_date", "citation_online_date", "cxenseparse:recs:publishtime",
                "originalpublicationdate", "article_date_original", "rnews:datepublished", "dc.created")
            ?? Self.time(tree, outline, content)
        url = found.canonical ?? found.meta("og:url") ?? linked?.url
        site =
            found.meta("og:site_name", "application-name", "twitter:app:name:iphone") ?? linked?.publisher
            ?? found.meta("dc.publisher", "publisher")
        language = found.language ?? linked?.language ?? found.meta("content-language", "og:locale", "dc.language")
        language = language?.replacing("_", with: "-")
        if let url = url, !url.hasPrefix("http") { self.url = nil }
        if published == nil, let url { published = Self.date(in: url) }
        if site == nil, let url { site = Self.host(of: url) }
        body = linked?.body
    }

    /// The host of an address, without "www."; nil when it has none.
    static func host(of url: String) -> String? {
        guard let range = url.firstRange(of: "://") else { return nil }
        let host = url[range.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
        guard !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The date in an address such as `/2018/11/07/bridge`, as ISO 8601.
    static func date(in url: String) -> String? {
        let parts = url.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }).map(
            Array.init)
        func number(_ part: [UInt8], _ range: ClosedRange<Int>, digits: ClosedRange<Int>) -> Int? {
            guard digits.contains(part.count), let number = Int(String(decoding: part, as: UTF8.self)) else {
                return nil
            }
            return range.contains(number) ? number : nil
        }
        func text(_ year: Int, _ month: Int, _ day: Int) -> String {
            "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        for index in parts.indices {
            if index + 2 < parts.count, let year = number(parts[index], 1990...2099, digits: 4...4),
                let month = number(parts[index + 1], 1...12, digits: 1...2),
                let day = number(parts[index + 2], 1...31, digits: 1...2)
            {
                return text(year, month, day)
            }
            let words = parts[index].split(separator: UInt8(ascii: "-")).map(Array.init)
            if words.count >= 3, let year = number(words[0], 1990...2099, digits: 4...4),
                let month = number(words[1], 1...12, digits: 2...2), let day = number(words[2], 1...31, digits: 2...2)
            {
                return text(year, month, day)
            }
        }
        return nil
    }

    /// The first `<h1>` in or before the content that is not the site's logo.
    private static func heading(_ tree: MarkupTree, near content: Int?) -> String? {
        let headings = tree.elements(.h1).compactMap { node in tree.string(node).map { (node: node, text: $0) } }
        guard let content else { return headings.first?.text }
        let inside = headings.first { $0.node >= content && $0.node < tree.end(content) }
        return (inside ?? headings.last { $0.node < content } ?? headings.first)?.text
    }

    /// "Bridge reopens | The Daily" is "Bridge reopens".
    /// - Parameter isGuess: whether an ending that is not known as the site's name may be one.
    private static func withoutSite(
        _ title: String, heading: String?, site: String?, isGuess: Bool = false
    ) -> String {
        if let heading, heading.utf8.count >= 8, title.hasPrefix(heading) { return heading }
        for separator in [" | ", " – ", " — ", " - ", " » ", " :: "] {
            let parts = title.split(separator: separator)
            guard parts.count > 1, let last = parts.last else { continue }
            if String(last) == site { return parts.dropLast().joined(separator: separator) }
            // The longer end is the article's.
            if isGuess, parts[0].utf8.count >= last.utf8.count { return String(parts[0]) }
        }
        return title
    }

    private static func byline(
        _ linked: LinkedData?, _ found: HeadFindings, _ tree: MarkupTree, _ outline: PageOutline
    ) -> String? {
        if let authors = linked?.authors.filter(isName), !authors.isEmpty {
            return unique(authors).joined(separator: ", ")
        }
        let metas = found.metas(
            "author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
            "dc.contributor", "dcterms.creator", "citation_author", "article:author_name", "twitter:data1"
        ).map(withoutBy).filter(isName)
        if let first = metas.first { return first }
        for node in 0..<tree.count where !tree.isText(node) {
            let isAuthor =
                tree.value(node, .rel)?.elementsEqual("author".utf8) ?? false
                || tree.value(node, .itemprop)?.elementsEqual("author".utf8) ?? false
                || outline.meanings[node].contains(.byline)
            if isAuthor, tree.end(node) - node < 30, let text = tree.string(node).map(withoutBy), isName(text),
                text.utf8.count <= 80, !text.utf8.contains(where: { (0x30...0x39).contains($0) })
            {
                return text
            }
        }
        return nil
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private static func withoutBy(_ text: String) -> String {
        let lowered = text.lowercased()
        for beginning in ["by: ", "by ", "author: ", "written by ", "posted by ", "words by "]
        where lowered.hasPrefix(beginning) {
            return String(text.dropFirst(beginning.count))
        }
        return text
    }

    /// A name has two words or more, and is neither an address nor a sentence.
    private static func isName(_ text: String) -> Bool {
        let utf8 = text.utf8
        return (3...120).contains(utf8.count) && utf8.contains(UInt8(ascii: " ")) && !text.contains("://")
            && !text.contains("@") && !text.contains("{") && utf8.filter { $0 == UInt8(ascii: " ") }.count < 16
    }

    /// `<time datetime>` or `itemprop="datePublished"` in the content, else the last one before it.
    private static func time(_ tree: MarkupTree, _ outline: PageOutline, _ content: Int?) -> String? {
        var before: String?
        for node in 0..<tree.count where !tree.isText(node) {
            let isPublished = tree.value(node, .itemprop)?.elementsEqual("datePublished".utf8) ?? false
            guard isPublished || tree.names[node] == .time else { continue }
            guard let text = tree.string(node, .datetime) ?? tree.string(node, .content) ?? tree.string(node),
                text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) })
            else { continue }
            if isPublished { return text }
            guard let content else { return text }
            if node >= tree.end(content) { return before ?? text }
            if node >= content { return before ?? text }
            before = text
        }
        return before
    }
}

/// What is read from a page in one pass: meta tags, links, scripts.
private struct HeadFindings {
    private var metas: [String: [String]] = [:]
    var title: String?
    var canonical: String?
    var language: String?
    var scripts: [ArraySlice<UInt8>] = []

    mutating func read(_ tree: MarkupTree) {
        for node in 0..<tree.count {
            switch tree.names[node] {
            case .meta:
                guard let content = tree.string(node, .content),
                    let name = tree.string(node, .property) ?? tree.string(node, .name)
                        ?? tree.string(node, .httpEquiv) ?? tree.string(node, .itemprop)
                else { continue }
                metas[name.lowercased(), default: []].append(content)
            case .title where title == nil: title = tree.string(node)
            case .html where language == nil:
                language = tree.string(node, .lang)
            case .link where canonical == nil:
                if tree.value(node, .rel)?.elementsEqual("canonical".utf8) ?? false {
                    canonical = tree.string(node, .href)
                }
            case .script:
                guard let type = tree.string(node, .type), type.lowercased().hasPrefix("application/ld+json"),
                    node + 1 < tree.end(node), tree.isText(node + 1)
                else { continue }
                scripts.append(tree.text[tree.textRange(node + 1)])
            default: continue
            }
        }
    }

    /// The first that is there, in the order of the names.
    func meta(_ names: String...) -> String? {
        names.lazy.compactMap { metas[$0]?.first }.first
    }

    func metas(_ names: String...) -> [String] { names.flatMap { metas[$0] ?? [] } }
}
