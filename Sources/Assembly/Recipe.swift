import Tagging

/// What a run is told to do: the inputs, the output folder, limits and options of one YAML file.
///
/// Every key is described in `RecipeKey`. Paths are as written; those that are relative are so to `folder`.
public struct Recipe: Hashable, Sendable {
    /// The folder that the recipe file lies in; "." for a bare file name.
    public var folder: String
    /// Lower-case letters, digits and "-"; names the folder `Output/NAME`.
    public var name: String
    /// Empty when the recipe gives none.
    public var description = ""
    /// At least one.
    public var inputs: [Input]
    /// Where `Output/NAME` is made.
    public var output = "../Output"
    /// Nil is one a core.
    public var workers: Int?
    public var limits = Limits()
    public var csv = CSVOptions()
    /// How many finished generations are kept, the newest among them; at least 1.
    public var keepGenerations = 3
    /// Rows below it are left out; 0 to 1. A lower one than the usual finds more, of which less is right.
    public var minimumConfidence = Recipe.usualConfidence
    public var otherLanguages = OtherLanguages.skip
    public var duplicates = Duplicates.keep

    /// What has the best F1 on annotated articles.
    public static let usualConfidence = Tagger.usualThreshold

    public init(folder: String = ".", name: String, inputs: [Input]) {
        self.folder = folder
        self.name = name
        self.inputs = inputs
    }

    /// One entry of `inputs`.
    public struct Input: Hashable, Sendable {
        /// Files, folders or globs; at least one.
        public var files: [String]
        public var format = Format.auto
        /// For articles that do not say where they were published.
        public var site: String?
        /// BCP 47, for articles that do not say.
        public var language: String?
        /// The input's own name of a field, by the name that the field has here ("text", "title", …).
        public var columns: [String: String] = [:]

        public init(files: [String]) {
            self.files = files
        }
    }

    public enum Format: String, CaseIterable, Hashable, Sendable {
        /// By content first, then by name.
        case auto
        /// One article a file.
        case text
        /// One JSON object a line.
        case jsonl
        /// JSON objects, alone, in a list or one after the other.
        case json
        /// A header and one article a row.
        case csv, tsv
        /// A web page.
        case html
        /// A feed (RSS, Atom), NITF or NewsML-G2.
        case xml
        /// A web archive (WARC, ARC).
        case warc
    }

    /// What becomes of articles that are clearly not in English, for which the rules and models are made.
    public enum OtherLanguages: String, CaseIterable, Hashable, Sendable {
        /// They become rejects, which do not count against the limit.
        case skip
        /// They are worked on like English.
        case keep
    }

    /// What becomes of articles that have the address or nearly the text of an earlier one.
    public enum Duplicates: String, CaseIterable, Hashable, Sendable {
        /// Their rows stay; `duplicate_of` tells.
        case keep
        /// They become rejects, which do not count against the limit.
        case skip
    }

    public struct Limits: Hashable, Sendable {
        /// A longer article is rejected; bytes of UTF-8.
        public var articleBytes = 20_000_000
        /// A longer record, such as a line of JSON Lines, is rejected; bytes.
        public var recordBytes = 67_108_864
        /// An article that takes longer in one stage is rejected; seconds of one core.
        public var articleSeconds = 120.0
        /// When more of the articles are rejected, the run ends with exit code 65; 0 to 100.
        public var rejectsPercent = 5.0

        public init() {}
    }

    public struct CSVOptions: Hashable, Sendable {
        /// Whether a byte order mark opens each CSV.
        public var bom = true
        /// Whether cells that a spreadsheet would evaluate are neutralised.
        public var spreadsheetSafe = true

        public init() {}
    }

    /// `output`, from where the process stands.
    public var outputFolder: String { resolve(output) }

    /// A path of the recipe, from where the process stands. Not tidied: "a/../b" is not "b" when a is a link.
    public func resolve(_ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }
}
