import ArgumentParser
import Foundation
import Learning
import Linguistics
import Tagging

/// Trains the model of attributions.
struct TrainAttributions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attributions",
        abstract: "Trains the model of attributions: makes Models/attributions.bin.",
        discussion: """
            Learns from annotated articles (JSON Lines with doc_id, text, quotes) which words are cues, and which content
            and source each has. The same articles and seed give the same model.

              sayso-train attributions ../shared/gold/polnear-train.jsonl -o Sources/CModels/Models/attributions.bin
            """)

    @Argument(help: "Annotated articles; never a test set.")
    var gold: String
    @Option(help: "Of chance: another seed gives a slightly different model.")
    var seed: UInt64 = 3
    @Option(help: "How often the lessons are gone through.")
    var epochs = 12
    @Option(help: "How far a step goes.")
    var rate: Float = 0.03
    @Option(name: .shortAndLong, help: "The model file to write.")
    var output: String

    func run() throws {
        let engine = LinguisticEngine(lexicon: Lexicon())
        var trainer = AttributionTrainer(seed: seed)
        trainer.epochs = epochs
        trainer.rate = rate
        trainer.report = { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        try trainer.train(GoldArticle.read(gold), engine: engine, frames: FrameTable(lexicon: engine.lexicon))
        let file = trainer.file()
        _ = try AttributionModel(ModelFile(ModelBytes(copying: file)))
        try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
    }
}
