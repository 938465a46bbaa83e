import Loading
import TextModel

/// `sayso validate`: every row of a dataset against its schema, and every span against its article.
///
/// Six things are checked: the files against the sizes and hashes of datapackage.json; each line of X.jsonl against the
/// table's columns; the texts of rows against their spans; keys and references; X.csv against X.jsonl, cell by cell; and
/// the numbers of rows that articles and speakers state.
///
/// Complexity: linear in the files. Memory: one article with its rows, and 16 to 40 bytes an identifier.
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
    /// - Returns: the rows that were looked at, rejects included.
    /// - Throws: `AssemblyError.invalidDataset` after the last finding when there was one; `noSuchInput` when there is no
    ///   dataset; `readFailed` when the disk fails; or what `report` threw.
    public func run(report: (Finding) throws -> Void) throws -> Int {
        let dataset = try DatasetFolder(folder)
        var findings: [Finding] = []
        var count = 0
        func hand(out findings: inout [Finding]) throws {
            count += findings.count
            for finding in findings { try report(finding) }
            findings.removeAll(keepingCapacity: true)
        }

        try translatingErrors { try PackageCheck(dataset).run(&findings) }
        try hand(out: &findings)
        var check = try translatingErrors { try DatasetCheck(dataset, &findings) }
        while try translatingErrors({ try check.advance(&findings) }) {
            try hand(out: &findings)
        }
        try hand(out: &findings)
        if count > 0 { throw AssemblyError.invalidDataset(folder: folder, findings: count) }
        return check.rowCount
    }
}

typealias Finding = Validation.Finding
