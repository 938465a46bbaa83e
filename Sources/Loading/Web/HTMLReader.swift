import TextModel

/// A web page: one article.
package struct HTMLReader: ArticleReader {
    private var source: (any ByteSource)?
    private let file: InputFile
    private let limits: LoadingLimits

    package init(_ source: any ByteSource, file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        self.source = source
        self.file = file
        self.limits = limits
    }

    /// - Returns: the article, or a reject as `HTMLArticle` gives it, or `article_too_large`, `unreadable`,
    ///   `damaged_compression`, `expands_too_much`.
    package mutating func next() -> LoadedRecord? {
        guard var source else { return nil }
        self.source = nil
        do throws(Reject) {
            let bytes = try source.wholeFile(file, limit: limits.articleBytes)
            let envelope = HTMLArticle.Envelope(origin: Origin(file: file.label), defaults: file.reading.defaults)
            return .article(try HTMLArticle.read(bytes, envelope, limits: limits))
        } catch {
            return .reject(error)
        }
    }
}
