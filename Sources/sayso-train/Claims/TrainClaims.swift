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
            Learns from gold/polnear-train.jsonl and the training treebanks, taken as running text, what the embedded
            parser makes of the sentences with numbers: which verb tells of a number, its subject, and the noun that an
            amount measures. Every tenth article is held back, and how often the choices agree with the parse there is
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

    private static let bits = 18

    func run() throws {
        let quantities = try QuantityTagger(model: ClaimModel(ModelFile(ModelBytes(copying: Self.empty))))
        let engine = LinguisticEngine(lexicon: quantities.lexicon)
        let segmenter = Segmenter()
        var lessons = ClaimLessons(), held = ClaimLessons()
        for (number, text) in try texts().enumerated() {
            let reading = engine.read(segmenter.segment(Article(text: text)))
            let found = quantities.quantities(in: reading.article, words: reading.words)
            let tree = engine.parse(reading, sentences: found.map(\.sentence))
            if number % 10 == 9 {
                quantities.addLessons(of: found, tree, in: reading, to: &held)
            } else {
                quantities.addLessons(of: found, tree, in: reading, to: &lessons)
            }
        }
        var chance = Chance(seed: seed)
        var file = ModelFileWriter(kind: ClaimModel.kind, revision: ClaimModel.revision)
        let roles: [(name: String, KeyPath<ClaimLessons, [ClaimChoice]>)] = [
            ("predicates", \.predicates), ("subjects", \.subjects), ("measured", \.measured),
        ]
        for (name, choices) in roles {
            let learner = ChoiceLearner(bits: Self.bits, epochs: epochs, orders: 3, rate: 0.05)
            let model = learner.learned(lessons[keyPath: choices].map(Self.slots), using: &chance)
            model.write(to: &file, name: name, cuttingAt: 3)
            let tests = held[keyPath: choices].map(Self.slots)
            let right = tests.count { choice in
                let scores = choice.options.map { model.score($0) }
                return scores.indices.max { scores[$0] < scores[$1] }.map { choice.isRight[$0] } ?? false
            }
            print(
                "\(name): \(lessons[keyPath: choices].count) choices, agrees with the parse in \(right) of \(tests.count) "
                    + "held back (\((1000 * Double(right) / Double(max(1, tests.count))).rounded() / 10) %)")
        }
        let bytes = file.file()
        _ = try ClaimModel(ModelFile(ModelBytes(copying: bytes)))
        try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    /// A model without weights, whose choices nobody asks for.
    private static var empty: [UInt8] {
        var file = ModelFileWriter(kind: ClaimModel.kind, revision: ClaimModel.revision)
        for name in ["predicates", "subjects", "measured"] {
            HashedRegression(bits: 4, rate: 1).write(to: &file, name: name, cuttingAt: 1)
        }
        return file.file()
    }

    private static func slots(_ choice: ClaimChoice) -> Choice {
        let mask = UInt64(1 << bits - 1)
        return Choice(
            options: choice.options.map { $0.map { UInt32(truncatingIfNeeded: $0 & mask) } }, isRight: choice.isRight)
    }

    private func texts() throws -> [[UInt8]] {
        let articles = try GoldArticle.read("\(data)/gold/polnear-train.jsonl").map { Array($0.text.utf8) }
        let treebanks = try Treebank.trainingFiles(in: "\(data)/treebank").map { try ConlluReader.read($0) }
        return articles + treebanks.flatMap { $0.rawDocuments.map(\.text) }
    }
}
