import Linguistics
import TextModel

/// Who asks and who answers in an interview whose turns are marked "Q" and "A", or with initials.
///
/// The evidence is the article's own, before the first turn: whoever is named most there answers; the one who is told
/// something, or who wrote the article, asks. Where there is none, nobody is named.
/// - Complexity: O(*n*) in the persons and mentions of the article.
struct Interview: Sendable {
    /// Indices into `NameIndex.persons`.
    private(set) var asking: Int?
    private(set) var answering: Int?
    private let reading: Reading
    private let names: NameIndex

    /// - Parameter labels: the first tokens of turns that a letter marks, sorted; without any there is no interview.
    init(_ reading: Reading, names: NameIndex, labels: [Int]) {
        self.reading = reading
        self.names = names
        guard let first = labels.first else { return }
        let introduction = names.mentions.prefix { $0.name.lowerBound < first }
        asking = introduction.first { isToldOrWriting($0) }?.person
        var counts: [Int: Int] = [:]
        for mention in introduction { counts[mention.person, default: 0] += 1 }
        counts[asking ?? -1] = nil
        answering =
            counts.filter { names.persons[$0.key].isConfirmed }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// "She tells Gil Ferrars", "spoke to Gil Ferrars", "interviewed by Gil Ferrars", "Interview: Gil Ferrars".
    private func isToldOrWriting(_ mention: NameIndex.Mention) -> Bool {
        let start = mention.name.lowerBound
        guard start > 0 else { return false }
        if reading.has(start - 1, .takesHearer), reading.words.verbs[start - 1] >= 0 { return true }
        guard start > 1, reading.readsAny(start - 1, ["to", "with", "by"]) else { return false }
        return reading.readsAny(
            start - 2,
            ["spoke", "speaks", "talked", "talks", "talking", "speaking", "interviewed", "asked", "interview"])
    }

    /// The letter of a turn's label, "Q" or "A"; nil for any other source.
    static func letter(of source: Range<Int>, _ reading: Reading) -> UInt8? {
        guard source.count == 1 else { return nil }
        let word = reading.article.tokens.span(source.lowerBound).range
        let text = reading.article.article.text
        guard word.count == 1 || word.count == 2 && text[word.lowerBound + 1] == UInt8(ascii: "."),
            text[word.lowerBound] == UInt8(ascii: "Q") || text[word.lowerBound] == UInt8(ascii: "A")
        else { return nil }
        return text[word.lowerBound]
    }

    /// The only person with these initials: "SM" is Soo-ah Merrick.
    func person(initials label: Range<Int>) -> Int? {
        guard label.count == 1, reading.has(label.lowerBound, .allCapitals) else { return nil }
        let text = reading.article.article.text
        let letters = text[reading.article.tokens.span(label.lowerBound).range].filter { $0 != UInt8(ascii: ".") }
        guard (2...3).contains(letters.count) else { return nil }
        let found = names.persons.indices.filter { person in
            let words = names.persons[person].name.filter { reading.isName($0) }
            return words.count == letters.count
                && zip(words, letters).allSatisfy { text[Int(reading.article.tokens.starts[$0])] == $1 }
        }
        return found.count == 1 ? found[0] : nil
    }
}
