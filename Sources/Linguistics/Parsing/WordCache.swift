/// What the first layer multiplies, for words that an arena has read lately: most words of a text are such.
///
/// Each word has one place, from which the next word of that place drives it out.
struct WordCache {
    private static let sizeBits = 11
    private static let size = 1 << sizeBits

    /// All that a word's vector depends on.
    struct Word {
        let rows: WordRows
        let universal: UniversalTag
        let penn: PennTag

        @inline(__always)
        fileprivate var place: Int {
            let tags = UInt64(universal.rawValue) &<< 8 | UInt64(penn.rawValue)
            let mixed = (rows.key ^ UInt64(rows.affixes[4]) &<< 16 ^ tags) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed &>> UInt64(64 - WordCache.sizeBits))
        }

        @inline(__always)
        fileprivate static func == (left: Word, right: Word) -> Bool {
            left.universal == right.universal && left.penn == right.penn && left.rows == right.rows
        }
    }

    private let width: Int
    private let words: UnsafeMutablePointer<Word?>
    /// Per place: `width` numbers of the vector, then three times as many of its product.
    private let numbers: UnsafeMutablePointer<Int16>

    init(width: Int) {
        self.width = width
        words = .allocate(capacity: Self.size)
        words.initialize(repeating: nil, count: Self.size)
        numbers = .allocate(capacity: Self.size * 4 * width)
    }

    func deallocate() {
        words.deallocate()
        numbers.deallocate()
    }

    /// Copies a word's vector and product; false when the word is not there.
    @inline(__always)
    func read(
        _ word: Word, _ vector: UnsafeMutablePointer<Int16>, _ product: UnsafeMutablePointer<Int16>
    ) -> Bool {
        let place = word.place
        guard let found = words[place], found == word else { return false }
        vector.update(from: numbers + place &* 4 &* width, count: width)
        product.update(from: numbers + (place &* 4 &+ 1) &* width, count: 3 &* width)
        return true
    }

    func write(_ word: Word, _ vector: UnsafePointer<Int16>, _ product: UnsafePointer<Int16>) {
        let place = word.place
        words[place] = word
        (numbers + place * 4 * width).update(from: vector, count: width)
        (numbers + (place * 4 + 1) * width).update(from: product, count: 3 * width)
    }
}
