import Foundation
import Segmentation
import TextModel

/// The text that models are trained on, as it lies in `../shared`.
struct TrainingText {
    /// Hand-annotated treebanks.
    var gold: Treebank
    /// Machine-annotated articles; nil when they are not there.
    var silver: Treebank?
    /// Sentences of forms without any annotation.
    var plain: [[String]]

    /// - Parameters:
    ///   - treebanks: a folder; all its `*-train.conllu` and `*-train.conllu.gz` are read.
    ///   - shared: what lies there beside the treebanks is read where it is present; `missing` is told what is not.
    static func read(treebanks: String, shared: String, missing: (String) -> Void) throws -> TrainingText {
        var text = TrainingText(gold: try ConlluReader.read(Treebank.trainingFiles(in: treebanks)), plain: [])
        func present(_ path: String) -> String? {
            let file = "\(shared)/\(path)"
            if FileManager.default.fileExists(atPath: file) { return file }
            missing(file)
            return nil
        }
        if let silver = present("silver/polnear-train.corenlp.tsv.gz"), let gold = present("gold/polnear-train.jsonl") {
            text.silver = try SilverReader.read(silver, articles: GoldArticle.read(gold))
        }
        if let names = present("names/worldwide-newswire-train.tsv.gz") { text.plain += try columnSentences(names) }
        for path in ["gold/newsdiscourse-train.sentences.jsonl.gz", "raw/re3d-gov.jsonl"] {
            if let articles = present(path) { text.plain += try articleSentences(articles) }
        }
        return text
    }

    /// One token a line, its form before the first tab; a blank line after each sentence.
    private static func columnSentences(_ path: String) throws -> [[String]] {
        var sentences: [[String]] = [[]]
        for line in try PackedFile.read(path).split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.isEmpty {
                sentences.append([])
            } else if line.first != UInt8(ascii: "#") || line.dropFirst().first == 0x09 {
                sentences[sentences.count - 1].append(String(decoding: line.prefix { $0 != 0x09 }, as: UTF8.self))
            }
        }
        return sentences.filter { !$0.isEmpty }
    }

    private struct PlainArticle: Decodable {
        let text: String
    }

    /// JSON Lines with "text", cut up as `sayso` does it.
    private static func articleSentences(_ path: String) throws -> [[String]] {
        let segmenter = Segmenter()
        let decoder = JSONDecoder()
        return try PackedFile.read(path).split(separator: 0x0A).flatMap { line in
            let article = Article(text: Array(try decoder.decode(PlainArticle.self, from: Data(line)).text.utf8))
            let segmented = segmenter.segment(article)
            return segmented.sentences.map { sentence in
                sentence.tokens.map { article.surface(segmented.tokens.span($0)) }
            }
        }
    }
}
