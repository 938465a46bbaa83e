import Foundation
import Logging
import Testing
import TextModel

@testable import Assembly

/// Copies over a whole run: whatever was there before, the tables are those of a run from scratch.
@Suite struct DuplicateRunTests {
    /// A folder of articles, and runs over it.
    private final class Corpus {
        let path = NSTemporaryDirectory() + "/sayso-duplicates-" + UUID().uuidString
        var choice = Recipe.Duplicates.keep

        init() throws {
            try FileManager.default.createDirectory(atPath: path + "/in", withIntermediateDirectories: true)
        }

        deinit {
            do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
        }

        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/in/\(name)"))
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/in/\(name)") }

        /// The tables' bytes by file.
        @discardableResult
        func run(into output: String = "Output", workers: Int = 2) throws -> [String: Data] {
            var recipe = Recipe(folder: path, name: "d", inputs: [Recipe.Input(files: ["in/*"])])
            recipe.output = output
            recipe.duplicates = choice
            var run = PipelineRun(recipe: recipe)
            run.workers = workers
            _ = try run.run(
                interruption: Interruption(watchesSignals: false),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: { _ in })
            let folder = "\(path)/\(output)/d"
            var files: [String: Data] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "run.json" {
                files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            }
            return files
        }

        /// For each article's file that of its original.
        func originals(_ files: [String: Data]) throws -> [String: String] {
            let rows = try String(decoding: files["articles.jsonl"] ?? Data(), as: UTF8.self).split(separator: "\n").map
            {
                try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            var fileOfID: [String: String] = [:]
            for row in rows {
                fileOfID[try #require(row["article_id"] as? String)] = (row["file"] as? String)?.split(separator: "/")
                    .last.map(String.init)
            }
            var found: [String: String] = [:]
            for row in rows {
                guard let id = row["article_id"] as? String, let original = row["duplicate_of"] as? String else {
                    continue
                }
                found[fileOfID[id] ?? "?"] = fileOfID[original] ?? "nowhere"
            }
            return found
        }
    }

    private static let paragraphs = [
        "The bridge over the river reopened on Wednesday after eleven months of repairs, and traffic flowed freely again.",
        "“It’s safe,” said Jane Smith, the city’s engineer, who had inspected every bolt of it twice during the spring.",
        "The council spent 4.5 million dollars on the work, she added, which was less than the mayor had feared in January.",
    ]

    private static func copy(_ headline: String, _ tail: String) -> String {
        ([headline] + paragraphs + [tail]).joined(separator: "\n\n")
    }

    @Test func aCopyIsMarkedAndKeepsItsRows() throws {
        let corpus = try Corpus()
        try corpus.write("a.txt", Self.copy("Bridge reopens", "More news at noon."))
        try corpus.write("b.txt", "A school opened on Monday.\n\n“We are glad,” said Paul Weber, its head.")
        try corpus.write("c.txt", Self.copy("City gets its bridge back", "Reporting by Ann Lee."))
        let files = try corpus.run()
        #expect(try corpus.originals(files) == ["c.txt": "a.txt"])
        let quotes = String(decoding: files["quotes.jsonl"] ?? Data(), as: UTF8.self)
        #expect(quotes.components(separatedBy: "It’s safe,”").count > 2)
        #expect(files["rejects.jsonl"]?.isEmpty == true)

        corpus.choice = .skip
        let fewer = try corpus.run()
        #expect(try corpus.originals(fewer) == [:])
        #expect(String(decoding: fewer["articles.jsonl"] ?? Data(), as: UTF8.self).split(separator: "\n").count == 2)
        let rejects = String(decoding: fewer["rejects.jsonl"] ?? Data(), as: UTF8.self)
        #expect(rejects.contains("duplicate_article") && rejects.contains("in/c.txt"))
        #expect(!String(decoding: fewer["speakers.csv"] ?? Data(), as: UTF8.self).contains("Jane Smith,2"))
    }

    @Test func anOriginalThatGoesOrChangesLeavesTheRest() throws {
        let corpus = try Corpus()
        try corpus.write("a.txt", Self.copy("Bridge reopens", "More news at noon."))
        try corpus.write("b.txt", Self.copy("City gets its bridge back", "Reporting by Ann Lee."))
        try corpus.write("c.txt", Self.copy("The river has its bridge again", "First published on Thursday."))
        #expect(try corpus.originals(corpus.run()) == ["b.txt": "a.txt", "c.txt": "a.txt"])
        try corpus.write("a.txt", "A school opened on Monday.\n\n“We are glad,” said Paul Weber, its head.")
        #expect(try corpus.originals(corpus.run()) == ["c.txt": "b.txt"])
        try corpus.remove("b.txt")
        #expect(try corpus.originals(corpus.run()) == [:])
    }

    /// Random changes, run after run, with both choices and different numbers of workers.
    @Test(arguments: [UInt64(1), 2])
    func everyRunEqualsOneFromScratch(seed: UInt64) throws {
        let corpus = try Corpus()
        var present: Set<String> = []
        var state = seed
        func chance(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for step in 0..<8 {
            for change in 0..<3 {
                let name = "\(chance(6)).txt"
                switch chance(3) {
                case 0 where present.contains(name):
                    try corpus.remove(name)
                    present.remove(name)
                case 1:
                    try corpus.write(name, Self.copy("Headline \(step)", "Tail \(change)."))
                    present.insert(name)
                default:
                    try corpus.write(
                        name, "Story \(step) of \(change).\n\n“We are glad,” said Paul Weber, the head of \(name).")
                    present.insert(name)
                }
            }
            if present.isEmpty { continue }
            corpus.choice = step % 2 == 0 ? .keep : .skip
            let grown = try corpus.run(workers: 1 + step % 3)
            let fresh = try corpus.run(into: "Fresh\(step)", workers: 1)
            for name in fresh.keys.sorted() { #expect(grown[name] == fresh[name], "\(name) at step \(step)") }
        }
    }
}
