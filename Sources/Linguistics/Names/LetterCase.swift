/// How a word is written, as a small number that features are made of.
package enum LetterCase {
    package static let lower: UInt8 = 0
    /// "Minister".
    package static let capitalised: UInt8 = 1
    /// "NATO".
    package static let capitals: UInt8 = 2
    /// "McCain", "iPhone".
    package static let mixed: UInt8 = 3
    /// "A".
    package static let single: UInt8 = 4
    /// "J.".
    package static let initial: UInt8 = 5
    /// "G7".
    package static let capitalsAndDigits: UInt8 = 6
    package static let number: UInt8 = 7
    package static let mark: UInt8 = 8
    /// "5th".
    package static let lowerAndDigits: UInt8 = 9
    /// Any of capitals, single, initial in a sentence that is all capitals.
    package static let headline: UInt8 = 11
    /// Capitalised as the first word of a sentence, or in a title where most words are.
    package static let first: UInt32 = 12
    package static let title: UInt32 = 13
    package static let before: UInt32 = 14
    package static let after: UInt32 = 15

    /// Whether a word so written may belong to a name by its capitals.
    @inline(__always)
    package static func isCapital(_ letterCase: UInt8) -> Bool { letterCase &- 1 < 6 }
}

/// The letters of a word: its case, its shape, its hash without case.
struct WordForm {
    var hash: UInt32
    var letterCase: UInt8
    /// Runs of capitals, small letters, digits and marks, four bits a run, at most eight runs.
    var shape: UInt32
    /// More than two small letters.
    var isLong: Bool

    /// - Complexity: O(*n*) in bytes.
    @inline(__always)
    init(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        var (upper, lower, digits, others) = (0, 0, 0, 0)
        var startsUpper = false
        var (shape, last, runs) = (UInt32(0), UInt32(99), 0)
        var index = start
        while index < end {
            let byte = text[index]
            var run: UInt32
            if byte &- 97 < 26 {
                run = 2
                lower += 1
            } else if byte &- 65 < 26 {
                run = 1
                upper += 1
            } else if byte &- 48 < 10 {
                run = 3
                digits += 1
            } else if byte < 0x80 {
                run = byte == 46 ? 5 : byte == 45 ? 6 : byte == 39 ? 7 : 8
                others += 1
            } else if byte < 0xE2 {
                // Latin-1 and Latin Extended-A have case; other letters count as small ones.
                let next = index + 1 < end ? text[index + 1] : 0xBF
                let isUpper = byte == 0xC3 ? next < 0x9F : byte == 0xC4 || byte == 0xC5 ? next & 1 == 0 : false
                run = isUpper ? 1 : 2
                if isUpper { upper += 1 } else { lower += 1 }
                index += byte >= 0xE0 ? 2 : 1
            } else {
                run = 4
                others += 1
                index += byte >= 0xF0 ? 3 : 2
            }
            if runs == 0 { startsUpper = run == 1 }
            if run != last {
                if runs < 8 { shape = shape << 4 | run }
                runs += 1
            }
            last = run
            index += 1
        }
        self.shape = shape
        isLong = lower > 2
        hash = Self.hash(text, start, end)
        if upper == 0 && lower == 0 {
            letterCase = digits > 0 ? LetterCase.number : LetterCase.mark
        } else if digits > 0 {
            letterCase = upper > 0 ? LetterCase.capitalsAndDigits : LetterCase.lowerAndDigits
        } else if upper == 0 {
            letterCase = LetterCase.lower
        } else if lower == 0 {
            letterCase = upper > 1 ? LetterCase.capitals : others > 0 ? LetterCase.initial : LetterCase.single
        } else {
            letterCase = startsUpper && upper == 1 ? LetterCase.capitalised : LetterCase.mixed
        }
    }

    /// A hash that does not see the case of ASCII, Latin-1 and Latin Extended-A, nor the shape of an apostrophe.
    @inline(__always)
    static func hash(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        var index = start
        while index < end {
            var byte = text[index]
            if byte &- 65 < 26 {
                byte |= 32
            } else if byte >= 0xC3 {
                if index + 1 < end, byte <= 0xC5 {
                    hash = (hash ^ UInt32(byte)) &* 0x0100_0193
                    index += 1
                    let next = text[index]
                    byte = byte == 0xC3 ? (next < 0x9F && next != 0x97 ? next | 0x20 : next) : next | 1
                } else if byte == 0xE2, index + 2 < end, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0x98 {
                    byte = 39
                    index += 2
                }
            }
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
            index += 1
        }
        hash ^= hash >> 15
        return hash &* 0x2C1B_3C6D ^ (hash >> 12)
    }
}

/// The hash of a word, as `NameLexicon` keeps it.
package func nameWordHash(_ word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { WordForm.hash($0, 0, bytes.count) } ?? 0
    }
}
