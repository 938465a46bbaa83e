/// `sayso validate`: every row of a dataset against its schema, and every span against its article.
public struct Validation: Sendable {
    /// A published folder such as `Output/korea-summit`.
    public var folder: String

    public init(folder: String) {
        self.folder = folder
    }

    /// A place where a dataset is not as it should be.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// The file, in the folder.
        public var file: String
        /// Counted from 1; nil when it is about the whole file.
        public var line: Int?
        public var what: String

        public init(file: String, line: Int?, what: String) {
            self.file = file
            self.line = line
            self.what = what
        }

        /// "quotes.jsonl:7: what"
        public var description: String {
            line.map { "\(file):\($0): \(what)" } ?? "\(file): \(what)"
        }
    }

    /// - Parameter report: gets each finding as it is made.
    /// - Returns: the rows that were looked at.
    /// - Throws: `AssemblyError.invalidDataset` after the last finding when there was one; or what `report` threw.
    public func run(report: (Finding) throws -> Void) throws -> Int {
        throw AssemblyError.internalFault("the validation is not wired yet")
    }
}
