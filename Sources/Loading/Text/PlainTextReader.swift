import TextModel

/// A plain text file: one article.
///
/// What the layout says (headline, byline, dateline) is for Segmentation to read; here only an explicit header is, see
/// `HeaderBlock`. Apart from that header and a byte order mark the text is kept as it is, line ends included.
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
            return .article(try Self.article(bytes, file: file, limits: limits))
        } catch {
            return .reject(error)
        }
    }

    private static func article(
        _ bytes: [UInt8], file: InputFile, limits: LoadingLimits
    ) throws(Reject) -> Article {
        let decoded: DecodedText
        do throws(TextFault) {
            decoded = try TextDecoding.decode(bytes)
        } catch {
            throw Reject(
                origin: Origin(file: file.label, byteOffset: error.byteOffset),
                code: error.reason == .binary ? .unsupportedFormat : .invalidEncoding, message: "\(error)")
        }
        if decoded.bytes.count > limits.articleBytes { throw .tooLarge(file: file.label, limit: limits.articleBytes) }
        let header = HeaderBlock(of: decoded.bytes[...])
        let text = header.map { Array($0.body) } ?? decoded.bytes
        let values = header?.values ?? [:]
        if text.isBlank {
            throw Reject(
                origin: Origin(file: file.label), givenID: values[.id], code: .emptyArticle,
                message: "the text is empty or white space only")
        }
        return Article(
            givenID: values[.id], text: text, title: values[.title], byline: values[.byline],
            published: values[.published], url: values[.url], site: values[.site] ?? file.defaults.site,
            language: values[.language] ?? file.defaults.language, origin: Origin(file: file.label))
    }
}

extension Reject {
    static func tooLarge(file: String, limit: Int) -> Reject {
        Reject(
            origin: Origin(file: file), code: .articleTooLarge, message: "a text of more than \(limit) bytes")
    }
}
