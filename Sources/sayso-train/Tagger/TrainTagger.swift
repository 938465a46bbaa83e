import ArgumentParser
import Foundation

/// Trains the part-of-speech tagger.
struct TrainTagger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tagger",
        abstract: "Trains the part-of-speech tagger: makes Models/tagger.bin.",
        discussion: """
            Learns the tags from every *-train.conllu.gz of a folder of treebanks. What lies beside them in the shared \
            folder (articles, machine-annotated text) teaches it more words; WordNet's indices (Debian: wordnet-base) \
            tell which parts of speech a word can have. The same files and seed give the same model.

              sayso-train tagger --seed 1 -o Sources/CModels/Models/tagger.bin
            """)

    @Option(help: "A folder of treebanks; by default the one in the shared folder.")
    var treebank: String?
    @Option(help: "The folder with further text.")
    var shared = "../shared"
    @Option(help: "The folder of WordNet's index files; \"none\" to do without.")
    var wordnet = "/usr/share/wordnet"
    @Option(help: "The folder of word lists.")
    var lists = "Sources/sayso-train/Lists"
    @Option(help: "Of chance: another seed gives a slightly different model.")
    var seed: UInt64 = 1
    @Option(help: "How often the treebanks are gone through.")
    var epochs = 8
    @Option(name: .shortAndLong, help: "The model file to write.")
    var output: String

    func run() throws {
        let text = try TrainingText.read(treebanks: treebank ?? "\(shared)/treebank", shared: shared) {
            Self.report("\($0) is not there; going on without it")
        }
        let dictionary = wordnet == "none" ? WordNetWords() : try WordNetWords(folder: wordnet)
        var training = TaggerTraining()
        training.epochs = epochs
        let file = try training.train(text, dictionary, WordHabits(lists: lists), seed: seed, progress: Self.report)
        try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    private static func report(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
