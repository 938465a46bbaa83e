import TextModel

/// The one place that knows every format.
package enum ArticleReaders {
    /// Opens a file. It never fails and never waits for somebody to write: what cannot be opened is a reader with one
    /// reject, of code `unreadable`, `not_a_regular_file`, `unsupported_format`, `invalid_encoding` or
    /// `article_too_large`.
    package static func open(
        _ file: InputFile, limits: LoadingLimits = LoadingLimits()
    ) -> any ArticleReader {
        do throws(Reject) {
            let source =
                file.isStandardInput
                ? OpenFile(descriptor: 0, label: file.label) : try OpenFile(path: file.path, label: file.label)
            return try reader(of: source, byteCount: source.byteCount, file: file, limits: limits)
        } catch {
            return RejectReader(error)
        }
    }

    /// - Parameter byteCount: the size, where it is known before reading.
    static func reader(
        of source: any ByteSource, byteCount: Int?, file: InputFile, limits: LoadingLimits
    ) throws(Reject) -> any ArticleReader {
        var source = source
        let head: (bytes: [UInt8], isWhole: Bool)
        do throws(LoadingError) {
            // A named format needs no look at more than a byte order mark, and a pipe should not have to fill a page.
            head = try source.readHead(limit: file.format == .auto ? FormatDetection.headBytes : 2)
        } catch {
            throw Reject(error, file: file.label)
        }
        source = ReplayedSource(head: head.bytes, rest: source)
        let finding: FormatDetection.Finding =
            switch file.format {
            case .auto where file.isStandardInput:
                FormatDetection.detect(standardInput: head.bytes, isWhole: head.isWhole)
            case .auto: FormatDetection.detect(head: head.bytes, isWhole: head.isWhole, name: file.path)
            case .text: .text
            case .jsonLines: .jsonLines
            }
        switch finding {
        case .jsonLines:
            if head.bytes.starts(with: [0xFF, 0xFE]) || head.bytes.starts(with: [0xFE, 0xFF]) {
                throw Reject(
                    origin: Origin(file: file.label), code: .invalidEncoding,
                    message: "UTF-16; JSON Lines is UTF-8")
            }
            return JSONLinesReader(source, file: file, limits: limits)
        case .text:
            if let byteCount, byteCount > limits.articleBytes {
                throw .tooLarge(file: file.label, limit: limits.articleBytes)
            }
            return PlainTextReader(source, file: file, limits: limits)
        case .unsupported(let message):
            throw Reject(origin: Origin(file: file.label), code: .unsupportedFormat, message: message)
        }
    }
}
