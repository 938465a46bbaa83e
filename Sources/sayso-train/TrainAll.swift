import ArgumentParser
import Foundation

/// Builds every model, in the order in which one needs another.
struct TrainAll: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Builds every model: makes all of Models/*.bin.",
        discussion: """
            In this order: sentences; tagger; parser, which learns from that tagger's parts of speech; names; attributions; claims. Takes about half an \
            hour on one core, most of it for the parser. Reads treebank/, silver/, gold/polnear-train.jsonl, names/ and, where \
            present, further text of the folder of shared data, and WordNet's index files (Debian: wordnet-base). The same \
            files, program and seed give the same models; build the program again to embed them, and once more if the \
            sentences changed, by whose embedded model the tagger's further text is cut, or tagger and parser, whose embedded
            models the attributions are learned with.

              sayso-train all --data ../shared
            """)

    @Option(help: "The folder of shared data.")
    var data = "../shared"
    @Option(help: "The folder of WordNet's index files; \"none\" to do without.")
    var wordnet = "/usr/share/wordnet"
    @Option(help: "Of chance, in place of each model's own: another seed gives slightly different models.")
    var seed: UInt64?
    @Option(help: "The folder to write the models to.")
    var output = "Sources/CModels/Models"
    @Flag(help: "One pass over the data for each model: shows in minutes that all works, makes poor models.")
    var quick = false

    func run() throws {
        for step in steps {
            FileHandle.standardError.write(Data("\(step.name)\n".utf8))
            var command = try step.command.parseAsRoot(step.arguments)
            try command.run()
        }
    }

    private struct Step {
        let name: String
        let command: ParsableCommand.Type
        let arguments: [String]
    }

    private var steps: [Step] {
        let common = seed.map { ["--seed", "\($0)"] } ?? []
        let words = ["--shared", data, "--wordnet", wordnet]
        let one = quick ? ["--epochs", "1"] : []
        return [
            Step(
                name: "sentences", command: TrainSentences.self,
                arguments: common + one + ["--data", data, "-o", file("sentences")]),
            Step(name: "tagger", command: TrainTagger.self, arguments: common + one + words + ["-o", file("tagger")]),
            Step(
                name: "parser", command: TrainParser.self,
                arguments: common + one + words + (quick ? ["--silver-epochs", "0", "--parts", "2"] : [])
                    + ["--tagger", file("tagger"), "-o", file("parser")]),
            Step(name: "names", command: Names.self, arguments: common + one + ["--data", data, file("names")]),
            Step(
                name: "attributions", command: TrainAttributions.self,
                arguments: common + one + ["\(data)/gold/polnear-train.jsonl", "-o", file("attributions")]),
            Step(
                name: "claims", command: TrainClaims.self,
                arguments: common + one + ["--data", data, "-o", file("claims")]),
        ]
    }

    private func file(_ model: String) -> String { "\(output)/\(model).bin" }
}
