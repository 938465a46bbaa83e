import Learning

/// The words that training knows, and their traits: a view of a model file, or, while a model is trained, of one that
/// has no weights yet.
package struct TaggerLexicon: Sendable {
    private let table: FeatureTable
    nonisolated(unsafe) private let traits: UnsafePointer<WordTraits>
    private let bytes: ModelBytes
    /// Of the labels that words settle, counted from 1.
    let largestLabel: Int

    package init(_ file: ModelFile) throws(LearningError) {
        let traits: UnsafeBufferPointer<WordTraits> = try file.section("words.traits")
        guard let start = traits.baseAddress else { throw .missingSection("words.traits") }
        table = try FeatureTable(file, name: "words", limit: traits.count)
        self.traits = start
        bytes = file.bytes
        largestLabel = traits.reduce(0) { max($0, Int($1.settledLabel)) }
    }

    /// - Parameter folded: the hash of a `FoldedForm`.
    @inline(__always)
    func traits(of folded: UInt64) -> WordTraits {
        let number = table.number(of: folded)
        return number < 0 ? WordTraits() : traits[number]
    }

    /// Adds the sections that `init` reads; words that share all traits share an entry.
    package static func write(_ words: [(folded: UInt64, traits: WordTraits)], to file: inout ModelFileWriter) {
        var distinct: [WordTraits] = []
        var numbers: [WordTraits: Int] = [:]
        var entries: [(feature: UInt64, number: Int)] = []
        for word in words {
            let number = numbers[word.traits] ?? distinct.count
            if number == distinct.count {
                numbers[word.traits] = number
                distinct.append(word.traits)
            }
            entries.append((word.folded, number))
        }
        FeatureTable.write(entries, limit: distinct.count, to: &file, name: "words")
        file.add("words.traits", distinct)
    }

    /// What `write` calls a word.
    package static func folded(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { FoldedForm($0, 0..<$0.count).hash }
    }
}
