import Linguistics

/// A sentence with its right parse, its words as rows of the parser's tables.
struct TrainingSentence {
    /// Rows of the words' table, 0 for a word that the vocabulary lacks.
    var words: [Int32] = []
    /// `WordRows.affixCount` rows a word.
    var affixes: [Int32] = []
    /// Two rows a word: of the universal tag, of the Penn tag.
    var tags: [Int32] = []
    /// The head's number in the sentence; `count` for the root's.
    var heads: [Int32] = []
    /// Codes.
    var relations: [UInt8] = []
    /// The dependants of word w: `dependants[starts[w]..<starts[w + 1]]`, in order.
    var dependants: [Int32] = []
    var dependantStarts: [Int32] = []

    var count: Int { words.count }

    /// Sets `dependants` from `heads`.
    mutating func indexDependants() {
        dependantStarts = Array(repeating: 0, count: count + 2)
        for head in heads { dependantStarts[Int(head) + 1] += 1 }
        for word in 0...count { dependantStarts[word + 1] += dependantStarts[word] }
        var next = dependantStarts
        dependants = Array(repeating: 0, count: count)
        for (word, head) in heads.enumerated() {
            dependants[Int(next[Int(head)])] = Int32(word)
            next[Int(head)] += 1
        }
    }
}

/// The words that a parser knows.
struct ParserVocabulary {
    /// By row; row 0 is for any other word.
    private(set) var keys: [UInt64] = [0]
    /// How often training has seen each row's word.
    private(set) var counts: [Int] = [0]
    private var wordRows: [UInt64: Int32] = [:]

    /// - Parameters:
    ///   - gold: words that are seen twice here are known.
    ///   - silver: words that are seen four times, here and in `gold` together, are known as well.
    init(gold: [Treebank], silver: [Treebank]) {
        var goldCounts: [UInt64: Int] = [:]
        for treebank in gold { for key in treebank.wordRows.map(\.key) { goldCounts[key, default: 0] += 1 } }
        var allCounts = goldCounts
        for treebank in silver { for key in treebank.wordRows.map(\.key) { allCounts[key, default: 0] += 1 } }
        let known = allCounts.filter { $0.value >= 4 || goldCounts[$0.key, default: 0] >= 2 }
        for (key, count) in known.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(65535) {
            wordRows[key] = Int32(keys.count)
            keys.append(key)
            counts.append(count)
        }
    }

    func row(ofWord key: UInt64) -> Int32 { wordRows[key] ?? 0 }

    /// - Parameter tags: to parse with.
    func sentences(of treebank: Treebank, tags: PartsOfSpeech) -> [TrainingSentence] {
        let rows = treebank.wordRows
        return treebank.sentences.map { range in
            var sentence = TrainingSentence()
            for word in range {
                sentence.words.append(row(ofWord: rows[word].key))
                for affix in 0..<WordRows.affixCount { sentence.affixes.append(Int32(rows[word].affixes[affix])) }
                sentence.tags.append(Int32(TagRows.row(tags.universal[word])))
                sentence.tags.append(Int32(TagRows.row(tags.penn[word])))
                let head = Int(treebank.heads[word])
                sentence.heads.append(Int32(head < 0 ? range.count : head - range.lowerBound))
                sentence.relations.append(DependencyRelation(name: treebank.relations[word]).rawValue)
            }
            sentence.indexDependants()
            return sentence
        }
    }
}

extension Treebank {
    /// What the parser looks each word up by.
    var wordRows: [WordRows] {
        text.withUnsafeBufferPointer { text in
            starts.indices.map { WordRows(UnsafeBufferPointer(rebasing: text[Int(starts[$0])..<Int(ends[$0])])) }
        }
    }
}
