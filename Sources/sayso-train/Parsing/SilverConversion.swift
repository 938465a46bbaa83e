import Linguistics

/// Turns Stanford CoreNLP's dependencies of 2016 (Universal Dependencies, version 1) into the scheme of the treebanks,
/// as far as rules can: what a parser learns from it is corrected by the gold treebanks afterwards.
struct SilverConversion {
    private let treebank: Treebank
    /// Predicted ones: the relation of a dependant with a preposition depends on them.
    private let universalTags: [UniversalTag]
    private var heads: [Int32]
    private var relations: [String]

    /// The treebank with heads and relations converted, without sentences that are no use: over 100 words, not a tree
    /// with one root, or with many relations that CoreNLP did not know.
    static func convert(_ treebank: Treebank, tags: PartsOfSpeech) -> Treebank {
        var conversion = SilverConversion(treebank: treebank, tags: tags)
        var result = treebank
        result.sentences = treebank.sentences.filter { conversion.isUseful($0) }
        for sentence in result.sentences { conversion.convert(sentence) }
        result.heads = conversion.heads
        result.relations = LabelColumn()
        for relation in conversion.relations { result.relations.append(relation) }
        return result
    }

    private init(treebank: Treebank, tags: PartsOfSpeech) {
        self.treebank = treebank
        universalTags = tags.universal
        heads = treebank.heads
        relations = treebank.relations.codes.map { treebank.relations.names[Int($0)] }
    }

    private func isUseful(_ sentence: Range<Int>) -> Bool {
        let roots = sentence.reduce(0) { $0 + (heads[$1] < 0 ? 1 : 0) }
        let unknown = sentence.reduce(0) { $0 + (relations[$1] == "dep" ? 1 : 0) }
        return sentence.count <= 100 && roots == 1 && unknown <= max(1, sentence.count / 12)
    }

    private mutating func convert(_ sentence: Range<Int>) {
        joinNames(sentence)
        let dependants = Dictionary(grouping: sentence, by: { heads[$0] })
        for word in sentence { rename(word, dependants) }
        for head in sentence { coordinate(head, dependants[Int32(head)] ?? []) }
    }

    /// A person's name is flat, and its first word is its head.
    private mutating func joinNames(_ sentence: Range<Int>) {
        var first = sentence.lowerBound
        while first < sentence.upperBound {
            guard treebank.remarks[first] == "PERSON" else {
                first += 1
                continue
            }
            var end = first + 1
            while end < sentence.upperBound, treebank.remarks[end] == "PERSON" { end += 1 }
            let last = end - 1
            if last > first,
                (first..<last).allSatisfy({ heads[$0] == Int32(last) && relations[$0] == "compound" })
            {
                for word in sentence where heads[word] == Int32(last) { heads[word] = Int32(first) }
                heads[first] = heads[last]
                relations[first] = relations[last]
                for word in first + 1..<end {
                    heads[word] = Int32(first)
                    relations[word] = "flat"
                }
            }
            first = end
        }
    }

    private static let newNames = [
        "dobj": "obj", "nsubjpass": "nsubj:pass", "auxpass": "aux:pass", "csubjpass": "csubj:pass", "neg": "advmod",
        "mwe": "fixed",
    ]

    private mutating func rename(_ word: Int, _ dependants: [Int32: [Int]]) {
        let old = treebank.relations[word]
        if let name = Self.newNames[relations[word]] {
            relations[word] = name
        } else if old == relations[word], ["nmod", "nmod:tmod", "nmod:npmod"].contains(old) {
            relations[word] = nominal(word, isMarked: old == "nmod", dependants)
        }
    }

    /// Version 2 tells a nominal that modifies a predicate (obl) from one that modifies a nominal (nmod).
    private func nominal(_ word: Int, isMarked: Bool, _ dependants: [Int32: [Int]]) -> String {
        let head = heads[word]
        guard head >= 0 else { return relations[word] }
        let siblings = dependants[head] ?? []
        guard [.verb, .adjective, .adverb, .auxiliary].contains(universalTags[Int(head)]) else {
            return isMarked ? "nmod" : "nmod:unmarked"
        }
        guard isMarked else { return "obl:unmarked" }
        let isPassive = siblings.contains { ["auxpass", "nsubjpass"].contains(treebank.relations[$0]) }
        let isAgent = (dependants[Int32(word)] ?? []).contains {
            relations[$0] == "case" && treebank.form($0).lowercased() == "by"
        }
        return isPassive && isAgent ? "obl:agent" : "obl"
    }

    /// Version 2 attaches a conjunction or comma to the conjunct after it.
    private mutating func coordinate(_ head: Int, _ dependants: [Int]) {
        let conjuncts = dependants.filter { relations[$0] == "conj" && $0 > head }
        guard !conjuncts.isEmpty else { return }
        for word in dependants where word > head {
            let isComma = relations[word] == "punct" && [",", ";"].contains(treebank.form(word))
            if isComma || relations[word] == "cc", let next = conjuncts.first(where: { $0 > word }) {
                heads[word] = Int32(next)
            }
        }
    }
}
