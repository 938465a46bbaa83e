import Foundation
import Learning

/// A choice between several options, of which some are right.
struct Choice {
    var options: [[UInt32]] = []
    var isRight: [Bool] = []
}

/// Learns linear scores of the options of choices, so that the right ones are likeliest.
struct ChoiceLearner {
    var bits: Int
    var epochs: Int
    /// In how many orders the choices are learned.
    var orders: Int
    var rate: Float

    /// The mean of models that learn the choices in different orders.
    func learned(_ choices: [Choice], using chance: inout Chance) -> HashedRegression {
        .mean((0..<orders).map { _ in learnedOnce(choices, using: &chance) })
    }

    private func learnedOnce(_ choices: [Choice], using chance: inout Chance) -> HashedRegression {
        var model = HashedRegression(bits: bits, rate: rate)
        for _ in 0..<epochs {
            for choice in choices.shuffled(using: &chance) {
                let scores = choice.options.map { model.score($0) }
                let top = scores.max() ?? 0
                let weights = scores.map { exp($0 - top) }
                let total = weights.reduce(0, +)
                let right = zip(weights, choice.isRight).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
                for (index, option) in choice.options.enumerated() {
                    let wanted = choice.isRight[index] && right > 0 ? weights[index] / right : 0
                    model.step(option, gradient: wanted - weights[index] / total)
                }
            }
        }
        return model
    }
}
