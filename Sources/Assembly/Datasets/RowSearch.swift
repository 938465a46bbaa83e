import Loading
import TextModel

/// Looks for rows of a published dataset by reading its files from the beginning; only lines that fit are read as a whole.
struct RowSearch {
    let dataset: DatasetFolder

    /// The row whose first column is `key`; nil when there is none, and when the table's file is not there.
    /// - Throws: `readFailed`, also when the row is there but broken.
    func row(_ key: String, in table: Table) throws(AssemblyError) -> DatasetRow? {
        let decoder = RowDecoder(table)
        return try rows(in: table, decoder, limit: 1) { decoder.key(of: $0) == key }.first
    }

    /// The first rows that have a value in a column of text.
    func rows(in table: Table, where column: String, is value: String, limit: Int) throws(AssemblyError) -> [DatasetRow]
    {
        // Ours have no escapes, so a line with the value has its bytes.
        let wanted = Array(value.utf8)
        let found = try rows(in: table, RowDecoder(table), limit: .max) { $0.contains(wanted) }
        return Array(found.filter { $0.text(column) == value }.prefix(limit))
    }

    private func rows(
        in table: Table, _ decoder: RowDecoder, limit: Int, where isWanted: (ArraySlice<UInt8>) -> Bool
    ) throws(AssemblyError) -> [DatasetRow] {
        guard FolderEntry.kind(of: dataset.path + "/" + table.lines) != nil else { return [] }
        let path = dataset.name + "/" + table.lines
        var found: [DatasetRow] = []
        do {
            var lines = LineCursor(try dataset.open(table.lines))
            while found.count < limit, let line = try lines.next() {
                guard isWanted(line.bytes) else { continue }
                let (cells, faults) = decoder.decode(line.bytes)
                guard let cells else {
                    throw AssemblyError.readFailed(
                        path: path, reason: "line \(line.number): \(faults.joined(separator: "; "))")
                }
                found.append(DatasetRow(table: table, line: line.number, cells: cells))
            }
        } catch let reject as Reject {
            throw .readFailed(path: path, reason: reject.message)
        } catch {
            throw AssemblyError(error)
        }
        return found
    }
}
