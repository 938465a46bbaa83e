/// A read-only map from words to small numbers, looked up by bytes without making a String.
///
/// Words are folded: ASCII letters and the accented ones of Latin-1 lose their case, a right single quotation mark (’)
/// counts as "'", soft hyphens do not count.
/// - Complexity: a look-up is O(length of the word), eight bytes at a time.
package struct WordTable: Sendable {
    /// Open addressing: 0 where free, else an index into `entries` plus one in the low half and bits of the hash in the
    /// high half, so that a word that is not here is told without a look at the entries. Small enough for the cache.
    private var slots: [UInt32]
    private var entries: [Entry] = []
    /// What does not fit in the entries of the few keys longer than sixteen bytes.
    private var tails: [UInt64] = []
    private let mask: Int
    /// In bytes; a word with "’" or soft hyphens that is more than three times as long is in no table.
    private var longestKey = 0

    private struct Entry {
        /// The first sixteen folded bytes, filled up with zeros.
        let head: (UInt64, UInt64)
        /// Where the rest begins in `tails`.
        let tail: UInt32
        let count: UInt32
        var value: Int32
    }

    /// What the low half of a slot can tell apart.
    private static let capacityLimit = (1 << 16) - 1

    /// Later entries of the same key win.
    /// - Precondition: at most 65,535 entries.
    package init(_ entries: some Collection<(key: String, value: Int32)>) {
        precondition(entries.count < Self.capacityLimit, "more words than a table holds")
        var capacity = 16
        while capacity < entries.count * 2 { capacity *= 2 }
        mask = capacity - 1
        slots = Array(repeating: 0, count: capacity)
        for (key, value) in entries { insert(key, value) }
    }

    /// The value of the word at `range` of `text`; nil when it is not in the table.
    package func value(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        let word = FoldedWord(text, range)
        if word.hasOtherSpelling { return valueOfPlainSpelling(text, range) }
        return slot(of: word).entry.map { entries[$0].value }
    }

    package func value(of word: String) -> Int32? {
        var word = word
        return word.withUTF8 { value(in: $0, 0..<$0.count) }
    }

    private mutating func insert(_ key: String, _ value: Int32) {
        var key = key
        key.withUTF8 { bytes in
            let word = FoldedWord(bytes, 0..<bytes.count)
            let (slot, known) = slot(of: word)
            if let known {
                entries[known].value = value
                return
            }
            slots[slot] = Self.tag(of: word) | UInt32(entries.count + 1)
            longestKey = max(longestKey, bytes.count)
            entries.append(
                Entry(head: word.head, tail: UInt32(tails.count), count: UInt32(bytes.count), value: value))
            word.forEachEightOfTail { tails.append($0) }
        }
    }

    /// Where the word is, or where it belongs.
    @inline(__always)
    private func slot(of word: FoldedWord) -> (slot: Int, entry: Int?) {
        var slot = Int(truncatingIfNeeded: word.hash) & mask
        let tag = Self.tag(of: word)
        while true {
            let held = slots[slot]
            if held == 0 { return (slot, nil) }
            if held & 0xFFFF_0000 == tag {
                let index = Int(held & 0xFFFF) - 1
                if equals(entries[index], word) { return (slot, index) }
            }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private static func tag(of word: FoldedWord) -> UInt32 {
        UInt32(truncatingIfNeeded: word.hash >> 32) & 0xFFFF_0000
    }

    @inline(__always)
    private func equals(_ entry: Entry, _ word: FoldedWord) -> Bool {
        guard entry.count == word.range.count, entry.head == word.head else { return false }
        var index = Int(entry.tail)
        var same = true
        word.forEachEightOfTail { eight in
            same = same && eight == tails[index]
            index += 1
        }
        return same
    }

    /// The same word with "'" for each "’" and without soft hyphens.
    private func valueOfPlainSpelling(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        // On the stack: "’s" is one of the most frequent words there are.
        guard range.count <= longestKey * 3 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { plain in
            var count = 0
            var index = range.lowerBound
            while index < range.upperBound {
                if FoldedWord.isTypographicApostrophe(text, index, range.upperBound) {
                    plain[count] = UInt8(ascii: "'")
                    index += 3
                } else if FoldedWord.isSoftHyphen(text, index, range.upperBound) {
                    index += 2
                    continue
                } else {
                    plain[count] = text[index]
                    index += 1
                }
                count += 1
            }
            let word = FoldedWord(UnsafeBufferPointer(rebasing: plain[..<count]), 0..<count)
            return slot(of: word).entry.map { entries[$0].value }
        }
    }
}

extension WordTable {
    /// A number for a word that its case does not change; words that have the same one are the same, but for chance.
    package static func hash(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        FoldedWord(text, range).hash
    }
}

/// The bytes of a word with bit 5 set, which takes the case off letters and leaves digits, "'", "-" and "." alone.
private struct FoldedWord {
    let text: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    /// The first sixteen bytes, filled up with zeros.
    let head: (UInt64, UInt64)
    let hash: UInt64
    /// It holds "’" or a soft hyphen, which no key holds.
    let hasOtherSpelling: Bool

    private static let fold: UInt64 = 0x2020_2020_2020_2020
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    /// In bytes.
    static let headLength = 16

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.text = text
        self.range = range
        head = Self.head(of: text, range)
        // Nearly every word is done with the head, in a straight line that the processor need not guess about.
        var bits = head.0 | head.1
        var hash = (head.0 ^ UInt64(truncatingIfNeeded: range.count)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ hash >> 32 ^ head.1) &* 0xD6E8_FEB8_6659_FD93
        if range.count > Self.headLength {
            Self.forEachEightOfTail(text, range) { eight in
                bits |= eight
                hash = (hash ^ hash >> 32 ^ eight) &* 0x9E37_79B9_7F4A_7C15
            }
        }
        self.hash = hash ^ hash >> 32
        hasOtherSpelling =
            bits & Self.highBits != 0
            && range.contains { index in
                Self.isTypographicApostrophe(text, index, range.upperBound)
                    || Self.isSoftHyphen(text, index, range.upperBound)
            }
    }

    @inline(__always)
    static func isTypographicApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        text[index] == 0xE2 && index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x99
    }

    @inline(__always)
    static func isSoftHyphen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
        text[index] == 0xC2 && index + 1 < end && text[index + 1] == 0xAD
    }

    @inline(__always)
    func forEachEightOfTail(_ body: (UInt64) -> Void) {
        Self.forEachEightOfTail(text, range, body)
    }

    @inline(__always)
    private static func head(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> (UInt64, UInt64) {
        guard let base = text.baseAddress, range.lowerBound + headLength <= text.count else {
            return (eight(of: text, range, 0), eight(of: text, range, 8))
        }
        let bytes = UnsafeRawPointer(base) + range.lowerBound
        let first = bytes.loadUnaligned(as: UInt64.self).littleEndian | fold
        let second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian | fold
        // A smart shift by 64 or more leaves nothing.
        return (first & ~(~0 << UInt64(range.count * 8)), second & ~(~0 << UInt64(max(range.count - 8, 0) * 8)))
    }

    /// The bytes from `offset` on, one by one: at the end of a text, where eight cannot be loaded at once.
    private static func eight(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ offset: Int) -> UInt64 {
        var eight: UInt64 = 0
        for index in 0..<min(max(range.count - offset, 0), 8) {
            eight |= UInt64(text[range.lowerBound + offset + index] | 0x20) << UInt64(8 * index)
        }
        return eight
    }

    /// What follows the head in eights, the last one filled up with zeros.
    @inline(__always)
    private static func forEachEightOfTail(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt64) -> Void
    ) {
        for offset in stride(from: headLength, to: range.count, by: 8) { body(eight(of: text, range, offset)) }
    }
}
