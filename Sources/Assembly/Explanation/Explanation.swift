/// `sayso explain`: why a row exists.
public struct Explanation: Sendable {
    public var rowID: String
    /// A published folder such as `Output/korea-summit`, or a folder of such folders.
    public var folder: String

    public init(rowID: String, folder: String) {
        self.rowID = rowID
        self.folder = folder
    }

    /// - Returns: lines for a person: the sentence with its spans marked, the rule or model, its score, the article.
    /// - Throws: `noSuchInput` when no table of the folder has the row.
    public func run() throws(AssemblyError) -> [String] {
        throw .internalFault("the explanation is not wired yet")
    }
}
