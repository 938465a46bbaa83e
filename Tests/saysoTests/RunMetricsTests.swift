import Foundation
import Testing

@testable import sayso

/// `--metrics` and `--log` of whole runs.
@Suite struct RunMetricsTests {
    /// Value by name and labels, and everything that is wrong with the form.
    private func parse(_ text: String) throws -> [String: Double] {
        var values: [String: Double] = [:]
        var typed: Set<String> = []
        #expect(text.hasSuffix("\n"))
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") {
                let parts = line.split(separator: " ")
                #expect(parts.count == 4 && parts[3] == "gauge" && typed.insert(String(parts[2])).inserted, "\(line)")
                continue
            }
            if line.hasPrefix("# HELP ") { continue }
            let match = try #require(
                line.wholeMatch(of: #/([a-z_]+)\{recipe="news"((?:,[a-z]+="[^"]*")?)\} (-?[0-9.e+-]+)/#), "\(line)")
            #expect(typed.contains(String(match.output.1)), "\(line)")
            let name = String(match.output.1) + match.output.2.replacing(",", with: " ").replacing("\"", with: "")
            #expect(values.updateValue(try #require(Double(match.output.3)), forKey: name) == nil, "\(line)")
        }
        return values
    }

    @Test func metricsTellWhatTheRunDid() throws {
        let folder = try RecipeFolder("limits: {rejects_percent: 40}\n")
        for number in 1...3 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        try folder.write("in/4.txt", "")
        let file = folder.path + "/sayso.prom"
        #expect(try folder.run("--metrics", file).status == 0)
        let first = try parse(String(contentsOfFile: file, encoding: .utf8))
        #expect(first["sayso_run_success"] == 1 && first["sayso_run_exit_code"] == 0)
        #expect(first["sayso_articles state=tagged"] == 3 && first["sayso_articles state=unchanged"] == 0)
        #expect(first["sayso_files state=read"] == 4 && first["sayso_rejects code=empty_article"] == 1)
        #expect(first["sayso_rows table=quotes"] == Double(try folder.lines("quotes.jsonl").count))
        let csv = try FileManager.default.attributesOfItem(atPath: folder.published + "/quotes.csv")[.size] as? Int
        let json = try FileManager.default.attributesOfItem(atPath: folder.published + "/quotes.jsonl")[.size] as? Int
        #expect(first["sayso_output_bytes table=quotes"] == Double((csv ?? 0) + (json ?? 0)))
        #expect((first["sayso_stage_seconds stage=tag"] ?? 0) > 0 && first["sayso_generation"] == 1)
        let success = try #require(first["sayso_run_last_success_timestamp_seconds"])
        #expect(abs(success - Date().timeIntervalSince1970) < 600)

        #expect(try folder.run("--metrics", file).status == 0)
        let second = try parse(String(contentsOfFile: file, encoding: .utf8))
        #expect(second["sayso_articles state=unchanged"] == 3 && second["sayso_files state=read"] == 0)

        // A run that published and then ended with 65.
        try folder.write("in/5.txt", "")
        try folder.write("in/6.txt", "")
        #expect(try folder.run("--metrics", file).status == 65)
        let third = try parse(String(contentsOfFile: file, encoding: .utf8))
        #expect(third["sayso_run_success"] == 0 && third["sayso_run_exit_code"] == 65)
        #expect(third["sayso_rejects code=empty_article"] == 3 && third["sayso_generation"] == 3)

        // One that could not begin.
        try FileManager.default.removeItem(atPath: folder.path + "/in")
        #expect(try folder.run("--metrics", file).status == 66)
        let fourth = try parse(String(contentsOfFile: file, encoding: .utf8))
        #expect(fourth["sayso_run_exit_code"] == 66 && fourth["sayso_rows table=quotes"] == nil)
        #expect(
            fourth["sayso_run_last_success_timestamp_seconds"] == second["sayso_run_last_success_timestamp_seconds"])
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains("sayso.prom.tmp"))
    }

    @Test func metricsThatCannotBeWrittenAreAnError() throws {
        let folder = try RecipeFolder()
        try folder.write("in/1.txt", GeneratedArticles.text(1))
        let call = try folder.run("--metrics", "/nowhere/sayso.prom")
        #expect(call.status == 73 && call.errors.hasPrefix("sayso: /nowhere/sayso.prom"), "\(call)")
        #expect(try folder.files().count == 12)
    }

    @Test func theLogIsRotated() throws {
        let folder = try RecipeFolder()
        try folder.write("in/1.txt", GeneratedArticles.text(1))
        let log = folder.path + "/run.log"
        for _ in 0..<12 {
            #expect(try folder.run("--log", log, "--log-size", "0.001", "--log-files", "3").status == 0)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("run.log") }
        #expect(names.sorted() == ["run.log", "run.log.1", "run.log.2"])
        var lines = 0
        for name in names {
            let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
            #expect(text.utf8.count <= 1000 && text.hasSuffix("\n"))
            lines += text.split(separator: "\n").count
        }
        #expect(lines >= 12)
    }
}
