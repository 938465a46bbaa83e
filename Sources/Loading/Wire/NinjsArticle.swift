import TextModel

/// An item of IPTC ninjs, versions 1 to 3, whose body is HTML or stands in a list of bodies.
///
/// An item with `body_text` is an ordinary record (see `ArticleField`) and does not come here.
enum NinjsArticle {
    /// - Returns: nil when the object is no news item with a body.
    static func read(
        _ item: JSONValue, _ origin: Origin, defaults: ArticleDefaults, limits: LoadingLimits
    ) throws(Reject) -> Article? {
        guard let body = body(of: item) else { return nil }
        let title =
            item["headline"]?.cleanText ?? main(of: item["headlines"])?["value"]?.cleanText ?? item["title"]?.cleanText
        var text = ArticleText()
        text.append(HTMLArticle.blocks(ofFragment: body), title: title)
        let id = item["uri"]?.cleanText
        if text.bytes.isBlank {
            throw Reject(
                origin: origin, givenID: id, code: .emptyArticle, message: "the body is empty or white space only")
        }
        if text.bytes.count > limits.articleBytes { throw .tooLarge(at: origin, limit: limits.articleBytes) }
        let byline =
            item["byline"]?.cleanText ?? item["by"]?.cleanText ?? main(of: item["bylines"])?["value"]?.cleanText
            ?? main(of: item["bylines"])?["byline"]?.cleanText
        return Article(
            givenID: id, text: text.bytes, title: title, byline: byline,
            published: item["versioncreated"]?.cleanText ?? item["contentcreated"]?.cleanText
                ?? item["firstcreated"]?.cleanText,
            url: item["url"]?.cleanText ?? id.flatMap { $0.hasPrefix("http") ? $0 : nil },
            site: item["copyrightholder"]?.cleanText ?? defaults.site,
            language: item["language"]?.cleanText ?? defaults.language, origin: origin, layout: text.layout)
    }

    private static func body(of item: JSONValue) -> String? {
        for name in ["body_xhtml", "body_html", "body_text"] {
            if let body = item[name]?.text, !body.isEmpty { return body }
        }
        let bodies = item["bodies"]?.elements.filter { !($0["value"]?.text ?? "").isEmpty } ?? []
        // HTML keeps paragraphs and quotations apart.
        let html = bodies.first { $0["contenttype"]?.text?.contains("html") ?? false }
        return (html ?? main(of: .array(bodies)))?["value"]?.text
    }

    /// The entry whose role is "main", else the first.
    private static func main(of list: JSONValue?) -> JSONValue? {
        guard let entries = list?.elements else { return nil }
        return entries.first { $0["role"]?.text?.lowercased().hasSuffix("main") ?? false } ?? entries.first
    }
}
