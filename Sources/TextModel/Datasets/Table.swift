/// The shape of one dataset: what `Output/NAME/X.csv` and `X.jsonl` hold.
///
/// Everything that names a column reads it from here: the writers, the store, the data package, `sayso validate` and
/// the README's column lists.
public struct Table: Sendable {
    /// The file name without its ending: "numeric_claims".
    public var name: String
    /// What one row is, as one sentence.
    public var rowMeaning: String
    public var columns: [Column]
    /// Names of columns whose values together are unique.
    public var primaryKey: [String]
    public var references: [Reference]

    public init(
        name: String, rowMeaning: String, primaryKey: [String], references: [Reference] = [],
        columns: [Column]
    ) {
        self.name = name
        self.rowMeaning = rowMeaning
        self.columns = columns
        self.primaryKey = primaryKey
        self.references = references
    }

    public func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

/// A column whose every value is a key of another table.
public struct Reference: Hashable, Sendable {
    public var column: String
    public var table: String
    public var targetColumn: String

    public init(column: String, table: String, targetColumn: String) {
        self.column = column
        self.table = table
        self.targetColumn = targetColumn
    }
}

public struct Column: Sendable {
    public var name: String
    public var type: ColumnType
    /// What it means, with units and the empty case.
    public var meaning: String
    /// Never empty.
    public var isRequired: Bool
    /// The only values it can take; empty when it is open.
    public var categories: [String]
    /// Left out of the CSV, where it would burst the cell.
    public var isJSONOnly: Bool

    public init(
        _ name: String, _ type: ColumnType, _ meaning: String, required: Bool = false,
        categories: [String] = [], jsonOnly: Bool = false
    ) {
        self.name = name
        self.type = type
        self.meaning = meaning
        self.isRequired = required
        self.categories = categories
        self.isJSONOnly = jsonOnly
    }
}

public enum ColumnType: String, CaseIterable, Sendable {
    case text, integer, number, boolean
    /// ISO 8601, to the precision that is known: "2018", "2018-06", "2018-06-12".
    case date
    /// `[[start, end], …]`, half-open Unicode scalar offsets into the article's text.
    case spans
    /// A list of texts.
    case list
}

/// One value of a row. Spans are Unicode scalar offsets here.
public enum Cell: Hashable, Sendable {
    /// Unknown: an empty cell in CSV, null in JSON.
    case null
    case text(String)
    case integer(Int)
    case number(DecimalNumber)
    case boolean(Bool)
    case spans([Range<Int>])
    case list([String])
}

/// The cells of one row, in the order of the table's columns.
public typealias Row = [Cell]

/// All rows that one article gives, and what the corpus needs of it: its speakers, and a sketch that tells its copies.
public struct ArticleRows: Hashable, Sendable {
    public var article: Row
    public var attributions: [Row]
    public var quotes: [Row]
    public var claims: [Row]
    public var sightings: [SpeakerSighting]
    /// Of the article's address and text, in Aggregation's own form; the same for the same article.
    public var sketch: [UInt8]

    public init(
        article: Row, attributions: [Row] = [], quotes: [Row] = [], claims: [Row] = [],
        sightings: [SpeakerSighting] = [], sketch: [UInt8] = []
    ) {
        self.article = article
        self.attributions = attributions
        self.quotes = quotes
        self.claims = claims
        self.sightings = sightings
        self.sketch = sketch
    }
}

/// What one article says about one speaker; Aggregation adds these up over the corpus.
public struct SpeakerSighting: Hashable, Sendable, Codable {
    public var speakerID: String
    public var name: String
    public var kind: String
    public var role: String?
    public var affiliation: String?
    /// Other ways the article names the speaker, sorted, without pronouns.
    public var variants: [String]
    public var articleID: String
    public var published: String?
    public var attributions: Int
    public var quotes: Int
    public var claims: Int

    public init(
        speakerID: String, name: String, kind: String, role: String?, affiliation: String?,
        variants: [String], articleID: String, published: String?, attributions: Int, quotes: Int,
        claims: Int
    ) {
        self.speakerID = speakerID
        self.name = name
        self.kind = kind
        self.role = role
        self.affiliation = affiliation
        self.variants = variants
        self.articleID = articleID
        self.published = published
        self.attributions = attributions
        self.quotes = quotes
        self.claims = claims
    }
}
