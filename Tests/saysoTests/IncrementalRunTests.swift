import Foundation
import Testing

@testable import sayso

/// A run does the work that the changes since the last one need, no less and no more.
@Suite struct IncrementalRunTests {
    /// `SAYSO_STEPS=500` for a long one, `SAYSO_SEED=9` for another one.
    private static let steps = ProcessInfo.processInfo.environment["SAYSO_STEPS"].flatMap(Int.init) ?? 25
    private static let seed = ProcessInfo.processInfo.environment["SAYSO_SEED"].flatMap(UInt64.init) ?? 4

    @Test func datasetsAreThoseOfARunFromScratchAfterAnyChanges() throws {
        let folder = try RecipeFolder("limits: {rejects_percent: 100}\n")
        var corpus = try ChangingCorpus(folder, seed: Self.seed)
        var story: [String] = []
        #expect(try folder.run().status == 0)
        for step in 0..<Self.steps {
            for _ in 0...step % 3 { story.append(try corpus.change()) }
            let call = try folder.run("--workers", step % 2 == 0 ? "1" : "2")
            #expect(call.status == 0 && call.errors.isEmpty, "\(call) after \(story)")
            let fresh = folder.path + "/Fresh"
            #expect(try folder.run("--output", fresh).status == 0)
            let expected = try folder.files(in: fresh + "/news")
            let found = try folder.files()
            for (name, bytes) in expected where found[name] != bytes {
                Issue.record("step \(step): \(name) differs after \(story)")
                return
            }
            #expect(found.count == expected.count)
            try FileManager.default.removeItem(atPath: fresh)
        }
        #expect(try Invocation.sayso("validate", folder.published).status == 0)
    }

    /// What `run.json` says of one run.
    private struct Done: Equatable {
        var because: [String]
        var filesRead: Int
        var filesGone = 0
        var tagged: Int
        var removed = 0
        var copied: Int
    }

    private func run(_ folder: RecipeFolder, program: String = Invocation.program) throws -> Done {
        let call = try Invocation.shell("exec '\(program)' run '\(folder.recipe)'")
        #expect(call.status == 0 && call.errors.isEmpty, "\(call)")
        let record = try folder.record()
        let articles = try #require(record["articles"] as? [String: Int])
        return Done(
            because: try #require(record["because"] as? [String]),
            filesRead: try #require(record["files_read"] as? Int),
            filesGone: try #require(record["files_gone"] as? Int), tagged: try #require(articles["tagged"]),
            removed: try #require(articles["removed"]), copied: try #require(articles["copied"]))
    }

    @Test func eachChangeCostsWhatItMust() throws {
        let folder = try RecipeFolder()
        for number in 1...5 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        try folder.write("in/lines.jsonl", GeneratedArticles.jsonLines(10..<20))
        #expect(try run(folder) == Done(because: ["first run"], filesRead: 6, tagged: 15, copied: 0))

        #expect(try run(folder) == Done(because: ["nothing changed"], filesRead: 0, tagged: 0, copied: 15))

        try folder.write("in/6.txt", GeneratedArticles.text(6))
        let news = ["files are new or changed"]
        #expect(try run(folder) == Done(because: news, filesRead: 1, tagged: 1, copied: 15))

        try folder.write("in/lines.jsonl", GeneratedArticles.jsonLines(10..<19) + GeneratedArticles.jsonLine(30))
        #expect(try run(folder) == Done(because: news, filesRead: 1, tagged: 1, removed: 1, copied: 15))

        try FileManager.default.moveItem(atPath: folder.path + "/in/3.txt", toPath: folder.path + "/in/3-moved.txt")
        #expect(
            try run(folder)
                == Done(because: news + ["files are gone"], filesRead: 1, filesGone: 1, tagged: 0, copied: 15))

        try FileManager.default.removeItem(atPath: folder.path + "/in/1.txt")
        #expect(
            try run(folder)
                == Done(because: ["files are gone"], filesRead: 0, filesGone: 1, tagged: 0, removed: 1, copied: 15))

        // Looks other, and is the same.
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder.path + "/in/2.txt")
        #expect(try run(folder) == Done(because: news, filesRead: 1, tagged: 0, copied: 15))

        let recipe = try String(contentsOfFile: folder.recipe, encoding: .utf8)
        try folder.write("news.yaml", recipe + "csv: {bom: false}\n")
        #expect(
            try run(folder) == Done(because: ["the form of the output changed"], filesRead: 0, tagged: 0, copied: 0))

        try folder.write("news.yaml", recipe + "csv: {bom: false}\nminimum_confidence: 0.5\n")
        let other = try run(folder)
        #expect(other == Done(because: ["the recipe changed"], filesRead: 6, tagged: 15, removed: 15, copied: 0))

        // A limit that no article meets: all files are read again, and no article is tagged.
        try folder.write(
            "news.yaml", recipe + "csv: {bom: false}\nminimum_confidence: 0.5\nlimits: {article_bytes: 9999}\n")
        #expect(try run(folder) == Done(because: ["the recipe changed"], filesRead: 6, tagged: 0, copied: 15))

        try FileManager.default.removeItem(atPath: folder.output + "/.news/store.sqlite")
        #expect(try run(folder) == Done(because: ["first run"], filesRead: 6, tagged: 15, copied: 15))
    }

    @Test func anotherProgramTagsEverythingAgain() throws {
        let folder = try RecipeFolder()
        try folder.write("in/lines.jsonl", GeneratedArticles.jsonLines(0..<4))
        _ = try run(folder)
        let before = try folder.files()
        let program = folder.path + "/sayso"
        try FileManager.default.copyItem(atPath: Invocation.program, toPath: program)
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: program)
        #expect(
            try run(folder, program: program)
                == Done(because: ["the program changed"], filesRead: 1, tagged: 4, removed: 4, copied: 0))
        #expect(try folder.files() == before)
    }

    @Test func aRunWithoutChangesLinksItsFiles() throws {
        let folder = try RecipeFolder()
        try folder.write("in/lines.jsonl", GeneratedArticles.jsonLines(0..<4))
        for _ in 0..<2 { #expect(try folder.run().status == 0) }
        for name in try folder.files().keys {
            let links = try FileManager.default.attributesOfItem(atPath: folder.published + "/" + name)
            #expect(links[.referenceCount] as? Int == 2, "\(name)")
        }
        #expect(try folder.record()["generation"] as? Int == 2)
    }

    @Test func anArticleThatTakesTooLongIsRejectedAndTheRunGoesOn() throws {
        let folder = try RecipeFolder("limits: {article_seconds: 0.05, rejects_percent: 100}\n")
        for number in 0..<8 { try folder.write("in/\(number).txt", GeneratedArticles.text(number)) }
        let long = (0..<4000).map(GeneratedArticles.text).joined(separator: "\n\n")
        try folder.write("in/long.txt", long)
        #expect(try folder.run().status == 0)
        let rejects = try folder.lines("rejects.jsonl")
        #expect(rejects.count == 1, "\(rejects)")
        let reject = try #require(rejects.first)
        #expect(reject.contains(#""file":"in/long.txt","#))
        #expect(reject.contains(#""code":"took_too_long""#))
        #expect(try folder.lines("articles.jsonl").count == 8)
        // It is tried again each time; with more time it is one of them.
        try folder.write(
            "news.yaml", "version: 1\nname: news\ninputs: [in]\noutput: Output\nlimits: {article_seconds: 600}\n")
        #expect(try folder.run().status == 0)
        #expect(try folder.lines("articles.jsonl").count == 9)
    }
}

extension RecipeFolder {
    /// `run.json` of what readers see.
    func record() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: published + "/run.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
}
