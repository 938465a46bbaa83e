import Linguistics
import TextModel

/// Who asks and who answers in an interview whose turns are marked "Q" and "A", or with initials.
///
/// The evidence is the article's own, before the first turn: whoever is named most there answers, and the one who is told
/// something or spoken to asks. Where there is none, nobody is named.
/// - Complexity: O(*n*) in the persons and mentions of the article.
struct Interview: Sendable {
    /// Indices into `NameIndex.persons`.
    private(set) var asking: Int?
    private(set) var answering: Int?
    private let reading: Reading
    private let names: NameIndex
    /// The only person with some initials; nil for those that several have.
    private var byInitials: [[UInt8]: Int?] = [:]

    /// - Parameter sources: of the article, sorted; without turns that letters mark there is no interview.
    init(_ reading: Reading, names: NameIndex, sources: [Range<Int>]) {
        self.reading = reading
        self.names = names
        if sources.contains(where: { Self.isInitials($0, reading) }) { indexInitials() }
        guard let first = sources.first(where: { Self.letter(of: $0, reading) != nil })?.lowerBound else { return }
        let introduction = names.mentions.prefix { $0.name.lowerBound < first }
        asking = introduction.first { isSpokenTo($0) }?.person
        var counts: [Int: Int] = [:]
        for mention in introduction { counts[mention.person, default: 0] += 1 }
        if let asking { counts[asking] = nil }
        answering =
            counts.filter { names.persons[$0.key].isConfirmed }
            .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// "She tells Gil Ferrars", "spoke to Gil Ferrars", "interviewed by Gil Ferrars".
    private func isSpokenTo(_ mention: NameIndex.Mention) -> Bool {
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

    /// The only person with the initials of a turn's label: "SM:" is Soo-ah Merrick.
    func person(initials label: Range<Int>) -> Int? {
        guard Self.isInitials(label, reading) else { return nil }
        let word = reading.article.tokens.span(label.lowerBound).range
        return byInitials[reading.article.article.text[word].filter { $0 != UInt8(ascii: ".") }] ?? nil
    }

    private static func isInitials(_ source: Range<Int>, _ reading: Reading) -> Bool {
        source.count == 1 && reading.has(source.lowerBound, .allCapitals) && source.upperBound < reading.tokenCount
            && reading.kind(source.upperBound) == .colon
    }

    private mutating func indexInitials() {
        for (index, person) in names.persons.enumerated() {
            let words = person.name.filter { reading.isName($0) }
            guard (2...3).contains(words.count) else { continue }
            let letters = words.map { reading.article.article.text[Int(reading.article.tokens.starts[$0])] }
            byInitials.updateValue(byInitials[letters] == nil ? index : nil, forKey: letters)
        }
    }
}
