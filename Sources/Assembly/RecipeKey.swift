/// The keys of a recipe, each under the path that leads to it.
///
/// The reader takes the allowed keys, the defaults it names and the words of its messages from here, and so do the help
/// text and the README.
public enum RecipeKey: String, CaseIterable, Hashable, Sendable {
    case version, name, description, inputs
    case files = "inputs.files"
    case format = "inputs.format"
    case site = "inputs.site"
    case language = "inputs.language"
    case columns = "inputs.columns"
    case idColumn = "inputs.columns.id"
    case textColumn = "inputs.columns.text"
    case titleColumn = "inputs.columns.title"
    case bylineColumn = "inputs.columns.byline"
    case publishedColumn = "inputs.columns.published"
    case urlColumn = "inputs.columns.url"
    case siteColumn = "inputs.columns.site"
    case languageColumn = "inputs.columns.language"
    case output, workers, limits
    case articleBytes = "limits.article_bytes"
    case recordBytes = "limits.record_bytes"
    case articleSeconds = "limits.article_seconds"
    case rejectsPercent = "limits.rejects_percent"
    case csv
    case bom = "csv.bom"
    case spreadsheetSafe = "csv.spreadsheet_safe"
    case keepGenerations = "keep_generations"
    case minimumConfidence = "minimum_confidence"
    case otherLanguages = "other_languages"
    case duplicates

    /// The key as it stands in its group: "article_bytes".
    public var name: String { String(rawValue.split(separator: ".").last ?? "") }

    /// The group that it stands in; nil at the top.
    public var group: RecipeKey? {
        let path = rawValue.split(separator: ".").dropLast()
        return RecipeKey(rawValue: path.joined(separator: "."))
    }

    /// The keys that may stand in a group; nil is the top.
    public static func keys(in group: RecipeKey?) -> [RecipeKey] {
        allCases.filter { $0.group == group }
    }

    /// A recipe without it is not read.
    public var isRequired: Bool {
        switch self {
        case .version, .name, .inputs, .files: true
        default: false
        }
    }
}

extension Recipe {
    /// One line of the table of keys.
    public struct ReferenceLine: Hashable, Sendable {
        public var key: RecipeKey
        /// What may stand there.
        public var allowed: String
        /// What holds without the key; nil for a required one.
        public var fallback: String?
        /// What the key does, as one sentence.
        public var meaning: String
    }

    /// Every key there is, in the order in which a recipe reads best.
    public static let reference: [ReferenceLine] = RecipeKey.allCases.map { key in
        let (allowed, fallback, meaning) = key.words
        return ReferenceLine(key: key, allowed: allowed, fallback: key.isRequired ? nil : fallback, meaning: meaning)
    }

    /// `reference` as a Markdown table.
    public static var referenceMarkdown: String {
        let rows = reference.map { line in
            let fallback = line.fallback ?? "**required**"
            return "| `\(line.key.rawValue)` | \(line.allowed) | \(fallback) | \(line.meaning) |"
        }
        return (["| key | value | default | meaning |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}

extension RecipeKey {
    /// What may stand there, as messages say it.
    var allowed: String { words.allowed }

    fileprivate var words: (allowed: String, fallback: String, meaning: String) {
        let defaults = Recipe(name: "", inputs: [])
        return switch self {
        case .version: ("1", "", "The version of the recipe format.")
        case .name:
            ("a-z, 0-9 and '-', which is not first", "", "Names the folder of the output.")
        case .description: ("text", "none", "For people; it changes nothing.")
        case .inputs:
            (
                "a list of groups with 'files', or of plain paths", "",
                "What to read; a plain path is short for {files: path}."
            )
        case .files:
            (
                "a path, folder or glob, or a list of them", "",
                "What to read, relative to the recipe; '**' goes into sub-folders, and '@list.txt' has a path a line."
            )
        case .format:
            (
                Recipe.Format.allCases.map(\.rawValue).joined(separator: ", "), Recipe.Format.auto.rawValue,
                "How a file becomes articles; auto looks at the content, then at the name."
            )
        case .site: ("text", "none", "Where the articles were published, if they do not say.")
        case .language: ("a BCP 47 tag such as en or en-GB", "none", "The articles' language, if they do not say.")
        case .columns: ("a group of field names", "none", "The names that the input gives its fields.")
        case .idColumn: ("a field name", "the usual names", "The article's identifier.")
        case .textColumn: ("a field name", "the usual names", "The article's text.")
        case .titleColumn: ("a field name", "the usual names", "The headline.")
        case .bylineColumn: ("a field name", "the usual names", "Who wrote it.")
        case .publishedColumn: ("a field name", "the usual names", "When it was published.")
        case .urlColumn: ("a field name", "the usual names", "The web address that rows link to.")
        case .siteColumn: ("a field name", "the usual names", "Where it was published.")
        case .languageColumn: ("a field name", "the usual names", "Its language.")
        case .output: ("a folder", defaults.output, "Where the folder NAME is made, relative to the recipe.")
        case .workers:
            (
                "a whole number, 1 to \(Recipe.workerCounts.upperBound)", "one a core",
                "How many articles are worked on at once; the rows are the same for any number."
            )
        case .limits: ("a group of limits", "defaults", "How much of a stranger's input is taken in.")
        case .articleBytes:
            (
                "a whole number, 1 to \(RecipeReader.articleBytes.upperBound)", "\(defaults.limits.articleBytes)",
                "A longer article is rejected."
            )
        case .recordBytes:
            (
                "a whole number, 1 to \(RecipeReader.recordBytes.upperBound)", "\(defaults.limits.recordBytes)",
                "A longer record (a line of JSON Lines) is rejected, and reading goes on after it."
            )
        case .articleSeconds:
            (
                "a number, 0.001 to 86400", "120",
                "An article that takes longer, in seconds of one core, is rejected, and the run goes on; the next run tries it again."
            )
        case .rejectsPercent:
            (
                "a number, 0 to 100", "5",
                "When more of the articles are rejected, the run ends with exit code 65."
            )
        case .csv: ("a group of options", "defaults", "How the CSV files are written.")
        case .bom:
            (
                "true or false", "\(defaults.csv.bom)",
                "Whether a byte order mark opens each file, so that a spreadsheet shows curly quotes right."
            )
        case .spreadsheetSafe:
            (
                "true or false", "\(defaults.csv.spreadsheetSafe)",
                "Whether text that a spreadsheet would run or turn into a date is neutralised."
            )
        case .keepGenerations:
            (
                "a whole number, 1 to \(RecipeReader.generations.upperBound)", "\(defaults.keepGenerations)",
                "How many finished runs are kept, the newest among them, and at least as many different ones; the one before stays, too, for those who are reading it."
            )
        case .minimumConfidence:
            (
                "a number, 0 to 1", "\(defaults.minimumConfidence)",
                "Rows with a lower confidence are left out; a lower number lets more rows in, a higher one fewer and surer ones."
            )
        case .otherLanguages:
            (
                Recipe.OtherLanguages.allCases.map(\.rawValue).joined(separator: " or "),
                defaults.otherLanguages.rawValue,
                "Whether an article that is clearly not in English becomes a reject, which does not count against the limit."
            )
        case .duplicates:
            (
                Recipe.Duplicates.allCases.map(\.rawValue).joined(separator: " or "), defaults.duplicates.rawValue,
                "Whether an article that has the address or nearly the text of an earlier one keeps its rows, marked by `duplicate_of`, or becomes a reject, which does not count against the limit."
            )
        }
    }
}
