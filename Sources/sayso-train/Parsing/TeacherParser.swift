import Glibc
import Learning
import Linguistics

/// Parses with several networks at once, in floats: each decision is the one that they find likeliest together.
///
/// Slower than `Parser` and better; it makes the trees that a single network then learns from.
final class TeacherParser {
    private let encoders: [ParserEncoder]
    private let layers: [DecisionLayer]
    let state = ArcHybridState()
    private var chance = Chance(seed: 0)
    private var sums = [Float](repeating: 0, count: ParserShape.decisionStride)

    /// - Parameter longest: words of the longest sentence.
    init(_ networks: [ParserNetwork], longest: Int) {
        encoders = networks.map { ParserEncoder($0, capacity: longest) }
        layers = networks.map { DecisionLayer($0) }
    }

    /// Leaves the parse in `state`.
    func parse(_ sentence: TrainingSentence) {
        for encoder in encoders { encoder.encode([sentence], dropout: 0, &chance) { _, _ in false } }
        state.reset(count: sentence.count)
        while !state.isFinal {
            if Decision.takeForced(state) { continue }
            for (encoder, layer) in zip(encoders, layers) { layer.score(state, slots: encoder.slots) }
            var best = -1
            addLogarithms()
            Decision.forEachAllowed(state) { decision in
                if best < 0 || sums[decision] > sums[best] { best = decision }
            }
            Decision.take(best, state)
        }
    }

    private func addLogarithms() {
        for decision in sums.indices { sums[decision] = 0 }
        for layer in layers {
            var highest = -Float.infinity
            Decision.forEachAllowed(state) { highest = max(highest, layer.scores[$0]) }
            var total: Float = 0
            Decision.forEachAllowed(state) { total += expf(layer.scores[$0] - highest) }
            let logarithm = highest + logf(total)
            Decision.forEachAllowed(state) { sums[$0] += layer.scores[$0] - logarithm }
        }
    }

    /// The sentence with the teacher's parse in place of its own.
    func annotated(_ sentence: TrainingSentence) -> TrainingSentence {
        parse(sentence)
        var result = sentence
        for word in 0..<sentence.count {
            result.heads[word] = state.heads[word]
            result.relations[word] = state.relations[word]
        }
        result.indexDependants()
        return result
    }
}
