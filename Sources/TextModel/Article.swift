/// One article as a reader found it: a text and what the input says about it.
public struct Article: Sendable, Equatable {
    /// The identifier that the input gave, if any. `Writing` makes the stable `article_id`.
    public var givenID: String?
    /// Well-formed UTF-8. Every span of every later stage points into these bytes.
    public var text: [UInt8]
    public var title: String?
    public var byline: String?
    /// As given; ISO 8601 when the reader could tell.
    public var published: String?
    public var url: String?
    public var site: String?
    /// BCP 47, as given.
    public var language: String?
    public var origin: Origin
    /// Blocks that the input's own markup states; empty when the layout must be read from the text.
    public var layout: [Block]

    public init(
        givenID: String? = nil, text: [UInt8], title: String? = nil, byline: String? = nil,
        published: String? = nil, url: String? = nil, site: String? = nil, language: String? = nil,
        origin: Origin = Origin(file: "-"), layout: [Block] = []
    ) {
        self.givenID = givenID
        self.text = text
        self.title = title
        self.byline = byline
        self.published = published
        self.url = url
        self.site = site
        self.language = language
        self.origin = origin
        self.layout = layout
    }

    /// The surface of a span; ill-formed bytes cannot occur, so nothing is lost.
    public func surface(_ span: Span) -> String {
        String(decoding: text[span.range], as: UTF8.self)
    }
}

/// Where an article or a reject comes from.
public struct Origin: Hashable, Sendable {
    /// The path as the recipe or the command line names it; "-" for standard input.
    public var file: String
    /// The record in the file, counted from 1: the line of a JSON Lines file, 1 in a plain file.
    public var record: Int
    /// Where the record begins in the (decompressed) file.
    public var byteOffset: Int

    public init(file: String, record: Int = 1, byteOffset: Int = 0) {
        self.file = file
        self.record = record
        self.byteOffset = byteOffset
    }
}

/// An input that could not become an article, with its place and reason.
public struct Reject: Hashable, Sendable, Error {
    public var origin: Origin
    /// The identifier that the input gave, when that much could be read.
    public var givenID: String?
    public var code: RejectCode
    /// One sentence for a person, without the place.
    public var message: String

    public init(origin: Origin, givenID: String? = nil, code: RejectCode, message: String) {
        self.origin = origin
        self.givenID = givenID
        self.code = code
        self.message = message
    }
}

/// Why an input was rejected: one stable word a reason, for programs to switch on.
public enum RejectCode: String, CaseIterable, Sendable {
    case emptyArticle = "empty_article"
    case articleTooLarge = "article_too_large"
    case invalidEncoding = "invalid_encoding"
    case malformedJSON = "malformed_json"
    case missingText = "missing_text"
    case wrongType = "wrong_type"
    case notARegularFile = "not_a_regular_file"
    case unreadable = "unreadable"
    case unsupportedFormat = "unsupported_format"
    case malformedCSV = "malformed_csv"
    case malformedXML = "malformed_xml"
    /// A WARC or archive record that cannot be read; those around it are.
    case damagedRecord = "damaged_record"
    /// Compressed bytes that break off or do not match their checksum.
    case damagedCompression = "damaged_compression"
    /// More bytes, records or entries unpacked than the limits allow.
    case expandsTooMuch = "expands_too_much"
    /// Markup nested or attributed beyond what a page ever needs.
    case tooComplex = "too_complex"
    /// A web page or feed entry without the text of an article.
    case noArticle = "no_article"
    case otherLanguage = "other_language"
    /// It was still being worked on when its time was over.
    case tookTooLong = "took_too_long"
    case duplicateArticle = "duplicate_article"

    /// Whether the recipe's reject limit counts it; a duplicate loses nothing, and what is not English was never meant.
    public var countsAgainstLimit: Bool { self != .duplicateArticle && self != .otherLanguage }
}
