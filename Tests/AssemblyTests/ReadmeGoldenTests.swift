import Foundation
import Logging
import Testing
import TextModel
import Writing

@testable import Assembly

/// What README.md says of columns, keys and output is made from the code and from a real run.
@Suite struct ReadmeGoldenTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func theColumnsAreThoseOfTheTables() throws {
        try expectSection("columns", ColumnDocumentation.markdown(for: Table.all))
    }

    @Test func theKeysAreThoseOfARecipe() throws {
        try expectSection("recipe", Recipe.referenceMarkdown)
    }

    @Test func theExcerptIsWhatThePipelineWrites() throws {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-readme-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        var run = PipelineRun(
            recipe: try Recipe.read(Self.root.appendingPathComponent("Pipelines/korea-summit.yaml").path))
        run.output = output.path
        _ = try run.run(
            interruption: Interruption(watchesSignals: false),
            log: Logger(label: "readme") { _ in SwiftLogNoOpLogHandler() },
            progress: { _ in })
        let folder = output.appendingPathComponent("korea-summit")
        let quotes = try rows("quotes", in: folder).prefix(7)
        let claims = try rows("numeric_claims", in: folder).prefix(6)
        try expectSection(
            "excerpt",
            """
            From `quotes.csv`:

            \(table(["speaker_name", "quote_type", "cue_text", "quote_text"], Array(quotes)))

            From `numeric_claims.csv`:

            \(table(["source_text", "surface", "low", "high", "counted", "subject", "predicate", "modality"], Array(claims)))
            """)
    }

    // MARK: Parts

    private func rows(_ table: String, in folder: URL) throws -> [[String: Any]] {
        try Data(contentsOf: folder.appendingPathComponent("\(table).jsonl"))
            .split(separator: UInt8(ascii: "\n"))
            .compactMap { try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] }
    }

    private func table(_ columns: [String], _ rows: [[String: Any]]) -> String {
        let lines = [columns, columns.map { _ in "---" }] + rows.map { row in columns.map { cell(row[$0]) } }
        return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    }

    private func cell(_ value: Any?) -> String {
        switch value {
        case let text as String: text.count > 90 ? text.prefix(88).trimmingCharacters(in: .whitespaces) + " …" : text
        case let number as NSNumber: number.stringValue
        default: ""
        }
    }

    /// The text between `<!-- name:begin -->` and `<!-- name:end -->`; recording replaces it.
    private func expectSection(_ name: String, _ content: String) throws {
        let file = Self.root.appendingPathComponent("README.md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let begin = try #require(text.range(of: "<!-- \(name):begin -->\n"), "README.md has no section \(name)")
        let end = try #require(text.range(of: "<!-- \(name):end -->"), "README.md has no section \(name)")
        let wanted = content.trimmingCharacters(in: .newlines) + "\n"
        let found = String(text[begin.upperBound..<end.lowerBound])
        guard found != wanted else { return }
        if GoldenFile.isRecording {
            let changed = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: wanted)
            try Data(changed.utf8).write(to: file)
        } else {
            Issue.record("section \(name) of README.md is not what the code says; make golden writes it anew")
        }
    }
}
