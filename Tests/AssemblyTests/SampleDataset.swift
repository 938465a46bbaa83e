import Assembly
import Foundation
import Logging

/// A small dataset that a run of the real pipeline made, in a folder of its own that goes with the value.
final class SampleDataset: Sendable {
    let path: String

    /// Every kind of row, and text beyond ASCII before the spans.
    private static let articles = #"""
        {"id": "bridge", "title": "Bridge is safe, mayor says", "url": "https://example.org/bridge", "published": "2018-09-10", "text": "Émile’s café stayed open. Mayor Jane Smith said that the bridge was safe. “We checked every bolt,” she said on Monday.\n\nPolice believe that between five and eight cars were damaged, the mayor said."}
        {"id": "flood", "title": "Flood hits town", "text": "According to the town council, at least 40 houses were flooded.\n\n“It never stopped raining,” said Paul Weber, a farmer."}
        {"id": "bad", "text": 7}
        {"id": "budget", "title": "Budget passes", "text": "Smith: We will build the school.\n\nSpending rose to $1.5 million, Jane Smith said."}

        """#

    /// The rejects' limit lets the bad line pass.
    init() throws {
        path = NSTemporaryDirectory() + "/sayso-dataset-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data(Self.articles.utf8).write(to: URL(fileURLWithPath: path + "/articles.jsonl"))
        var recipe = Recipe(folder: path, name: "sample", inputs: [Recipe.Input(files: ["articles.jsonl"])])
        recipe.output = "Output"
        recipe.limits.rejectsPercent = 50
        _ = try PipelineRun(recipe: recipe).run(
            interruption: Interruption(watchesSignals: false),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            progress: { _ in })
    }

    private init(copyOf other: SampleDataset) throws {
        path = NSTemporaryDirectory() + "/sayso-dataset-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
    }

    private static let made = Result { try SampleDataset() }

    /// A copy of one that is made once, for the test to change.
    static func copy() throws -> SampleDataset { try SampleDataset(copyOf: made.get()) }

    /// The link that readers follow.
    var folder: String { path + "/Output/sample" }
    /// The folder of datasets.
    var output: String { path + "/Output" }

    func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
    }

    func write(_ bytes: [UInt8], to file: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + file))
    }

    /// Changes the lines of a file; each keeps its line end out of it.
    func edit(_ file: String, _ change: (inout [String]) throws -> Void) throws {
        // Not by characters: CR LF is one.
        var lines = try bytes(file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        lines.removeLast()
        try change(&lines)
        try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: file)
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + file) }

    /// The rows of a table as JSON objects.
    func rows(_ table: String) throws -> [[String: Any]] {
        try String(decoding: try bytes(table + ".jsonl"), as: UTF8.self).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }
}
