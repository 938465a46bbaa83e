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
    /// (`<h1>`, `<time>`, elements called byline or date).
    init(_ tree: MarkupTree, outline: PageOutline, content: Int?) {
        let found = HeadFindings(tree)
        let linked = LinkedData(scripts: found.scripts)
        let heading = Self.heading(tree, near: content)
        let naming = PageTitle(found: found, linked: linked, heading: heading?.text)
        let region = PageRegion(outline, content: content, heading: heading?.node)
        title = naming.title()
        url = found.canonical ?? found.meta("og:url") ?? linked?.url
        if let url = url, !url.hasPrefix("http") { self.url = nil }
        site = naming.site() ?? found.meta("application-name") ?? url.flatMap(Self.host)
        byline = PageByline(linked: linked, found: found, tree: tree, region: region, site: site).text()
        published =
            linked?.published
            ?? found.meta(
                "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
                "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
                "article.published", "published_time", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date",
                "date", "citation_publication_date", "citation_online_date", "cxenseparse:recs:publishtime",
                "originalpublicationdate", "article_date_original", "rnews:datepublished", "dc.created")
            ?? PageDate.text(tree, region) ?? url.flatMap(PageDate.inAddress)
        language = found.language ?? linked?.language ?? found.meta("content-language", "og:locale", "dc.language")
        language = language?.replacing("_", with: "-")
        body = linked?.body
    }

    /// The host of an address, without "www."; nil when it has none.
    static func host(of url: String) -> String? {
        guard let range = url.firstRange(of: "://") else { return nil }
        let host = url[range.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
        guard !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The first `<h1>` in or before the content that is not the site's logo.
    private static func heading(_ tree: MarkupTree, near content: Int?) -> (node: Int, text: String)? {
        let headings = tree.elements(.h1).compactMap { node in tree.string(node).map { (node: node, text: $0) } }
        guard let content else { return headings.first }
        let inside = headings.first { $0.node >= content && $0.node < tree.end(content) }
        return inside ?? headings.last { $0.node < content } ?? headings.first
    }
}
