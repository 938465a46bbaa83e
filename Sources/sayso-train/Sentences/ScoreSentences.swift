import ArgumentParser
import Foundation
import Learning
import Segmentation
import TextModel

/// Scores sentences and tokens, and measures the speed of cutting text up.
struct ScoreSentences: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sentences",
        abstract: "Scores sentences and tokens on the raw text of treebanks, and measures their speed.",
        discussion: """
            Puts each document of a treebank (CoNLL-U, plain or gzip) together as running text, with a blank line before \
            each paragraph, and cuts it up as `sayso` does. Prints how well sentences and tokens agree with the annotated \
            ones, by genre where the documents' names tell it, and over all files the speed on one core beside zlib's at \
            level 6.

              sayso-train score sentences ../shared/treebank/ewt-test.conllu.gz ../shared/treebank/gum-dev.conllu.gz
            """)

    @Argument(help: "Treebanks.")
    var files: [String]
    @Option(help: "Only documents of these genres.")
    var genre: [String] = []
    @Option(help: "A model file; by default the embedded model.")
    var model: String?
    @Flag(help: "Print each place where a sentence ends wrongly (+) or should have ended (-).")
    var errors = false

    func run() throws {
        let segmenter =
            try model.map { try Segmenter(SentenceModel(ModelFile(ModelBytes(copying: PackedFile.read($0))))) }
            ?? Segmenter()
        var texts: [Article] = []
        for file in files {
            let documents = try ConlluReader.read(file).rawDocuments.filter {
                genre.isEmpty || genre.contains(String($0.genre))
            }
            var all = SegmentationScore()
            var genres: [Substring: SegmentationScore] = [:]
            for document in documents {
                let segmented = segmenter.segment(document.article)
                let score = SegmentationScore(document, segmented)
                all += score
                if !document.genre.isEmpty { genres[document.genre, default: SegmentationScore()] += score }
                if errors { printErrors(document, segmented) }
                texts.append(document.article)
            }
            print("\(file): \(all.line)")
            for (genre, score) in genres.sorted(by: { $0.key < $1.key }) { print("  \(genre): \(score.line)") }
        }
        printSpeed(texts, segmenter)
    }

    /// The best of several passes of each.
    private func printSpeed(_ texts: [Article], _ segmenter: Segmenter) {
        let whole = texts.flatMap(\.text)
        guard !whole.isEmpty else { return }
        var (cutting, packing) = (Double.infinity, Double.infinity)
        var tokens = 0
        for _ in 0..<20 {
            var start = ParserScore.processorSeconds()
            tokens = texts.reduce(0) { $0 + segmenter.segment($1).tokens.count }
            cutting = min(cutting, ParserScore.processorSeconds() - start)
            start = ParserScore.processorSeconds()
            _ = PackedFile.packedCount(whole)
            packing = min(packing, ParserScore.processorSeconds() - start)
        }
        let megabytes = Double(whole.count) / 1e6
        print(
            String(
                format: "speed: %.0f tokens/s, %.2f MB/s; zlib -6: %.2f MB/s; ratio %.2f", Double(tokens) / cutting,
                megabytes / cutting, megabytes / packing, packing / cutting))
    }

    private func printErrors(_ document: RawDocument, _ article: SegmentedArticle) {
        let found = Set(article.sentences.map { article.span(of: $0).end })
        let annotated = Set(document.sentences.map(\.end))
        for end in found.symmetricDifference(annotated).sorted() {
            let before = String(decoding: document.text[max(0, Int(end) - 60)..<Int(end)], as: UTF8.self)
            let after = String(
                decoding: document.text[Int(end)..<min(document.text.count, Int(end) + 40)], as: UTF8.self)
            let line = "\(found.contains(end) ? "+" : "-") \(before)⏹\(after)"
            print("\(line.replacing("\n", with: "⏎"))\t\(document.name)")
        }
    }
}
