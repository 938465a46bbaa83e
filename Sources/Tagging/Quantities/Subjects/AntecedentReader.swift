import Linguistics
import TextModel

/// Finds what "it" or "they" means, as a model of the nouns before it chooses.
package struct AntecedentReader {
    private let outlines: Outlines
    private let names: NameIndex
    private let model: ClaimModel

    package init(_ reading: Reading) {
        self.init(Outlines(reading), SpeakerResolver(reading, sources: []).discourse.names, model: .embedded())
    }

    init(_ outlines: Outlines, _ names: NameIndex, model: ClaimModel) {
        self.outlines = outlines
        self.names = names
        self.model = model
    }

    private var reading: Reading { outlines.reading }

    /// How much higher than any other the chosen option scores, at least: a wrong subject is worse than none.
    private static let margin: Float = 0.5
    /// How often a pronoun may mean an earlier one in turn.
    private static let longestChain = 4

    /// The noun phrase that a pronoun means; nil where that is not clear.
    package func antecedent(of pronoun: Int) -> Range<Int>? {
        var token = pronoun
        for _ in 0..<Self.longestChain {
            guard let option = choice(of: token) else { return nil }
            if Pronoun(reading, option.head) == nil {
                return phrase(of: option, isSingular: reading.reads(pronoun, "it"))
            }
            token = option.head
        }
        return nil
    }

    private func choice(of pronoun: Int) -> AntecedentOption? {
        let found = AntecedentOptions(outlines, pronoun: pronoun)
        let features = AntecedentFeatures(found, names)
        func score(_ option: AntecedentOption?) -> Float {
            var sum = WeightSum(model.antecedents)
            features.visit(option, &sum)
            return sum.score
        }
        var best: AntecedentOption?
        var highest = score(nil)
        var second = -Float.infinity
        for option in found.options {
            let score = score(option)
            if score > highest {
                (best, highest, second) = (option, score, highest)
            } else {
                second = max(second, score)
            }
        }
        return highest - second >= Self.margin ? best : nil
    }

    private func phrase(of option: AntecedentOption, isSingular: Bool) -> Range<Int> {
        let phrase = option.outline.namedPhrase(of: option.head)
        guard !isSingular, !reading.tags.penn[option.head].isPlural else { return phrase }
        // "CN and CP … they"
        return option.outline.joinedPhrase(before: phrase) ?? phrase
    }
}
