import Learning
import Linguistics

/// Parts of speech as the tagger gives them, for a parser to learn from: right as often as those it will meet.
enum PredictedTags {
    /// By a tagger that has not seen the treebank.
    static func tags(of treebank: Treebank, by tagger: PartOfSpeechTagger) -> PartsOfSpeech {
        var tags = PartsOfSpeech(count: treebank.count)
        treebank.text.withUnsafeBufferPointer {
            tagger.tag($0, treebank.starts, treebank.ends, treebank.sentences, into: &tags)
        }
        return tags
    }

    /// Each part of the gold treebank by a tagger that was trained on the others.
    ///
    /// - Parameters:
    ///   - parts: their number. Each takes every so many blocks of 150 sentences.
    ///   - training: of each tagger; one part's takes as long as the tagger's own.
    static func jackknifed(
        _ text: TrainingText, _ dictionary: WordNetWords, _ habits: WordHabits, parts: Int, training: TaggerTraining,
        seed: UInt64,
        progress: (String) -> Void
    ) throws -> PartsOfSpeech {
        var tags = PartsOfSpeech(count: text.gold.count)
        let numbered = text.gold.sentences.enumerated()
        for part in 0..<parts {
            func isOut(_ number: Int) -> Bool { number / 150 % parts == part }
            var others = text
            others.gold = text.gold.words(of: numbered.filter { !isOut($0.offset) }.map(\.element))
            let file = try training.train(others, dictionary, habits, seed: seed) { _ in }
            let tagger = try PartOfSpeechTagger(ModelFile(ModelBytes(copying: file)))
            let out = numbered.filter { isOut($0.offset) }.map(\.element)
            text.gold.text.withUnsafeBufferPointer {
                tagger.tag($0, text.gold.starts, text.gold.ends, out, into: &tags)
            }
            progress("tagged part \(part + 1) of \(parts) by the others")
        }
        let right = (0..<text.gold.count).count { tags.penn[$0].name == text.gold.pennTags[$0] }
        progress("\(right) of \(text.gold.count) Penn tags are right")
        return tags
    }
}

extension Treebank {
    /// Another treebank of some of the sentences: their words and parts of speech.
    func words(of sentences: [Range<Int>]) -> Treebank {
        var result = Treebank()
        for sentence in sentences {
            let start = result.count
            for word in sentence {
                result.append(Substring(form(word)))
                result.universalTags.append(universalTags[word])
                result.pennTags.append(pennTags[word])
            }
            result.sentences.append(start..<result.count)
        }
        return result
    }
}
