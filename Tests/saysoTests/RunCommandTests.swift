import Foundation
import Testing

@testable import sayso

@Suite struct RunCommandTests {
    /// Everything that can be wrong with an input, among what is right.
    private func badInputs(_ keys: String) throws -> RecipeFolder {
        let folder = try RecipeFolder(inputs: "[in/*]", "limits: {article_bytes: 2000, record_bytes: 3000\(keys)}\n")
        try folder.write("in/a-good.txt", GeneratedArticles.text(1))
        try folder.write("in/b-empty.txt", "")
        try folder.write("in/c-blank.txt", " \n\t\r\n")
        try folder.makeFolder("in/d-folder.txt")
        try folder.write("in/e-broken.txt", Array("Café said: it’s ".utf8) + [0xFF, 0xFE] + Array(" no text".utf8))
        try folder.write("in/f-binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1])
        try folder.write("in/g-long.txt", String(repeating: "x", count: 50_000))
        try folder.link("in/h-dangling.txt", to: "nowhere")
        try folder.write(
            "in/i-lines.jsonl",
            Array((try GeneratedArticles.jsonLine(2) + "{\"id\": \"m\", \"text\": \"half\n").utf8)
                + Array("{\"id\": \"u\", \"text\": \"".utf8) + [0xC3, 0x28] + Array("\"}\n".utf8)
                + Array("\n[1]\n{\"id\": 7}\n{\"id\": \"n\", \"text\": null}\n{\"id\": \"s\", \"text\": \" \"}\n".utf8)
                + Array(("{\"id\": \"l\", \"text\": \"" + String(repeating: "y", count: 2500) + "\"}\n").utf8)
                + Array(("{\"id\": \"r\", \"text\": \"" + String(repeating: "z", count: 9000) + "\"}\n").utf8)
                + Array(try GeneratedArticles.jsonLine(3).utf8))
        try folder.write("in/j-again.txt", GeneratedArticles.text(1))
        try folder.write("in/k-good.txt", GeneratedArticles.text(4))
        return folder
    }

    private static let rejects = #"""
        {"file":"in/b-empty.txt","record":1,"byte":0,"id":null,"code":"empty_article","message":"the text is empty or white space only"}
        {"file":"in/c-blank.txt","record":1,"byte":0,"id":null,"code":"empty_article","message":"the text is empty or white space only"}
        {"file":"in/d-folder.txt","record":1,"byte":0,"id":null,"code":"not_a_regular_file","message":"a folder, not a file"}
        {"file":"in/e-broken.txt","record":1,"byte":19,"id":null,"code":"invalid_encoding","message":"byte 0xFF at byte offset 19 breaks the UTF-8"}
        {"file":"in/f-binary.txt","record":1,"byte":4,"id":null,"code":"unsupported_format","message":"a binary file: NUL at byte offset 4"}
        {"file":"in/g-long.txt","record":1,"byte":0,"id":null,"code":"article_too_large","message":"a text of more than 2000 bytes"}
        {"file":"in/h-dangling.txt","record":1,"byte":0,"id":null,"code":"unreadable","message":"No such file or directory"}
        {"file":"in/i-lines.jsonl","record":2,"byte":373,"id":"m","code":"malformed_json","message":"ends too early at byte 26 of the line"}
        {"file":"in/i-lines.jsonl","record":3,"byte":399,"id":"u","code":"malformed_json","message":"invalid UTF-8, byte 0xC3, at byte 22 of the line"}
        {"file":"in/i-lines.jsonl","record":5,"byte":426,"id":null,"code":"wrong_type","message":"the line is JSON, but not an object"}
        {"file":"in/i-lines.jsonl","record":6,"byte":430,"id":"7","code":"missing_text","message":"the record has no text"}
        {"file":"in/i-lines.jsonl","record":7,"byte":440,"id":"n","code":"wrong_type","message":"the text is null, not a string"}
        {"file":"in/i-lines.jsonl","record":8,"byte":466,"id":"s","code":"empty_article","message":"the text is empty or white space only"}
        {"file":"in/i-lines.jsonl","record":9,"byte":491,"id":"l","code":"article_too_large","message":"a text of 2500 bytes; the limit is 2000"}
        {"file":"in/i-lines.jsonl","record":10,"byte":3015,"id":null,"code":"article_too_large","message":"a line of more than 3000 bytes"}
        {"file":"in/j-again.txt","record":1,"byte":0,"id":null,"code":"duplicate_article","message":"the same article as in/a-good.txt, record 1"}
        """#

    @Test func everyGoodArticleIsThereAndEveryBadOneIsNamed() throws {
        let folder = try badInputs(", rejects_percent: 100")
        let call = try folder.run()
        #expect(call.status == 0 && call.output.isEmpty && call.errors.isEmpty, "\(call)")
        #expect(try folder.lines("rejects.jsonl").joined(separator: "\n") == Self.rejects)
        let given = try folder.lines("articles.jsonl").map { line in
            let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return "\(row?["file"] ?? ""):\(row?["record"] ?? "")"
        }
        #expect(given == ["in/a-good.txt:1", "in/i-lines.jsonl:1", "in/i-lines.jsonl:11", "in/k-good.txt:1"])
        #expect(try Invocation.sayso("validate", folder.published).status == 0)
    }

    @Test func moreRejectsThanTheRecipeAllows() throws {
        let folder = try badInputs("")
        let call = try folder.run()
        #expect(call.status == 65 && call.output.isEmpty)
        let message = "15 of 20 articles were rejected, more than the 5.0 % that the recipe allows; see rejects.jsonl"
        #expect(call.errors == "sayso: \(message)\n")
        // Published all the same.
        #expect(try folder.lines("articles.jsonl").count == 4)
        #expect(try folder.files() == badInputs(", rejects_percent: 100").ran())
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func anUnreadableFile() throws {
        let folder = try RecipeFolder("limits: {rejects_percent: 50}\n")
        try folder.write("in/a.txt", GeneratedArticles.text(1))
        try folder.write("in/b.txt", GeneratedArticles.text(2))
        #expect(chmod(folder.path + "/in/b.txt", 0) == 0)
        #expect(try folder.run().status == 0)
        #expect(
            try folder.lines("rejects.jsonl") == [
                #"{"file":"in/b.txt","record":1,"byte":0,"id":null,"code":"unreadable","message":"Permission denied"}"#
            ])
    }

    @Test func noSuchInput() throws {
        let folder = try RecipeFolder(inputs: "[in/*.txt]")
        let call = try folder.run()
        #expect(call.status == 66 && call.output.isEmpty)
        #expect(call.errors == "sayso: in/*.txt: no such input\n")
        #expect(!FileManager.default.fileExists(atPath: folder.output))
    }

    @Test func anUnknownKeyStopsBeforeTheStart() throws {
        let folder = try RecipeFolder("werkers: 2\n")
        try folder.write("in/a.txt", GeneratedArticles.text(1))
        let call = try folder.run()
        #expect(call.status == 78 && call.output.isEmpty)
        #expect(call.errors.hasPrefix("sayso: \(folder.recipe):5:1: unknown key 'werkers'; did you mean 'workers'?"))
        #expect(!FileManager.default.fileExists(atPath: folder.output))
    }

    /// The first run waits for articles on standard input, and holds the lock meanwhile.
    @Test func aSecondRunFindsTheLockHeld() throws {
        let folder = try RecipeFolder(inputs: "['-']")
        let first = Process()
        first.executableURL = URL(fileURLWithPath: Invocation.program)
        first.arguments = ["run", folder.recipe]
        let articles = Pipe()
        first.standardInput = articles
        try first.run()
        defer { if first.isRunning { first.terminate() } }
        let lock = folder.output + "/.news/lock"
        var holder = ""
        for _ in 0..<500 where holder.isEmpty {
            usleep(20_000)
            holder = (try? String(contentsOfFile: lock, encoding: .utf8)) ?? ""
        }
        #expect(holder.hasPrefix("process \(first.processIdentifier), since "))

        let second = try folder.run()
        #expect(second.status == 75 && second.output.isEmpty)
        #expect(second.errors.hasPrefix("sayso: \(lock): another run is at work: process \(first.processIdentifier), "))
        #expect(try folder.files().isEmpty)

        try articles.fileHandleForWriting.write(contentsOf: Data(try GeneratedArticles.jsonLine(1).utf8))
        try articles.fileHandleForWriting.close()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
        #expect(try folder.lines("articles.jsonl").count == 1)
        #expect(try folder.files().count == 12)
    }

    @Test func anOutputThatCannotBeMade() throws {
        let folder = try RecipeFolder()
        try folder.write("in/a.txt", GeneratedArticles.text(1))
        try folder.write("Output", "a file")
        let call = try folder.run()
        #expect(call.status == 73 && call.errors.hasPrefix("sayso: \(folder.output): cannot create: "), "\(call)")
    }

    /// One file or seven, and in another order: the same rows under the same identifiers, apart from the order.
    @Test func howArticlesArePartedIntoFilesChangesNoRow() throws {
        let tables = ["quotes.jsonl", "attributions.jsonl", "numeric_claims.jsonl", "speakers.jsonl"]
        var found: [[[String]]] = []
        for (files, order) in [(1, Array(0..<70)), (7, Array(0..<70)), (1, Array((0..<70).reversed()))] {
            let folder = try RecipeFolder()
            for file in 0..<files {
                let articles = order.filter { $0 % files == file }
                try folder.write("in/\(file).jsonl", try articles.map(GeneratedArticles.jsonLine).joined())
            }
            #expect(try folder.run().status == 0)
            found.append(try tables.map { try folder.lines($0).sorted() })
        }
        #expect(found[0].allSatisfy { $0.count > 5 })
        #expect(found[1] == found[0] && found[2] == found[0])
    }

    @Test func theSameBytesAtAnyWorkerCountAndInAnyNumberOfRuns() throws {
        let folder = try RecipeFolder()
        try folder.write("in/b.jsonl", GeneratedArticles.jsonLines(40..<120))
        #expect(try folder.run("--workers", "8").status == 0)
        let half = try folder.files()
        #expect(half.count == 12)
        // More articles before and behind, one changed and one gone.
        try folder.write("in/a.jsonl", GeneratedArticles.jsonLines(0..<40))
        try folder.write(
            "in/b.jsonl", GeneratedArticles.jsonLines(41..<120) + "{\"id\": \"a40\", \"text\": \"Now empty.\"}\n")
        try folder.write("in/c.txt", GeneratedArticles.text(500))
        #expect(try folder.run("--workers", "3").status == 0)
        let incremental = try folder.files()
        #expect(incremental != half)
        for workers in ["1", "8"] {
            let output = folder.path + "/Fresh" + workers
            #expect(try folder.run("--workers", workers, "--output", output).status == 0)
            let fresh = try folder.files(in: output + "/news")
            for (name, bytes) in incremental { #expect(fresh[name] == bytes, "\(name), \(workers) workers") }
            #expect(fresh.count == incremental.count)
        }
        // Nothing new: the same again.
        #expect(try folder.run().status == 0)
        #expect(try folder.files() == incremental)
        #expect(try Invocation.sayso("validate", folder.published).status == 0)
    }
}

extension RecipeFolder {
    /// The files after a run.
    fileprivate func ran() throws -> [String: Data] {
        _ = try run()
        return try files()
    }
}
