import ArgumentParser
import Foundation
import Learning
import Linguistics
import TextModel

/// Scores the part-of-speech tagger, and measures its speed.
struct ScoreTagger: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tagger",
        abstract: "Scores the part-of-speech tagger on treebanks, and measures its speed.",
        discussion: """
            Tags the words of each treebank (CoNLL-U, plain or gzip) as they stand there and prints how many universal \
            (UPOS) and Penn tags (XPOS) are right, and over all files the speed on one core beside zlib's at level 6.

              sayso-train score tagger ../shared/treebank/ewt-test.conllu.gz ../shared/treebank/gum-test.conllu.gz
            """)

    @Argument(help: "Treebanks.")
    var files: [String]
    @Option(help: "A model file; by default the embedded model.")
    var model: String?
    @Flag(help: "Print how often each tag was taken for which other.")
    var errors = false

    func run() throws {
        let tagger =
            try model.map { try PartOfSpeechTagger(ModelFile(ModelBytes(copying: PackedFile.read($0)))) }
            ?? PartOfSpeechTagger()
        var treebanks: [Treebank] = []
        for file in files {
            let treebank = try ConlluReader.read(file)
            let tags = Self.tag(treebank, tagger)
            let words = 0..<treebank.count
            let universal = words.count { tags.universal[$0].name == treebank.universalTags[$0] }
            let penn = words.count { tags.penn[$0].name == treebank.pennTags[$0] }
            print("\(file): \(treebank.count) tokens", terminator: ", ")
            print("UPOS \(Self.percent(universal, treebank.count)), XPOS \(Self.percent(penn, treebank.count))")
            if errors { printErrors(treebank, tags) }
            treebanks.append(treebank)
        }
        printSpeed(treebanks, tagger)
    }

    private static func tag(_ treebank: Treebank, _ tagger: PartOfSpeechTagger) -> PartsOfSpeech {
        var tags = PartsOfSpeech(count: treebank.count)
        treebank.text.withUnsafeBufferPointer {
            tagger.tag($0, treebank.starts, treebank.ends, treebank.sentences, into: &tags)
        }
        return tags
    }

    /// The best of five runs, each long enough to be measured, the two taking turns.
    private func printSpeed(_ treebanks: [Treebank], _ tagger: PartOfSpeechTagger) {
        let bytes = treebanks.reduce(0) { $0 + $1.text.count }
        let tokens = treebanks.reduce(0) { $0 + $1.count }
        guard tokens > 0 else { return }
        let rounds = max(1, 2_000_000 / bytes)
        var (tagging, packing) = (Double.infinity, Double.infinity)
        for _ in 0..<5 {
            tagging = min(
                tagging,
                Self.seconds { for _ in 0..<rounds { for treebank in treebanks { _ = Self.tag(treebank, tagger) } } })
            packing = min(
                packing,
                Self.seconds {
                    for _ in 0..<rounds { for treebank in treebanks { _ = PackedFile.packedCount(treebank.text) } }
                })
        }
        let megabytes = Double(bytes * rounds) / 1e6
        print(
            String(
                format: "speed: %.0f tokens/s, %.2f MB/s; zlib -6: %.2f MB/s; ratio %.2f",
                Double(tokens * rounds) / tagging, megabytes / tagging, megabytes / packing, packing / tagging))
    }

    private func printErrors(_ treebank: Treebank, _ tags: PartsOfSpeech) {
        var counts: [String: Int] = [:]
        for word in 0..<treebank.count {
            let gold = "\(treebank.pennTags[word]) \(treebank.universalTags[word])"
            let found = "\(tags.penn[word].name) \(tags.universal[word].name)"
            if gold != found { counts["\(gold) taken for \(found)", default: 0] += 1 }
        }
        for (error, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(40) {
            print("  \(count) × \(error)")
        }
    }

    private static func percent(_ part: Int, _ all: Int) -> String {
        String(format: "%.2f %%", 100 * Double(part) / Double(max(1, all)))
    }

    /// Of the thread's own work: what else the machine does does not count.
    private static func seconds(_ work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        work()
        return now() - start
    }
}
