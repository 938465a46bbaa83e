import ArgumentParser
import Foundation
import Learning
import Segmentation
import Tagging
import TextModel

struct PredictAttributions: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "predict", shouldDisplay: false)
    @Argument var gold: String
    @Option var model: String
    @Option var threshold = 0.05

    func run() throws {
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: model)))
        let tagger = Tagger(model: try AttributionModel(ModelFile(ModelBytes(copying: bytes))), threshold: threshold)
        let segmenter = Segmenter()
        for article in try GoldArticle.read(gold) {
            let tagged = tagger.tag(segmenter.segment(Article(text: Array(article.text.utf8))))
            var scalars: [Int] = []
            for (n, scalar) in article.text.unicodeScalars.enumerated() {
                for _ in 0..<UTF8.width(scalar) { scalars.append(n) }
            }
            scalars.append(article.text.unicodeScalars.count)
            func spans(_ s: [Span]) -> [[Int]] { s.map { [scalars[Int($0.start)], scalars[Int($0.end)]] } }
            let rows: [[String: Any]] = tagged.attributions.map {
                [
                    "content": spans($0.content), "cue": spans($0.cue), "source": spans($0.source),
                    "confidence": $0.confidence, "type": $0.contentType.rawValue, "rule": $0.rule,
                ]
            }
            let data = try JSONSerialization.data(withJSONObject: ["id": article.docID, "attributions": rows])
            print(String(decoding: data, as: UTF8.self))
        }
    }
}
