import Foundation
import Testing

@testable import sayso

@Suite struct ValidateAndExplainTests {
    private func dataset() throws -> RecipeFolder {
        let folder = try RecipeFolder()
        try folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<3))
        #expect(try folder.run().status == 0)
        return folder
    }

    private func firstKey(_ folder: RecipeFolder, _ table: String) throws -> String {
        let line = try #require(try folder.lines(table + ".jsonl").first)
        return try #require(
            line.split(separator: "\"").first { $0.hasSuffix("_id") == false && $0.contains("_") }.map(String.init))
    }

    @Test func aGoodDataset() throws {
        let folder = try dataset()
        let rows = try ["articles", "attributions", "quotes", "numeric_claims", "speakers", "rejects"]
            .reduce(0) { try $0 + folder.lines($1 + ".jsonl").count }
        let call = try Invocation.sayso("validate", folder.published)
        #expect(call.status == 0 && call.errors.isEmpty)
        #expect(call.output == "\(folder.published): \(rows) rows are valid\n")
    }

    @Test func aChangedByte() throws {
        let folder = try dataset()
        var bytes = try #require(try folder.files()["quotes.csv"])
        bytes[bytes.count - 3] ^= 1
        try bytes.write(to: URL(fileURLWithPath: folder.published + "/quotes.csv"))
        let call = try Invocation.sayso("validate", folder.published)
        #expect(call.status == 65)
        let findings = call.output.split(separator: "\n")
        #expect(findings.first?.hasPrefix("quotes.csv: has the hash sha256:") == true)
        #expect(
            call.errors == "sayso: \(folder.published): \(findings.count) finding\(findings.count == 1 ? "" : "s")\n")
    }

    @Test func whatIsNoDataset() throws {
        let folder = try dataset()
        #expect(try Invocation.sayso("validate", folder.path + "/no").status == 66)
        #expect(try Invocation.sayso("validate", folder.output).status == 66)
        #expect(try Invocation.sayso("validate", folder.recipe).status == 74)
        #expect(try Invocation.sayso("explain", "quo_x", "--in", folder.path + "/no").status == 66)
    }

    @Test func everyKindOfRowIsExplained() throws {
        let folder = try dataset()
        for table in ["articles", "attributions", "quotes", "numeric_claims", "speakers"] {
            let id = try firstKey(folder, table)
            for place in [folder.published, folder.output] {
                let call = try Invocation.sayso("explain", id, "--in", place)
                #expect(call.status == 0 && call.errors.isEmpty, "\(id): \(call)")
                #expect(call.output.hasSuffix("\n") && call.output.contains("\(id) in \(folder.published)\n"))
            }
        }
    }

    @Test func noSuchRow() throws {
        let folder = try dataset()
        let call = try Invocation.sayso("explain", "quo_aaaaaaaaaaaaaaaa", "--in", folder.output)
        #expect(call.status == 66 && call.output.isEmpty)
        #expect(call.errors == "sayso: quo_aaaaaaaaaaaaaaaa in \(folder.output): no such input\n")
    }

    @Test func aFullDisk() throws {
        let folder = try dataset()
        let errors = "sayso: standard output: cannot write: No space left on device\n"
        let good = try Invocation.sayso("validate", folder.published, outputFile: "/dev/full")
        #expect(good.status == 74 && good.errors == errors)
        let row = try Invocation.sayso(
            "explain", firstKey(folder, "quotes"), "--in", folder.output, outputFile: "/dev/full")
        #expect(row.status == 74 && row.errors == errors)
        try FileManager.default.removeItem(atPath: folder.published + "/quotes.csv")
        let bad = try Invocation.sayso("validate", folder.published, outputFile: "/dev/full")
        #expect(bad.status == 74 && bad.errors == errors)
    }
}
