import Foundation

/// The text that the models of claims learn from, article by article: what an embedded model makes of it teaches.
enum ClaimTexts {
    /// - Parameter folder: of shared data.
    static func read(_ folder: String) throws -> [[UInt8]] {
        let treebanks = try Treebank.trainingFiles(in: "\(folder)/treebank").map { try ConlluReader.read($0) }
        return try GoldArticle.read("\(folder)/gold/polnear-train.jsonl").map { Array($0.text.utf8) }
            + treebanks.flatMap { $0.rawDocuments.map(\.text) }
            + articles("\(folder)/gold/newsdiscourse-train.sentences.jsonl.gz")
            + articles("\(folder)/raw/re3d-gov.jsonl")
            + columns(PackedFile.read("\(folder)/names/worldwide-newswire-train.tsv.gz"))
    }

    private struct PlainArticle: Decodable {
        let text: String
    }

    /// JSON Lines with "text".
    private static func articles(_ path: String) throws -> [[UInt8]] {
        let decoder = JSONDecoder()
        return try PackedFile.read(path).split(separator: UInt8(ascii: "\n")).map {
            Array(try decoder.decode(PlainArticle.self, from: Data($0)).text.utf8)
        }
    }

    /// Running text of one token a line, its form before the first tab, with an empty line after each sentence and
    /// "# doc" before each article.
    static func columns(_ bytes: [UInt8]) -> [[UInt8]] {
        var articles: [[UInt8]] = []
        var last: ArraySlice<UInt8> = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: "# doc".utf8) {
                articles.append([])
                last = []
            } else if line.isEmpty {
                if !last.isEmpty { articles[articles.count - 1].append(UInt8(ascii: "\n")) }
                last = []
            } else if !articles.isEmpty {
                let form = line.prefix { $0 != UInt8(ascii: "\t") }
                if !last.isEmpty, !touch(last, form) { articles[articles.count - 1].append(UInt8(ascii: " ")) }
                articles[articles.count - 1] += form
                last = form
            }
        }
        return articles
    }

    /// Whether no blank stands between two tokens in running text: "port" and ",", "$" and "5", "three" and "-".
    private static func touch(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let (left, right) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
        let beginsWord = right.first.map { $0.isLetter || $0.isNumber } ?? false
        let endsWord = left.last.map { $0.isLetter || $0.isNumber } ?? false
        return closing.contains(right) || opening.contains(left) && beginsWord || joining.contains(left) && beginsWord
            || joining.contains(right) && endsWord
    }

    private static let closing: Set = [
        ",", ".", ";", ":", "!", "?", ")", "]", "%", "”", "'s", "’s", "n't", "n’t", "'", "’", "'re", "’re", "'ve",
        "’ve", "'ll", "’ll",
        "'d", "’d", "'m", "’m",
    ]
    private static let opening: Set = ["(", "[", "$", "£", "€", "“", "‘"]
    private static let joining: Set = ["-", "/"]
}
