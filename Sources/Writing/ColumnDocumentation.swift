import TextModel

/// The column lists of the README, made from the tables themselves.
package enum ColumnDocumentation {
    /// A heading, the meaning of a row, and a Markdown table with one line a column.
    package static func markdown(for table: Table) -> String {
        var text = "### \(table.name)\n\n\(table.rowMeaning)\n\n"
        text += "| column | type | meaning |\n| --- | --- | --- |\n"
        for column in table.columns {
            text += "| `\(column.name)` | \(type(of: column)) | \(escaped(meaning(of: column))) |\n"
        }
        return text
    }

    /// All tables, with one empty line between them.
    package static func markdown(for tables: [Table]) -> String {
        tables.map { markdown(for: $0) }.joined(separator: "\n")
    }

    private static func type(of column: Column) -> String {
        column.isJSONOnly ? "\(column.type.rawValue), JSON Lines only" : column.type.rawValue
    }

    private static func meaning(of column: Column) -> String {
        guard !column.categories.isEmpty else { return column.meaning }
        return column.meaning + " One of " + column.categories.map { "`\($0)`" }.joined(separator: ", ") + "."
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
