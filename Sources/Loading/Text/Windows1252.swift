/// Windows-1252, the encoding of older Western European files.
enum Windows1252 {
    /// 0x80 to 0x9F, where it differs from Latin-1; nil is undefined.
    private static let c1: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]

    /// The UTF-8 of bytes that `isPlausible` approved; an undefined byte would become U+FFFD.
    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let scalar = byte < 0xA0 ? c1[Int(byte) - 0x80] ?? "\u{FFFD}" : Unicode.Scalar(byte)
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return text
    }

    /// Whether every byte above ASCII makes sense as Windows-1252 beside its neighbours.
    ///
    /// There is no other way to tell, because nearly every byte means something there. Letters stand beside letters and
    /// money beside digits; what a cut UTF-8 sequence leaves (`Ã` before a space, `©` inside a word, `â€`) does not, nor
    /// do other scripts (four accented letters in a row are Cyrillic).
    static func isPlausible(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { bytes[$0] < 0x80 || isPlausible(bytes, at: $0) }
    }

    private static func isPlausible(_ bytes: [UInt8], at index: Int) -> Bool {
        let byte = bytes[index]
        /// The byte at a distance; 0 outside the text, which is neither letter nor digit.
        func neighbour(_ distance: Int) -> UInt8 {
            bytes.indices.contains(index + distance) ? bytes[index + distance] : 0
        }
        let (before, after) = (neighbour(-1), neighbour(1))
        let besideDigit =
            isDigit(before) || isDigit(after) || isSpace(after) && isDigit(neighbour(2))
            || isSpace(before) && isDigit(neighbour(-2))
        switch byte {
        case 0x85, 0x86, 0x87, 0x8B, 0x91...0x97, 0x9B, 0xA0, 0xAB, 0xB7, 0xBB:  // … † ‡ ‹ ‘ ’ “ ” • – — › NBSP « · »
            return true
        case 0x80, 0xA3:  // € £, also as in "€bn"
            return !isLetter(before) || besideDigit && !isHigh(before)
        case 0xA2, 0xA5:  // ¢ ¥
            return besideDigit || !isLetter(before) && !isLetter(after)
        case 0x82, 0x84, 0xA1, 0xA7, 0xB6, 0xBF:  // ‚ „ ¡ § ¶ ¿
            return !isLetter(before)
        case 0xB1, 0xBC, 0xBD, 0xBE, 0xD7, 0xF7:  // ± ¼ ½ ¾ × ÷
            return !isLetter(before) && !isLetter(after)
        case 0xA9:  // ©, also as in "©Agency"
            return !isLetter(before) && !isLowercase(after)
        case 0x99, 0xAE:  // ™ ®
            return !isLetter(after) && !isSpace(before) && !isHigh(before)
        case 0x89, 0xB0:  // ‰ °, also as in "N° 5"
            return besideDigit || before == UInt8(ascii: "N") || before == UInt8(ascii: "n")
        case 0xAA, 0xBA:  // ª º
            return isDigit(before) || isLetter(before) && !isHigh(before) && !isLetter(after)
        case 0xB2, 0xB3, 0xB9:  // ² ³ ¹
            return !isLetter(after) && (isDigit(before) || before == UInt8(ascii: "m"))
        case 0xAD, 0xB4:  // soft hyphen; the accent that some type for an apostrophe
            return isLetter(before) && isLetter(after)
        case 0xB5:  // µ
            return !isLetter(before) && isLetter(after)
        case _ where isLetter(byte):
            if (-3 ... -1).allSatisfy({ isHigh(neighbour($0)) && isLetter(neighbour($0)) }) { return false }
            return isUppercase(byte)
                ? isPlausibleCapital(byte, before: before, after: after)
                // "à", "è", "é" and "ó" are words.
                : isLetter(before) || isLetter(after) || [0xE0, 0xE8, 0xE9, 0xF3].contains(byte)
        default:  // undefined, or nothing that newspapers print: ƒ ˆ ˜ ¤ ¦ ¨ ¬ ¯ ¸
            return false
        }
    }

    /// `Â` and `Ã` before a byte of 0x80 to 0xBF are the first half of a UTF-8 sequence.
    private static func isPlausibleCapital(_ byte: UInt8, before: UInt8, after: UInt8) -> Bool {
        if isLowercase(before) { return false }
        if byte == 0xC2 || byte == 0xC3 { return isLetter(after) && !(0x80..<0xC0).contains(after) }
        if isLetter(after) { return true }
        // "LIBERTÉ," and the French word "À".
        return isUppercase(before) || byte == 0xC0
    }

    private static func isHigh(_ byte: UInt8) -> Bool { byte >= 0x80 }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte.isASCIIWhiteSpace || byte == 0xA0 }

    private static func isLetter(_ byte: UInt8) -> Bool { isUppercase(byte) || isLowercase(byte) }

    private static func isUppercase(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x8A, 0x8C, 0x8E, 0x9F, 0xC0...0xD6, 0xD8...0xDE: true
        default: false
        }
    }

    private static func isLowercase(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x9A, 0x9C, 0x9E, 0xDF...0xF6, 0xF8...0xFF: true
        default: false
        }
    }
}
