import TextModel
import Testing

@testable import Writing

@Suite struct ColumnDocumentationTests {
    @Test func everyColumnIsOneLine() {
        let text = ColumnDocumentation.markdown(for: Table.all)
        for table in Table.all {
            #expect(text.contains("### \(table.name)\n"))
            for column in table.columns { #expect(text.contains("| `\(column.name)` | ")) }
        }
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(lines.count == Table.all.reduce(0) { $0 + $1.columns.count })
        #expect(text.contains("| `text` | text, JSON Lines only |"))
        #expect(text.contains("One of `direct`, `mixed`, `indirect`."))
    }

    @Test func aBarInAMeaningIsEscaped() {
        let table = Table(name: "t", rowMeaning: "A row.", primaryKey: [], columns: [Column("a", .text, "x | y")])
        #expect(
            ColumnDocumentation.markdown(for: table)
                == "### t\n\nA row.\n\n| column | type | meaning |\n| --- | --- | --- |\n| `a` | text | x \\| y |\n")
    }
}
