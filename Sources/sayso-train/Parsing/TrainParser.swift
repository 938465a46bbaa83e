import ArgumentParser
import Foundation
import Learning
import Linguistics

/// Trains the dependency parser.
struct TrainParser: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parser",
        abstract: "Trains the dependency parser: makes Models/parser.bin.",
        discussion: """
            Learns from every *-train.conllu.gz of a folder of treebanks, with parts of speech that a tagger trained on \
            the rest of them gives. The machine-annotated articles of the shared folder, where they are, are learned \
            first. The same files, tagger and seed give the same model.

              sayso-train parser --seed 1 -o Sources/CModels/Models/parser.bin
            """)

    @Option(help: "A folder of treebanks; by default the one in the shared folder.")
    var treebank: String?
    @Option(help: "The folder with further text.")
    var shared = "../shared"
    @Option(help: "The folder of WordNet's index files; \"none\" to do without.")
    var wordnet = "/usr/share/wordnet"
    @Option(help: "The tagger's model file, for the machine-annotated articles; by default the embedded model.")
    var tagger: String?
    @Option(help: "The folder of word lists.")
    var lists = "Sources/sayso-train/Lists"
    @Option(help: "Of chance: another seed gives a slightly different model.")
    var seed: UInt64 = 1
    @Option(help: "How often the treebanks are gone through.")
    var epochs = ParserSchedule().goldEpochs
    @Option(help: "How often the machine-annotated articles are gone through, before; 0 to do without.")
    var silverEpochs = ParserSchedule().silverEpochs
    @Option(help: "Parts of the treebanks, each of which is tagged by a tagger trained on the others.")
    var parts = 5
    @Option(name: .shortAndLong, help: "The model file to write.")
    var output: String

    func run() throws {
        var schedule = ParserSchedule()
        schedule.seed = seed
        schedule.goldEpochs = epochs
        schedule.silverEpochs = silverEpochs
        let text = try TrainingText.read(treebanks: treebank ?? "\(shared)/treebank", shared: shared) {
            Self.report("\($0) is not there; going on without it")
        }
        let dictionary = wordnet == "none" ? WordNetWords() : try WordNetWords(folder: wordnet)
        let wholeTagger =
            try tagger.map { try PartOfSpeechTagger(ModelFile(ModelBytes(copying: PackedFile.read($0)))) }
            ?? PartOfSpeechTagger()
        var training = TaggerTraining()
        training.epochs = 5
        training.runs = 1
        let tags = try PredictedTags.jackknifed(
            text, dictionary, WordHabits(lists: lists), parts: parts, training: training, seed: seed,
            progress: Self.report)
        let silver = silverEpochs > 0 ? text.silver : nil
        let vocabulary = ParserVocabulary(gold: [text.gold], silver: silver.map { [$0] } ?? [])
        let gold = vocabulary.sentences(of: text.gold, tags: tags)
        let converted = silver.map { silver in
            let tags = PredictedTags.tags(of: silver, by: wholeTagger)
            return vocabulary.sentences(of: SilverConversion.convert(silver, tags: tags), tags: tags)
        }
        let longest = (gold + (converted ?? [])).map(\.count).max() ?? 0
        let trainer = ParserTrainer(schedule, vocabulary: vocabulary, longest: longest)
        trainer.report = Self.report
        trainer.train(gold: gold, silver: converted ?? [])
        let export = ParserExport(network: trainer.network, words: WordTable(vocabulary))
        let file = export.file()
        _ = try ParserModel(ModelBytes(copying: file))
        Self.report("\(export.network.words.rows) words, \(file.count) bytes")
        try Data(file).write(to: URL(fileURLWithPath: output), options: .atomic)
    }

    private static func report(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
