import Testing

@testable import Assembly

/// A recipe and what is wrong with it, each as "line:column: found".
private struct Case: CustomTestStringConvertible, Sendable {
    let yaml: String
    let problems: [String]

    init(_ yaml: String, _ problems: String...) {
        self.yaml = yaml
        self.problems = problems
    }

    var testDescription: String { yaml }

    /// A good beginning of two lines, so that `rest` begins on line 3.
    static func after(_ rest: String, _ problems: String...) -> Case {
        Case("version: 1\nname: a\n" + rest, problems: problems)
    }

    /// A good beginning of three lines, so that `rest` begins on line 4.
    static func last(_ rest: String, _ problems: String...) -> Case {
        Case("version: 1\nname: a\ninputs: [x]\n" + rest, problems: problems)
    }

    private init(_ yaml: String, problems: [String]) {
        self.yaml = yaml
        self.problems = problems
    }
}

@Suite struct RecipeErrorTests {
    private static let cases: [Case] = [
        // The document.
        Case("", "1:1: an empty recipe"),
        Case("# nothing but a comment\n", "1:1: an empty recipe"),
        Case("- a\n- b\n", "1:1: a list"),
        Case("hello\n", "1:1: 'hello'"),
        Case("{}\n", "1:1: no key 'version'", "1:1: no key 'name'", "1:1: no key 'inputs'"),
        Case(
            "version: 1\nname: a\ninputs: [x]\n---\nversion: 1\n",
            "4:1: broken YAML: expected a single document in the stream, but found another document"),
        Case(
            "version: 1\nname: [a\n",
            "3:1: broken YAML: while parsing a flow sequence, did not find expected ',' or ']'"),
        Case(
            "version: 1\n\tname: a\n",
            "2:1: broken YAML: while scanning a plain scalar, found a tab character that violates indentation"),
        Case("name: *nobody\n", "1:7: broken YAML: found undefined alias"),
        Case("name: a\u{1}b\n", "1:8: broken YAML: control characters are not allowed"),

        // Keys.
        .last("worker: 2\n", "4:1: unknown key 'worker'"),
        .last("csv:\n  bom: true\n  Delimiter: ;\n", "6:3: unknown key 'Delimiter'"),
        .last("name: b\n", "4:1: duplicate key 'name', first on line 2"),
        .last(
            "\"name\": b\n'name': c\n", "4:1: duplicate key 'name', first on line 2",
            "5:1: duplicate key 'name', first on line 2"),
        .last("csv: {bom: true, bom: false}\n", "4:18: duplicate key 'bom', first on line 4"),
        .last("zeta: 1\nzeta: 2\n", "4:1: unknown key 'zeta'", "5:1: duplicate key 'zeta', first on line 4"),
        .last("csv: {<<: {bom: true}}\n", "4:7: unknown key '<<'"),
        .last("? [a, b]\n: c\n", "4:3: a list as a key"),

        // Values.
        Case("version: 2\nname: a\ninputs: [x]\n", "1:10: version '2'"),
        Case("version: \"1\"\nname: a\ninputs: [x]\n", "1:10: version '1'"),
        Case("version: 1\nname: Korea Summit\ninputs: [x]\n", "2:7: the name 'Korea Summit'"),
        Case("version: 1\nname: -a\ninputs: [x]\n", "2:7: the name '-a'"),
        Case("version: 1\nname: ../a\ninputs: [x]\n", "2:7: the name '../a'"),
        Case("version: 1\nname:\ninputs: [x]\n", "2:6: nothing"),
        .after("inputs: x.txt\n", "3:9: 'x.txt'"),
        .after("inputs: []\n", "3:9: an empty list"),
        .after("inputs:\n  - \n", "4:4: nothing"),
        .after("inputs:\n  - [a]\n", "4:5: a list"),
        .after("inputs:\n  - site: a\n", "4:5: no key 'files'"),
        .after("inputs:\n  - files: []\n", "4:12: an empty list"),
        .after("inputs:\n  - files: [a, '']\n", "4:16: an empty text"),
        .after("inputs:\n  - files: {a: b}\n", "4:12: a group of keys"),
        .after("inputs:\n  - files: a\n    format: pdf\n", "5:13: the format 'pdf'"),
        .after("inputs:\n  - files: a\n    language: English (UK)\n", "5:15: the language 'English (UK)'"),
        .after("inputs:\n  - files: a\n    columns: [text]\n", "5:14: a list"),
        .after("inputs:\n  - files: a\n    columns: {txt: body}\n", "5:15: unknown key 'txt'"),
        .after("inputs:\n  - files: a\n    columns: {text: }\n", "5:21: nothing"),
        .last("output: ~\n", "4:9: nothing"),
        .last("output: \"a\\0b\"\n", "4:9: a path with a NUL in it"),
        .last("workers: 0\n", "4:10: '0'"),
        .last("workers: -1\n", "4:10: '-1'"),
        .last("workers: 2.5\n", "4:10: '2.5'"),
        .last("workers: all\n", "4:10: 'all'"),
        .last("workers: \"4\"\n", "4:10: the text '4'"),
        .last("workers: 99999999999999999999\n", "4:10: '99999999999999999999'"),
        .last("limits: 5\n", "4:9: '5'"),
        .last("limits: {rejects_percent: 5%}\n", "4:27: '5%'"),
        .last("limits: {rejects_percent: 101}\n", "4:27: '101'"),
        .last("limits: {rejects_percent: .nan}\n", "4:27: '.nan'"),
        .last("limits: {article_bytes: 20MB}\n", "4:25: '20MB'"),
        .last("csv: {bom: yes}\n", "4:12: 'yes'"),
        .last("csv: {bom: 'true'}\n", "4:12: the text 'true'"),
        .last("minimum_confidence: 1.5\n", "4:21: '1.5'"),
        .last("other_languages: drop\n", "4:18: 'drop'"),
        .last("duplicates: [skip]\n", "4:13: a list"),
        .last("duplicates: drop\n", "4:13: 'drop'"),
        .last("keep_generations: 0\n", "4:19: '0'"),
        .last("description: [a]\n", "4:14: a list"),

        // Columns count scalars, not bytes.
        .last("csv: {\"\u{1F426}é\": 1, bom: maybe}\n", "4:7: unknown key '\u{1F426}é'", "4:21: 'maybe'"),
    ]

