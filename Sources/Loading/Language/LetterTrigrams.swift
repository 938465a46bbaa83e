import WordLists

/// How much a text's letters look like English: the mean over all three letters in a row of how much more often English has
/// them than other languages in Latin script, as a logarithm.
struct LetterTrigrams: Sendable {
    /// For three symbols the logarithm of the ratio.
    private let ratios: [Float]

    /// The edge of a word, a to z, and any other Latin letter.
    private static let symbolCount = 28
    private static let other: UInt8 = 27
    /// For letters that the list has not: rare in English, and somewhat less so elsewhere.
    private static let rare: Float = -0.3

    /// From the list `letter-trigrams`.
    init() {
        var ratios = [Float](repeating: Self.rare, count: Self.symbolCount * Self.symbolCount * Self.symbolCount)
        for entry in WordList(named: "letter-trigrams").entries where entry.count == 2 && entry[0].utf8.count == 3 {
            let index = entry[0].utf8.reduce(0) { $0 * Self.symbolCount + Int(Self.symbol(ofListed: $1)) }
            if let ratio = Float(entry[1]) { ratios[index] = ratio / 100 }
        }
        self.ratios = ratios
    }

    private static func symbol(ofListed byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 1
        case UInt8(ascii: "*"): other
        default: 0
        }
    }

    /// - Parameter text: UTF-8.
    /// - Returns: above 0 for what is more like English; nil for fewer than `least` letters in Latin script.
    /// - Complexity: O(*n*) in bytes.
    func likeness(_ text: UnsafeBufferPointer<UInt8>, least: Int) -> Float? {
        var (first, second): (UInt8, UInt8) = (0, 0)
        var sum: Float = 0
        var (count, letters) = (0, 0)
        var isBetween = true
        func add(_ symbol: UInt8) {
            if count > 0 || symbol != 0 {
                sum += ratios[(Int(first) * Self.symbolCount + Int(second)) * Self.symbolCount + Int(symbol)]
                count += 1
            }
            (first, second) = (second, symbol)
        }
        for byte in text {
            let symbol: UInt8
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): symbol = byte - UInt8(ascii: "a") + 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): symbol = byte - UInt8(ascii: "A") + 1
            // The first byte of U+00C0 to U+024F, and of Vietnamese letters among others; those behind it count for nothing.
            case 0xC3...0xC9, 0xE1: symbol = Self.other
            case 0x80...0xBF: continue
            default: symbol = 0
            }
            if symbol == 0 {
                if !isBetween { add(0) }
                isBetween = true
            } else {
                add(symbol)
                letters += 1
                isBetween = false
            }
        }
        if !isBetween { add(0) }
        return letters < least ? nil : sum / Float(count)
    }
}
