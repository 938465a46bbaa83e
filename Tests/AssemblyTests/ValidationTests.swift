import Foundation
import Testing

@testable import Assembly

/// A change to a good dataset, and everything that must be found, the changed hashes aside. Identifiers stand as "att_…".
private struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (SampleDataset) throws -> Void
    let findings: [String]

    init(_ name: String, _ findings: String..., change: @escaping @Sendable (SampleDataset) throws -> Void) {
        testDescription = name
        self.findings = findings
        self.change = change
    }

    /// Changes the first place where a text stands on a line, counted from 1.
    static func replacing(
        _ old: String, with new: String, in file: String, line: Int, _ findings: String...
    ) -> Damage {
        Damage("\(old) → \(new) in \(file):\(line)", findings: findings) { dataset in
            try dataset.edit(file) { lines in
                let place = try #require(lines[line - 1].range(of: old), "\(lines[line - 1])")
                lines[line - 1].replaceSubrange(place, with: new)
            }
        }
    }

    private init(_ name: String, findings: [String], change: @escaping @Sendable (SampleDataset) throws -> Void) {
        testDescription = name
        self.findings = findings
        self.change = change
    }
}

@Suite struct ValidationTests {
    private func findings(_ dataset: SampleDataset) throws -> [String] {
        var findings: [String] = []
        let error = #expect(throws: AssemblyError.self) {
            try Validation(folder: dataset.folder).run { findings.append($0.description) }
        }
        #expect(error == .invalidDataset(folder: dataset.folder, findings: findings.count))
        return findings.map { $0.replacing(/([a-z]{3}_)[a-z2-7]{16}/) { $0.output.1 + "…" } }
    }

    private static func isAboutHash(_ finding: String) -> Bool { finding.contains("; datapackage.json says ") }

    @Test func aGoodDatasetHasNoFindings() throws {
        let dataset = try SampleDataset.copy()
        let tables = ["articles", "attributions", "quotes", "numeric_claims", "speakers", "rejects"]
        let counts = try tables.map { try dataset.rows($0).count }
        #expect(counts.allSatisfy { $0 > 0 }, "\(counts)")
        let rows = try Validation(folder: dataset.folder).run { Issue.record("\($0)") }
        #expect(rows == counts.reduce(0, +))
    }

    @Test func anyChangedByteOfAnyFileIsNamed() throws {
        let files = ["articles", "attributions", "quotes", "numeric_claims", "speakers"]
            .flatMap { ["\($0).csv", "\($0).jsonl"] }
        for file in files + ["rejects.jsonl"] {
            let dataset = try SampleDataset.copy()
            var bytes = try dataset.bytes(file)
            let place = try #require(bytes.lastIndex(of: UInt8(ascii: "e")))
            bytes[place] = UInt8(ascii: "a")
            try dataset.write(bytes, to: file)
            let found = try findings(dataset)
            #expect(found.contains { $0.hasPrefix("\(file): has the hash sha256:") }, "\(found)")
            bytes.append(UInt8(ascii: "\n"))
            try dataset.write(bytes, to: file)
            let size = "\(file): has \(bytes.count) bytes; datapackage.json says \(bytes.count - 1)"
            #expect(try findings(dataset).contains(size))
        }
    }

    private static let damages: [Damage] = [
        // The form of a line.
        .replacing(
            "{", with: "[", in: "quotes.jsonl", line: 2,
            "quotes.jsonl:2: malformed JSON: ':' where ',' or ']' belongs at byte 12",
            "articles.jsonl:1: quotes is 3, but quotes.jsonl has 2 rows of the article",
            "speakers.jsonl:1: quotes is 5, but 4 of quotes.jsonl are the speaker's"),
        .replacing(
            "\"rule\":", with: "\"ruel\":", in: "quotes.jsonl", line: 1, "quotes.jsonl:1: unknown key 'ruel'",
            "quotes.jsonl:1: no key 'rule'", "quotes.csv:2: rule is 'cue-then-clause', not nothing as in quotes.jsonl:1"
        ),
        .replacing(
            "\"negated\":false", with: "\"negated\":0", in: "attributions.jsonl", line: 2,
            "attributions.jsonl:2: negated is not true or false",
            "attributions.csv:3: negated is 'FALSE', not nothing as in attributions.jsonl:2"),
        .replacing(
            "\"article_id\":\"", with: "\"article_id\":null,\"article_id\":\"", in: "numeric_claims.jsonl", line: 1,
            "numeric_claims.jsonl:1: article_id is null, but required",
            "numeric_claims.jsonl:1: key 'article_id' twice"),
        .replacing(
            "\"quote_type\":\"indirect\"", with: "\"quote_type\":\"hearsay\"", in: "quotes.jsonl", line: 1,
            "quotes.jsonl:1: quote_type is 'hearsay', not one of direct, mixed, indirect",
            "quotes.csv:2: quote_type is 'indirect', not 'hearsay' as in quotes.jsonl:1"),
        .replacing(
            "2018-09-10", with: "2018-09-31", in: "articles.jsonl", line: 1,
            "articles.jsonl:1: published is '2018-09-31', not an ISO 8601 date",
            "articles.csv:2: published is '2018-09-10', not '2018-09-31' as in articles.jsonl:1"),
        .replacing(
            "\"low\":5", with: "\"low\":\"5\"", in: "numeric_claims.jsonl", line: 1,
            "numeric_claims.jsonl:1: low is not a decimal number",
            "numeric_claims.csv:2: low is '5', not nothing as in numeric_claims.jsonl:1"),
        .replacing(
            "\"wrong_type\"", with: "\"odd\"", in: "rejects.jsonl", line: 1,
            "rejects.jsonl:1: code is 'odd', not one of empty_article, article_too_large, invalid_encoding, malformed_json, missing_text, wrong_type, not_a_regular_file, unreadable, unsupported_format, malformed_csv, malformed_xml, damaged_record, damaged_compression, expands_too_much, too_complex, no_article, other_language, took_too_long, duplicate_article"
        ),
        Damage("keys in another order", "rejects.jsonl:1: key 'file' is not in the order of the columns") { dataset in
            try dataset.edit("rejects.jsonl") { lines in
                let file = try #require(lines[0].range(of: #""file":"articles.jsonl","#))
                lines[0].removeSubrange(file)
                lines[0] = lines[0].dropLast() + #","file":"articles.jsonl"}"#
            }
        },
        Damage("a blank line", "rejects.jsonl:1: is blank") { dataset in
            try dataset.edit("rejects.jsonl") { $0.insert("", at: 0) }
        },

        // Spans and texts.
        .replacing(
            "\"content_spans\":[[48, 72]]", with: "\"content_spans\":[[49, 72]]", in: "attributions.jsonl", line: 1,
            "attributions.csv:2: content_spans is '[[48, 72]]', not '[[49, 72]]' as in attributions.jsonl:1",
            "attributions.jsonl:1: content_text is 'that the bridge was safe'; content_spans say 'hat the bridge was safe'"
        ),
        .replacing(
            "\"quote_text\":\"that the", with: "\"quote_text\":\"that a", in: "quotes.jsonl", line: 1,
            "quotes.csv:2: quote_text is 'that the bridge was safe', not 'that a bridge was safe' as in quotes.jsonl:1",
            "quotes.jsonl:1: quote_text is 'that a bridge was safe'; quote_spans say 'that the bridge was safe'"),
        .replacing(
            "\"sentence_text\":\"Mayor", with: "\"sentence_text\":\"Major", in: "attributions.jsonl", line: 1,
            "attributions.csv:2: sentence_text is 'Mayor Jane Smith said that the bridge was safe.', not 'Major Jane Smith said that the bridge was safe.' as in attributions.jsonl:1",
            "attributions.jsonl:1: sentence_text is not in the article: 'Major Jane Smith said that the bridge was safe.'"
        ),
        .replacing(
            "\"claim_spans\":[[", with: "\"claim_spans\":[[9, 7], [", in: "numeric_claims.jsonl", line: 1,
            "numeric_claims.jsonl:1: claim_spans is not a list of [start, end]",
            "numeric_claims.csv:2: claim_spans is '[[140, 162]]', not nothing as in numeric_claims.jsonl:1",
            "numeric_claims.jsonl:1: surface is 'between five and eight'; claim_spans are null"),
        .replacing(
            "\"sha256\":\"", with: "\"sha256\":\"0", in: "articles.jsonl", line: 2,
            "articles.csv:3: sha256 is '811d27689374f2ce40e0296bd5fef801a28fd605b1e0bcbd714de2198e1…', not '0811d27689374f2ce40e0296bd5fef801a28fd605b1e0bcbd714de2198e…' as in articles.jsonl:2",
            "articles.jsonl:2: sha256 is not that of the text"),

        // Keys, references and counts.
        .replacing(
            "\"duplicate_of\":null", with: "\"duplicate_of\":\"art_x\"", in: "articles.jsonl", line: 2,
            "articles.csv:3: duplicate_of is nothing, not 'art_x' as in articles.jsonl:2",
            "articles.jsonl:2: duplicate_of 'art_x' is in no row of the articles before it"),
        .replacing(
            "\"attributions\":", with: "\"attributions\":9", in: "speakers.jsonl", line: 1,
            "speakers.csv:2: attributions is '5', not '95' as in speakers.jsonl:1",
            "speakers.jsonl:1: attributions is 95, but 5 of attributions.jsonl are the speaker's"),
        Damage(
            "an article twice", "articles.jsonl:4: article_id 'art_…' again",
            "articles.csv: has fewer rows than articles.jsonl"
        ) { dataset in
            try dataset.edit("articles.jsonl") { $0.append($0[0]) }
        },
        Damage(
            "a row twice", "numeric_claims.jsonl:2: claim_id 'clm_…' again",
            "numeric_claims.csv:3: claim_id is 'clm_…', not 'clm_…' as in numeric_claims.jsonl:2; the rest is not compared",
            "articles.jsonl:1: numeric_claims is 1, but numeric_claims.jsonl has 2 rows of the article",
            "speakers.jsonl:2: numeric_claims is 1, but 2 of numeric_claims.jsonl are the speaker's"
        ) { dataset in
            try dataset.edit("numeric_claims.jsonl") { $0.insert($0[0], at: 1) }
        },
        Damage(
            "a row less", "quotes.csv:8: has more rows than quotes.jsonl",
            "articles.jsonl:3: quotes is 2, but quotes.jsonl has 1 rows of the article",
            "speakers.jsonl:1: quotes is 5, but 4 of quotes.jsonl are the speaker's"
        ) { dataset in
            try dataset.edit("quotes.jsonl") { $0.removeLast() }
        },
        Damage(
            "a speaker less", "speakers.csv:5: has more rows than speakers.jsonl",
            "attributions.jsonl:5: speaker_id 'spk_…' is in no row of speakers",
            "quotes.jsonl:4: speaker_id 'spk_…' is in no row of speakers",
            "numeric_claims.jsonl:2: speaker_id 'spk_…' is in no row of speakers"
        ) { dataset in
            try dataset.edit("speakers.jsonl") { $0.removeLast() }
        },
        Damage(
            "an article less",
            "articles.csv:2: article_id is 'art_…', not 'art_…' as in articles.jsonl:1; the rest is not compared",
            "attributions.jsonl:1: article_id 'art_…' is in no row of articles",
            "attributions.jsonl:2: article_id 'art_…' is in no row of articles",
            "attributions.jsonl:3: article_id 'art_…' is in no row of articles",
            "attributions.jsonl:4: article_id 'art_…' is in no row of articles",
            "quotes.jsonl:1: article_id 'art_…' is in no row of articles",
            "quotes.jsonl:2: article_id 'art_…' is in no row of articles",
            "quotes.jsonl:3: article_id 'art_…' is in no row of articles",
            "numeric_claims.jsonl:1: article_id 'art_…' is in no row of articles"
        ) { dataset in
            try dataset.edit("articles.jsonl") { $0.removeFirst() }
        },
        Damage(
            "articles in another order",
            "articles.csv:2: article_id is 'art_…', not 'art_…' as in articles.jsonl:1; the rest is not compared",
            "articles.jsonl:1: attributions is 2, but attributions.jsonl has 0 rows of the article",
            "articles.jsonl:1: quotes is 2, but quotes.jsonl has 0 rows of the article",
            "articles.jsonl:1: numeric_claims is 1, but numeric_claims.jsonl has 0 rows of the article",
            "attributions.jsonl:5: is not in the order of articles.jsonl",
            "attributions.jsonl:6: is not in the order of articles.jsonl",
            "quotes.jsonl:4: is not in the order of articles.jsonl",
            "quotes.jsonl:5: is not in the order of articles.jsonl",
            "numeric_claims.jsonl:2: is not in the order of articles.jsonl"
        ) { dataset in
            try dataset.edit("articles.jsonl") { $0.swapAt(0, 1) }
        },
        Damage(
            "an article that cannot be read", "articles.jsonl:1: malformed JSON: '}' where the end belongs at byte 626"
        ) { dataset in
            try dataset.edit("articles.jsonl") { $0[0] += "}" }
        },

        // The CSV files.
        Damage(
            "a line of CSV less",
            "quotes.csv:3: quote_id is 'quo_…', not 'quo_…' as in quotes.jsonl:2; the rest is not compared"
        ) { dataset in
            try dataset.edit("quotes.csv") { $0.remove(at: 2) }
        },
        Damage("a line of CSV more", "quotes.csv:9: has more rows than quotes.jsonl") { dataset in
            try dataset.edit("quotes.csv") { $0.append($0[1]) }
        },
        Damage("the last line of CSV less", "quotes.csv: has fewer rows than quotes.jsonl") { dataset in
            try dataset.edit("quotes.csv") { $0.removeLast() }
        },
        Damage(
            "an open quotation mark",
            "speakers.csv: record 2, byte 142: a quotation mark is misplaced; the rest is not compared"
        ) { dataset in
            try dataset.edit("speakers.csv") { $0[1] = "\"" + $0[1] }
        },
        Damage(
            "a cell too many",
            "speakers.csv: record 2, byte 140: 13 cells where the first record has 12; the rest is not compared"
        ) { dataset in
            try dataset.edit("speakers.csv") { $0[1] = "1," + $0[1] }
        },
        Damage("a header in another order", "speakers.csv:1: the header does not name the columns in order") {
            dataset in
            try dataset.edit("speakers.csv") { $0[0] = $0[0].replacing("name", with: "nom") }
        },
        Damage("no byte order mark", "quotes.csv:1: has no byte order mark") { dataset in
            try dataset.write(Array(try dataset.bytes("quotes.csv").dropFirst(3)), to: "quotes.csv")
        },

        // The files.
        Damage("no file", "quotes.jsonl: is missing") { try $0.remove("quotes.jsonl") },
        Damage("no CSV", "quotes.csv: is missing") { try $0.remove("quotes.csv") },
        Damage("no articles", "articles.jsonl: is missing") { try $0.remove("articles.jsonl") },
        Damage("no speakers", "speakers.jsonl: is missing") { try $0.remove("speakers.jsonl") },
        Damage("no descriptor", "datapackage.json: is missing") { try $0.remove("datapackage.json") },
        Damage("no record", "run.json: is missing") { try $0.remove("run.json") },
        Damage("a file too many", "notes.txt: does not belong to the dataset") { try $0.write([1], to: "notes.txt") },
        Damage("a folder for a file", "quotes.csv: cannot be read: a folder, not a file") { dataset in
            try dataset.remove("quotes.csv")
            try FileManager.default.createDirectory(
                atPath: dataset.folder + "/quotes.csv", withIntermediateDirectories: true)
        },
        Damage("a broken descriptor", "datapackage.json: not JSON: ends too early at byte 2") {
            try $0.write(Array("{".utf8), to: "datapackage.json")
        },
        Damage("a descriptor of something else", "datapackage.json: has no list of resources") {
            try $0.write(Array("[1]".utf8), to: "datapackage.json")
        },
        Damage(
            "a path out of the folder", "datapackage.json: a resource without the name of a file in this folder",
            "datapackage.json: does not list rejects.jsonl"
        ) { dataset in
            try dataset.edit("datapackage.json") { lines in
                lines = lines.map { $0.replacing("\"rejects.jsonl\"", with: "\"../rejects.jsonl\"") }
            }
        },
        Damage(
            "a record without options", "run.json: does not say options.bom; taken to be true",
            "run.json: does not say options.spreadsheet_safe; taken to be true"
        ) { try $0.write(Array("{}".utf8), to: "run.json") },
    ]

    @Test(arguments: damages)
    private func findsAndNames(_ damage: Damage) throws {
        let dataset = try SampleDataset.copy()
        try damage.change(dataset)
        let found = try findings(dataset)
        #expect(found.filter { !Self.isAboutHash($0) } == damage.findings)
    }

    @Test func saysWhatIsNoDataset() throws {
        let dataset = try SampleDataset.copy()
        let run = { (folder: String) in _ = try Validation(folder: folder).run { Issue.record("\($0)") } }
        #expect(throws: AssemblyError.noSuchInput(dataset.path + "/no")) { try run(dataset.path + "/no") }
        #expect(throws: AssemblyError.noSuchInput(dataset.output + "/datapackage.json")) { try run(dataset.output) }
        let file = dataset.path + "/articles.jsonl"
        #expect(throws: AssemblyError.readFailed(path: file, reason: "not a folder")) { try run(file) }
    }

    @Test func whatTheReportThrowsComesOut() throws {
        struct Full: Error {}
        let dataset = try SampleDataset.copy()
        try dataset.remove("quotes.csv")
        #expect(throws: Full.self) { try Validation(folder: dataset.folder).run { _ in throw Full() } }
    }

    /// A corrupt file never crashes: bytes changed, cut and doubled, seeded.
    @Test func anyBytesReturn() throws {
        var generator = SeededGenerator(seed: 7)
        let good = try SampleDataset.copy()
        let files = try FileManager.default.contentsOfDirectory(atPath: good.folder).sorted()
        let palette = Array("{}[]:,\"\\-0e9. \n\r".utf8) + [0, 0x80, 0xC3, 0xFF, 0xEF]
        for _ in 0..<150 {
            let file = try #require(files.randomElement(using: &generator))
            let exact = try good.bytes(file)
            var bytes = exact
            for _ in 0...Int.random(in: 0...4, using: &generator) {
                guard !bytes.isEmpty else { break }
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes.removeSubrange(place...)
                case 1: bytes.insert(contentsOf: bytes[..<min(place, 300)], at: place)
                default: bytes[place] = palette.randomElement(using: &generator) ?? 0
                }
            }
            try good.write(bytes, to: file)
            do { _ = try Validation(folder: good.folder).run { _ in } } catch AssemblyError.invalidDataset {}
            try good.write(exact, to: file)
        }
        #expect(try Validation(folder: good.folder).run { Issue.record("\($0)") } > 0)
    }
}

/// Random bytes that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
