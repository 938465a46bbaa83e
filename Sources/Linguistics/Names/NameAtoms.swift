import TextModel

/// The words that names are made of, as columns, one entry an atom in each.
///
/// An atom is a token or, of a token with inner hyphens, a part or a hyphen, so that it makes no difference whether the
/// tokens split "Suk-yeol" or not. One value serves many articles; its memory is kept.
package struct NameAtoms {
    package internal(set) var starts: [Int32] = []
    package internal(set) var ends: [Int32] = []
    /// The token that each atom is of.
    package internal(set) var tokens: [Int32] = []
    /// Words without case; see `WordForm.hash`.
    var words: [UInt32] = []
    package internal(set) var cases: [UInt8] = []
    var shapes: [UInt32] = []
    /// What the lexicon says.
    var values: [UInt32] = []
    /// A phrase of the lexicon that the atom is in: kinds times 4, plus 1 for its first, 2 for an inner, 3 for its last.
    var phrases: [UInt32] = []
    /// 1 where a name may stand.
    package internal(set) var candidates: [UInt8] = []
    /// Whether the sentence's words are capitalised as in a title.
    var inTitle: [UInt8] = []
    private var isFirst: [UInt8] = []
    package internal(set) var sentences: [Range<Int>] = []

    package init() {}

    package var count: Int { starts.count }

    /// Whether the atom is the first of its sentence.
    @inline(__always)
    func isSentenceStart(_ atom: Int) -> Bool { isFirst[atom] != 0 }

    /// Reads the atoms of an article.
    ///
    /// - Parameters:
    ///   - tokens: sorted, disjoint, within `text`.
    ///   - sentenceRanges: of tokens, sorted and disjoint; tokens outside them are left out.
    /// - Complexity: O(*n*) in bytes.
    package mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, starts tokenStarts: UnsafeBufferPointer<Int32>,
        ends tokenEnds: UnsafeBufferPointer<Int32>, sentences sentenceRanges: some Sequence<Range<Int>>,
        _ lexicon: NameLexicon
    ) {
        removeAll()
        guard let bytes = text.baseAddress else { return }
        for sentence in sentenceRanges {
            let first = count
            var capitals = 0
            var smalls = 0
            var letters = 0
            for token in sentence {
                split(bytes, Int(tokenStarts[token]), Int(tokenEnds[token])) { start, end in
                    let form = WordForm(bytes, start, end)
                    starts.append(Int32(truncatingIfNeeded: start))
                    ends.append(Int32(truncatingIfNeeded: end))
                    tokens.append(Int32(truncatingIfNeeded: token))
                    words.append(form.hash)
                    cases.append(form.letterCase)
                    shapes.append(form.shape)
                    values.append(lexicon.value(form.hash))
                    switch form.letterCase {
                    case LetterCase.capitals: capitals += 1
                    case LetterCase.lower: smalls += 1
                    case LetterCase.capitalised where form.isLong: smalls += 1
                    default: break
                    }
                    if form.letterCase < LetterCase.number { letters += 1 }
                }
            }
            let range = first..<count
            sentences.append(range)
            isFirst.append(contentsOf: repeatElement(0, count: range.count))
            if !range.isEmpty { isFirst[first] = 1 }
            if isHeadline(capitals: capitals, smalls: smalls, letters: letters) {
                for index in range where [2, 4, 5].contains(cases[index]) { cases[index] = LetterCase.headline }
                inTitle.append(contentsOf: repeatElement(0, count: range.count))
            } else {
                inTitle.append(contentsOf: repeatElement(isTitle(range) ? 1 : 0, count: range.count))
            }
            phrases.append(contentsOf: repeatElement(0, count: range.count))
            findPhrases(range, lexicon)
            candidates.append(contentsOf: repeatElement(0, count: range.count))
            findCandidates(range)
        }
    }

    private mutating func removeAll() {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        cases.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        inTitle.removeAll(keepingCapacity: true)
        isFirst.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
    }

    /// Splits a token at single hyphens between other bytes, unless it begins with a digit or is an address.
    @inline(__always)
    private func split(
        _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ body: (_ start: Int, _ end: Int) -> Void
    ) {
        let hyphen = UInt8(ascii: "-")
        var part = start
        if end - start > 2, text[start] &- 48 > 9 {
            var hasHyphen = false
            var isAddress = false
            for index in start..<end {
                if text[index] == hyphen { hasHyphen = true }
                if text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "@") { isAddress = true }
            }
            if hasHyphen, !isAddress {
                for index in (start + 1)..<(end - 1)
                where text[index] == hyphen && text[index - 1] != hyphen && text[index + 1] != hyphen {
                    body(part, index)
                    body(index, index + 1)
                    part = index + 1
                }
            }
        }
        if part < end { body(part, end) }
    }

    private func isHeadline(capitals: Int, smalls: Int, letters: Int) -> Bool {
        if capitals > 0, smalls == 0 { return capitals >= 3 || (capitals == letters && capitals == 2) }
        return capitals >= 3 && capitals > smalls * 5
    }

    private func isTitle(_ range: Range<Int>) -> Bool {
        var capitalised = 0
        var small = 0
        for index in range.dropFirst() where ends[index] - starts[index] > 3 {
            if cases[index] == LetterCase.capitalised { capitalised += 1 }
            if cases[index] == LetterCase.lower { small += 1 }
        }
        return capitalised >= 3 && small * 6 <= capitalised
    }

    /// Marks the longest phrases of the lexicon, from left to right.
    private mutating func findPhrases(_ range: Range<Int>, _ lexicon: NameLexicon) {
        var index = range.lowerBound
        while index < range.upperBound {
            var length = 0
            if values[index] & NameLexicon.beginsPhrase != 0, cases[index] != LetterCase.lower {
                var kinds: UInt32 = 0
                var hash = words[index]
                let last = min(range.upperBound, index + NameLexicon.longestPhrase)
                for next in (index + 1)..<max(last, index + 1) {
                    hash = NameLexicon.phrase(hash, words[next])
                    let found = lexicon.value(hash) & NameLexicon.kindMask
                    if found != 0 { (length, kinds) = (next - index + 1, found) }
                }
                for place in 0..<length {
                    phrases[index + place] = kinds << 2 | (place == 0 ? 1 : place == length - 1 ? 3 : 2)
                }
            }
            index += max(1, length)
        }
    }

    /// Marks capitals, small words that the lexicon knows as names, and what stands near them.
    private mutating func findCandidates(_ range: Range<Int>) {
        var marked = range.lowerBound
        for index in range {
            let letterCase = cases[index]
            let value = values[index]
            guard
                LetterCase.isCapital(letterCase) || letterCase == LetterCase.headline
                    || (letterCase == LetterCase.lower && value & NameLexicon.naming != 0
                        && value & NameLexicon.common == 0 && ends[index] - starts[index] > 2)
            else { continue }
            let end = min(range.upperBound, index + 4)
            for near in max(marked, index - 2)..<max(end, marked) { candidates[near] = 1 }
            marked = max(end, marked)
        }
    }
}
