import Learning
import Linguistics

/// Counts words over all training text, and gives each the traits that the tagger's features look at.
struct WordCensus {
    private var counts: [String: Int] = [:]
    private var capitals: [String: (upper: Int, lower: Int)] = [:]
    private var tags: [String: [String: Int]] = [:]
    /// Of hand-annotated text.
    private var labels: [String: [TagLabel: Int]] = [:]
    /// Folded words, sentence by sentence.
    private var sentences: [[String]] = []

    /// Adds text without tags.
    mutating func add(_ words: [String]) {
        let folded = words.map(Self.fold)
        for word in folded { counts[word, default: 0] += 1 }
        sentences.append(folded)
        let smalls = words.count { $0.first?.isLowercase == true }
        let letters = words.count { $0.first?.isLetter == true }
        // In a headline capitals say nothing.
        guard smalls * 2 >= letters else { return }
        for (word, folded) in zip(words, folded).dropFirst() {
            guard let first = word.unicodeScalars.first else { continue }
            if first.properties.isUppercase {
                capitals[folded, default: (0, 0)].upper += 1
            } else if first.properties.isLowercase {
                capitals[folded, default: (0, 0)].lower += 1
            }
        }
    }

    /// Adds text with Penn tags.
    mutating func add(_ treebank: Treebank) {
        for sentence in treebank.sentences { add(sentence.map(treebank.form)) }
        for word in 0..<treebank.count {
            tags[Self.fold(treebank.form(word)), default: [:]][treebank.pennTags[word], default: 0] += 1
        }
    }

    /// Adds text with both kinds of tags, by hand.
    mutating func add(gold treebank: Treebank) {
        add(treebank)
        for word in 0..<treebank.count {
            guard let label = treebank.label(word) else { continue }
            labels[Self.fold(treebank.form(word)), default: [:]][label, default: 0] += 1
        }
    }

    /// The words of the tables and their traits, sorted by word.
    func traits(
        _ dictionary: WordNetWords, _ habits: WordHabits, classCount: Int, labels numbers: [TagLabel: Int]
    ) -> [(folded: UInt64, traits: WordTraits)] {
        let classes = wordClasses(classCount)
        var ambiguities: [String: UInt16] = [:]
        var result: [(folded: UInt64, traits: WordTraits)] = []
        let words = Set(classes.keys).union(tags.keys).union(dictionary.words).union(dictionary.inflectedForms)
            .union(habits.words)
        for word in words.sorted() {
            var traits = WordTraits()
            traits.wordClass = classes[word] ?? 0
            traits.dictionary = dictionary.bits(of: word)
            traits.capitals = capitalClass(of: word)
            habits.add(word, to: &traits)
            traits.settledLabel = settledLabel(of: word).flatMap { numbers[$0] }.map { UInt16($0 + 1) } ?? 0
            if let name = ambiguityName(of: word) {
                let next = UInt16(ambiguities.count + 1)
                traits.ambiguity = ambiguities[name, default: next]
                if traits.ambiguity == next { ambiguities[name] = next }
            }
            if traits != WordTraits() { result.append((TaggerLexicon.folded(word), traits)) }
        }
        return result
    }

    /// Of the words that occur three times or more.
    private func wordClasses(_ classCount: Int) -> [String: UInt16] {
        let words = counts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var numbers: [String: Int] = [:]
        for (number, word) in words.enumerated() { numbers[word] = number }
        let classes = WordClustering.classes(
            of: sentences.map { $0.map { numbers[$0] ?? Int.max } }, wordCount: words.count, classCount: classCount)
        return Dictionary(uniqueKeysWithValues: zip(words, classes.map { UInt16($0) }))
    }

    /// The tags that make up a twentieth or more, the frequent ones first; nil for a word tagged less than three times.
    private func ambiguityName(of word: String) -> String? {
        guard let tags = tags[word] else { return nil }
        let total = tags.values.reduce(0, +)
        guard total >= 3 else { return nil }
        return tags.filter { $0.value * 20 > total }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(4).map(\.key).joined(separator: ",")
    }

    /// The label that at least 499 of 500 uses of a frequent word have.
    private func settledLabel(of word: String) -> TagLabel? {
        guard let labels = labels[word], let most = labels.max(by: { $0.value < $1.value }) else { return nil }
        let total = labels.values.reduce(0, +)
        return total >= 100 && most.value * 500 >= total * 499 ? most.key : nil
    }

    private func capitalClass(of word: String) -> UInt16 {
        guard let (upper, lower) = capitals[word] else { return 0 }
        if upper + lower < 3 { return upper > lower ? 1 : 2 }
        let share = Double(upper) / Double(upper + lower)
        return share < 0.03 ? 3 : share < 0.3 ? 4 : share < 0.7 ? 5 : share < 0.95 ? 6 : 7
    }

    /// As `FoldedForm` does, near enough: what differs is only ever a word with rare letters.
    private static func fold(_ word: String) -> String {
        var folded = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "’", "‘", "‚", "‛", "`": folded += "'"
            case "“", "”": folded += "\""
            case "0"..."9": folded += "0"
            case "A"..."Z", "À"..."Þ": folded += scalar.properties.lowercaseMapping
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }
}
