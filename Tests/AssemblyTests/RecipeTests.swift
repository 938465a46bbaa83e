import Testing

@testable import Assembly

@Suite struct RecipeTests {
    @Test func everyKeyIsRead() throws {
        let recipe = try Recipe(
            yaml: """
                version: 1
                name: korea-summit
                description: >
                  Articles about
                  the summit.
                inputs:
                  - files: korea-summit/*.txt
                    format: text
                    site: Harbour Wire
                    language: en-GB
                  - files: [a.jsonl, "b c.jsonl"]
                    format: jsonl
                    columns:
                      text: story
                      title: 'headline'
                  - more/**/*.txt
                output: ../Elsewhere
                workers: 8
                limits:
                  article_bytes: 20_000
                  record_bytes: 30000
                  article_seconds: 0.5
                  rejects_percent: 2.5
                csv: {bom: false, spreadsheet_safe: false}
                keep_generations: 7
                minimum_confidence: 0.1
                other_languages: keep
                duplicates: skip
                """, file: "Pipelines/korea.yaml")
        var expected = Recipe(folder: "Pipelines", name: "korea-summit", inputs: [])
        expected.description = "Articles about the summit."
        var first = Recipe.Input(files: ["korea-summit/*.txt"])
        first.format = .text
        first.site = "Harbour Wire"
        first.language = "en-GB"
        var second = Recipe.Input(files: ["a.jsonl", "b c.jsonl"])
        second.format = .jsonl
        second.columns = ["text": "story", "title": "headline"]
        expected.inputs = [first, second, Recipe.Input(files: ["more/**/*.txt"])]
        expected.output = "../Elsewhere"
        expected.workers = 8
        expected.limits.articleBytes = 20_000
        expected.limits.recordBytes = 30_000
        expected.limits.articleSeconds = 0.5
        expected.limits.rejectsPercent = 2.5
        expected.csv.bom = false
        expected.csv.spreadsheetSafe = false
        expected.keepGenerations = 7
        expected.minimumConfidence = 0.1
        expected.otherLanguages = .keep
        expected.duplicates = .skip
        #expect(recipe == expected)
    }

    @Test func whatIsNotSaidHasItsDefault() throws {
        let recipe = try Recipe(yaml: "{version: 1, name: a, inputs: [x.txt]}", file: "a.yaml")
        #expect(recipe == Recipe(folder: ".", name: "a", inputs: [Recipe.Input(files: ["x.txt"])]))
        #expect(recipe.output == "../Output")
        #expect(recipe.workers == nil)
        #expect(recipe.limits.rejectsPercent == 5 && recipe.limits.articleSeconds == 120)
        #expect(recipe.csv.bom && recipe.csv.spreadsheetSafe)
        #expect(recipe.keepGenerations == 3)
    }

    /// YAML would make a truth value, a number or a date of these.
    @Test(arguments: ["no", "on", "24", "2018-06-12", "1e3", "0x1F"])
    func anyWordIsText(word: String) throws {
        let recipe = try Recipe(
            yaml: "version: 1\nname: a\ninputs:\n  - files: x\n    site: \(word)\n", file: "a.yaml")
        #expect(recipe.inputs.first?.site == word)
    }

    @Test func norwegianIsALanguage() throws {
        let recipe = try Recipe(
            yaml: "version: 1\nname: a\ninputs:\n  - files: x\n    language: no\n", file: "a.yaml")
        #expect(recipe.inputs.first?.language == "no")
    }

    @Test(arguments: [
        ("a.yaml", "../Output", "../Output"),
        ("./a.yaml", "../Output", "../Output"),
        ("Pipelines/a.yaml", "../Output", "Pipelines/../Output"),
        ("/home/x/a.yaml", "out", "/home/x/out"),
        ("/a.yaml", "out", "/out"),
        ("Pipelines/a.yaml", "/srv/out", "/srv/out"),
    ])
    func pathsStartAtTheRecipe(file: String, output: String, expected: String) throws {
        let recipe = try Recipe(yaml: "{version: 1, name: a, inputs: [x], output: \(output)}", file: file)
        let resolved = recipe.outputFolder
        #expect(resolved == expected || resolved == "./" + expected)
    }

    @Test func aByteOrderMarkAndCRLFAreNoProblem() throws {
        let recipe = try Recipe(yaml: "\u{FEFF}version: 1\r\nname: a\r\ninputs:\r\n- x.txt\r\n", file: "a.yaml")
        #expect(recipe.inputs.first?.files == ["x.txt"])
    }

    // MARK: The table of keys

    @Test func theTableDescribesEveryKey() {
        #expect(Recipe.reference.map(\.key) == RecipeKey.allCases)
        for line in Recipe.reference {
            #expect(!line.allowed.isEmpty && line.meaning.hasSuffix("."), "\(line.key)")
            #expect((line.fallback == nil) == line.key.isRequired, "\(line.key)")
            #expect(line.key.rawValue.contains(".") == (line.key.group != nil), "\(line.key)")
            #expect(Recipe.referenceMarkdown.contains("| `\(line.key.rawValue)` |"))
        }
    }
}
