import ArgumentParser
import Foundation
import Linguistics

/// Scores the lemmas of verbs and nouns.
struct ScoreLemmas: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lemmas",
        abstract: "Scores the lemmas of verbs and nouns on treebanks.",
        discussion: """
            Takes the words that the treebank (CoNLL-U, plain or gzip) calls verb, auxiliary or noun and prints in percent \
            how many lemmas are the annotated ones, whatever their case: with the treebank's Penn tags, and with the tagger's.

              sayso-train score lemmas ../shared/treebank/ewt-dev.conllu.gz ../shared/treebank/gum-dev.conllu.gz
            """)

    @Argument(help: "Treebanks.")
    var files: [String]
    @Flag(help: "Print the wrong lemmas and how often they came up.")
    var errors = false

    func run() throws {
        let lemmatizer = Lemmatizer()
        let tagger = PartOfSpeechTagger()
        for file in files {
            let treebank = try ConlluReader.read(file)
            let own = treebank.ownTags
            let predicted = PredictedTags.tags(of: treebank, by: tagger)
            for (name, parts) in [("verbs", ["VERB", "AUX"]), ("nouns", ["NOUN"])] {
                let words = (0..<treebank.count).filter { parts.contains(treebank.universalTags[$0]) }
                func isRight(_ word: Int, _ tags: PartsOfSpeech) -> Bool {
                    lemmatizer.lemma(of: treebank.form(word), tags.penn[word]).lowercased()
                        == treebank.lemmas[word].lowercased()
                }
                let right = words.count { isRight($0, own) }
                let rightAsTagged = words.count { isRight($0, predicted) }
                print(
                    String(
                        format: "%@: %d %@, lemmas %.2f %%, with the tagger's tags %.2f %%", file, words.count, name,
                        100 * Double(right) / Double(max(1, words.count)),
                        100 * Double(rightAsTagged) / Double(max(1, words.count))))
                if errors { printErrors(treebank, words.filter { !isRight($0, own) }, lemmatizer) }
            }
        }
    }

    private func printErrors(_ treebank: Treebank, _ words: [Int], _ lemmatizer: Lemmatizer) {
        var counts: [String: Int] = [:]
        for word in words {
            let tag = PennTag(name: treebank.pennTags[word]) ?? .unknown
            let found = lemmatizer.lemma(of: treebank.form(word), tag)
            counts["\(treebank.form(word)) \(tag.name): \(found) instead of \(treebank.lemmas[word])", default: 0] += 1
        }
        for (error, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(60) {
            print("  \(count) × \(error)")
        }
    }
}
