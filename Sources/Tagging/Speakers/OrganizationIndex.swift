import Linguistics
import TextModel

/// The named organizations of an article, by their short forms.
///
/// - Complexity: O(*n*) in tokens.
struct OrganizationIndex: Sendable {
    private let reader: NameReader
    private let words: NameWords
    /// The first full name with these initials.
    private var byInitials: [UInt64: Range<Int>] = [:]
    /// The first full name that begins with a word.
    private var byFirstWord: [NameWords.Number: Range<Int>] = [:]
    /// Full names that hold a word that marks an organization, in text order: "Institute" of "Tidewater Institute".
    private var byKind: [NameWords.Number: [Range<Int>]] = [:]
    private static let longestAcronym = 7

    init(_ index: NameIndex, describer: SourceDescriber) {
        reader = index.reader
        words = index.words
        for name in Self.fullNames(index) {
            let capitalised = name.filter { reader.reading.has($0, .capitalised) }
            guard capitalised.count > 1 else { continue }
            if let initials = initials(capitalised), byInitials[initials] == nil { byInitials[initials] = name }
            guard index.person(at: name.lowerBound) == nil, describer.describeMain(name).kind == .organization else {
                continue
            }
            if byFirstWord[words[name.lowerBound]] == nil { byFirstWord[words[name.lowerBound]] = name }
            for token in name where reader.reading.has(token, [.organization, .group]) {
                byKind[words[token], default: []].append(name)
            }
        }
    }

    /// The full name that "WHO" or "Kestrel" stands for; nil when the article has none.
    func fullName(ofShort token: Int) -> Range<Int>? {
        let reading = reader.reading
        if reading.has(token, .allCapitals), let initials = acronym(token), let name = byInitials[initials] {
            return name
        }
        return reading.has(token, .place) ? nil : byFirstWord[words[token]]
    }

    /// The organization that "the institute" means: the last one before `token` with the word in its name.
    func fullName(ofKind head: Int, before token: Int) -> Range<Int>? {
        guard let names = byKind[words[head]] else { return nil }
        let next = names.partitioningIndex { $0.lowerBound >= token }
        return next > 0 ? names[next - 1] : nil
    }

    // MARK: Names

    /// Runs of capitalised words, those joined by "of", "for" or "and" in one: "Department of Health".
    private static func fullNames(_ index: NameIndex) -> [Range<Int>] {
        let reader = index.reader
        var names: [Range<Int>] = []
        for run in index.runs {
            let start = run.first { reader.isNameWord($0) } ?? run.lowerBound
            if let last = names.last, last.count < longestAcronym * 2, joins(last.upperBound..<start, reader) {
                names[names.count - 1] = last.lowerBound..<run.upperBound
            } else {
                names.append(start..<run.upperBound)
            }
        }
        return names
    }

    private static func joins(_ gap: Range<Int>, _ reader: NameReader) -> Bool {
        guard let first = gap.first, gap.count < 3 else { return false }
        let isJoined =
            reader.reading.readsAny(first, ["of", "for", "and", "on"])
            || reader.reading.kind(first) == .other && gap.count == 1
        return isJoined && (gap.count == 1 || reader.reading.reads(first + 1, "the"))
    }

    // MARK: Initials

    private func initials(_ tokens: [Int]) -> UInt64? {
        guard tokens.count <= Self.longestAcronym else { return nil }
        let text = reader.reading.article.article.text
        return tokens.reduce(0) { $0 << 8 | UInt64(text[Int(reader.reading.article.tokens.starts[$1])] | 0x20) }
    }

    /// The letters of "WHO" or "W.H.O.".
    private func acronym(_ token: Int) -> UInt64? {
        let letters = reader.reading.article.article.text[reader.reading.article.tokens.span(token).range]
            .filter { $0 != UInt8(ascii: ".") }
        guard (2...Self.longestAcronym).contains(letters.count), letters.allSatisfy({ $0 &- 0x41 < 26 }) else {
            return nil
        }
        return letters.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    }
}
