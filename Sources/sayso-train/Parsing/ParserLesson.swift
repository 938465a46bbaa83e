import Glibc
import Learning
import Linguistics

/// Walks the network through a sentence and adds up the gradient of its mistakes.
///
/// At each state all cheapest transitions are right (`TransitionCosts`), and the loss is minus the logarithm of the
/// probability that they have together. The walk goes on with one of them, or, so that the parser learns to make the
/// best of its mistakes, with one that the network draws.
final class ParserLesson {
    private let layer: DecisionLayer
    private let state = ArcHybridState()
    private var allowed: [Int] = []
    private var isRight = [Bool](repeating: false, count: ParserShape.decisionStride)
    private var odds = [Float](repeating: 0, count: ParserShape.decisionStride)
    /// Of all sentences so far.
    private(set) var loss: Double = 0
    private(set) var decisions = 0

    init(_ network: ParserNetwork) {
        layer = DecisionLayer(network)
        allowed.reserveCapacity(ParserShape.decisionStride)
    }

    /// - Parameters:
    ///   - slots: of the sentence's words, from the encoder.
    ///   - exploration: how often to go on with a transition that the network draws.
    func learn(
        _ sentence: TrainingSentence, slots: UnsafePointer<Float>, slotSlopes: UnsafeMutablePointer<Float>,
        dropout: Float, exploration: Float, _ chance: inout Chance
    ) {
        state.reset(count: sentence.count)
        layer.drop(dropout, &chance)
        while !state.isFinal {
            if Decision.takeForced(state) { continue }
            layer.score(state, slots: slots)
            mark(sentence)
            let (total, right) = weigh()
            loss -= Double(logf(right / total))
            decisions += 1
            let next = choose(total, exploration, &chance)
            layer.scoreSlopes.update(repeating: 0, count: ParserShape.decisionStride)
            for decision in allowed {
                layer.scoreSlopes[decision] = odds[decision] / total - (isRight[decision] ? odds[decision] / right : 0)
            }
            layer.propagate(slotSlopes: slotSlopes)
            Decision.take(next, state)
        }
    }

    /// Sets which decisions are allowed and which of them are right.
    private func mark(_ sentence: TrainingSentence) {
        let costs = TransitionCosts(state, sentence)
        let least = costs.least
        let top = state.stacked(0), second = state.stacked(1)
        let head = Int(sentence.heads[top]), relation = Int(sentence.relations[top])
        let relations = Decision.relations
        allowed.removeAll(keepingCapacity: true)
        Decision.forEachAllowed(state) { decision in
            allowed.append(decision)
            if decision == 0 {
                isRight[decision] = costs.shift == least
            } else if decision <= relations {
                // The right arc needs the right relation; of an arc that is wrong in any case none is worse.
                isRight[decision] =
                    costs.attachLeft == least && (head != state.front || decision - 1 == relation)
            } else {
                isRight[decision] =
                    costs.attachRight == least && (head != second || decision - 1 - relations == relation)
            }
        }
    }

    /// Turns scores into odds: e to the score, less the highest. Returns their sum, and that of the right ones.
    private func weigh() -> (total: Float, right: Float) {
        let highest = allowed.reduce(-Float.infinity) { max($0, layer.scores[$1]) }
        var total: Float = 0, right: Float = 0
        for decision in allowed {
            odds[decision] = expf(layer.scores[decision] - highest)
            total += odds[decision]
            if isRight[decision] { right += odds[decision] }
        }
        return (total, max(right, 1e-20))
    }

    private func choose(_ total: Float, _ exploration: Float, _ chance: inout Chance) -> Int {
        if exploration > 0, chance.unit() < exploration {
            var rest = chance.unit() * total
            for decision in allowed {
                rest -= odds[decision]
                if rest <= 0 { return decision }
            }
        }
        var best = -1
        for decision in allowed where isRight[decision] {
            if best < 0 || odds[decision] > odds[best] { best = decision }
        }
        // A relation of the root that is not forced has no right decision; any will do.
        return best >= 0 ? best : allowed[0]
    }
}
