import Foundation
import Learning

@testable import sayso

/// A recipe's input folder that changes at random, in all the ways in which such folders do.
struct ChangingCorpus {
    let folder: RecipeFolder
    private var chance: Chance
    private var next = 0
    /// Article numbers by file name.
    private(set) var files: [String: [Int]] = [:]
    private var options = ["bom": "true", "confidence": "0.25", "duplicates": "keep"]

    init(_ folder: RecipeFolder, seed: UInt64) throws {
        self.folder = folder
        chance = Chance(seed: seed)
        for _ in 0..<6 { _ = try add() }
    }

    /// One change; says which, for the message of a test that fails.
    mutating func change() throws -> String {
        let kind = Int.random(in: 0..<15, using: &chance)
        switch kind {
        case 0, 1: return "add \(try add())"
        case 2: return try withFile { "edit \(try $0.edit($1))" }
        case 3: return try withFile { "delete \(try $0.delete($1))" }
        case 4: return try withFile { "move \($1) to \(try $0.move($1))" }
        case 5: return try withFile { "touch \(try $0.touch($1))" }
        case 6: return try withFile { "copy \($1) to \(try $0.copy($1))" }
        case 7: return "lines \(try addLines())"
        case 8: return "broken \(try addBroken())"
        case 9:
            options["bom"] = options["bom"] == "true" ? "false" : "true"
            try writeRecipe()
            return "recipe \(options)"
        case 10:
            options["confidence"] = options["confidence"] == "0.25" ? "0.6" : "0.25"
            try writeRecipe()
            return "recipe \(options)"
        case 11:
            // Somebody edits the published table in place.
            try Data("edited".utf8).write(to: URL(fileURLWithPath: folder.published + "/quotes.csv"))
            return "edit the output"
        case 12:
            let store = folder.output + "/.news/store.sqlite"
            // It may have gone a moment ago.
            guard FileManager.default.fileExists(atPath: store) else { return "nothing" }
            try FileManager.default.removeItem(atPath: store)
            return "remove the store"
        case 13:
            options["duplicates"] = options["duplicates"] == "keep" ? "skip" : "keep"
            try writeRecipe()
            return "recipe \(options)"
        default: return "nothing"
        }
    }

    private mutating func withFile(_ body: (inout ChangingCorpus, String) throws -> String) throws -> String {
        guard let name = files.keys.sorted().randomElement(using: &chance) else { return "nothing is left" }
        return try body(&self, name)
    }

    private mutating func number() -> Int {
        next += 1
        return next
    }

    private mutating func add() throws -> String {
        let number = number()
        let name = "f\(Int.random(in: 0..<1000, using: &chance)).txt"
        files[name] = [number]
        try write(name)
        return name
    }

    private mutating func addLines() throws -> String {
        let name = "lines.jsonl"
        var numbers = files[name] ?? []
        if !numbers.isEmpty, Bool.random(using: &chance) {
            numbers.remove(at: Int.random(in: numbers.indices, using: &chance))
        } else {
            for _ in 0..<3 { numbers.append(number()) }
        }
        files[name] = numbers
        try write(name)
        return "\(numbers)"
    }

    private mutating func addBroken() throws -> String {
        let name = "b\(Int.random(in: 0..<10, using: &chance)).txt"
        try folder.write("in/" + name, Bool.random(using: &chance) ? "" : "\u{0}\u{1}binary\u{0}")
        files[name] = []
        return name
    }

    private mutating func edit(_ name: String) throws -> String {
        files[name] = [number()]
        try write(name)
        return name
    }

    private mutating func delete(_ name: String) throws -> String {
        files[name] = nil
        try FileManager.default.removeItem(atPath: path(name))
        return name
    }

    private mutating func move(_ name: String) throws -> String {
        let new = "m\(Int.random(in: 0..<1000, using: &chance))" + (name.hasSuffix("jsonl") ? ".jsonl" : ".txt")
        guard files[new] == nil else { return name }
        files[new] = files.removeValue(forKey: name)
        try FileManager.default.moveItem(atPath: path(name), toPath: path(new))
        return new
    }

    private func touch(_ name: String) throws -> String {
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path(name))
        return name
    }

    private mutating func copy(_ name: String) throws -> String {
        let new = "c\(Int.random(in: 0..<1000, using: &chance))" + (name.hasSuffix("jsonl") ? ".jsonl" : ".txt")
        guard files[new] == nil else { return name }
        files[new] = files[name]
        try FileManager.default.copyItem(atPath: path(name), toPath: path(new))
        return new
    }

    private func write(_ name: String) throws {
        let numbers = files[name] ?? []
        let text =
            name.hasSuffix("jsonl")
            ? try numbers.map(GeneratedArticles.jsonLine).joined()
            : numbers.map(GeneratedArticles.text).joined(separator: "\n\n")
        try folder.write("in/" + name, text)
    }

    private func writeRecipe() throws {
        try folder.write(
            "news.yaml",
            "version: 1\nname: news\ninputs: [in]\noutput: Output\nlimits: {rejects_percent: 100}\n"
                + "csv: {bom: \(options["bom"] ?? "true")}\nminimum_confidence: \(options["confidence"] ?? "0.25")\n"
                + "duplicates: \(options["duplicates"] ?? "keep")\n")
    }

    private func path(_ name: String) -> String { folder.path + "/in/" + name }
}