    @Test(arguments: cases)
    private func saysWhereAndWhat(_ bad: Case) {
        do {
            let recipe = try Recipe(yaml: bad.yaml, file: "r.yaml")
            Issue.record("read as \(recipe)")
        } catch {
            #expect(error.problems.map { "\($0.line):\($0.column): \($0.found)" } == bad.problems)
            #expect(error.file == "r.yaml")
        }
    }

    @Test func allProblemsComeAtOnce() {
        let yaml = """
            version: 3
            nmae: a
            inputs:
              - file: x.txt
                format: jsn
              - y.txt
            worker: many
            workers: many
            csv:
              bom: 1
              bom: 2
            """
        let expected = """
            Pipelines/r.yaml:1:1: no key 'name'; allowed: a-z, 0-9 and '-', which is not first
            Pipelines/r.yaml:1:10: version '3'; allowed: 1
            Pipelines/r.yaml:2:1: unknown key 'nmae'; did you mean 'name'? allowed: version, name, description, inputs, \
            output, workers, limits, csv, keep_generations, minimum_confidence, other_languages, duplicates
            Pipelines/r.yaml:4:5: unknown key 'file'; did you mean 'files'? allowed: files, format, site, language, columns
            Pipelines/r.yaml:4:5: no key 'files'; allowed: a path, folder or glob, or a list of them
            Pipelines/r.yaml:5:13: the format 'jsn'; did you mean 'json'? allowed: auto, text, jsonl, json, csv, tsv, html, \
            xml, warc
            Pipelines/r.yaml:7:1: unknown key 'worker'; did you mean 'workers'? allowed: version, name, description, \
            inputs, output, workers, limits, csv, keep_generations, minimum_confidence, other_languages, duplicates
            Pipelines/r.yaml:8:10: 'many'; allowed: a whole number, 1 to 256
            Pipelines/r.yaml:10:8: '1'; allowed: true or false
            Pipelines/r.yaml:11:3: duplicate key 'bom', first on line 10
            """
        let error = #expect(throws: RecipeError.self) { try Recipe(yaml: yaml, file: "Pipelines/r.yaml") }
        #expect(error?.description == expected)
    }

    @Test(arguments: [
        ("keepGenerations", "keep_generations"), ("Keep-Generations", "keep_generations"), ("wrokers", "workers"),
        ("ouput", "output"), ("input", "inputs"), ("limit", "limits"), ("descripton", "description"),
    ])
    func suggests(word: String, meant: String) {
        let names = RecipeKey.keys(in: nil).map(\.name)
        #expect(RecipeSuggestion.nearest(to: word, among: names) == meant)
    }

    @Test(arguments: ["", "x", "threads", "delimiter", "😀", String(repeating: "workers", count: 5000)])
    func suggestsNothingFarOff(word: String) {
        #expect(RecipeSuggestion.nearest(to: word, among: RecipeKey.keys(in: nil).map(\.name)) == nil)
    }

    /// A message is one line whatever the recipe holds.
    @Test func aLongValueIsCut() throws {
        let yaml = "version: 1\nname: |\n  " + String(repeating: "long\n  ", count: 40) + "\ninputs: [x]\n"
        let error = #expect(throws: RecipeError.self) { try Recipe(yaml: yaml, file: "r.yaml") }
        let problem = try #require(error?.problems.first)
        #expect(problem.found.count < 80 && !problem.found.contains(where: \.isNewline))
    }

    /// Any text at all is a recipe or an error, never a trap: bytes changed in a good one, seeded.
    @Test func anyTextReturns() {
        let good = Array("version: 1\nname: a\ninputs:\n- {files: [x, y], columns: {text: t}}\ncsv: {bom: true}\n".utf8)
        let palette = Array("{}[]:,-?*&!|>'\"%@`#\t\n \\~<0a".utf8) + [0, 0x80, 0xC3, 0xFF]
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<3000 {
            var bytes = good
            for _ in 0...random(4) { bytes[random(bytes.count)] = palette[random(palette.count)] }
            do {
                _ = try Recipe(yaml: String(decoding: bytes, as: UTF8.self), file: "r.yaml")
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 })
            }
        }
    }
}
