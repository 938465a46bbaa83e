import TextModel

/// `sayso explain`: why a row exists.
public struct Explanation: Sendable {
    public var rowID: String
    /// A published folder such as `Output/korea-summit`, or a folder of such folders.
    public var folder: String

    public init(rowID: String, folder: String) {
        self.rowID = rowID
        self.folder = folder
    }

    /// - Returns: lines for a person: the sentence with its spans marked, the rule, what the models weighed and what they
    ///   would have chosen next, the score, the article.
    /// - Throws: `noSuchInput` when there is no dataset, or no table of any has the row; `readFailed`.
    public func run() throws(AssemblyError) -> [MarkedLine] {
        guard let kind = RowKind(rowID) else { throw .noSuchInput("\(rowID) in \(folder)") }
        var explanation: [MarkedLine] = []
        var others: [String] = []
        for dataset in try DatasetFolder.all(in: folder) {
            guard let row = try RowSearch(dataset: dataset).row(rowID, in: kind.table) else { continue }
            if explanation.isEmpty {
                explanation = try kind.explain(row, in: dataset)
            } else {
                others.append(dataset.name)
            }
        }
        if explanation.isEmpty { throw .noSuchInput("\(rowID) in \(folder)") }
        return others.isEmpty
            ? explanation : explanation + [MarkedLine(), MarkedLine("also in " + others.joined(separator: ", "))]
    }
}

/// What a row is, told by the beginning of its identifier.
private enum RowKind: String, CaseIterable {
    case article = "art_"
    case attribution = "att_"
    case quote = "quo_"
    case claim = "clm_"
    case speaker = "spk_"

    init?(_ rowID: String) {
        guard let kind = Self.allCases.first(where: { rowID.hasPrefix($0.rawValue) }) else { return nil }
        self = kind
    }

    var table: Table {
        switch self {
        case .article: .articles
        case .attribution: .attributions
        case .quote: .quotes
        case .claim: .numericClaims
        case .speaker: .speakers
        }
    }

    func explain(_ row: DatasetRow, in dataset: DatasetFolder) throws(AssemblyError) -> [MarkedLine] {
        switch self {
        case .article: ArticleExplanation(dataset).lines(row)
        case .attribution: try AttributionExplanation(dataset).lines(row)
        case .quote: try AttributionExplanation(dataset).lines(quote: row)
        case .claim: try ClaimExplanation(dataset).lines(row)
        case .speaker: try SpeakerExplanation(dataset).lines(row)
        }
    }
}
