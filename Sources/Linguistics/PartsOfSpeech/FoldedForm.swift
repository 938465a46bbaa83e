import Learning

/// A word's letters without what seldom matters: lower case, every digit 0, straight quotation marks.
///
/// Holds up to 64 bytes; of a longer word the last 64, where the endings are.
package struct FoldedForm {
    private static let capacity = 64

    /// The folded bytes, filled up with zeros.
    private var storage: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0, 0, 0)
    private(set) var count = 0
    private(set) var letters = LetterCount()

    /// - Complexity: O(1): reads at most 64 bytes.
    package init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var index = max(range.lowerBound, range.upperBound - Self.capacity)
        let end = range.upperBound
        var count = 0
        var letters = LetterCount()
        withUnsafeMutableBytes(of: &storage) { folded in
            while index < end {
                let byte = text[index]
                index += 1
                switch byte {
                case 0x61...0x7A:
                    letters.lower &+= 1
                    folded[count] = byte
                case 0x41...0x5A:
                    letters.countCapital(at: count)
                    folded[count] = byte | 0x20
                case 0x30...0x39:
                    letters.countDigit(at: count)
                    folded[count] = 0x30
                case 0x2D:
                    letters.hasHyphen = true
                    folded[count] = byte
                case 0x2E:
                    letters.hasPeriod = true
                    folded[count] = byte
                case 0x60:
                    letters.hasOther = true
                    folded[count] = 0x27
                case 0..<0x80:
                    letters.hasOther = true
                    folded[count] = byte
                case 0xC3 where index < end:
                    // Latin-1 letters: À … Þ are C3 80 … C3 9E, their small forms 20 higher.
                    let next = text[index]
                    index += 1
                    if next < 0x9F, next != 0x97 { letters.countCapital(at: count) } else { letters.lower &+= 1 }
                    folded[count] = byte
                    count += 1
                    folded[count] = next < 0x9F ? next | 0x20 : next
                case 0xE2 where index + 1 < end && text[index] == 0x80 && (0x98...0x9D).contains(text[index + 1]):
                    // Curly quotation marks.
                    letters.hasOther = true
                    folded[count] = text[index + 1] < 0x9C ? 0x27 : 0x22
                    index += 2
                case 0xE2:
                    letters.hasOther = true
                    folded[count] = byte
                case 0xC2...:
                    letters.lower &+= 1
                    folded[count] = byte
                default:
                    folded[count] = byte
                }
                count += 1
            }
        }
        self.count = count
        self.letters = letters
    }

    /// The hash of the first `length` bytes; all when there are no more.
    @inline(__always)
    func prefix(_ length: Int) -> UInt64 {
        FeatureHash.combine(UInt64(length), storage.0 & Self.mask(min(length, count)))
    }

    /// The hash of the last `length` bytes, at most 8; all when there are no more.
    @inline(__always)
    func suffix(_ length: Int) -> UInt64 {
        let length = min(length, count)
        let last = withUnsafeBytes(of: storage) { bytes in
            count >= 8
                ? bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
                : storage.0 << UInt64(64 - 8 * count)
        }
        return FeatureHash.combine(UInt64(length), length == 0 ? 0 : last >> UInt64(64 - 8 * length))
    }

    @inline(__always)
    var hash: UInt64 {
        var hash = FeatureHash.combine(UInt64(count), storage.0)
        if count > 8 { hash = FeatureHash.combine(hash, storage.1) }
        if count > 16 {
            hash = FeatureHash.combine(hash, storage.2, storage.3)
            if count > 32 {
                hash = FeatureHash.combine(hash, storage.4, storage.5)
                hash = FeatureHash.combine(hash, storage.6, storage.7)
            }
        }
        return hash
    }

    private static func mask(_ length: Int) -> UInt64 {
        length >= 8 ? ~0 : (1 << UInt64(8 * length)) - 1
    }
}

/// What a word's characters are, counted.
package struct LetterCount {
    fileprivate(set) var lower: UInt8 = 0
    private var capitals: UInt8 = 0
    private var digits: UInt8 = 0
    private var beginsWithCapital = false
    private var beginsWithDigit = false
    fileprivate(set) var hasHyphen = false
    fileprivate(set) var hasPeriod = false
    fileprivate(set) var hasOther = false

    var hasCapitals: Bool { capitals > 0 }

    fileprivate mutating func countCapital(at index: Int) {
        capitals &+= 1
        if index == 0 { beginsWithCapital = true }
    }

    fileprivate mutating func countDigit(at index: Int) {
        digits &+= 1
        if index == 0 { beginsWithDigit = true }
    }

    /// How the word is written: one of 8 ways of capitals, with digits, hyphens, full stops and other characters.
    ///
    /// - Parameter inCapitals: all of the sentence is in capitals, so that they say nothing.
    func shape(inCapitals: Bool) -> UInt16 {
        let letters: UInt16 =
            if inCapitals, capitals > 0 {
                7
            } else if capitals == 0 {
                lower > 0 ? 0 : 1
            } else if lower == 0 {
                capitals == 1 ? 2 : 3
            } else {
                beginsWithCapital ? (capitals == 1 ? 4 : 5) : 6
            }
        let numeric: UInt16 = digits == 0 ? 0 : capitals | lower == 0 ? 1 : 2
        let first: UInt16 = beginsWithDigit ? 2 : beginsWithCapital ? 1 : 0
        var shape = letters | numeric << 3 | first << 5
        if hasHyphen { shape |= 1 << 7 }
        if hasPeriod { shape |= 1 << 8 }
        if hasOther { shape |= 1 << 9 }
        return shape
    }
}
