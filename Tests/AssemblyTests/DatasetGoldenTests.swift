import Foundation
import Logging
import Testing

@testable import Assembly

/// A small folder of articles gives exactly these tables.
@Suite struct DatasetGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// `run.json` tells times and is left out.
    private static let files =
        [
            "articles", "attributions", "quotes", "numeric_claims", "speakers",
        ].flatMap { ["\($0).csv", "\($0).jsonl"] } + ["datapackage.json", "rejects.jsonl"]

    @Test func aFolderOfArticlesGivesTheseTables() throws {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        var recipe = Recipe(folder: Self.folder.path, name: "golden", inputs: [Recipe.Input(files: ["articles/*"])])
        recipe.limits.rejectsPercent = 100
        recipe.output = output.path
        var run = PipelineRun(recipe: recipe)
        run.workers = 2
        _ = try run.run(
            interruption: Interruption(watchesSignals: false),
            log: Logger(label: "golden") { _ in SwiftLogNoOpLogHandler() },
            progress: { _ in })
        for file in Self.files {
            let written = try Data(contentsOf: output.appendingPathComponent("golden/\(file)"))
            try GoldenFile.expect(
                String(decoding: written, as: UTF8.self), at: Self.folder.appendingPathComponent("expected/\(file)"))
        }
    }
}
