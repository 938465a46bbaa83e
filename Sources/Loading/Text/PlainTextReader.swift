import TextModel

/// A plain text file: one article.
///
/// What the layout says (headline, byline, dateline) is for Segmentation to read; here only an explicit header is, see
/// `HeaderBlock`, `FrontMatter` and `MessageHeader`. Apart from that header and a byte order mark the text is kept as it is, line ends included.
package struct PlainTextReader: ArticleReader {
    private var source: (any ByteSource)?
    private let file: InputFile
    private let limits: LoadingLimits

    package init(_ source: any ByteSource, file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        self.source = source
        self.file = file
        self.limits = limits
    }

    /// - Returns: the article, or a reject: `article_too_large`, `invalid_encoding`, `unsupported_format` for a binary
    ///   file, `empty_article`, `unreadable`. Its origin's byte offset is the first bad byte when there is one.
    package mutating func next() -> LoadedRecord? {
        guard var source else { return nil }
        self.source = nil
        do throws(Reject) {
            let bytes = try source.wholeFile(file, limit: limits.articleBytes)
            return .article(
                try Self.article(
                    bytes, origin: Origin(file: file.label), defaults: file.reading.defaults, limits: limits))
        } catch {
            return .reject(error)
        }
    }

    /// The article that the bytes of a plain text are.
    static func article(
        _ bytes: [UInt8], origin: Origin, defaults: ArticleDefaults, limits: LoadingLimits
    ) throws(Reject) -> Article {
        let decoded: DecodedText
        do throws(TextFault) {
            decoded = try TextDecoding.decode(bytes)
        } catch {
            throw Reject(
                origin: Origin(
                    file: origin.file, record: origin.record, byteOffset: origin.byteOffset + error.byteOffset),
                code: error.reason == .binary ? .unsupportedFormat : .invalidEncoding, message: "\(error)")
        }
        if decoded.bytes.count > limits.articleBytes { throw .tooLarge(at: origin, limit: limits.articleBytes) }
        let header = HeaderBlock.first(of: decoded.bytes[...])
        let text = header.map { Array($0.body) } ?? decoded.bytes
        let values = header?.values ?? [:]
        if text.isBlank {
            throw Reject(
                origin: origin, givenID: values[.id], code: .emptyArticle,
                message: "the text is empty or white space only")
        }
        return Article(
            givenID: values[.id], text: text, title: values[.title], byline: values[.byline],
            published: values[.published], url: values[.url], site: values[.site] ?? defaults.site,
            language: values[.language] ?? defaults.language, origin: origin)
    }
}

extension Reject {
    static func tooLarge(file: String, limit: Int) -> Reject { tooLarge(at: Origin(file: file), limit: limit) }

    static func tooLarge(at origin: Origin, limit: Int) -> Reject {
        Reject(
            origin: origin, code: .articleTooLarge, message: "a text of more than \(limit) bytes")
    }
}
