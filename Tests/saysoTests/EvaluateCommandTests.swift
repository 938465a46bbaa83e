import Foundation
import Testing

@testable import sayso

@Suite struct EvaluateCommandTests {
    private static let gold = #"""
        {"doc_id": "a", "text": "“We lost 40 boats,” said Ann Lee. Nobody knew.", "quotes": [\#
        {"content": [[0, 19]], "cue": [[20, 24]], "source": [[25, 32]], "type": "direct"}, \#
        {"content": [[34, 40]], "cue": [[41, 45]], "source": [], "type": "indirect"}]}

        """#

    @Test func figuresAndErrors() throws {
        let scratch = try Scratch()
        let file = try scratch.file("gold.jsonl", Self.gold)
        let call = try Invocation.sayso("evaluate", file, "--by-type", "--errors", "missed")
        #expect(call.status == 0 && call.errors.isEmpty)
        let lines = call.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "missed  a")
        #expect(lines.dropFirst().first == "    gold   ⟦content|Nobody⟧ ⟦cue|knew⟧.")
        #expect(lines.contains("articles 1  gold 2  found 1"))
        #expect(lines.contains("relation                 100.0      50.0      66.7"))
        #expect(lines.contains("relation, direct                   100.0  of 1"))
        #expect(lines.contains("relation, indirect                   0.0  of 1"))
    }

    @Test func jsonIsTheSameForAnyNumberOfWorkers() throws {
        let gold = (0..<12).map { Self.gold.replacing(#""a""#, with: "\"a\($0)\"") }.joined()
        let arguments = ["evaluate", "-", "--format", "json", "--errors", "missed", "--by-type"]
        let one = try Invocation.sayso(arguments + ["--workers", "1"], input: gold)
        let four = try Invocation.sayso(arguments + ["--workers", "4"], input: gold)
        #expect(one.status == 0 && one.output == four.output)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
        let measures = try #require(report["measures"] as? [String: [String: Double]])
        #expect(measures["relation"] == ["precision": 1, "recall": 0.5, "f1": 0.6667])
        let errors = try #require(report["errors"] as? [[String: Any]])
        #expect(errors.map { $0["doc_id"] as? String } == (0..<12).map { "a\($0)" })
        #expect((errors.first?["gold"] as? [String: Any])?["content"] as? [[Int]] == [[34, 40]])
    }

    @Test func whatCannotBeRead() throws {
        let scratch = try Scratch()
        let bad = try scratch.file("bad.jsonl", Self.gold + "\n{\"id\": \"b\"}\n")
        let call = try Invocation.sayso("evaluate", bad)
        #expect(call.status == 65 && call.output.isEmpty)
        #expect(call.errors == "sayso: \(bad):3: no \"text\" that is a string\n")
        #expect(try Invocation.sayso("evaluate", scratch.path + "/no.jsonl").status == 66)
        #expect(try Invocation.sayso("evaluate", scratch.path).status == 74)
        #expect(try Invocation.sayso("evaluate").status == 64)
        #expect(try Invocation.sayso("evaluate", bad, "--errors", "wrong").status == 64)
        #expect(try Invocation.sayso("evaluate", bad, "--minimum-confidence", "2").status == 64)
    }

    @Test func aFullDisk() throws {
        let call = try Invocation.sayso(["evaluate", "-"], input: Self.gold, outputFile: "/dev/full")
        #expect(call.status == 74)
    }
}

/// The figures are those of the tool that published systems were scored with.
@Suite(.enabled(if: ScoringTool.isPresent, "needs python3, ../shared/tools and ../shared/gold"))
struct ScoringToolTests {
    @Test func figuresAreTheSame() throws {
        let ours = try Invocation.sayso("evaluate", ScoringTool.gold, "--by-type")
        #expect(ours.status == 0)
        let figures = ScoringTool.figures(in: ours.output)
        let expected = try ScoringTool.figures()
        #expect(expected.count == 10)
        for (name, numbers) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(figures[name] == numbers, "\(name)")
        }
    }
}

/// `../shared/tools/score_quotes.py` on PolNeAR's development articles.
private enum ScoringTool {
    private static let shared = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../shared").standardizedFileURL.path
    private static let script = shared + "/tools/score_quotes.py"
    static let gold = shared + "/gold/polnear-dev.jsonl"

    /// Gold in, articles out.
    private static let withoutGold = #"""
        import json, sys
        for article in map(json.loads, sys.stdin):
            print(json.dumps({"id": article["doc_id"], "text": article["text"]}))

        """#

    static var isPresent: Bool {
        [script, gold, "/usr/bin/python3"].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    }

    static func figures() throws -> [String: [String]] {
        let scratch = try Scratch()
        let articles = try scratch.file("articles.py", withoutGold)
        let found = scratch.path + "/found.jsonl"
        let call = try Invocation.shell(
            """
            set -eo pipefail
            python3 \(articles) < \(gold) | $SAYSO extract - > \(found)
            python3 \(script) \(gold) \(found) --by-type
            """)
        #expect(call.status == 0, "\(call.errors)")
        return figures(in: call.output)
    }

    /// The percentages of each line, by its name in our words.
    static func figures(in output: String) -> [String: [String]] {
        var figures: [String: [String]] = [:]
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let numbers = words.filter { $0.contains(".") && Double($0) != nil }
            let name = words.prefix { !numbers.contains($0) && $0 != "P" }.joined(separator: " ")
            let ours = name.replacing(" accuracy", with: "").replacing(" recall", with: "")
            if !numbers.isEmpty { figures[ours] = numbers }
        }
        return figures
    }
}
