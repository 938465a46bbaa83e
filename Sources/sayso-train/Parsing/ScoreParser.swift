import ArgumentParser
import Foundation
import Learning
import Linguistics

/// Scores the dependency parser, and measures its speed.
struct ScoreParser: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parser",
        abstract: "Scores the dependency parser on treebanks, and measures its speed.",
        discussion: """
            Parses the words and sentences of each treebank (CoNLL-U, plain or gzip) as they stand there, with the \
            tagger's parts of speech, and prints in percent of all words, punctuation too: UAS, the right head; LAS, the \
            right relation as well, without its subtype, as CoNLL 2018 counts it; and LAS with subtypes. Speed is that of \
            parsing alone, of the processor's time on one core, beside zlib's at level 6.

              sayso-train score parser ../shared/treebank/ewt-test.conllu.gz ../shared/treebank/pud-test.conllu.gz
            """)

    @Argument(help: "Treebanks.")
    var files: [String]
    @Option(help: "A model file; by default the embedded model.")
    var model: String?
    @Flag(help: "Take the treebanks' own parts of speech.")
    var goldTags = false

    func run() throws {
        let parser = try model.map { try Parser(ParserModel(ModelBytes(copying: PackedFile.read($0)))) } ?? Parser()
        let tagger = PartOfSpeechTagger()
        var parsing = 0.0, packing = 0.0
        var words = 0, bytes = 0
        for file in files {
            let treebank = try ConlluReader.read(file)
            let tags = goldTags ? treebank.ownTags : PredictedTags.tags(of: treebank, by: tagger)
            let score = ParserScore.measure(parser, treebank, tags: tags, passes: 20)
            print(
                String(
                    format: "%@: %d tokens, UAS %.2f %%, LAS %.2f %% (with subtypes %.2f %%)", file, score.words,
                    score.unlabelledScore, score.labelledScore, score.exactScore))
            words += score.words
            bytes += treebank.text.count
            parsing += score.seconds
            packing +=
                (0..<5).map { _ in
                    let start = ParserScore.processorSeconds()
                    _ = PackedFile.packedCount(treebank.text)
                    return ParserScore.processorSeconds() - start
                }.min() ?? 0
        }
        guard words > 0 else { return }
        print(
            String(
                format: "speed: %.0f tokens/s, %.2f MB/s; zlib -6: %.2f MB/s; ratio %.2f", Double(words) / parsing,
                Double(bytes) / 1e6 / parsing, Double(bytes) / 1e6 / packing, packing / parsing))
    }
}

extension Treebank {
    /// Its own parts of speech; those that the program does not know count as other.
    var ownTags: PartsOfSpeech {
        var tags = PartsOfSpeech(count: count)
        for word in 0..<count {
            tags.universal[word] = UniversalTag(name: universalTags[word]) ?? .other
            tags.penn[word] = PennTag(name: pennTags[word]) ?? .unknown
        }
        return tags
    }
}
