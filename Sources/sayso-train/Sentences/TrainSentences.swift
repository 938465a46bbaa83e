import ArgumentParser
import Foundation
import Learning
import Segmentation

/// Trains the model that says where sentences end.
struct TrainSentences: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Trains the sentence splitter: makes Models/sentences.bin.",
        discussion: """
            Learns from the raw text of every *-train.conllu.gz of a folder of treebanks, wherever the rules leave a doubt; \
            and from machine-annotated news where sentences go on. Takes seconds. The same files and seed give the same model.

              sayso-train sentences --seed 1 -o Sources/CModels/Models/sentences.bin
            """)

    @Option(help: "The folder of shared data; its treebanks are read.")
    var data = "../shared"
    @Option(help: "Of chance: another seed gives a slightly different model.")
    var seed: UInt64 = 1
    @Option(help: "How often the gaps are gone through.")
    var epochs = 10
    @Option(help: "How many features of a hundred an example leaves out at each pass.")
    var dropout = 40
    @Option(help: "How much a gap within a sentence of machine-annotated news counts; 0 to do without.")
    var silverWeight: Float = 0.3
    @Option(help: "Weights below it are left out.")
    var least: Float = 0.2
    @Option(name: .shortAndLong, help: "The model file to write.")
    var output: String

    func run() throws {
        var learner = BoundaryLearner(dropout: dropout, seed: seed)
        for file in try Treebank.trainingFiles(in: "\(data)/treebank") {
            for document in try ConlluReader.read(file).rawDocuments { learner.read(document, weight: 1) }
        }
        if silverWeight > 0 {
            // News breaks off seldom without a full stop; forums and mail, of which the treebanks are full, do often.
            let articles = try GoldArticle.read("\(data)/gold/polnear-train.jsonl")
            let silver = try SilverReader.read("\(data)/silver/polnear-train.corenlp.tsv.gz", articles: articles)
            for document in silver.rawDocuments {
                learner.read(document, weight: silverWeight, believesEnds: false)
            }
        }
        for epoch in 1...epochs {
            print("\(epoch): \(learner.pass()) of \(learner.exampleCount) gaps wrong")
        }
        let file = learner.file(leavingOutBelow: least)
        _ = try SentenceModel(ModelFile(ModelBytes(copying: file)))
        try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
        print("\(output): \(file.count) bytes")
    }
}
