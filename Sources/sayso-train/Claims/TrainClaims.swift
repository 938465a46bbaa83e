import ArgumentParser
import Foundation
import Learning
import Linguistics
import Segmentation
import Tagging
import TextModel

/// Trains the model of numeric claims in sentences that are not parsed.
struct TrainClaims: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Trains the model of numeric claims: makes Models/claims.bin.",
        discussion: """
            Learns what the embedded parser makes of the sentences with numbers: which verb tells of a number, its subject,
            and the noun that an amount measures. Reads the training treebanks as running text, and the articles of
            gold/polnear-train.jsonl, gold/newsdiscourse-train.sentences.jsonl.gz, raw/re3d-gov.jsonl and
            names/worldwide-newswire-train.tsv.gz. What "it" and "they" mean it learns from gold/gum-coref-train.jsonl.gz.
            Every tenth article is held back, and how often the choices agree with the parse, or the annotation, there is
            printed. The same files and seed give the same model.

              sayso-train claims --data ../shared -o Sources/CModels/Models/claims.bin
            """)

    @Option(help: "The folder of shared data.")
    var data = "../shared"
    @Option(help: "Of chance: another seed gives a slightly different model.")
    var seed: UInt64 = 1
    @Option(help: "How often the lessons are gone through.")
    var epochs = 8
    @Option(name: .shortAndLong, help: "The model file to write.")
    var output: String

    func run() throws {
        let quantities = try QuantityTagger(model: ClaimModel(ModelFile(ModelBytes(copying: Self.empty))))
        let engine = LinguisticEngine(lexicon: quantities.lexicon)
        let segmenter = Segmenter()
        var lessons = ClaimLessons(), held = ClaimLessons()
        for (number, text) in try ClaimTexts.read(data).enumerated() {
            let reading = engine.read(segmenter.segment(Article(text: text)))
            let found = quantities.quantities(in: reading.article, words: reading.words)
            let tree = engine.parse(reading, sentences: found.map(\.sentence))
            if number % 10 == 9 {
                quantities.addLessons(of: found, tree, in: reading, to: &held)
            } else {
                quantities.addLessons(of: found, tree, in: reading, to: &lessons)
            }
        }
        for (number, document) in try CoreferenceDocument.read("\(data)/gold/gum-coref-train.jsonl.gz").enumerated() {
            let reading = engine.read(segmenter.segment(Article(text: Array(document.text.utf8))))
            if number % 10 == 9 {
                held.addAntecedents(reading, entities: document.entities)
            } else {
                lessons.addAntecedents(reading, entities: document.entities)
            }
        }
        var chance = Chance(seed: seed)
        var file = ModelFileWriter(kind: ClaimModel.kind, revision: ClaimModel.revision)
        for role in Self.roles {
            let learner = ChoiceLearner(bits: role.bits, epochs: epochs, orders: 3, rate: 0.05)
            let model = learner.learned(lessons[keyPath: role.choices].map(role.slots), using: &chance)
            model.write(to: &file, name: role.name, cuttingAt: 3)
            let tests = held[keyPath: role.choices].map(role.slots)
            let right = tests.count { choice in
                let scores = choice.options.map { model.score($0) }
                return scores.indices.max { scores[$0] < scores[$1] }.map { choice.isRight[$0] } ?? false
            }
            print(
                "\(role.name): \(lessons[keyPath: role.choices].count) choices, right in \(right) of \(tests.count) "
                    + "held back (\((1000 * Double(right) / Double(max(1, tests.count))).rounded() / 10) %)")
        }
        let bytes = file.file()
        _ = try ClaimModel(ModelFile(ModelBytes(copying: bytes)))
        try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    /// One of the model's choices.
    private struct Role: Sendable {
        let name: String
        /// The logarithm of the number of its weights.
        let bits: Int
        let choices: KeyPath<ClaimLessons, [ClaimChoice]> & Sendable

        func slots(_ choice: ClaimChoice) -> Choice {
            let mask = UInt64(1 << bits - 1)
            return Choice(
                options: choice.options.map { $0.map { UInt32(truncatingIfNeeded: $0 & mask) } },
                isRight: choice.isRight)
        }
    }

    private static let roles = [
        Role(name: "predicates", bits: 19, choices: \.predicates),
        Role(name: "subjects", bits: 19, choices: \.subjects),
        Role(name: "measured", bits: 19, choices: \.measured),
        Role(name: "antecedents", bits: 16, choices: \.antecedents),
    ]

    /// A model without weights, whose choices nobody asks for.
    private static var empty: [UInt8] {
        var file = ModelFileWriter(kind: ClaimModel.kind, revision: ClaimModel.revision)
        for role in roles {
            HashedRegression(bits: 4, rate: 1).write(to: &file, name: role.name, cuttingAt: 1)
        }
        return file.file()
    }
}
