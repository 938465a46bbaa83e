import TextModel
import WordLists

/// A number for every distinct word of an article, so that names compare without making Strings.
///
/// Capitals and a full stop at the end do not count: "KIM", "Kim" and "Kim." have one number.
/// - Complexity: O(*n*) in bytes, whatever the words are; see `probes`.
struct NameWords: Sendable {
    /// For each token the first token with its word; -1 for punctuation and numbers.
    private let firsts: [Int32]
    /// A word that finds no place within so many slots counts as a word of its own: words made to collide cost no time.
    private static let probes = 64

    init(_ article: SegmentedArticle) {
        let tokens = article.tokens
        var firsts = Array(repeating: Int32(-1), count: tokens.count)
        var capacity = 64
        while capacity < tokens.count * 2 { capacity *= 2 }
        var slots: [(hash: UInt64, token: Int32)] = Array(repeating: (0, -1), count: capacity)
        article.article.text.withUnsafeBufferPointer { text in
            for token in tokens.indices where tokens.kinds[token] == .word {
                let hash = WordTable.hash(of: Self.trimmed(tokens.span(token).range, text), in: text)
                var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
                firsts[token] = Int32(token)
                for _ in 0..<Self.probes {
                    guard slots[slot].token >= 0 else {
                        slots[slot] = (hash, Int32(token))
                        break
                    }
                    if slots[slot].hash == hash {
                        firsts[token] = slots[slot].token
                        break
                    }
                    slot = (slot + 1) & (capacity - 1)
                }
            }
        }
        self.firsts = firsts
    }

    subscript(token: Int) -> Int32 { firsts[token] }

    subscript(tokens: Range<Int>) -> [Int32] { tokens.map { firsts[$0] }.filter { $0 >= 0 } }

    private static func trimmed(_ word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let endsInStop = word.count > 1 && text[word.upperBound - 1] == UInt8(ascii: ".")
        return endsInStop ? word.lowerBound..<(word.upperBound - 1) : word
    }
}
