import Glibc
import Learning
import Linguistics

/// How a parser is trained.
struct ParserSchedule {
    var shape = ParserShape()
    var goldEpochs = 32
    var silverEpochs = 3
    var rate: Float = 0.002
    /// The share of channels that training leaves out, in the layers and in the decisions.
    var dropout: Float = 0.2
    /// How often the walk goes on with a transition that the network draws.
    var exploration: Float = 0.5
    /// A word that was seen n times is read as unknown with odds of this to n.
    var forgetting: Float = 0.25
    /// Words of a batch, about.
    var batch = 150
    var seed: UInt64 = 1
}

/// Trains one network: first on silver sentences, if any, then on gold ones, the rate falling to almost nothing.
final class ParserTrainer {
    let network: ParserNetwork
    private let schedule: ParserSchedule
    private let vocabulary: ParserVocabulary
    private let encoder: ParserEncoder
    private var chance: Chance
    private var steps = 0
    /// Called after each epoch with what it is and its mean loss.
    var report: (String) -> Void = { _ in }

    /// - Parameter longest: words of the longest sentence that training will see.
    init(_ schedule: ParserSchedule, vocabulary: ParserVocabulary, longest: Int) {
        self.schedule = schedule
        self.vocabulary = vocabulary
        chance = Chance(seed: schedule.seed)
        network = ParserNetwork(schedule.shape, words: vocabulary.keys.count, &chance)
        encoder = ParserEncoder(network, capacity: schedule.batch + longest)
    }

    func train(gold: [TrainingSentence], silver: [TrainingSentence]) {
        let warm = !silver.isEmpty && schedule.silverEpochs > 0
        if warm { run(silver, "silver", epochs: schedule.silverEpochs, from: schedule.rate, to: schedule.rate / 2) }
        run(
            gold, "gold", epochs: schedule.goldEpochs, from: warm ? schedule.rate * 0.7 : schedule.rate,
            to: schedule.rate / 50)
    }

    private func run(_ sentences: [TrainingSentence], _ name: String, epochs: Int, from: Float, to: Float) {
        let total = Float(epochs * sentences.reduce(0) { $0 + $1.count })
        var seen = 0
        var order = Array(sentences.indices)
        for epoch in 0..<epochs {
            let lesson = ParserLesson(network)
            order.shuffle(using: &chance)
            var index = 0
            while index < order.count {
                var batch: [TrainingSentence] = []
                var words = 0
                while index < order.count, words < schedule.batch {
                    batch.append(sentences[order[index]])
                    words += sentences[order[index]].count
                    index += 1
                }
                seen += words
                let rate = from + (to - from) * Float(seen) / total
                learn(batch, lesson, rate: rate)
            }
            report("\(name) epoch \(epoch + 1): loss \(lesson.loss / Double(max(1, lesson.decisions)))")
        }
    }

    private func learn(_ batch: [TrainingSentence], _ lesson: ParserLesson, rate: Float) {
        let forgetting = schedule.forgetting
        encoder.encode(batch, dropout: schedule.dropout, &chance) { row, chance in
            row != 0 && chance.unit() < forgetting / (forgetting + Float(vocabulary.counts[Int(row)]))
        }
        let before = lesson.decisions
        var offset = 0
        for sentence in batch {
            lesson.learn(
                sentence, slots: encoder.slots + offset, slotSlopes: encoder.slotSlopes + offset,
                dropout: schedule.dropout, exploration: steps > 500 ? schedule.exploration : 0, &chance)
            offset += sentence.count * encoder.slotWidth
        }
        encoder.propagate(batch)
        steps += 1
        network.step(
            steps, rate: rate * min(1, Float(steps) / 200), scale: 1 / Float(max(1, lesson.decisions - before)))
    }
}
