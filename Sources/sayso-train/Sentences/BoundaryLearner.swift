import Glibc
import Learning
import Segmentation

/// Learns from gaps between tokens whether sentences end there: logistic regression with one label.
struct BoundaryLearner: BoundaryJudge {
    private var model = LogisticRegression(labelCount: 1, rate: 0.1)
    private var chance: Chance
    private let dropout: Int
    private var examples: [Example] = []
    private var annotatedEnds: Set<Int32> = []
    private var weight: Float = 1

    private struct Example {
        var rows: Range<Int>
        var ends: Bool
        var weight: Float
    }

    /// Of all examples, one after the other.
    private var rows: [Int32] = []

    /// - Parameter dropout: in percent: how many features an example leaves out at each pass.
    init(dropout: Int, seed: UInt64) {
        self.dropout = dropout
        chance = Chance(seed: seed)
    }

    var exampleCount: Int { examples.count }

    /// Collects the doubtful gaps of a document.
    mutating func read(_ document: RawDocument, weight: Float) {
        annotatedEnds = Set(document.sentences.map(\.end))
        self.weight = weight
        _ = Segmenter(nil).segment(document.article, asking: &self)
    }

    mutating func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool {
        let ends = annotatedEnds.contains(byte)
        let start = rows.count
        for feature in features { rows.append(model.row(of: feature)) }
        examples.append(Example(rows: start..<rows.count, ends: ends, weight: weight))
        return ends
    }

    /// Goes over all examples once, in an order of chance.
    /// - Returns: how many it would have got wrong.
    mutating func pass() -> Int {
        var wrong = 0
        var kept: [Int32] = []
        for example in examples.shuffled(using: &chance) {
            kept.removeAll(keepingCapacity: true)
            for row in rows[example.rows] where Int.random(in: 0..<100, using: &chance) >= dropout { kept.append(row) }
            var score: Float = 0
            kept.withUnsafeBufferPointer { model.score($0, into: &score) }
            if (score > 0) != example.ends { wrong += 1 }
            let probability = 1 / (1 + exp(-score))
            let gradient = ((example.ends ? 1 : 0) - probability) * example.weight
            kept.withUnsafeBufferPointer { rows in
                withUnsafePointer(to: gradient) {
                    model.step(rows, gradients: UnsafeBufferPointer(start: $0, count: 1))
                }
            }
        }
        return wrong
    }

    /// The model file.
    func file(leavingOutBelow least: Float) -> [UInt8] {
        var file = ModelFileWriter(kind: SentenceModel.kind, revision: SentenceModel.revision)
        model.trained().write(to: &file, name: SentenceModel.section, as: Int8.self, leavingOutBelow: least)
        return file.file()
    }
}
