import ArgumentParser
import Foundation
import Linguistics

/// Trains the name tagger.
struct Names: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains the name tagger: makes Models/names.bin.",
        discussion: """
            Reads from the folder of shared data: names/worldwide-newswire-train.tsv.gz, names/wikigold.conll,
            treebank/gum-train.conllu.gz (entities), treebank/ewt-train.conllu.gz (proper nouns) and
            silver/polnear-train.corenlp.tsv.gz (machine annotation). Never a test or dev file.

              sayso-train names --data ../shared Sources/CModels/Models/names.bin
            """)

    @Option(help: "The folder of shared data.")
    var data = "../shared"
    @Option(help: "The folder of word lists.")
    var lists = "Sources/sayso-train/Lists"
    @Option(help: "Seed of the order of training and of dropout.")
    var seed: UInt64 = 1
    @Option(help: "Passes over the data.")
    var epochs = 6
    @Option(help: "Rows of weights of the first reading.")
    var rows = 170_000
    @Option(help: "How much a sentence of machine annotation counts.")
    var silverWeight: Float = 0.15
    @Option(help: "How much a sentence of which only the proper nouns are known counts.")
    var hintedWeight: Float = 2
    @Argument(help: "The model file to write.")
    var output: String

    func run() throws {
        let words = try NameWords(lists: lists)
        let gum = TreebankNames(try ConlluReader.read("\(data)/treebank/gum-train.conllu.gz"), words).entities()
        let ewt = TreebankNames(try ConlluReader.read("\(data)/treebank/ewt-train.conllu.gz"), words).hints()
        let silver = try NameFiles.readSilver("\(data)/silver/polnear-train.corenlp.tsv.gz") {
            words.has($0, "demonym") || Self.groups.contains($0)
        }
        let sources = [
            NameTraining.Source(
                documents: try NameFiles.read("\(data)/names/worldwide-newswire-train.tsv.gz"), weight: 1, isGold: true),
            NameTraining.Source(documents: try NameFiles.read("\(data)/names/wikigold.conll"), weight: 1, isGold: true),
            NameTraining.Source(documents: gum, weight: 1, isGold: true),
            NameTraining.Source(documents: silver, weight: silverWeight),
        ]
        let training = NameTraining(seed: seed, rows: rows, epochs: epochs) { print($0) }
        let model = try training.model(sources, hinted: ewt, hintedWeight: hintedWeight, words)
        try Data(model).write(to: URL(fileURLWithPath: output))
        print("\(output): \(model.count) bytes")
    }

    /// Groups that CoreNLP calls MISC and that are nationalities to us.
    private static let groups: Set<String> = [
        "Christians", "Democrat", "Democratic", "Democrats", "GOP", "Hispanics", "Jewish", "Jews", "Latino", "Latinos",
        "Muslim", "Muslims", "Republican", "Republicans",
    ]
}
