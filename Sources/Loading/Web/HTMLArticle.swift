import TextModel

/// Makes an article of a web page: its main text as blocks, and what it says about itself.
enum HTMLArticle {
    /// What is known about a page from outside.
    struct Envelope {
        var origin: Origin
        var givenID: String?
        /// Where it was fetched; the page's own canonical address wins.
        var url: String?
        /// The charset of the HTTP header.
        var charset: String?
        var defaults = ArticleDefaults()
    }

    /// - Returns: the article, or a reject: `invalid_encoding`, `unsupported_format` for a binary file, `too_complex`,
    ///   `no_article`, `article_too_large`.
    static func read(_ bytes: [UInt8], _ envelope: Envelope, limits: LoadingLimits) throws(Reject) -> Article {
        func reject(_ code: RejectCode, _ message: String) -> Reject {
            Reject(origin: envelope.origin, givenID: envelope.givenID, code: code, message: message)
        }
        let decoded: DecodedText
        do throws(TextFault) {
            decoded = try PageEncoding.decode(bytes, label: envelope.charset)
        } catch {
            throw reject(error.reason == .binary ? .unsupportedFormat : .invalidEncoding, "\(error)")
        }
        let tree: MarkupTree
        do throws(MarkupFault) {
            tree = try HTMLParsing.parse(decoded.bytes)
        } catch {
            throw reject(.tooComplex, "\(error)")
        }
        var article = article(tree, envelope)
        guard !article.text.isBlank else { throw reject(.noArticle, "the page has no text of an article") }
        if article.text.count > limits.articleBytes {
            throw reject(.articleTooLarge, "a text of more than \(limits.articleBytes) bytes")
        }
        article.site = article.site ?? envelope.defaults.site
        article.language = article.language ?? envelope.defaults.language
        return article
    }

    private static func article(_ tree: MarkupTree, _ envelope: Envelope) -> Article {
        let outline = PageOutline(tree)
        let content = ContentFinder(outline).content()
        let metadata = PageMetadata(tree, outline: outline, content: content)
        var blocks: [PageBlock] = []
        if let content {
            var writer = PageWriter(outline)
            writer.write(content)
            blocks = BlockFilter.shared.article(writer.blocks)
        }
        var page = ArticleText()
        page.append(blocks, title: metadata.title)
        // Some pages have their text for machines only, and a script shows it.
        if let body = metadata.body, body.utf8.count > 2 * page.bytes.count + 200 {
            var stated = ArticleText()
            stated.append(Self.blocks(ofFragment: body), title: metadata.title)
            if stated.bytes.count > 2 * page.bytes.count + 200 { page = stated }
        }
        return Article(
            givenID: envelope.givenID, text: page.bytes, title: metadata.title, byline: metadata.byline,
            published: metadata.published, url: metadata.url ?? envelope.url,
            site: metadata.site ?? envelope.url.flatMap(PageMetadata.host), language: metadata.language,
            origin: envelope.origin, layout: page.layout)
    }
}

extension HTMLArticle {
    /// The blocks of a text that may be HTML, such as the body of a feed's entry: all of it is the article. A text without
    /// tags has a paragraph a line.
    static func blocks(ofFragment text: String) -> [PageBlock] {
        var text = text
        if !text.contains("<"), text.contains("&lt;p") { text = CharacterReferences.decoded(text) }
        guard text.contains("<") else {
            return CharacterReferences.decoded(text).utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap
            {
                let line = PageText.cleaned(Array($0)[...])
                guard !line.isEmpty else { return nil }
                return PageBlock(
                    kind: .paragraph, bytes: Array(line.utf8), linkBytes: 0, name: .p)
            }
        }
        do throws(MarkupFault) {
            let outline = PageOutline(try HTMLParsing.parse(Array(text.utf8)))
            var writer = PageWriter(outline)
            if outline.tree.count > 0 { writer.write(0) }
            return BlockFilter.shared.article(writer.blocks)
        } catch {
            // Beyond the limits of markup it is no text to read either.
            return []
        }
    }
}

/// The text of an article as it grows, block by block, with a blank line between them.
struct ArticleText {
    private(set) var bytes: [UInt8] = []
    private(set) var layout: [Block] = []

    mutating func append(_ kind: BlockKind, _ block: [UInt8]) {
        guard !block.isEmpty else { return }
        if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
        let start = bytes.count
        bytes += block
        layout.append(Block(kind: kind, span: Span(start..<bytes.count)))
    }

    /// The blocks of a page under its title. A block quotation is a quotation: where the page leaves its marks to the
    /// layout, each paragraph gets an opening one and the last a closing one, as in print.
    mutating func append(_ blocks: [PageBlock], title: String?) {
        let hasTitle = blocks.prefix(4).contains {
            $0.headingLevel != nil && String(decoding: $0.bytes, as: UTF8.self) == title
        }
        if let title, !hasTitle, !blocks.isEmpty { append(.headline, Array(title.utf8)) }
        for (index, block) in blocks.enumerated() {
            guard let quotation = block.quotation, block.kind == .paragraph, !Self.hasMarks(block.bytes) else {
                append(block.kind, block.bytes)
                continue
            }
            let isLast = index + 1 == blocks.count || blocks[index + 1].quotation != quotation
            append(.paragraph, Array("“".utf8) + block.bytes + (isLast ? Array("”".utf8) : []))
        }
    }

    private static func hasMarks(_ bytes: [UInt8]) -> Bool {
        let marks = ["“", "”", "\"", "‘", "«"]
        return marks.contains { bytes.starts(with: $0.utf8) || bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}

extension HTMLParsing {
    static func parse(_ bytes: [UInt8]) throws(MarkupFault) -> MarkupTree {
        let outcome = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(MarkupFault) in try parse(buffer) }
        }
        return try outcome.get()
    }
}
