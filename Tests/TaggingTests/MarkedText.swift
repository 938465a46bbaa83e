import Segmentation
import Tagging
import TestSupport
import TextModel

/// A text whose attributions are marked in it: `⟦source|The mayor⟧ ⟦cue|said⟧ ⟦content|the bridge was safe⟧`.
///
/// A mark is `⟦` *role* `|` *words* `⟧`; marks may stand in one another. The role is `source`, `cue`, `content`, `via` or
/// `time`. Several attributions have numbers, `⟦cue:2|said⟧`, and one mark may serve several, `⟦source:1,2|She⟧`; without
/// a number it is attribution 1. Several marks of one role and number are pieces. After the role may stand, blank-separated,
/// what else is expected of the attribution: a content type (`direct`), an attitude (`belief`), `negated`, or `in:1` for
/// the attribution whose content it stands in. What is not given is not compared.
struct MarkedText {
    enum Fault: Error, Equatable {
        case unbalanced(String)
        case unknownRole(String)
        case unknownExpectation(String)
    }

    struct Expected {
        var number: Int
        var pieces: [String: [Range<Int>]] = [:]
        var contentType: ContentType?
        var attitude: Attitude?
        var isNegated: Bool?
        var parent: Int?
    }

    /// The text without its marks.
    private(set) var text: [UInt8] = []
    /// By number.
    private(set) var expected: [Expected] = []

    static let roles: Set<String> = ["source", "cue", "content", "via", "time"]

    init(_ marked: String) throws(Fault) {
        guard let marks = Marks(marked) else { throw .unbalanced(marked) }
        text = marks.text
        for mark in marks.all { try add(mark.header[...], mark.bytes) }
        expected.sort { $0.number < $1.number }
    }

    private mutating func add(_ header: Substring, _ bytes: Range<Int>) throws(Fault) {
        let words = header.split(separator: " ")
        let parts = words.first?.split(separator: ":") ?? []
        guard let role = parts.first.map(String.init), Self.roles.contains(role) else {
            throw .unknownRole(String(header))
        }
        let numbers = parts.count > 1 ? parts[1].split(separator: ",").compactMap { Int($0) } : [1]
        for number in numbers {
            let known = expected.firstIndex { $0.number == number }
            if known == nil { expected.append(Expected(number: number)) }
            let index = known ?? expected.count - 1
            expected[index].pieces[role, default: []].append(bytes)
            for word in words.dropFirst() { try expect(String(word), at: index) }
        }
    }

    private mutating func expect(_ word: String, at index: Int) throws(Fault) {
        if let type = ContentType(rawValue: word) {
            expected[index].contentType = type
        } else if let attitude = Attitude(rawValue: word) {
            expected[index].attitude = attitude
        } else if word == "negated" {
            expected[index].isNegated = true
        } else if word.hasPrefix("in:"), let number = Int(word.dropFirst(3)) {
            expected[index].parent = number
        } else {
            throw .unknownExpectation(word)
        }
    }
}

// MARK: - Comparison

extension MarkedText {
    /// What differs between the marks and what the program finds, a line a difference; empty when all is as marked.
    ///
    /// Parts are compared by their words: punctuation and quotation marks do not count.
    func differences() -> [String] {
        let tagged = Program.tag(text)
        let found = tagged.attributions
        var differences: [String] = []
        // Each expected attribution takes the best match that is left, the fullest match first.
        var left = Set(found.indices)
        var matches: [Int: Int] = [:]
        for expected in expected {
            let best = left.sorted().max { overlap(expected, found[$0], tagged) < overlap(expected, found[$1], tagged) }
            guard let best, overlap(expected, found[best], tagged) > 0 else {
                differences.append("\(expected.number): nothing found")
                continue
            }
            left.remove(best)
            matches[expected.number] = best
        }
        for expected in expected {
            guard let index = matches[expected.number] else { continue }
            differences += compare(expected, found[index], tagged).map { "\(expected.number): \($0)" }
            if let parent = expected.parent, found[index].parent != matches[parent] {
                differences.append("\(expected.number): not within \(parent)")
            }
        }
        for index in left.sorted() { differences.append("also found \(Program.describe(found[index], tagged))") }
        return differences
    }

    private func compare(_ expected: Expected, _ found: Attribution, _ tagged: TaggedArticle) -> [String] {
        var differences: [String] = []
        for role in ["source", "cue", "content", "via", "time"] {
            let wanted = words(expected.pieces[role] ?? [], tagged)
            // A part that most rows do not mark is compared only where it is marked.
            if wanted.isEmpty, role == "via" || role == "time" { continue }
            let actual = words(Self.spans(role, found).map(\.range), tagged)
            if wanted != actual {
                differences.append("\(role) is “\(surface(actual, tagged))”, not “\(surface(wanted, tagged))”")
            }
        }
        if let type = expected.contentType, type != found.contentType {
            differences.append("type is \(found.contentType)")
        }
        if let attitude = expected.attitude, attitude != found.attitude {
            differences.append("attitude is \(found.attitude)")
        }
        if found.negated != (expected.isNegated ?? false) { differences.append("negated is \(found.negated)") }
        return differences
    }

    private static func spans(_ role: String, _ found: Attribution) -> [Span] {
        switch role {
        case "source": found.source
        case "cue": found.cue
        case "content": found.content
        case "via": found.via.map { [$0] } ?? []
        default: found.saidTime.map { [$0] } ?? []
        }
    }

    /// How much two attributions are the same: shared words of the content, and more for the same cue and source.
    private func overlap(_ expected: Expected, _ found: Attribution, _ tagged: TaggedArticle) -> Int {
        ["content", "cue", "source"].reduce(0) { sum, role in
            let wanted = Set(words(expected.pieces[role] ?? [], tagged))
            let shared = wanted.intersection(words(Self.spans(role, found).map(\.range), tagged)).count
            return sum + shared * (role == "cue" ? 20 : 1)
        }
    }

    /// The tokens of some byte ranges that are words, numbers or signs.
    private func words(_ ranges: [Range<Int>], _ tagged: TaggedArticle) -> [Int] {
        let tokens = tagged.segmented.tokens
        return tokens.indices.filter { token in
            ranges.contains { Span($0).contains(tokens.span(token)) } && Self.isWord(tokens.kinds[token])
        }
    }

    private static func isWord(_ kind: TokenKind) -> Bool {
        switch kind {
        case .word, .clitic, .number, .currency, .percent, .address, .prime: true
        default: false
        }
    }

    private func surface(_ tokens: [Int], _ tagged: TaggedArticle) -> String {
        tokens.map { tagged.article.surface(tagged.segmented.tokens.span($0)) }.joined(separator: " ")
    }
}

/// The program under test, from text to attributions.
enum Program {
    static let segmenter = Segmenter()
    static let tagger = Tagger()

    static func tag(_ text: [UInt8]) -> TaggedArticle {
        tagger.tag(segmenter.segment(Article(text: text)))
    }

    static func tag(_ text: String) -> TaggedArticle { tag(Array(text.utf8)) }

    static func describe(_ found: Attribution, _ tagged: TaggedArticle) -> String {
        func surface(_ spans: [Span]) -> String { spans.map { tagged.article.surface($0) }.joined(separator: " … ") }
        return "\(found.rule): \(surface(found.source)) | \(surface(found.cue)) | \(surface(found.content))"
    }
}
