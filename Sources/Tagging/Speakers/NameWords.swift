import WordLists

/// A number for every word of an article, so that names compare without making Strings.
///
/// Capitals and a full stop at the end do not count: "KIM", "Kim" and "Kim." have one number; that two words have the
/// same is chance, of one in 2⁶³. Worked out when asked for, since few words are part of a name.
struct NameWords: Sendable {
    /// -1 for punctuation and figures.
    typealias Number = Int64

    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// - Complexity: O(*n*) in the bytes of the word.
    subscript(token: Int) -> Number {
        guard reading.kind(token) == .word else { return -1 }
        return reading.article.article.text.withUnsafeBufferPointer { text in
            let word = Self.trimmed(reading.article.tokens.span(token).range, text)
            return Number(WordTable.hash(of: word, in: text) >> 1)
        }
    }

    subscript(tokens: Range<Int>) -> [Number] { tokens.map { self[$0] }.filter { $0 >= 0 } }

    private static func trimmed(_ word: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        let endsInStop = word.count > 1 && text[word.upperBound - 1] == UInt8(ascii: ".")
        return endsInStop ? word.lowerBound..<(word.upperBound - 1) : word
    }
}
