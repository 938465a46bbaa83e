import TextModel

/// One article of an XML document, as its format states it.
struct NewsEntry {
    var id: String?
    var title: String?
    var byline: String?
    var published: String?
    var url: String?
    var site: String?
    var language: String?
    var blocks: [PageBlock] = []
}

/// A parsed feed, NITF document or NewsML-G2 message.
struct NewsDocument {
    private let tree: MarkupTree
    private let outline: PageOutline
    private let root: Int?
    /// What a feed says for all of its entries; read once, or each entry would look through all others for it.
    private var feed = NewsEntry()

    init(_ tree: MarkupTree) {
        self.tree = tree
        outline = PageOutline(tree)
        root = (0..<tree.count).first { !tree.isText($0) }
        guard let root, [.rss, .rdf, .feed].contains(tree.names[root]) else { return }
        let channel = tree.names[root] == .feed ? root : tree.child(root, .channel)
        feed.site = text(channel, .title)
        feed.language = channel.flatMap { tree.string($0, .lang) } ?? text(channel, .language)
        feed.byline = channel.flatMap { tree.child($0, .author) }.flatMap { text($0, .name) }
    }

    /// Whether the root element is one of the formats', with articles in it or not.
    var isKnown: Bool {
        guard let root else { return false }
        return [.rss, .rdf, .feed, .nitf, .newsItem, .newsMessage].contains(tree.names[root])
    }

    /// The elements that are an article each.
    func entries() -> [Int] {
        guard let root else { return [] }
        switch tree.names[root] {
        case .rss, .rdf: return tree.elements(.item)
        case .feed: return tree.children(root, .entry)
        case .entry, .nitf: return [root]
        case .newsItem, .newsMessage: return tree.elements(.newsItem)
        default:
            // Parts of a message, as handbooks and archives have them.
            return tree.elements(.nitf)
        }
    }

    func entry(_ node: Int) -> NewsEntry {
        switch tree.names[node] {
        case .item: rss(node)
        case .entry: atom(node)
        case .nitf: nitf(node)
        default: newsML(node)
        }
    }

    private func text(_ node: Int?, _ names: MarkupName...) -> String? {
        guard let node else { return nil }
        for name in names {
            if let child = tree.child(node, name), let text = tree.string(child) {
                return CharacterReferences.decoded(text)
            }
        }
        return nil
    }

    private func rawText(_ node: Int) -> String {
        var bytes: [UInt8] = []
        for index in node..<tree.end(node) where tree.isText(index) { bytes += tree.text[tree.textRange(index)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func written(_ node: Int) -> [PageBlock] {
        var writer = PageWriter(outline)
        writer.write(node)
        return BlockFilter.shared.article(writer.blocks)
    }

    private func isAddress(_ text: String?) -> String? {
        text.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? $0 : nil }
    }

    // MARK: RSS 2.0, 1.0 and 0.9x

    private func rss(_ item: Int) -> NewsEntry {
        var entry = NewsEntry()
        entry.id = text(item, .guid)
        entry.title = text(item, .title)
        entry.byline = text(item, .creator, .author)
        entry.published = text(item, .pubDate, .date, .published, .updated)
        entry.url = isAddress(text(item, .link)) ?? isAddress(entry.id)
        entry.site = feed.site
        entry.language = text(item, .language) ?? feed.language
        for name in [MarkupName.encoded, .content, .description] where entry.blocks.isEmpty {
            if let body = tree.child(item, name) { entry.blocks = HTMLArticle.blocks(ofFragment: rawText(body)) }
        }
        return entry
    }

    // MARK: Atom

    private func atom(_ node: Int) -> NewsEntry {
        var entry = NewsEntry()
        entry.id = text(node, .id)
        entry.title = text(node, .title).map { PageText.cleaned(Array($0.utf8)[...]) }
        entry.byline = tree.children(node, .author).lazy.compactMap { text($0, .name) }.first ?? feed.byline
        entry.published = text(node, .published, .updated)
        let links = tree.children(node, .link)
        let link = links.first { tree.string($0, .rel) ?? "alternate" == "alternate" } ?? links.first
        entry.url = isAddress(link.flatMap { tree.string($0, .href) }) ?? isAddress(entry.id)
        if root != node { entry.site = feed.site }
        entry.language = tree.string(node, .lang) ?? feed.language
        for name in [MarkupName.content, .summary] where entry.blocks.isEmpty {
            guard let body = tree.child(node, name) else { continue }
            let isTree = tree.string(body, .type) == "xhtml"
            entry.blocks = isTree ? written(body) : HTMLArticle.blocks(ofFragment: rawText(body))
        }
        return entry
    }

    // MARK: NITF

    private func nitf(_ node: Int) -> NewsEntry {
        var entry = NewsEntry()
        let head = tree.child(node, .head)
        let docdata = tree.elements(.docdata, in: node).first
        entry.id = tree.elements(.docId, in: node).lazy.compactMap { tree.string($0, .idString) }.first
        let heading = tree.elements(.hl1, in: node).first
        entry.title = heading.flatMap { tree.string($0) } ?? text(head, .title)
        entry.byline = tree.elements(.byline, in: node).first.flatMap { tree.string($0) }.map(Self.withoutBy)
        entry.published =
            docdata.flatMap { tree.child($0, .dateIssue) }.flatMap { tree.string($0, .norm) }
            ?? head.flatMap { tree.child($0, .pubdata) }.flatMap { tree.string($0, .datePublication) }
        entry.language = tree.string(node, .lang)
        if let content = tree.elements(.bodyContent, in: node).first { entry.blocks = written(content) }
        if entry.blocks.isEmpty, let abstract = tree.elements(.abstract, in: node).first {
            entry.blocks = written(abstract)
        }
        return entry
    }

    private static func withoutBy(_ byline: String) -> String {
        byline.lowercased().hasPrefix("by ") ? String(byline.dropFirst(3)) : byline
    }

    // MARK: NewsML-G2

    private func newsML(_ item: Int) -> NewsEntry {
        var entry = NewsEntry()
        let itemMeta = tree.child(item, .itemMeta)
        let contentMeta = tree.child(item, .contentMeta)
        if let contentSet = tree.child(item, .contentSet) {
            if let inner = tree.elements(.nitf, in: contentSet).first {
                entry = nitf(inner)
            } else if let inline = tree.child(contentSet, .inlineXML) {
                entry.blocks = written(tree.elements(.body, in: inline).first ?? inline)
            } else if let inline = tree.child(contentSet, .inlineData) {
                entry.blocks = HTMLArticle.blocks(ofFragment: rawText(inline))
            }
        }
        entry.id = tree.string(item, .guid) ?? entry.id
        entry.title = text(contentMeta, .headline) ?? entry.title ?? text(itemMeta, .title)
        entry.byline = text(contentMeta, .by).map(Self.withoutBy) ?? entry.byline
        entry.published =
            entry.published ?? text(contentMeta, .contentCreated) ?? text(itemMeta, .versionCreated, .firstCreated)
        entry.url = isAddress(entry.id)
        entry.language =
            contentMeta.flatMap { tree.child($0, .language) }.flatMap { tree.string($0, .tag) }
            ?? tree.string(item, .lang) ?? entry.language
        if let provider = itemMeta.flatMap({ tree.child($0, .provider) }) {
            entry.site = text(provider, .name) ?? tree.string(provider, .literal)
        }
        return entry
    }
}
