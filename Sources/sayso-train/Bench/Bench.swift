import ArgumentParser
import Foundation
import Segmentation
import TextModel

/// Measures the speed of each component on articles.
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures the speed of each component on articles.",
        discussion: """
            Reads JSON Lines with "text" and prints a line for each component, with tabs between: its name, what it does, \
            tokens, bytes, and the processor's seconds for the fastest of several passes. With --only it makes exactly that \
            many passes of one component and prints the tokens: for a program that counts instructions from outside. \
            `make bench` calls it.

              sayso-train bench articles.jsonl
            """, shouldDisplay: false)

    @Argument(help: "JSON Lines with \"text\".")
    var articles: String
    @Option(help: "Only this component: segmentation, tagger, parser, names, quantities or attributions.")
    var only: String?
    @Option(help: "Passes.")
    var passes = 5

    private struct PlainArticle: Decodable {
        let text: String
    }

    func run() throws {
        let segmenter = Segmenter()
        let decoder = JSONDecoder()
        let articles = try PackedFile.read(articles).split(separator: 0x0A).map { line in
            let text = try decoder.decode(PlainArticle.self, from: Data(line)).text
            return segmenter.segment(Article(text: Array(text.utf8)))
        }
        let tokens = articles.reduce(0) { $0 + $1.tokens.count }
        if let only {
            guard let component = Component(rawValue: only) else {
                throw ValidationError("there is no component \(only)")
            }
            let work = component.work(on: articles)
            for _ in 0..<passes { work() }
            print(tokens)
            return
        }
        let bytes = articles.reduce(0) { $0 + $1.article.text.count }
        let works = Component.allCases.map { $0.work(on: articles) }
        var seconds = [Double](repeating: .infinity, count: works.count)
        // They take turns, so that a machine that slows down does so for all.
        for _ in 0..<passes {
            for (index, work) in works.enumerated() {
                let start = ParserScore.processorSeconds()
                work()
                seconds[index] = min(seconds[index], ParserScore.processorSeconds() - start)
            }
        }
        for (component, seconds) in zip(Component.allCases, seconds) {
            print(component.rawValue, component.title, tokens, bytes, String(format: "%.6f", seconds), separator: "\t")
        }
    }
}
