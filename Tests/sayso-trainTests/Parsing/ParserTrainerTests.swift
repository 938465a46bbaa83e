import Learning
import Linguistics
import TextModel
import Testing

@testable import sayso_train

@Suite struct ParserTrainerTests {
    /// Ten small sentences of one pattern, with a few words and tags to tell heads by.
    private static let treebank: Treebank = {
        var treebank = Treebank()
        for (subject, verb) in zip(["cats", "dogs", "men", "boys", "girls"], ["see", "hear", "know", "like", "want"]) {
            for object in ["birds", "fish"] {
                let start = treebank.count
                let words: [(String, String, String, Int, String)] = [
                    ("the", "DET", "DT", 1, "det"), (subject, "NOUN", "NNS", 2, "nsubj"),
                    (verb, "VERB", "VBP", -1, "root"),
                    ("big", "ADJ", "JJ", 4, "amod"), (object, "NOUN", "NNS", 2, "obj"), (".", "PUNCT", ".", 2, "punct"),
                ]
                for (form, universal, penn, head, relation) in words {
                    treebank.append(Substring(form))
                    treebank.universalTags.append(universal)
                    treebank.pennTags.append(penn)
                    treebank.relations.append(relation)
                    treebank.heads.append(head < 0 ? -1 : Int32(start + head))
                }
                treebank.sentences.append(start..<treebank.count)
            }
        }
        return treebank
    }()

    private func trained(seed: UInt64) -> [UInt8] {
        var schedule = ParserSchedule()
        schedule.seed = seed
        schedule.goldEpochs = 20
        schedule.batch = 12
        schedule.dropout = 0.1
        schedule.rate = 0.01
        let vocabulary = ParserVocabulary(gold: [Self.treebank], silver: [])
        let sentences = vocabulary.sentences(of: Self.treebank, tags: Self.treebank.ownTags)
        let trainer = ParserTrainer(schedule, vocabulary: vocabulary, longest: 6)
        trainer.train(gold: sentences, silver: [])
        return ParserExport(network: trainer.network, words: WordTable(vocabulary)).file()
    }

    /// The whole way: gradients, fixed point, file and serving have to be right for it.
    @Test func learnsAndServesWhatItWasShown() throws {
        let parser = Parser(try ParserModel(ModelBytes(copying: trained(seed: 1))))
        let score = ParserScore.measure(parser, Self.treebank, tags: Self.treebank.ownTags, passes: 1)
        #expect(score.words == 60)
        #expect(score.heads == 60)
        #expect(score.labelledExactly == 60)
    }

    @Test func givesTheSameBytesForTheSameSeed() {
        let first = trained(seed: 1)
        #expect(first == trained(seed: 1))
        #expect(first != trained(seed: 2))
    }
}

/// The gradient of the whole network against differences of its loss.
@Suite struct ParserGradientTests {
    @Test func equalsTheDifferencesOfTheLoss() throws {
        var shape = ParserShape()
        (shape.wordWidth, shape.affixWidth, shape.tagWidth, shape.layers, shape.hidden) = (16, 8, 8, 2, 16)
        var sentence = TrainingSentence()
        sentence.words = [0, 1, 2, 1]
        sentence.affixes = (0..<20).map { Int32($0 * 7) }
        sentence.tags = [1, 20, 2, 21, 3, 22, 4, 23]
        sentence.heads = [1, 4, 3, 1]
        sentence.relations = [3, 0, 5, 6]
        sentence.indexDependants()
        var chance = Chance(seed: 5)
        let network = ParserNetwork(shape, words: 3, &chance)
        let encoder = ParserEncoder(network, capacity: 8)

        func loss() -> Double {
            var chance = Chance(seed: 1)
            encoder.encode([sentence, sentence], dropout: 0, &chance) { _, _ in false }
            let lesson = ParserLesson(network)
            for offset in [0, 4 * encoder.slotWidth] {
                lesson.learn(
                    sentence, slots: encoder.slots + offset, slotSlopes: encoder.slotSlopes + offset, dropout: 0,
                    exploration: 0, &chance)
            }
            return lesson.loss
        }
        func clear() {
            for parameter in network.parameters { parameter.gradient.update(repeating: 0, count: parameter.count) }
        }

        _ = loss()
        clear()
        _ = loss()
        encoder.propagate([sentence, sentence])
        let gradients = network.parameters.map { parameter in (0..<parameter.count).map { parameter.gradient[$0] } }
        for (parameter, gradient) in zip(network.parameters, gradients) {
            // The steepest weight of each table.
            let index = try #require(gradient.indices.max { abs(gradient[$0]) < abs(gradient[$1]) })
            #expect(abs(gradient[index]) > 1e-4)
            let value = parameter.values[index], step: Float = 1e-2
            parameter.values[index] = value + step
            let above = loss()
            parameter.values[index] = value - step
            let below = loss()
            parameter.values[index] = value
            let difference = (above - below) / Double(2 * step)
            #expect(abs(difference - Double(gradient[index])) < 0.03 * max(0.3, abs(difference)))
        }
    }
}
