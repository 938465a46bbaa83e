import Glibc
import Learning
import Linguistics

/// How well a parser does on a treebank, by CoNLL 2018's measures, with its tokens and sentences given.
struct ParserScore {
    var words = 0
    /// Words with the right head; and with the right relation too, its subtype left aside or compared.
    var heads = 0
    var labelled = 0
    var labelledExactly = 0
    /// Of the processor, for the fastest of several passes: features and all, without the tagging.
    var seconds = Double.infinity

    /// UAS, LAS and LAS with subtypes in percent.
    var unlabelledScore: Double { 100 * Double(heads) / Double(max(1, words)) }
    var labelledScore: Double { 100 * Double(labelled) / Double(max(1, words)) }
    var exactScore: Double { 100 * Double(labelledExactly) / Double(max(1, words)) }

    /// - Parameter tags: to parse with.
    static func measure(_ parser: Parser, _ treebank: Treebank, tags: PartsOfSpeech, passes: Int = 5) -> ParserScore {
        var score = ParserScore()
        var parse = DependencyParse(count: treebank.count)
        let arena = parser.makeArena()
        treebank.text.withUnsafeBufferPointer { text in
            for _ in 0..<passes {
                let start = processorSeconds()
                parser.parse(text, treebank.starts, treebank.ends, tags, treebank.sentences, arena, into: &parse)
                score.seconds = min(score.seconds, processorSeconds() - start)
            }
        }
        for word in 0..<treebank.count {
            score.words += 1
            guard parse.heads[word] == treebank.heads[word] else { continue }
            score.heads += 1
            let right = DependencyRelation(name: treebank.relations[word])
            if parse.relations[word].main == right.main { score.labelled += 1 }
            if parse.relations[word] == right { score.labelledExactly += 1 }
        }
        return score
    }

    /// That this thread has used so far.
    static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
