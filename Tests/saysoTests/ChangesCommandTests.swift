import Foundation
import Testing

@testable import sayso

@Suite struct ChangesCommandTests {
    /// Cells of the CSV that `sayso changes` prints; none of them has a line break in it.
    private func changes(_ folder: RecipeFolder, _ arguments: String...) throws -> [[String]] {
        let call = try Invocation.sayso(["changes", folder.published] + arguments)
        #expect(call.status == 0 && call.errors.isEmpty, "\(call)")
        let lines = call.output.components(separatedBy: "\r\n")
        #expect(lines.last == "" && lines.first == #""change","table","row_id","article_id","column","before","after""#)
        return lines.dropFirst().dropLast().map { line in
            var cells: [String] = []
            for part in line.components(separatedBy: ",") {
                // A comma within quotation marks.
                let isOpen = cells.last.map { $0.filter { $0 == "\"" }.count % 2 == 1 } ?? false
                if isOpen { cells[cells.count - 1] += "," + part } else { cells.append(part) }
            }
            return cells.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : $0 }
        }
    }

    @Test func everyRowThatCameWentOrIsOtherIsListed() throws {
        let folder = try RecipeFolder()
        for number in 1...4 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        #expect(try folder.run().status == 0)
        // Before the first generation there was nothing.
        let first = try changes(folder)
        let rows = try ["articles", "attributions", "quotes", "numeric_claims", "speakers"].map {
            try folder.lines($0 + ".jsonl").count
        }
        #expect(first.count == rows.reduce(0, +) && first.allSatisfy { $0[0] == "added" && $0[5].isEmpty })

        #expect(try folder.run().status == 0)
        #expect(try changes(folder).isEmpty)

        // One goes, one comes, one has moved.
        let before = try folder.ids()
        try FileManager.default.removeItem(atPath: folder.path + "/in/1.txt")
        try folder.write("in/5.txt", GeneratedArticles.text(5))
        try FileManager.default.moveItem(atPath: folder.path + "/in/3.txt", toPath: folder.path + "/in/6.txt")
        #expect(try folder.run().status == 0)
        let after = try folder.ids()
        let found = try changes(folder)
        func ids(_ change: String) -> Set<String> { Set(found.filter { $0[0] == change }.map { $0[1] + " " + $0[2] }) }
        #expect(ids("added") == after.subtracting(before) && !ids("added").isEmpty)
        #expect(ids("removed") == before.subtracting(after) && !ids("removed").isEmpty)
        let moved = found.filter { $0[0] == "altered" && $0[1] == "articles" }
        #expect(moved.map { Array($0[4...]) } == [["file", "in/3.txt", "in/6.txt"]])
        #expect(found.contains { $0[0] == "removed" && $0[1] == "quotes" && $0[4] == "quote_text" && !$0[5].isEmpty })

        // Over both runs together.
        #expect(try changes(folder, "--since", "1").count == found.count)
        let none = try Invocation.sayso("changes", folder.published, "--since", "77")
        #expect(none.status == 66 && none.errors.contains("generation 77 to compare with generation 3"), "\(none)")
    }

    @Test func whatIsNoDatasetIsRefused() throws {
        #expect(try Invocation.sayso("changes", "/nowhere").status == 66)
        let folder = try RecipeFolder()
        #expect(try Invocation.sayso("changes", folder.path).status == 66)
        // A copy of a generation has none before it.
        try folder.write("in/1.txt", GeneratedArticles.text(1))
        #expect(try folder.run().status == 0)
        try FileManager.default.copyItem(
            atPath: folder.output + "/.news/generation-000001", toPath: folder.path + "/copy")
        #expect(try Invocation.sayso("changes", folder.path + "/copy").status == 74)
    }

    @Test func aReaderThatGoesAwayAndAFullDisk() throws {
        let folder = try RecipeFolder()
        try folder.write("in/1.txt", GeneratedArticles.text(1))
        #expect(try folder.run().status == 0)
        #expect(try Invocation.sayso("changes", folder.published, outputFile: "/dev/full").status == 74)
    }
}

extension RecipeFolder {
    /// "quotes quo_…" of every row that is published.
    fileprivate func ids() throws -> Set<String> {
        var ids: Set<String> = []
        for table in ["articles", "attributions", "quotes", "numeric_claims", "speakers"] {
            for line in try lines(table + ".jsonl") {
                let parts = line.components(separatedBy: "\"")
                ids.insert(table + " " + parts[3])
            }
        }
        return ids
    }
}
