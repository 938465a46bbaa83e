import TextModel

/// The one place that knows every format.
package enum ArticleReaders {
    /// Opens a file. It never fails and never waits for somebody to write: what cannot be opened is a reader with one
    /// reject, such as `unreadable`, `not_a_regular_file`, `unsupported_format` or `article_too_large`.
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

    /// The reader of bytes in memory, as if they were a file of that name.
    package static func open(
        _ bytes: [UInt8], as file: InputFile, limits: LoadingLimits = LoadingLimits()
    ) -> any ArticleReader {
        do throws(Reject) {
            return try reader(of: BytesInMemory(bytes), byteCount: bytes.count, file: file, limits: limits)
        } catch {
            return RejectReader(error)
        }
    }

    /// How far packages are opened: an archive, and one layer of compression on either side of it.
    struct Nesting {
        var compressions = 0
        var isInArchive = false

        static let limit = 2
    }

    /// - Parameter byteCount: the size, where it is known before reading.
    static func reader(
        of source: any ByteSource, byteCount: Int?, file: InputFile, limits: LoadingLimits, nesting: Nesting = Nesting()
    ) throws(Reject) -> any ArticleReader {
        var source = source
        // A named format needs no look at more than the first bytes, and a pipe should not have to fill a page.
        let head = source.readHead(limit: file.reading.format == .auto ? FormatDetection.headBytes : 512)
        if let failure = head.failure, head.bytes.isEmpty { throw Reject(failure, file: file.label) }
        source = ReplayedSource(head: head, rest: source)
        let found =
            file.isStandardInput && nesting.compressions == 0
            ? FormatDetection.detect(standardInput: head.bytes, isWhole: head.isWhole)
            : FormatDetection.detect(head: head.bytes, isWhole: head.isWhole, name: file.path)
        // A recipe names what is in a package; the package itself is always told by its first bytes.
        switch found {
        case .gzip, .zstd:
            guard nesting.compressions < Nesting.limit else {
                throw Reject(
                    origin: Origin(file: file.label), code: .unsupportedFormat,
                    message: "compressed more than \(Nesting.limit) times")
            }
            var inner = nesting
            inner.compressions += 1
            let unpacked: any ByteSource =
                found == .gzip ? GzipSource(source, limits: limits) : ZstdSource(source, limits: limits)
            return try reader(
                of: unpacked, byteCount: nil, file: file.withoutEnding(of: found), limits: limits, nesting: inner)
        default: break
        }
        let finding = found == .tar || found == .zip ? found : file.reading.format.finding(detected: found)
        switch finding {
        case .jsonLines:
            try refuseUTF16(head.bytes, of: file, "JSON Lines is")
            return JSONLinesReader(source, file: file, limits: limits)
        case .text:
            if let byteCount, byteCount > limits.articleBytes {
                throw .tooLarge(file: file.label, limit: limits.articleBytes)
            }
            return PlainTextReader(source, file: file, limits: limits)
        case .html: return HTMLReader(source, file: file, limits: limits)
        case .unsupported(let message):
            throw Reject(origin: Origin(file: file.label), code: .unsupportedFormat, message: message)
        case .warc:
            let isARC = head.bytes.starts(with: "filedesc://".utf8)
            return WARCReader(source, file: file, isARC: isARC, limits: limits)
        case .json: return JSONDocumentReader(source, file: file, limits: limits)
        case .csv(let delimiter):
            try refuseUTF16(head.bytes, of: file, "tables are read as")
            return CSVArticleReader(source, file: file, delimiter: delimiter, limits: limits)
        case .xml: return XMLReader(source, file: file, limits: limits)
        case .tar, .zip:
            guard !nesting.isInArchive else {
                throw Reject(
                    origin: Origin(file: file.label), code: .unsupportedFormat,
                    message: "an archive inside an archive; unpack it first")
            }
            return found == .tar
                ? TarReader(source, file: file, limits: limits, nesting: nesting)
                : ZipReader(source, file: file, limits: limits, nesting: nesting)
        case .gzip, .zstd:
            // Unpacked above, whatever the recipe calls it.
            throw Reject(origin: Origin(file: file.label), code: .unsupportedFormat, message: "still compressed")
        }
    }

    /// Once, instead of at every line.
    private static func refuseUTF16(_ head: [UInt8], of file: InputFile, _ rule: String) throws(Reject) {
        guard head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) else { return }
        throw Reject(origin: Origin(file: file.label), code: .invalidEncoding, message: "UTF-16; \(rule) UTF-8")
    }

    /// The reader of a file inside an archive.
    /// - Parameter name: its name there, which becomes part of the label.
    static func reader(
        ofEntry source: any ByteSource, name: String, byteCount: Int?, in archive: InputFile, limits: LoadingLimits,
        nesting: Nesting
    ) throws(Reject) -> any ArticleReader {
        var file = archive
        file.label = "\(archive.label)!/\(name)"
        file.path = name == "-" ? "./-" : name
        var nesting = nesting
        nesting.isInArchive = true
        return try reader(of: source, byteCount: byteCount, file: file, limits: limits, nesting: nesting)
    }
}

extension InputFormat {
    /// The format to read: the one that was named, or the one that was found.
    func finding(detected: FormatDetection.Finding) -> FormatDetection.Finding {
        switch self {
        case .auto: return detected
        case .text: return .text
        case .jsonLines: return .jsonLines
        case .json: return .json
        case .csv:
            if case .csv = detected { return detected }
            return .csv(delimiter: UInt8(ascii: ","))
        case .tsv: return .csv(delimiter: UInt8(ascii: "\t"))
        case .html: return .html
        case .xml: return .xml
        case .warc: return .warc
        }
    }
}

extension InputFile {
    /// The same file under the name that it has when it is unpacked, which may tell its format.
    fileprivate func withoutEnding(of compression: FormatDetection.Finding) -> InputFile {
        var file = self
        for ending in [".gz", ".zst", ".zstd"] where path.lowercased().hasSuffix(ending) {
            file.path = String(path.dropLast(ending.count))
        }
        if path.lowercased().hasSuffix(".tgz") { file.path = String(path.dropLast(4)) + ".tar" }
        return file
    }
}
