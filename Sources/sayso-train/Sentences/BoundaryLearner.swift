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
    private var believesEnds = true

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
    /// - Parameters:
    ///   - weight: how much each counts.
    ///   - believesEnds: false to learn only where sentences go on, and that from the rules and the annotation together.
    mutating func read(_ document: RawDocument, weight: Float, believesEnds: Bool = true) {
        self.believesEnds = believesEnds
        annotatedEnds = Set(document.sentences.map(\.end))
        self.weight = weight
        _ = Segmenter(nil).segment(document.article, asking: &self)
    }

    mutating func endsSentence(at byte: Int32, isRuled: Bool, _ features: UnsafeBufferPointer<UInt64>) -> Bool {
        let ends = annotatedEnds.contains(byte)
        if !believesEnds, ends || isRuled { return isRuled }
        let start = rows.count
        for feature in features { rows.append(model.row(of: UInt64(SentenceModel.place(of: feature)))) }
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
    /// - Parameter least: smaller weights are left out; most of them stand for what came up once.
    func file(leavingOutBelow least: Float) -> [UInt8] {
        let trained = model.trained()
        let weights = zip(trained.features, trained.weights).filter { abs($1) >= least }
        return SentenceModel.file(Dictionary(uniqueKeysWithValues: weights.map { (Int($0), $1) }))
    }
}
