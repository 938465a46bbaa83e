import ArgumentParser
import Foundation
import Learning
import Linguistics

/// Scores the name tagger on annotated files.
struct ScoreNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "Scores the name tagger: exact span and class.",
        discussion: """
            Reads words with name labels: .tsv and .tsv.gz (word, label), .iob2 (number, word, label), .conll.

              sayso-train score names ../shared/names/worldwide-newswire-dev.tsv.gz
            """)

    @Argument(help: "Annotated files.")
    var files: [String]
    @Option(help: "A model file; without it the model that is part of the program.")
    var model: String?
    @Flag(help: "Print each wrong or missing name with its sentence.")
    var errors = false

    private struct Tally {
        var right = 0
        var found = 0
        var annotated = 0

        static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                right: left.right + right.right, found: left.found + right.found,
                annotated: left.annotated + right.annotated)
        }

        var line: String {
            let precision = Double(right) / Double(max(1, found))
            let recall = Double(right) / Double(max(1, annotated))
            let f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall)
            return String(
                format: "P %5.1f  R %5.1f  F1 %5.2f  (%d annotated)", 100 * precision, 100 * recall, 100 * f1, annotated
            )
        }
    }

    func run() throws {
        let tagger = NameTagger(
            try model.map { try NameModel(ModelFile(ModelBytes(copying: try PackedFile.read($0)))) } ?? .embedded())
        for file in files { try score(file, tagger) }
    }

    private func score(_ file: String, _ tagger: NameTagger) throws {
        let documents = try NameFiles.read(file)
        var workspace = tagger.makeWorkspace()
        func names(_ document: NameDocument) -> [NameMention] {
            document.text.withUnsafeBufferPointer { text in
                tagger.names(in: text, tokens: document.tokens, sentences: document.sentences, &workspace)
            }
        }
        var tallies = [Tally](repeating: Tally(), count: NameClass.allCases.count)
        for document in documents {
            let found = Set(
                names(document).map { Key(start: $0.span.start, end: $0.span.end, nameClass: $0.nameClass) })
            let right = Set(
                document.names.map { Key(start: $0.span.start, end: $0.span.end, nameClass: $0.nameClass) })
            for key in found { tallies[Int(key.nameClass.rawValue)].found += 1 }
            for key in right { tallies[Int(key.nameClass.rawValue)].annotated += 1 }
            for key in found.intersection(right) { tallies[Int(key.nameClass.rawValue)].right += 1 }
            if errors { printErrors(document, found, right) }
        }
        print(file)
        print("  person, organization, place together:", (tallies[0] + tallies[1] + tallies[2]).line)
        for nameClass in NameClass.allCases where tallies[Int(nameClass.rawValue)].annotated > 0 {
            print("  \(nameClass):", tallies[Int(nameClass.rawValue)].line)
        }
        let tokens = documents.reduce(0) { $0 + $1.tokens.count }
        let size = documents.reduce(0) { $0 + $1.text.count }
        let whole = documents.flatMap(\.text)
        // The best of several, each beside gzip's best in the same minute.
        var best = Double.infinity
        var packing = Double.infinity
        let clock = ContinuousClock()
        for _ in 0..<7 {
            let time = clock.measure { for document in documents { _ = names(document) } }
            best = min(best, time / .seconds(1))
            let packed = clock.measure { _ = PackedFile.packedCount(whole) }
            packing = min(packing, packed / .seconds(1))
        }
        print(
            String(
                format: "  %.0f tokens/s, %.1f MB/s, %.2f times gzip -6 (%.1f MB/s)", Double(tokens) / best,
                Double(size) / best / 1e6, packing / best, Double(size) / packing / 1e6))
    }

    private struct Key: Hashable {
        var start: Int32
        var end: Int32
        var nameClass: NameClass
    }

    private func printErrors(_ document: NameDocument, _ found: Set<Key>, _ right: Set<Key>) {
        func text(_ range: Range<Int>) -> String { String(decoding: document.text[range], as: UTF8.self) }
        for sentence in document.sentences where !sentence.isEmpty {
            let start = document.tokens.starts[sentence.lowerBound]
            let end = document.tokens.ends[sentence.upperBound - 1]
            let wrong = found.subtracting(right).map { ("+", $0) } + right.subtracting(found).map { ("-", $0) }
            let here = wrong.filter { $0.1.start >= start && $0.1.start < end }.sorted {
                ($0.1.start, $0.0) < ($1.1.start, $1.0)
            }
            if here.isEmpty { continue }
            let marks = here.map { "\($0)\($1.nameClass):\(text(Int($1.start)..<Int($1.end)))" }
            print(marks.joined(separator: " | "), "\t", text(Int(start)..<Int(end)))
        }
    }
}
