import ArgumentParser
import Segmentation
import Tagging
import TextModel

/// Tags annotated articles as `sayso extract` would, without the pipeline around it.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tags annotated articles, for the scoring tools.")

    @Argument var gold: String
    @Option var threshold = 0.5

    func run() throws {
        let segmenter = Segmenter()
        let tagger = Tagger(threshold: threshold)
        for article in try GoldArticle.read(gold) {
            let tagged = tagger.tag(segmenter.segment(Article(text: Array(article.text.utf8))))
            var scalars = [Int](repeating: 0, count: article.text.utf8.count + 1)
            for (index, offset) in article.byteOffsets.enumerated() { scalars[offset] = index }
            func json(_ spans: [Span]) -> String {
                "[" + spans.map { "[\(scalars[Int($0.start)]),\(scalars[Int($0.end)])]" }.joined(separator: ",") + "]"
            }
            let rows = tagged.attributions.map {
                "{\"type\":\"\($0.contentType.rawValue)\",\"attitude\":\"\($0.attitude)\",\"speaker\":\"\($0.speaker.map { article.text.utf8.count > 0 ? tagged.article.surface(tagged.speakers[$0].name) : "" } ?? "-")\",\"kind\":\"\($0.sourceKind)\",\"role\":\"\($0.speaker.flatMap { tagged.speakers[$0].role }.map { tagged.article.surface($0) } ?? "-")\",\"parent\":\($0.parent ?? -1),\"via\":\"\($0.via.map { tagged.article.surface($0) } ?? "-")\",\"time\":\"\($0.saidTime.map { tagged.article.surface($0) } ?? "-")\",\"content\":\(json($0.content)),\"cue\":\(json($0.cue)),\"source\":\(json($0.source)),\"rule\":\"\($0.rule)\",\"confidence\":\($0.confidence)}"
            }
            print("{\"doc_id\":\"\(article.docID)\",\"attributions\":[\(rows.joined(separator: ","))]}")
        }
    }
}
