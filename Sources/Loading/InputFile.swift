#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the bytes of a file become articles.
package enum InputFormat: String, CaseIterable, Sendable {
    /// By content first, then by name: see `FormatDetection`.
    case auto
    /// One article a file.
    case text
    /// One JSON object a line, one article an object.
    case jsonLines = "jsonl"
    /// JSON objects, alone, in a list or one after the other; one article an object.
    case json
    /// A header and one article a row; `csv` finds out what parts the cells.
    case csv, tsv
    /// A web page, one article.
    case html
    /// A feed (RSS, Atom), NITF or NewsML-G2.
    case xml
    /// A web archive (WARC, ARC): its pages and texts.
    case warc
}

/// How files are read: what a recipe says of one of its inputs.
package struct InputReading: Hashable, Sendable {
    package var format: InputFormat
    /// The names that this input uses, where they are not among the usual ones.
    package var columns: [ArticleField: String]
    /// What an article says about itself wins over these.
    package var defaults: ArticleDefaults

    package init(
        format: InputFormat = .auto, columns: [ArticleField: String] = [:],
        defaults: ArticleDefaults = ArticleDefaults()
    ) {
        self.format = format
        self.columns = columns
        self.defaults = defaults
    }
}

/// A file to read, and how.
package struct InputFile: Hashable, Sendable {
    /// The file as the recipe or the command line names it; "-" is standard input.
    package var label: String
    /// Where it is opened; "-" is standard input.
    package var path: String
    package var reading: InputReading

    package init(label: String, path: String, reading: InputReading = InputReading()) {
        self.label = label
        self.path = path
        self.reading = reading
    }

    /// Articles as bytes on descriptor 0.
    package static let standardInput = InputFile(label: "-", path: "-")

    var isStandardInput: Bool { path == "-" }

    /// Its size on disk just now; nil when it cannot be told.
    package var byteCount: Int? {
        var status = stat()
        return !isStandardInput && stat(path, &status) == 0 ? Int(status.st_size) : nil
    }
}

/// What holds for an article whose input does not say.
package struct ArticleDefaults: Hashable, Sendable {
    package var site: String?
    /// BCP 47.
    package var language: String?

    package init(site: String? = nil, language: String? = nil) {
        self.site = site
        self.language = language
    }
}
