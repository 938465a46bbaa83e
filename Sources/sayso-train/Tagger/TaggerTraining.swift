import Learning
import Linguistics

/// Trains a tagger: words' traits from all text, weights from the treebanks.
struct TaggerTraining {
    var epochs = 8
    /// Several runs with other seeds are averaged, and of each the later epochs.
    var runs = 3
    var classCount = 256
    /// Features seen more rarely in the last epoch are not learned.
    var leastCount: UInt32 = 5
    /// Which share of a decision's features is left out, by chance: so that no single one is relied on.
    var dropout = 30
    var rate: Float = 0.1
    /// Rows without a weight of this size are left out of the model.
    var leastWeight: Float = 0.25
    /// Weights beyond it are cut down to it.
    var largestWeight: Float = 4
    /// Of the table that finds the rows: 512 kB, which the processor's second cache holds.
    var buckets = 8192
    /// One sentence in so many is learned in capitals too, as some headlines are.
    var capitalsEvery = 20

    /// - Returns: the model file. The same text and seed give the same bytes.
    func train(
        _ text: TrainingText, _ dictionary: WordNetWords, _ habits: WordHabits, seed: UInt64, progress: (String) -> Void
    ) throws -> [UInt8] {
        var census = WordCensus()
        census.add(gold: text.gold)
        if let silver = text.silver { census.add(silver) }
        for sentence in text.plain { census.add(sentence) }
        let labels = frequentLabels(text.gold)
        let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
        let words = census.traits(dictionary, habits, classCount: classCount, labels: numbers)
        progress("\(words.count) words in the lexicon")
        var draft = ModelFileWriter(kind: PartOfSpeechTagger.modelKind, revision: PartOfSpeechTagger.featureRevision)
        TaggerLexicon.write(words, to: &draft)
        let walk = TagWalk(try TaggerLexicon(ModelFile(ModelBytes(copying: draft.file()))))

        let corpora = [text.gold, capitalised(text.gold)]
        var learned: [TrainedRows] = []
        for run in 0..<runs {
            progress("run \(run + 1) of \(runs)")
            var learner = LabelLearner(labels: labels, rate: rate, dropout: dropout, seed: seed &+ 1000 &* UInt64(run))
            learner.countFeatures(corpora, walk, atLeast: leastCount)
            learned += learn(corpora, walk, with: &learner, seed: seed &+ 1000 &* UInt64(run), progress)
        }
        return file(words, labels, .mean(learned), progress)
    }

    /// - Returns: the weights after each of the later epochs.
    private func learn(
        _ corpora: [Treebank], _ walk: TagWalk, with learner: inout LabelLearner, seed: UInt64,
        _ progress: (String) -> Void
    ) -> [TrainedRows] {
        var learned: [TrainedRows] = []
        var chance = Chance(seed: seed)
        var order = corpora.enumerated().flatMap { corpus, treebank in
            treebank.sentences.map { (corpus: corpus, sentence: $0) }
        }
        for epoch in 1...epochs {
            order.shuffle(using: &chance)
            learner.startEpoch()
            for (corpus, sentence) in order { learner.learn(corpora[corpus], sentence, walk) }
            progress("epoch \(epoch): \(learner.errors) of \(learner.decisions) wrong, \(learner.rowCount) features")
            if epoch * 2 >= epochs { learned.append(learner.trained()) }
        }
        return learned
    }

    private func file(
        _ words: [(folded: UInt64, traits: WordTraits)], _ labels: [TagLabel], _ rows: TrainedRows,
        _ progress: (String) -> Void
    ) -> [UInt8] {
        var writer = ModelFileWriter(kind: PartOfSpeechTagger.modelKind, revision: PartOfSpeechTagger.featureRevision)
        writer.add("labels", strings: labels.map(\.name))
        TaggerLexicon.write(words, to: &writer)
        let kept = rows.writeBuckets(
            to: &writer, name: "tagger", buckets: buckets, leavingOutBelow: leastWeight, cuttingAt: largestWeight)
        let file = writer.file()
        progress("\(kept) rows kept, \(file.count) bytes")
        return file
    }

    /// As many as a row of weights has room for; words with another label are passed over.
    private func frequentLabels(_ treebank: Treebank) -> [TagLabel] {
        var counts: [TagLabel: Int] = [:]
        for word in 0..<treebank.count { if let label = treebank.label(word) { counts[label, default: 0] += 1 } }
        return counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }
            .prefix(PartOfSpeechTagger.labelLimit).map(\.key)
    }

    /// Some of the sentences once more, all in capitals.
    private func capitalised(_ treebank: Treebank) -> Treebank {
        var result = Treebank()
        for (number, sentence) in treebank.sentences.enumerated() where number % capitalsEvery == 0 {
            let start = result.count
            for word in sentence {
                result.append(Substring(treebank.form(word).uppercased()))
                result.universalTags.append(treebank.universalTags[word])
                result.pennTags.append(treebank.pennTags[word])
            }
            result.sentences.append(start..<result.count)
        }
        return result
    }
}

extension Treebank {
    /// Nil where a tag is none that the program knows.
    func label(_ word: Int) -> TagLabel? { TagLabel(name: "\(pennTags[word]) \(universalTags[word])") }
}
