import TextModel

/// The words of a text: runs of letters, digits and underscores, which is `\w+` in Python.
///
/// Evaluation counts in these and not in tokens, so that it depends on nothing that is evaluated, and so that a
/// quotation mark or comma at the edge of a span decides nothing.
package struct TextWords: Sendable {
    /// In bytes, sorted, disjoint.
    package private(set) var ranges: [Range<Int>] = []
    private var isFunctionWord: [Bool] = []

    /// Words that two sources may share by chance; part of the measure, so no list that may grow.
    private static let functionWords: Set<String> = [
        "the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "and", "or", "with", "from",
        "who", "that", "which", "his", "her", "their", "its",
    ]

    /// - Parameter text: UTF-8.
    /// - Complexity: O(*n*).
    package init(_ text: [UInt8]) {
        let string = String(decoding: text, as: UTF8.self)
        var word = String.UnicodeScalarView()
        var offset = 0
        for scalar in string.unicodeScalars {
            if Self.isWordScalar(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                add(&word, endingAt: offset)
            }
            offset += UTF8.width(scalar)
        }
        if !word.isEmpty { add(&word, endingAt: offset) }
    }

    package var count: Int { ranges.count }

    /// The words that some spans touch.
    /// - Parameter spans: in bytes, in any order.
    /// - Complexity: O(log *n*) a span, and O(1) a word in it.
    package func words(in spans: [Range<Int>]) -> WordSet {
        WordSet(
            spans.flatMap { span in
                let first = firstWord(endingAfter: span.lowerBound)
                return first..<max(first, firstWord(startingFrom: span.upperBound))
            })
    }

    /// Whether all these words are ones such as "the" and "of".
    package func areFunctionWords(_ words: [Int]) -> Bool { words.allSatisfy { isFunctionWord[$0] } }

    private mutating func add(_ word: inout String.UnicodeScalarView, endingAt end: Int) {
        let text = String(word)
        ranges.append(end - text.utf8.count..<end)
        isFunctionWord.append(Self.functionWords.contains(text.lowercased()))
        word.removeAll()
    }

    private func firstWord(endingAfter byte: Int) -> Int { ranges.partitioningIndex { $0.upperBound > byte } }

    private func firstWord(startingFrom byte: Int) -> Int { ranges.partitioningIndex { $0.lowerBound >= byte } }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "_" || ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("a"..."z").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return scalar.properties.numericType != nil
        }
    }
}
