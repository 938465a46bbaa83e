import Foundation
import Logging
import Testing

@testable import Assembly

/// A folder of what strangers send: every bad file is one reject, and the rows of the others are those of a run without it.
@Suite struct HostileRunTests {
    private static let good = [
        "a.txt":
            "Bridge reopens\n\nBy Ann Lee\n\n“It’s safe,” said Jane Smith, the engineer, on Monday. At least 40 cars crossed it.",
        "z.jsonl": "{\"id\": \"z\", \"text\": \"A school opened. “We are glad,” said Paul Weber, its head.\"}\n",
    ]

    private static let bad: [(name: String, bytes: [UInt8], code: String)] = [
        ("deep.html", Array(("<html>" + String(repeating: "<div>", count: 100_000)).utf8), "too_complex"),
        (
            "outside.xml", Array("<!DOCTYPE rss [<!ENTITY x SYSTEM \"/etc/passwd\">]><rss>&x;</rss>".utf8),
            "malformed_xml"
        ),
        ("quote.csv", Array("id,text\n1,\"The bridge reopened.\n2,x\n".utf8), "malformed_csv"),
        ("nul.txt", Array("The bridge\0 reopened.".utf8), "unsupported_format"),
        ("line.jsonl", Array("{\"text\": 7}\n".utf8), "wrong_type"),
        (
            "lies.warc",
            Array(
                ("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 5000\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\n").utf8),
            "damaged_record"
        ),
        ("cut.txt.zst", [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x41], "damaged_compression"),
        ("cut.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B], "damaged_compression"),
    ]

    /// Whatever a text is made of, `text[start:end]` is what the row says: `Validation` looks at every span.
    @Test func spansOfStrangeTextsAreTheirSurfaces() throws {
        let said = "“We lost 40 boats,” said Ann Lee, the mayor, on Monday."
        let texts = [
            "", " \n\t ", "“”\"'«»‘’", "“" + String(repeating: "We lost 40 boats. ", count: 5000),
            String(repeating: "“", count: 20_000) + said + String(repeating: "”", count: 20_000),
            "She said “one, then ‘two, said Bob Ray. " + said, "قال «٤٠ قاربًا» أمس. \u{202E}" + said + "\u{202C}",
            "e\u{301}\u{302}\u{303} A\u{308}nn " + said, "👩‍👩‍👧‍👦 said 👨🏽‍🚀. " + said + " 👩‍👩‍👧‍👦",
            "\u{FFFD}\u{FFFD} " + said + "\u{FFFD}",
            said.replacing(" ", with: "\u{A0}"), said.map { "\($0)\u{AD}" }.joined(),
            "\u{FEFF}\u{200B}" + said + "\u{200D}",
            "\u{10FFFF}\u{1F1E6}\u{1F1E6}\u{1F1E6} " + said, said + "\r\n\r" + said + "\u{2028}" + said + "\u{85}",
        ]
        let lines = try texts.enumerated().map { number, text in
            try JSONSerialization.data(withJSONObject: ["id": "t\(number)", "text": text]) + Data("\n".utf8)
        }
        let tables = try tables(with: [("strange.jsonl", lines.flatMap { Array($0) }, "")]) { folder in
            _ = try Validation(folder: folder).run { Issue.record("\($0)") }
        }
        #expect(tables["quotes.jsonl"]?.split(separator: "\n").count ?? 0 >= 10)
        let empty = tables["rejects.jsonl"]?.split(separator: "\n").count { $0.contains("empty_article") }
        #expect(empty == 2, "\(tables["rejects.jsonl"] ?? "")")
    }

    private func tables(
        with bad: [(name: String, bytes: [UInt8], code: String)], check: (String) throws -> Void = { _ in }
    ) throws -> [String: String] {
        let path = NSTemporaryDirectory() + "/sayso-hostile-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path + "/in", withIntermediateDirectories: true)
        defer {
            do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path): \(error)") }
        }
        for (name, text) in Self.good { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/in/\(name)")) }
        for (name, bytes, _) in bad { try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/in/\(name)")) }
        var recipe = Recipe(folder: path, name: "h", inputs: [Recipe.Input(files: ["in"])])
        recipe.output = "Output"
        recipe.limits.rejectsPercent = 100
        _ = try PipelineRun(recipe: recipe).run(
            interruption: Interruption(watchesSignals: false),
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: { _ in })
        try check("\(path)/Output/h")
        var tables: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(path)/Output/h") {
            tables[name] = try String(contentsOfFile: "\(path)/Output/h/\(name)", encoding: .utf8)
        }
        return tables
    }

    @Test func theOthersRowsAreComplete() throws {
        let with = try tables(with: Self.bad)
        let without = try tables(with: [])
        for table in ["articles", "attributions", "quotes", "numeric_claims", "speakers"] {
            #expect(with[table + ".csv"] == without[table + ".csv"])
            #expect(with[table + ".jsonl"] == without[table + ".jsonl"])
        }
        #expect(without["quotes.jsonl"]?.split(separator: "\n").count ?? 0 >= 2)
        let rejects = try (with["rejects.jsonl"] ?? "").split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let found = rejects.map {
            "\(($0["file"] as? String)?.split(separator: "/").last ?? ""): \($0["code"] as? String ?? "")"
        }
        #expect(found.sorted() == Self.bad.map { "\($0.name): \($0.code)" }.sorted())
    }
}
