import Foundation
import Learning
import Linguistics

/// Chooses labels with the weights so far, and learns from each choice.
struct LabelLearner: LabelChooser {
    private var model: LogisticRegression
    private let numbers: [TagLabel: Int]
    private let dropout: Int
    private var chance: Chance
    /// How often each feature that does not depend on labels came up, before training; nil while it is counted.
    private var isFrequent: Set<UInt64>?
    private var featureCounts: [UInt64: UInt32] = [:]
    private let memory = TagWalk.makeMemory()
    private var gold: [Int] = []
    private var goldStart = 0
    private var rows: [Int32] = []
    private var scores: [Float]
    private(set) var errors = 0
    private(set) var decisions = 0

    init(labels: [TagLabel], rate: Float, dropout: Int, seed: UInt64) {
        model = LogisticRegression(labelCount: labels.count, rate: rate)
        numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        self.dropout = dropout
        chance = Chance(seed: seed &+ 1)
        scores = Array(repeating: 0, count: labels.count)
    }

    var rowCount: Int { model.rowCount }

    func trained() -> TrainedRows { model.trained() }

    mutating func startEpoch() {
        errors = 0
        decisions = 0
    }

    /// Goes through the text once with the right labels, and keeps to the features that come up often enough.
    mutating func countFeatures(_ corpora: [Treebank], _ walk: TagWalk, atLeast least: UInt32) {
        for treebank in corpora {
            for sentence in treebank.sentences { learn(treebank, sentence, walk) }
        }
        isFrequent = Set(featureCounts.lazy.filter { $0.value >= least }.map(\.key))
        featureCounts = [:]
    }

    mutating func learn(_ treebank: Treebank, _ sentence: Range<Int>, _ walk: TagWalk) {
        gold = sentence.map { treebank.label($0).flatMap { numbers[$0] } ?? -1 }
        goldStart = sentence.lowerBound
        treebank.text.withUnsafeBufferPointer { text in
            treebank.starts.withUnsafeBufferPointer { starts in
                treebank.ends.withUnsafeBufferPointer { ends in
                    walk.walk(text, starts, ends, sentence, memory, choosing: &self)
                }
            }
        }
    }

    mutating func label(of token: Int, in context: borrowing TaggerContext) -> Int {
        let truth = gold[token - goldStart]
        var label = 0
        context.withFeatures { label = learn($0, truth: truth) }
        return label
    }

    /// - Returns: the label that the weights so far choose; before training, the right one.
    private mutating func learn(_ features: UnsafeBufferPointer<UInt64>, truth: Int) -> Int {
        guard let isFrequent else {
            for feature in features { featureCounts[feature, default: 0] += 1 }
            return max(0, truth)
        }
        rows.removeAll(keepingCapacity: true)
        for feature in features where isFrequent.contains(feature) {
            if Int(chance.next() >> 33) % 100 >= dropout { rows.append(model.row(of: feature)) }
        }
        return rows.withUnsafeBufferPointer { rows in
            model.score(rows, into: &scores)
            let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
            guard truth >= 0 else { return best }
            decisions += 1
            if best != truth { errors += 1 }
            toGradients(truth: truth, best: best)
            scores.withUnsafeBufferPointer { model.step(rows, gradients: $0) }
            return best
        }
    }

    /// Learns from such words too.
    func settle(_ token: Int, label: Int) -> Bool { false }

    /// Turns scores into what the probabilities lack.
    private mutating func toGradients(truth: Int, best: Int) {
        let most = scores[best]
        var sum: Float = 0
        for label in scores.indices {
            scores[label] = exp(scores[label] - most)
            sum += scores[label]
        }
        for label in scores.indices { scores[label] = (label == truth ? 1 : 0) - scores[label] / sum }
    }
}
