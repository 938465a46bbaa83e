/// What a page says about its article in JSON-LD (schema.org).
struct LinkedData {
    var headline: String?
    var authors: [String] = []
    var published: String?
    var url: String?
    var publisher: String?
    var language: String?
    var body: String?

    /// The types of schema.org that are articles, in small letters.
    private static let articleTypes: Set<String> = [
        "article", "newsarticle", "analysisnewsarticle", "askpublicnewsarticle", "backgroundnewsarticle",
        "opinionnewsarticle", "reportagenewsarticle", "reviewnewsarticle", "blogposting", "liveblogposting",
        "socialmediaposting", "discussionforumposting", "scholarlyarticle", "medicalscholarlyarticle", "techarticle",
        "report", "satiricalarticle", "advertisercontentarticle",
    ]

    /// - Parameter scripts: the contents of the page's `<script type="application/ld+json">`, in order.
    /// - Returns: nil when neither an article nor a page is described; of a page no headline is taken, which names the site
    ///   too.
    init?(scripts: [ArraySlice<UInt8>]) {
        var nodes: [JSONValue] = []
        for script in scripts {
            do throws(JSONFault) {
                Self.collect(try JSONValue(parsing: Self.tidied(script)[...]), into: &nodes)
            } catch {
                // Broken JSON-LD says nothing; the page has other ways to say it.
                continue
            }
        }
        let stated = nodes.first(where: Self.isArticle)
        guard let article = stated ?? nodes.first(where: { $0["datePublished"]?.cleanText != nil }) else { return nil }
        var byID: [String: JSONValue] = [:]
        for node in nodes {
            if let id = node["@id"]?.text { byID[id] = node }
        }
        func resolved(_ value: JSONValue?) -> JSONValue? {
            guard let value else { return nil }
            if value["name"] == nil, let id = value["@id"]?.text, let node = byID[id] { return node }
            return value
        }
        if stated != nil { headline = article["headline"]?.cleanText ?? article["name"]?.cleanText }
        for author in article["author"]?.elements ?? article["creator"]?.elements ?? [] {
            if let name = author.cleanText ?? resolved(author)?["name"]?.cleanText { authors.append(name) }
        }
        published = article["datePublished"]?.cleanText ?? article["dateCreated"]?.cleanText
        url =
            article["url"]?.cleanText ?? article["mainEntityOfPage"]?.cleanText
            ?? article["mainEntityOfPage"]?["@id"]?.cleanText
        publisher = resolved(article["publisher"]?.elements.first)?["name"]?.cleanText
        language = article["inLanguage"]?.cleanText
        body = article["articleBody"]?.text
    }

    /// Objects wherever pages put them: alone, in a list, in `@graph`, one level inside another.
    private static func collect(_ value: JSONValue, into nodes: inout [JSONValue]) {
        for element in value.elements {
            guard case .object(let members) = element else { continue }
            nodes.append(element)
            for name in ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"] {
                for inner in members[name]?.elements ?? [] {
                    guard case .object(let innerMembers) = inner else { continue }
                    nodes.append(inner)
                    for author in (innerMembers["author"]?.elements ?? []) + (innerMembers["publisher"]?.elements ?? [])
                    {
                        if case .object = author { nodes.append(author) }
                    }
                }
            }
        }
    }

    private static func isArticle(_ value: JSONValue) -> Bool {
        (value["@type"]?.elements ?? []).contains { type in
            guard let name = type.text?.lowercased() else { return false }
            return articleTypes.contains(name.split(separator: "/").last.map(String.init) ?? name)
        }
    }

    /// Line breaks inside strings are common, and no JSON; a blank means the same.
    private static func tidied(_ script: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = script.map { $0 < 0x20 ? 0x20 : $0 }
        for (open, close) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("/*<![CDATA[*/", "/*]]>*/")] {
            let content = bytes.trimmed
            if content.starts(with: open.utf8), content.suffix(close.utf8.count).elementsEqual(close.utf8) {
                bytes = Array(content.dropFirst(open.utf8.count).dropLast(close.utf8.count))
            }
        }
        let content = bytes.trimmed
        return content.last == UInt8(ascii: ";") ? Array(content.dropLast()) : Array(content)
    }
}

extension JSONValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// In one line; nil when there is nothing.
    var cleanText: String? {
        guard let text, !text.isEmpty else { return nil }
        let cleaned = PageText.cleaned(Array(CharacterReferences.decoded(text).utf8)[...])
        return cleaned.isEmpty ? nil : cleaned
    }

    /// The elements of a list; anything else is a list of itself.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [self] } }
}
