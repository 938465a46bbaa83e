import Foundation
import Loading
import Testing

@testable import Assembly

@Suite struct RunInputsTests {
    /// A folder of its own with these files, which were written a moment ago.
    private func withFiles(_ names: [String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sayso-inputs-\(UUID().uuidString)")
        defer {
            do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
        }
        for name in names {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("x".utf8).write(to: file)
        }
        try body(folder.path)
    }

    private func input(_ files: [String], _ format: Recipe.Format = .auto) -> Recipe.Input {
        var input = Recipe.Input(files: files)
        input.format = format
        return input
    }

    @Test func aFileOfTwoInputsIsReadAsTheFirstOfThemSays() throws {
        try withFiles(["b.txt", "a.txt", "sub/c.txt"]) { folder in
            let recipe = Recipe(
                folder: folder, name: "r",
                inputs: [input(["b.*"], .text), input(["\(folder)/a.txt"], .csv), input(["**/*.txt"], .jsonl)])
            let files = try InputFiles(of: recipe)
            #expect(Array(files.labels) == ["\(folder)/a.txt", "b.txt", "sub/c.txt"])
            #expect(files.map(\.path) == ["a.txt", "b.txt", "sub/c.txt"].map { "\(folder)/\($0)" })
            #expect(files.map(\.reading.format) == [.csv, .text, .jsonLines])
        }
    }

    @Test func aStampTellsFilesAndHowTheyAreRead() throws {
        try withFiles(["a.txt", "b.txt"]) { folder in
            func stamps(_ recipe: Recipe) throws -> [[UInt8]?] {
                let inputs = RunInputs(try InputFiles(of: recipe), recipe: recipe)
                return inputs.settledStamps(of: Array(inputs.files.indices)).map { $0?.bytes }
            }
            let recipe = Recipe(folder: folder, name: "r", inputs: [input(["*.txt"])])
            // Though they were written a moment ago.
            let first = try stamps(recipe)
            #expect(!first.contains(nil) && Set(first).count == 2)
            #expect(try stamps(recipe) == first)
            var other = recipe
            other.inputs[0].format = .text
            let second = try stamps(other)
            #expect(zip(first, second).allSatisfy { $0 != $1 })
            other = recipe
            other.limits.articleBytes += 1
            #expect(try Set(first).isDisjoint(with: stamps(other)))
        }
    }

    @Test func whatCannotBeToldApartIsReadEachTime() throws {
        try withFiles(["a.txt", "sub/a.txt", "sub/list.txt", "z.txt"]) { folder in
            try "a.txt\n".write(toFile: "\(folder)/sub/list.txt", atomically: false, encoding: .utf8)
            let recipe = Recipe(folder: folder, name: "r", inputs: [input(["*.txt", "@sub/list.txt"])])
            let inputs = RunInputs(try InputFiles(of: recipe), recipe: recipe)
            #expect(Array(inputs.files.labels) == ["a.txt", "a.txt", "z.txt"])
            let stamps = inputs.settledStamps(of: [0, 1, 2])
            #expect(stamps.map { $0 == nil } == [true, true, false])
            #expect(inputs.looks.map(\.label) == ["a.txt", "a.txt", "z.txt"])
            #expect(inputs.looks.map(\.stamp) == stamps)
        }
    }
}
