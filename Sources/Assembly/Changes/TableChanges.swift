import Loading
import TextModel
import Writing

/// A row that is in one of two generations only, or not the same in both.
struct RowChange {
    enum Kind: String {
        case added, removed, altered
    }

    let kind: Kind
    let row: String?
    let article: String?
    /// The cells that differ; for a row that came or went, the one that tells it best.
    let cells: [(column: String, before: Cell, after: Cell)]
}

/// Compares one table of two generations by the first column, which names the row.
struct TableChanges {
    let table: Table
    let new: DatasetFolder
    /// Nil when nothing was before.
    let old: DatasetFolder?

    func run(_ emit: (RowChange) throws -> Void) throws {
        let decoder = RowDecoder(table)
        // A file of two names is the same file.
        if let old, Self.isSameFile(old.path + "/" + table.lines, new.path + "/" + table.lines) { return }
        var before: [RowKey: UInt64] = [:]
        if let old { try lines(of: old) { line in before[key(line, decoder)] = ByteHash(line).value } }
        var altered: [RowKey: Row] = [:]
        try lines(of: new) { line in
            let key = key(line, decoder)
            guard let hash = before.removeValue(forKey: key) else {
                if let row = row(line, decoder) { try emit(whole(row, .added)) }
                return
            }
            if hash != ByteHash(line).value, let cells = decoder.decode(line).cells { altered[key] = cells }
        }
        guard let old, !before.isEmpty || !altered.isEmpty else { return }
        try lines(of: old) { line in
            let key = key(line, decoder)
            if before[key] != nil {
                if let row = row(line, decoder) { try emit(whole(row, .removed)) }
            } else if let after = altered[key], let row = row(line, decoder) {
                try emit(difference(row, after))
            }
        }
    }

    private func lines(of dataset: DatasetFolder, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let path = dataset.name + "/" + table.lines
        do {
            var lines = LineCursor(try dataset.open(table.lines))
            while let line = try lines.next() { try body(line.bytes) }
        } catch let reject as Reject {
            throw AssemblyError.readFailed(path: path, reason: reject.message)
        } catch let error as LoadingError {
            throw AssemblyError(error)
        }
    }

    private func key(_ line: ArraySlice<UInt8>, _ decoder: RowDecoder) -> RowKey {
        RowKey(decoder.key(of: line) ?? "")
    }

    private func row(_ line: ArraySlice<UInt8>, _ decoder: RowDecoder) -> DatasetRow? {
        decoder.decode(line).cells.map { DatasetRow(table: table, line: 0, cells: $0) }
    }

    private func whole(_ row: DatasetRow, _ kind: RowChange.Kind) -> RowChange {
        let column = Self.telling[table.name] ?? table.columns[0].name
        let cell = row[column]
        return RowChange(
            kind: kind, row: row.text(table.columns[0].name), article: row.text("article_id"),
            cells: [(column, kind == .removed ? cell : .null, kind == .added ? cell : .null)])
    }

    private func difference(_ row: DatasetRow, _ after: Row) -> RowChange {
        let cells = table.columns.indices.filter { row.cells[$0] != after[$0] }.map { index in
            (table.columns[index].name, row.cells[index], after[index])
        }
        return RowChange(
            kind: .altered, row: row.text(table.columns[0].name), article: row.text("article_id"), cells: cells)
    }

    /// What a person knows a row by.
    private static let telling = [
        Table.articles.name: "title", Table.attributions.name: "content_text", Table.quotes.name: "quote_text",
        Table.numericClaims.name: "surface", Table.speakers.name: "name",
    ]

    private static func isSameFile(_ left: String, _ right: String) -> Bool {
        FileLook(path: left).map { $0 == FileLook(path: right) } ?? false
    }
}
