import TextModel

/// An XML file of news: RSS, RDF and Atom feeds, NITF, NewsML-G2. The root element tells which.
package struct XMLReader: ArticleReader {
    private var source: (any ByteSource)?
    private let file: InputFile
    private let limits: LoadingLimits
    private var document: NewsDocument?
    /// The elements that are still to be read, the last of them first.
    private var entries: [Int] = []
    private var number = 0

    package init(_ source: any ByteSource, file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        self.source = source
        self.file = file
        self.limits = limits
    }

    /// The entries of a feed or the items of a message, in their order.
    /// - Returns: articles, and rejects: `malformed_xml`, `unsupported_format` for other XML, `article_too_large` for a file
    ///   longer than a record may be, `no_article` for an entry without text.
    package mutating func next() -> LoadedRecord? {
        if var source {
            self.source = nil
            do throws(Reject) {
                let bytes = try source.wholeFile(file, limit: limits.recordBytes)
                try open(bytes)
            } catch {
                return .reject(error)
            }
        }
        guard let document, let entry = entries.popLast() else {
            document = nil
            return nil
        }
        number += 1
        return record(document, entry, Origin(file: file.label, record: number))
    }

    package var isReady: Bool { !entries.isEmpty }

    private mutating func open(_ bytes: [UInt8]) throws(Reject) {
        let origin = Origin(file: file.label)
        let tree: MarkupTree
        do throws(MarkupFault) {
            tree = try XMLParsing.parse(bytes)
        } catch {
            let code: RejectCode = if case .tooDeep = error { .tooComplex } else { .malformedXML }
            throw Reject(origin: origin, code: code, message: "\(error)")
        }
        let document = NewsDocument(tree)
        entries = document.entries().reversed()
        self.document = document
        if entries.isEmpty, !document.isKnown {
            throw Reject(
                origin: origin, code: .unsupportedFormat,
                message: "XML that is neither a feed, NITF nor NewsML-G2")
        }
    }

    private func record(_ document: NewsDocument, _ node: Int, _ origin: Origin) -> LoadedRecord {
        let entry = document.entry(node)
        var text = ArticleText()
        text.append(entry.blocks, title: entry.title)
        guard !entry.blocks.isEmpty, !text.bytes.isBlank else {
            return .reject(
                Reject(origin: origin, givenID: entry.id, code: .noArticle, message: "the entry has no text"))
        }
        if text.bytes.count > limits.articleBytes { return .reject(.tooLarge(at: origin, limit: limits.articleBytes)) }
        return .article(
            Article(
                givenID: entry.id, text: text.bytes, title: entry.title, byline: entry.byline,
                published: entry.published, url: entry.url, site: entry.site ?? file.reading.defaults.site,
                language: entry.language ?? file.reading.defaults.language, origin: origin, layout: text.layout))
    }
}
