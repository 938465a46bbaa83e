import TextModel

/// A row of a published table, and its place.
struct DatasetRow {
    let table: Table
    /// Of X.jsonl, counted from 1.
    let line: Int
    /// In the order of the table's columns; null too for what could not be read.
    let cells: Row

    /// Of a column that the table has; null otherwise.
    subscript(column: String) -> Cell { table.index(of: column).map { cells[$0] } ?? .null }

    /// Nil for null.
    func text(_ column: String) -> String? {
        if case .text(let text) = self[column] { text } else { nil }
    }

    func integer(_ column: String) -> Int? {
        if case .integer(let value) = self[column] { value } else { nil }
    }

    func number(_ column: String) -> Double? {
        if case .number(let value) = self[column] { Double("\(value)") } else { nil }
    }

    /// Empty for null.
    func spans(_ column: String) -> [Range<Int>] {
        if case .spans(let spans) = self[column] { spans } else { [] }
    }

    /// Empty for null.
    func list(_ column: String) -> [String] {
        if case .list(let texts) = self[column] { texts } else { [] }
    }

    /// Plain digits, "true" or "false"; nil for null and for lists.
    func shown(_ column: String) -> String? {
        switch self[column] {
        case .null, .spans, .list: nil
        case .text(let text): text
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .boolean(let value): "\(value)"
        }
    }
}
