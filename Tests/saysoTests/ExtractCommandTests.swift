import Foundation
import Testing

@testable import sayso

@Suite struct ExtractCommandTests {
    private func objects(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func goodAndBadLinesKeepTheirOrder() throws {
        let lines = [
            #"{"id": "a1", "text": "“It’s safe,” said Émile."}"#, #"{"id": "a2", "text": "half"#, "",
            #"{"id": "a4"}"#, #"{"text": 7}"#, "[]",
            #"{"id": "a7", "text": "Jane Smith said that the bridge was safe."}"#,
        ]
        let call = try Invocation.sayso("extract", input: lines.joined(separator: "\n"))
        #expect(call.status == 0 && call.errors.isEmpty)
        let output = call.output.split(separator: "\n").map(String.init)
        try #require(output.count == 6)
        #expect(
            output[0].hasPrefix(#"{"id":"a1","attributions":[{"content":[[0,12]],"cue":[[13,17]],"source":[[18,23]],"#))
        #expect(
            output[1...4] == [
                #"{"id":"a2","error":{"line":2,"code":"malformed_json","message":"ends too early at byte 27 of the line"}}"#,
                #"{"id":"a4","error":{"line":4,"code":"missing_text","message":"the record has no text"}}"#,
                #"{"id":null,"error":{"line":5,"code":"wrong_type","message":"the text is a number, not a string"}}"#,
                #"{"id":null,"error":{"line":6,"code":"wrong_type","message":"the line is JSON, but not an object"}}"#,
            ])
        #expect(
            output[5].hasPrefix(#"{"id":"a7","attributions":[{"content":[[16,40]],"cue":[[11,15]],"source":[[0,10]],"#))
    }

    /// A bad line is a bad line, also when it is the first.
    @Test(arguments: ["{\"id\": \"a\", \"text\"", "nonsense", "[]", "{}"])
    func aBadFirstLine(line: String) throws {
        let call = try Invocation.sayso("extract", input: line + "\n" + GeneratedArticles.jsonLine(1))
        let found = try objects(call.output)
        #expect(call.status == 0 && found.count == 2)
        #expect((found.first?["error"] as? [String: Any])?["line"] as? Int == 1)
        #expect(found.last?["id"] as? String == "a1")
    }

    /// Offsets count scalars of the text that came in.
    @Test func offsetsCountScalars() throws {
        let text = "🐦 Émile’s “café” stayed open. Jane Smith said that the bridge was safe."
        let line = try JSONSerialization.data(withJSONObject: ["id": "a", "text": text])
        let call = try Invocation.sayso("extract", input: String(decoding: line, as: UTF8.self))
        let attribution = try #require((try objects(call.output).first?["attributions"] as? [[String: Any]])?.first)
        let content = try #require((attribution["content"] as? [[Int]])?.first)
        let scalars = Array(text.unicodeScalars)[content[0]..<content[1]]
        #expect(String(String.UnicodeScalarView(scalars)) == "that the bridge was safe")
    }

    @Test func theSameBytesAtAnyWorkerCount() throws {
        let lines = try (0..<400).map {
            $0 % 7 == 3 ? "{\"id\": \"b\($0)\", \"text\"\n" : try GeneratedArticles.jsonLine($0)
        }
        let one = try Invocation.sayso("extract", "--workers", "1", input: lines.joined())
        let eight = try Invocation.sayso("extract", "--workers", "8", input: lines.joined())
        #expect(one.status == 0 && eight.status == 0)
        #expect(one.output == eight.output)
        let found = try objects(one.output)
        #expect(found.count == lines.count)
        for (index, answer) in found.enumerated() {
            if index % 7 == 3 {
                #expect((answer["error"] as? [String: Any])?["line"] as? Int == index + 1)
            } else {
                #expect(answer["id"] as? String == "a\(index)")
                #expect((answer["quotes"] as? [Any])?.isEmpty == false)
            }
        }
    }

    @Test func plainFilesInTheOrderOfTheirNames() throws {
        let folder = try RecipeFolder()
        try folder.write("in/b.txt", "Id: second\nTitle: T\n\nPaul Weber said that it rained.")
        try folder.write("in/a.txt", "Id: first\nTitle: T\n\nJane Smith said that it rained.")
        let call = try Invocation.sayso("extract", folder.path + "/in")
        #expect(call.status == 0)
        #expect(try objects(call.output).map { $0["id"] as? String } == ["first", "second"])
    }

    @Test func noInputAtAll() throws {
        let nothing = try Invocation.sayso("extract")
        #expect(nothing.status == 0 && nothing.output.isEmpty && nothing.errors.isEmpty)
        let missing = try Invocation.sayso("extract", "nowhere.jsonl")
        #expect(missing.status == 66 && missing.output.isEmpty)
        #expect(missing.errors == "sayso: nowhere.jsonl: no such input\n")
    }

    @Test func aFullDisk() throws {
        let call = try Invocation.sayso("extract", input: GeneratedArticles.jsonLine(1), outputFile: "/dev/full")
        #expect(call.status == 74)
        #expect(call.errors == "sayso: standard output: cannot write: No space left on device\n")
    }

    @Test func aReaderThatGoesAwayEndsItQuietly() throws {
        let folder = try RecipeFolder()
        try folder.write("many.jsonl", GeneratedArticles.jsonLines(0..<1500))
        let call = try Invocation.shell(
            "$SAYSO extract \(folder.path)/many.jsonl | head -1 | wc -l; echo ${PIPESTATUS[0]}")
        #expect(call.output == "1\n141\n" && call.errors.isEmpty, "\(call)")
    }
}
