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
    static func measure(_ parser: ParserModel, _ treebank: Treebank, tags: TagColumns, passes: Int = 5) -> ParserScore {
        var score = ParserScore()
        var parse = DependencyParse(count: treebank.count)
        let universal = TagCodes(tags.universal), penn = TagCodes(tags.penn)
        let parser = Parser(parser, universalTags: universal.names, pennTags: penn.names)
        let arena = parser.makeArena()
        treebank.text.withUnsafeBufferPointer { text in
            treebank.starts.withUnsafeBufferPointer { starts in
                treebank.ends.withUnsafeBufferPointer { ends in
                    universal.codes.withUnsafeBufferPointer { universal in
                        penn.codes.withUnsafeBufferPointer { penn in
                            let input = ParserInput(
                                text: text, starts: starts, ends: ends, universalTags: universal, pennTags: penn)
                            for _ in 0..<passes {
                                let start = seconds()
                                parser.parse(input, sentences: treebank.sentences, arena: arena, into: &parse)
                                score.seconds = min(score.seconds, Self.seconds() - start)
                            }
                        }
                    }
                }
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

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// Names as codes, numbered as they come up.
struct TagCodes {
    var names: [String] = []
    var codes: [UInt8] = []

    /// - Precondition: there are at most 256 names.
    init(_ column: [String]) {
        var numbers: [String: UInt8] = [:]
        for name in column {
            if let code = numbers[name] {
                codes.append(code)
            } else {
                let code = UInt8(names.count)
                numbers[name] = code
                names.append(name)
                codes.append(code)
            }
        }
    }
}
