import WordLists

/// What the words in a class or an id tell about an element: `<div class="article__share-bar">` is for sharing.
enum NameMeaning: Int32 {
    /// Navigation, advertising, teasers, comments and the like.
    case aside = 1
    /// The same, from words that are used for nothing else.
    case never = 7
    /// The words of the article.
    case content = 2
    case caption = 3
    case dek = 4
    case byline = 5
    case credit = 6
    /// A day and time.
    case date = 0

    init?(word: String) {
        switch word {
        case "aside": self = .aside
        case "never": self = .never
        case "content": self = .content
        case "caption": self = .caption
        case "dek": self = .dek
        case "byline": self = .byline
        case "credit": self = .credit
        default: return nil
        }
    }
}

/// Reads class names and ids by the words in them.
struct NameWords: Sendable {
    private let table: WordTable

    /// From the list `page-names`. An entry of two words stands for them with "-", "_" or nothing between.
    init() {
        var entries: [(key: String, value: Int32)] = []
        for entry in WordList(named: "page-names").entries where entry.count == 2 {
            guard let meaning = NameMeaning(word: entry[1]) else { continue }
            entries.append((entry[0], meaning.rawValue))
            if entry[0].contains("-") { entries.append((entry[0].filter { $0 != "-" }, meaning.rawValue)) }
        }
        table = WordTable(entries)
    }

    /// From words with their meanings.
    init(_ words: [NameMeaning: [String]]) {
        table = WordTable(words.flatMap { meaning, words in words.map { ($0, meaning.rawValue) } })
    }

    static let shared = NameWords()

    struct Meanings: OptionSet {
        var rawValue: UInt8
        static let aside = Meanings(rawValue: 1 << 1)
        static let never = Meanings(rawValue: 1 << 7)
        static let content = Meanings(rawValue: 1 << 2)
        static let caption = Meanings(rawValue: 1 << 3)
        static let dek = Meanings(rawValue: 1 << 4)
        static let byline = Meanings(rawValue: 1 << 5)
        static let credit = Meanings(rawValue: 1 << 6)
        static let date = Meanings(rawValue: 1 << 0)
    }

    /// - Complexity: O(*n*) in bytes of the value.
    func meanings(of value: UnsafeBufferPointer<UInt8>) -> Meanings {
        var meanings: Meanings = []
        var pair: [UInt8] = []
        var previous: Range<Int>?
        var index = 0
        while index < value.count {
            let byte = value[index]
            guard Self.isLetter(byte) else {
                if byte.isASCIIWhiteSpace { previous = nil }
                index += 1
                continue
            }
            let start = index
            // A capital behind a small letter begins a word: "shareBar".
            repeat {
                index += 1
            } while index < value.count && Self.isLetter(value[index])
                && !(value[index] & 0x20 == 0 && value[index - 1] & 0x20 != 0)
            let word = start..<index
            if let meaning = table.value(in: value, word) { meanings.insert(Meanings(rawValue: 1 << UInt8(meaning))) }
            if let previous {
                pair.removeAll(keepingCapacity: true)
                pair.append(contentsOf: value[previous])
                pair.append(UInt8(ascii: "-"))
                pair.append(contentsOf: value[word])
                let meaning = pair.withUnsafeBufferPointer { table.value(in: $0, 0..<$0.count) }
                if let meaning { meanings.insert(Meanings(rawValue: 1 << UInt8(meaning))) }
            }
            previous = word
        }
        return meanings
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
