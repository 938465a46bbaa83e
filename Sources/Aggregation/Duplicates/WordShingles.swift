import TextModel

/// The runs of four words of a text, as hashes: what two copies of a text have in common whatever their typography.
///
/// A word is a run of letters and digits in lower case. Punctuation, quotation marks of any kind and white space count for
/// nothing, so that "It's" and "it’s" are the same two words.
struct WordShingles {
    /// A run of so many words is rare enough to tell a text, and short enough to survive an editor.
    static let length = 4

    /// Calls `body` with the hash of each run of four words, in order; a text of fewer words is one run.
    /// - Parameter text: UTF-8.
    /// - Complexity: O(*n*) in bytes.
    static func forEach(in text: [UInt8], _ body: (UInt64) -> Void) {
        text.withUnsafeBufferPointer { text in
            var words = SIMD4<UInt64>(repeating: 0)
            var wordCount = 0
            var index = 0
            while let word = nextWord(text, &index) {
                words = SIMD4(words[1], words[2], words[3], word)
                wordCount += 1
                if wordCount >= length { body(mixed(words)) }
            }
            if (1..<length).contains(wordCount) { body(mixed(words)) }
        }
    }

    /// The hash of the next word; nil at the end.
    private static func nextWord(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt64? {
        var hash = ByteHash()
        var isInside = false
        while index < text.count {
            let byte = text[index]
            let folded = Self.folded[Int(byte)]
            guard folded != 0 else {
                // U+0080 to U+00BF and U+2000 to U+2FFF are punctuation and signs.
                index += byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
                if isInside { return hash.value }
                continue
            }
            hash.add(folded)
            isInside = true
            index += 1
        }
        return isInside ? hash.value : nil
    }

    private static func mixed(_ words: SIMD4<UInt64>) -> UInt64 {
        var hash = words[0] &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ words[1]) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ words[2] ^ hash >> 29) &* 0x94d0_49bb_1331_11eb
        return mix(hash ^ words[3] ^ hash >> 31)
    }

    /// Spreads every bit over all others (the last steps of SplitMix64).
    static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    /// The byte of a word in lower case; 0 for what parts words.
    private static let folded: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case 0xC2, 0xE2: 0
        case 0x80...0xFF: UInt8(byte)
        default: 0
        }
    }
}
