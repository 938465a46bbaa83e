import Foundation
import Segmentation
import TextModel
import Testing

/// Scores sentences and tokens against Universal Dependencies treebanks, which lie beside the checkout in `../shared`
/// (or in the folder that SAYSO_SHARED names) and not in the repository.
///
/// The treebanks split hyphenated words, which Sayso keeps whole, so tokens are compared after joining them in both.
@Suite("Treebanks", .enabled(if: Treebank.folder != nil, "needs ../shared/treebank"))
struct TreebankTests {
    @Test(
        "Sentence and token F1 hold",
        arguments: [
            // Floors are below the score at the time of writing, in the comment, by less than half a point.
            Floor(file: "gum-dev.conllu.gz", prefix: "", sentences: 96.6, tokens: 99.7),  // 97.1, 99.83
            Floor(file: "gum-dev.conllu.gz", prefix: "GUM_news", sentences: 99, tokens: 99.8),
            Floor(file: "gum-dev.conllu.gz", prefix: "GUM_interview", sentences: 94, tokens: 99.5),
            Floor(file: "ewt-dev.conllu.gz", prefix: "newsgroup", sentences: 83.4, tokens: 97.6),  // 83.8, 97.86
            Floor(file: "ewt-dev.conllu.gz", prefix: "weblog", sentences: 94.1, tokens: 99.6),  // 94.5, 99.76
        ])
    func scores(floor: Floor) throws {
        let documents = try Treebank.documents(floor.file).filter { $0.id.hasPrefix(floor.prefix) }
        #expect(!documents.isEmpty)
        var sentences = Matches()
        var tokens = Matches()
        for document in documents {
            let article = segmented(document.text)
            let found = article.tokens.indices.map { article.tokens.span($0) }
            tokens.add(Treebank.joined(found, article), Treebank.joined(document.tokens, article))
            sentences.add(Set(article.sentences.map { article.span(of: $0) }), Set(document.sentences))
        }
        print("\(floor.file) \(floor.prefix): sentence F1 \(sentences.f1), token F1 \(tokens.f1)")
        #expect(sentences.f1 >= floor.sentences)
        #expect(tokens.f1 >= floor.tokens)
    }

    struct Floor: Sendable, CustomTestStringConvertible {
        let file: String
        /// Of the documents' names; empty for all.
        let prefix: String
        let sentences: Double
        let tokens: Double

        var testDescription: String { "\(file) \(prefix)" }
    }

    private struct Matches {
        var both = 0
        var found = 0
        var gold = 0

        mutating func add(_ foundSpans: Set<Span>, _ goldSpans: Set<Span>) {
            both += foundSpans.intersection(goldSpans).count
            found += foundSpans.count
            gold += goldSpans.count
        }

        /// In percent, with two decimals.
        var f1: Double { (20_000 * Double(both) / Double(max(1, found + gold))).rounded() / 100 }
    }
}

/// A treebank's documents as running text: paragraphs with a blank line between, words as `SpaceAfter` says.
enum Treebank {
    struct Document {
        var id: String
        var text = ""
        var tokens: [Span] = []
        var sentences: [Span] = []
    }

    static let folder: URL? = {
        let shared =
            ProcessInfo.processInfo.environment["SAYSO_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared").standardized
        let folder = shared.appendingPathComponent("treebank")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func documents(_ file: String) throws -> [Document] {
        guard let folder else { return [] }
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-dc", folder.appendingPathComponent(file).path]
        let output = Pipe()
        gzip.standardOutput = output
        try gzip.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        gzip.waitUntilExit()
        return documents(lines.split(separator: "\n", omittingEmptySubsequences: false))
    }

    private static func documents(_ lines: [Substring]) -> [Document] {
        var documents: [Document] = []
        var document = Document(id: "")
        var sentence: Int32?
        var parts = 0...0
        var surface: Span?
        for line in lines {
            if line.hasPrefix("# newdoc") {
                documents.append(document)
                document = Document(id: line.components(separatedBy: "= ").last ?? "")
            } else if line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_block"), !document.text.isEmpty {
                document.text = document.text.trimmingCharacters(in: .whitespaces) + "\n\n"
            } else if line.isEmpty, let start = sentence, let last = document.tokens.last {
                document.sentences.append(Span(start, last.end))
                sentence = nil
            } else if let first = line.first, first.isNumber {
                let fields = line.split(separator: "\t")
                let numbers = fields[0].split(separator: "-").compactMap { Int($0) }
                guard !fields[0].contains("."), let number = numbers.first else { continue }
                if numbers.count == 1, let whole = surface, parts.contains(number) {
                    // A part of "don't": located where the parts make up the whole, else the whole is one token.
                    appendPart(String(fields[1]), of: whole, isFirst: number == parts.lowerBound, to: &document)
                    continue
                }
                let start = Int32(document.text.utf8.count)
                document.text += fields[1]
                let span = Span(start, Int32(document.text.utf8.count))
                if sentence == nil { sentence = start }
                if !fields[9].contains("SpaceAfter=No") { document.text += " " }
                if numbers.count == 2 {
                    parts = numbers[0]...numbers[1]
                    surface = span
                } else {
                    surface = nil
                    document.tokens.append(span)
                }
            }
        }
        return documents.dropFirst() + [document]
    }

    private static func appendPart(_ form: String, of whole: Span, isFirst: Bool, to document: inout Document) {
        let start = isFirst ? whole.start : document.tokens.last?.end ?? whole.start
        document.tokens.append(Span(start, min(whole.end, start + Int32(form.utf8.count))))
    }

    /// Tokens with those joined that only a hyphen parts.
    static func joined(_ tokens: [Span], _ article: SegmentedArticle) -> Set<Span> {
        let text = article.article.text
        var result: [Span] = []
        for token in tokens where !token.isEmpty {
            guard let last = result.last, last.end == token.start, Int(token.end) <= text.count else {
                result.append(token)
                continue
            }
            let before = text[Int(last.end) - 1]
            let isHyphen = text[Int(token.start)] == 0x2D
            let after = isHyphen ? (token.count > 1 ? text[Int(token.start) + 1] : byte(text, token.end)) : 0
            if isHyphen && isWordly(before) && isWordly(after)
                || before == 0x2D && last.count > 1 && isWordly(text[Int(token.start)])
            {
                result[result.count - 1] = Span(last.start, token.end)
            } else {
                result.append(token)
            }
        }
        return Set(result)
    }

    private static func byte(_ text: [UInt8], _ index: Int32) -> UInt8 {
        Int(index) < text.count ? text[Int(index)] : 0
    }

    private static func isWordly(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
