/// Phrases of the vocabulary's words, found by the word at one of their ends; longer ones first.
///
/// One array holds all words, so that a look at a phrase touches no reference.
struct PhraseTable<Meaning: Sendable>: Sendable {
    /// Which end a phrase is found by.
    enum End { case first, last }

    private struct Entry: Sendable {
        var meaning: Meaning
        var start: Int32
        var count: Int32
    }

    /// By word number, where its entries begin; one more at the end.
    private var firstEntries: [Int32] = [0]
    private var entries: [Entry] = []
    private var words: [Int32] = []

    /// - Parameters:
    ///   - phrases: of one word or more; of those of equal length the first goes first.
    ///   - wordCount: how many words the vocabulary has.
    init(_ phrases: [(words: [Int32], meaning: Meaning)], by end: End, wordCount: Int) {
        var groups = [[Int]](repeating: [], count: wordCount)
        for (index, phrase) in phrases.enumerated() {
            if let word = end == .first ? phrase.words.first : phrase.words.last { groups[Int(word)].append(index) }
        }
        for group in groups {
            for index in group.sorted(by: { phrases[$0].words.count > phrases[$1].words.count }) {
                let (spelling, meaning) = phrases[index]
                entries.append(Entry(meaning: meaning, start: Int32(words.count), count: Int32(spelling.count)))
                words += spelling
            }
            firstEntries.append(Int32(entries.count))
        }
    }

    /// Whether a phrase is found by a word.
    @inline(__always)
    func holds(_ word: Int32) -> Bool { word >= 0 && firstEntries[Int(word)] < firstEntries[Int(word) + 1] }

    /// The longest phrase that begins at an atom and is accepted.
    @inline(__always)
    func phrase(_ passage: Passage, from start: Int, where accepts: (Range<Int>, Meaning) -> Bool = { _, _ in true })
        -> (meaning: Meaning, atoms: Range<Int>)?
    {
        guard let atom = passage.atom(start), holds(atom.word) else { return nil }
        for index in firstEntries[Int(atom.word)]..<firstEntries[Int(atom.word) + 1] {
            let entry = entries[Int(index)]
            let atoms = start..<start + Int(entry.count)
            if reads(entry, passage, atoms), accepts(atoms, entry.meaning) { return (entry.meaning, atoms) }
        }
        return nil
    }

    /// The longest phrase that ends right before an atom and is accepted.
    @inline(__always)
    func phrase(_ passage: Passage, to end: Int, where accepts: (Range<Int>, Meaning) -> Bool)
        -> (meaning: Meaning, atoms: Range<Int>)?
    {
        guard let atom = passage.atom(end - 1), holds(atom.word) else { return nil }
        for index in firstEntries[Int(atom.word)]..<firstEntries[Int(atom.word) + 1] {
            let entry = entries[Int(index)]
            guard end >= Int(entry.count) else { continue }
            let atoms = end - Int(entry.count)..<end
            if reads(entry, passage, atoms), accepts(atoms, entry.meaning) { return (entry.meaning, atoms) }
        }
        return nil
    }

    private func reads(_ entry: Entry, _ passage: Passage, _ atoms: Range<Int>) -> Bool {
        guard atoms.upperBound <= passage.atoms.count else { return false }
        for offset in 0..<Int(entry.count)
        where words[Int(entry.start) + offset] != passage.atoms[atoms.lowerBound + offset].word {
            return false
        }
        return true
    }
}
