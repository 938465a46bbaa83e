import Foundation
import Testing
import WordLists

@Suite("Word lists")
struct WordListTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../Sources/CWordLists").standardized

    @Test("Lines are split at tabs; comments and blank lines are left out")
    func parsing() {
        var text = "# a comment\na\tb\tc\n\nd\n\te\n#\nf\t"
        let entries = text.withUTF8 { WordList.parse($0) }
        #expect(entries == [["a", "b", "c"], ["d"], ["", "e"], ["f", ""]])
        var nothing = ""
        #expect(nothing.withUTF8 { WordList.parse($0) }.isEmpty)
    }

    @Test("Every file is embedded, and every embedded list is a file")
    func embedded() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appendingPathComponent("Lists").path
        )
        .filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }
        #expect(WordList.names == files.sorted())
    }

    @Test("Every list says what it is, where it comes from and under which licence", arguments: WordList.names)
    func provenance(name: String) throws {
        let file = Self.folder.appendingPathComponent("Lists/\(name).tsv")
        let comments = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("#") }
            .joined(separator: "\n")
        #expect(comments.contains("# Source: "))
        #expect(comments.contains("Licence") || comments.contains("counts only"))
        let readme = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(readme.contains("`\(name)`"), "README.md does not tell where \(name) comes from")
    }

    @Test("No list holds an entry twice, blank space at an edge or an empty first field", arguments: WordList.names)
    func clean(name: String) {
        let entries = WordList(named: name).entries
        #expect(!entries.isEmpty)
        var seen: Set<[String]> = []
        for fields in entries {
            #expect(seen.insert(fields).inserted, "\(fields) stands twice")
            #expect(fields.first?.isEmpty == false)
            for field in fields where name != "layout-phrases" {
                #expect(field.trimmingCharacters(in: .whitespaces) == field)
            }
        }
    }

    @Test("Lists of words hold no insults", arguments: ["persons", "groups", "verbs", "titles", "reporting-nouns"])
    func noInsults(name: String) {
        let insults: Set<String> = [
            "idiot", "imbecile", "jackass", "jerk", "loser", "slob", "wretch", "lunkhead", "windbag",
        ]
        #expect(WordList(named: name).entries.allSatisfy { !insults.contains($0[0]) })
    }
}
