import Foundation
import Loading
import TextModel
import Writing

/// `sayso changes`: the rows that one generation of a dataset has and the one before has not, and the other way round.
public struct DatasetChanges: Sendable {
    /// A published folder: "Output/korea-summit".
    public var folder: String
    /// The number of the generation to compare with; nil is the one before.
    public var since: Int?

    public init(folder: String, since: Int? = nil) {
        self.folder = folder
        self.since = since
    }

    /// Rows that differ.
    public struct Summary: Hashable, Sendable {
        public var added = 0
        public var removed = 0
        public var altered = 0
    }

    /// Writes a CSV: table by table, first what came, in the order of the new rows, then what went or is other, in the
    /// order of the old ones.
    ///
    /// Two generations with the same rows give the header alone. Before the first one there was nothing, so all of its rows
    /// came. Memory grows with the rows of the largest table, some 30 bytes each, and with the rows that differ.
    /// - Parameter write: gets whole lines; what it throws ends the work and is thrown on.
    /// - Throws: `noSuchInput` when there is no such dataset or generation; `readFailed`.
    @discardableResult
    public func run(write: ([UInt8]) throws -> Void) throws -> Summary {
        let (new, old) = try translatingErrors { try generations() }
        let writer = ChangeWriter(CSVOptions(byteOrderMark: false))
        var summary = Summary()
        try write(writer.header)
        for table in Table.all {
            try TableChanges(table: table, new: new, old: old).run { change in
                switch change.kind {
                case .added: summary.added += 1
                case .removed: summary.removed += 1
                case .altered: summary.altered += 1
                }
                for cell in change.cells {
                    try write(
                        writer.line(
                            change.kind.rawValue, table: table.name, row: change.row, article: change.article,
                            column: cell.column, before: cell.before, after: cell.after))
                }
            }
        }
        return summary
    }

    /// - Returns: the dataset, and the one to compare with; nil when there is none before it.
    private func generations() throws -> (new: DatasetFolder, old: DatasetFolder?) {
        let new = try DatasetFolder(folder)
        let place = URL(fileURLWithPath: new.path)
        let siblings = place.deletingLastPathComponent().path
        guard let number = OutputLocation.generation(place.lastPathComponent) else {
            throw AssemblyError.readFailed(path: folder, reason: "not a generation that sayso published")
        }
        let numbers = (FolderEntry.list(siblings) ?? []).compactMap { OutputLocation.generation($0.name) }
        if let since {
            guard since != number, numbers.contains(since) else {
                throw AssemblyError.noSuchInput("\(folder): generation \(since) to compare with generation \(number)")
            }
        } else if numbers.allSatisfy({ $0 >= number }) {
            return (new, nil)
        }
        guard let before = since ?? numbers.filter({ $0 < number }).max() else { return (new, nil) }
        return (new, try DatasetFolder(siblings + "/" + OutputLocation.generationFolder(before)))
    }
}
