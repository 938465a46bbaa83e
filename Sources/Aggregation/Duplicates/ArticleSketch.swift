import TextModel

/// As much of an article as it takes to tell its copies: its address, and a MinHash of its words.
///
/// The runs of four words of the text fall into 128 bins by their hash, and of each bin the least hash stays (one-permutation
/// hashing, Li, Owen and Zhang 2012). Two texts agree in about as many bins as they have runs in common among all of theirs.
/// A bin without runs takes over another's hash (optimal densification, Shrivastava 2017), so that short texts compare like
/// long ones. To compare, four bits of each are enough (b-bit minwise hashing, Li and König 2010): many bins with few bits tell
/// more than few bins with many.
package struct ArticleSketch: Hashable, Sendable {
    static let binCount = 128
    private static let binsPerWord = 16
    static let wordCount = binCount / binsPerWord
    /// Two bins make a key: of texts that have half of their runs in common, 97 % agree in one of twelve.
    static let keyCount = 12

    /// Nil without an address, or with one that names no article.
    let address: UInt64?
    /// How many runs of words there are; 0 in a text without words, which then is like no other.
    let runCount: UInt32
    /// What texts that are alike have one of in common.
    let keys: [UInt32]
    /// Four bits of each bin.
    let words: [UInt64]

    /// - Complexity: O(*n*) in bytes.
    package init(_ article: Article) {
        address = article.url.flatMap(WebAddress.key)
        var least = [UInt64](repeating: .max, count: Self.binCount)
        var runs: UInt32 = 0
        WordShingles.forEach(in: article.text) { hash in
            let bin = Int(hash >> 57)
            least[bin] = min(least[bin], hash << 7)
            runs &+= 1
        }
        runCount = runs
        let bins = runs == 0 ? [UInt64](repeating: 0, count: Self.binCount) : Self.densified(least)
        keys = (0..<Self.keyCount).map { key in
            let mixed = WordShingles.mix(bins[2 * key] ^ WordShingles.mix(bins[2 * key + 1] &+ UInt64(key)))
            return UInt32(truncatingIfNeeded: mixed)
        }
        words = (0..<Self.wordCount).map { word in
            (word * Self.binsPerWord..<(word + 1) * Self.binsPerWord).reduce(0) { bits, bin in
                // Bins with the same hash get other bits, or two texts of one run would agree in all of them or none.
                bits << 4 | WordShingles.mix(bins[bin] &+ UInt64(bin)) >> 60
            }
        }
    }

    private static func densified(_ least: [UInt64]) -> [UInt64] {
        least.indices.map { bin in
            var source = bin
            var attempt: UInt64 = 0
            while least[source] == .max {
                attempt += 1
                source = Int(WordShingles.mix(UInt64(bin) << 32 | attempt) >> 57)
            }
            return least[source]
        }
    }

    /// How many bins agree in one word of four bits each.
    static func agreements(_ one: UInt64, _ other: UInt64) -> Int {
        var differing = one ^ other
        differing |= differing >> 2
        differing |= differing >> 1
        return binsPerWord - (differing & 0x1111_1111_1111_1111).nonzeroBitCount
    }

    // MARK: As bytes, for the store

    private static let byteCount = 1 + 8 + 4 + 4 * keyCount + 8 * wordCount

    package var bytes: [UInt8] {
        var bytes: [UInt8] = [address == nil ? 0 : 1]
        func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        append(address ?? 0)
        append(runCount)
        for key in keys { append(key) }
        for word in words { append(word) }
        return bytes
    }

    /// - Returns: nil when the bytes are no sketch.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount, bytes[0] <= 1 else { return nil }
        (address, runCount, keys, words) = bytes.withUnsafeBytes { bytes in
            var place = 1
            func next<Value: FixedWidthInteger>(_: Value.Type) -> Value {
                defer { place += MemoryLayout<Value>.size }
                return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Value.self))
            }
            let address = next(UInt64.self)
            return (
                bytes[0] == 1 ? address : nil, next(UInt32.self),
                (0..<Self.keyCount).map { _ in next(UInt32.self) }, (0..<Self.wordCount).map { _ in next(UInt64.self) }
            )
        }
    }
}
