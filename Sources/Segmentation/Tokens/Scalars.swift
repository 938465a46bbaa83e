import TextModel

/// What a scalar of running text is to the tokenizer.
enum ScalarClass: UInt8 {
    case letter, digit, space, newline
    case apostrophe, doubleMark, singleMark
    case period, comma, colon, semicolon, question, exclamation, ellipsis
    case hyphen, dash, slash, ampersand, at, hash
    case openBracket, closeBracket, currency, percent, prime, fraction
    case other
}

/// A scalar's class and its length in bytes.
struct Scalar {
    let kind: ScalarClass
    let length: Int
}

/// Reads scalars of well-formed UTF-8 by class; never reads past the end.
@inline(__always)
func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Scalar {
    let byte = text[index]
    if byte < 0x80 { return Scalar(kind: asciiClass(byte), length: 1) }
    return nonASCIIScalar(text, index)
}

@inline(never)
private func nonASCIIScalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Scalar {
    let lead = text[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return Scalar(kind: .other, length: 1) }
    let second = text[index + 1]
    switch (lead, length) {
    case (0xC2, _):
        switch second {
        case 0xA0, 0x85: return Scalar(kind: .space, length: 2)
        case 0xA2...0xA5: return Scalar(kind: .currency, length: 2)
        case 0xAB, 0xBB: return Scalar(kind: .doubleMark, length: 2)
        case 0xB4: return Scalar(kind: .apostrophe, length: 2)
        case 0xBC...0xBE: return Scalar(kind: .fraction, length: 2)
        // Ordinal signs, soft hyphen, superscript 2 and 3 ("km²"), micro sign.
        case 0xAA, 0xAD, 0xB2, 0xB3, 0xB5, 0xBA: return Scalar(kind: .letter, length: 2)
        default: return Scalar(kind: .other, length: 2)
        }
    case (0xC3, _) where second == 0x97 || second == 0xB7: return Scalar(kind: .other, length: 2)
    case (0xE2, _) where second >= 0xB0 && second < 0xB8: return Scalar(kind: .letter, length: 3)
    case (0xE2, _): return Scalar(kind: generalPunctuation(second, text[index + 2]), length: 3)
    case (0xE3, _) where second == 0x80:
        return Scalar(kind: text[index + 2] == 0x80 ? .space : .other, length: 3)
    case (0xEF, _) where second == 0xBB && text[index + 2] == 0xBF: return Scalar(kind: .space, length: 3)
    case (0xEF, _) where second == 0xBF && text[index + 2] == 0xBD: return Scalar(kind: .other, length: 3)
    case (_, 4): return Scalar(kind: .other, length: 4)
    default: return Scalar(kind: .letter, length: length)
    }
}

/// U+2000 to U+2FFF by their second and third byte.
private func generalPunctuation(_ second: UInt8, _ third: UInt8) -> ScalarClass {
    switch (second, third) {
    case (0x80, 0x80...0x8B), (0x80, 0xAF), (0x81, 0x9F): return .space
    case (0x80, 0xA8), (0x80, 0xA9): return .newline
    // Marks of writing direction are no text.
    case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return .space
    // Joiners stand within words.
    case (0x80, 0x8C), (0x80, 0x8D), (0x81, 0xA0): return .letter
    // Subscripts ("CO₂") and combining marks for symbols.
    case (0x82, 0x80...0x9C), (0x83, 0x90...0xBF): return .letter
    case (0x80, 0x90), (0x80, 0x91): return .hyphen
    case (0x80, 0x92...0x95): return .dash
    case (0x80, 0x98...0x9B), (0x80, 0xB9), (0x80, 0xBA): return .singleMark
    case (0x80, 0x9C...0x9F): return .doubleMark
    case (0x80, 0xA6): return .ellipsis
    case (0x80, 0xB2), (0x80, 0xB3): return .prime
    case (0x82, 0xA0...0xBF): return .currency
    case (0x85, 0x90...0x9E): return .fraction
    case (0x88, 0x92): return .hyphen
    default: return .other
    }
}

/// Compiles to a table.
@inline(__always)
private func asciiClass(_ byte: UInt8) -> ScalarClass {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, UInt8(ascii: "_"): .letter
    case 0x30...0x39: .digit
    case 0x0A...0x0D: .newline
    case 0x00...0x20, 0x7F: .space
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "\""): .doubleMark
    case UInt8(ascii: "`"): .singleMark
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "!"): .exclamation
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    case UInt8(ascii: "$"): .currency
    case UInt8(ascii: "%"): .percent
    default: .other
    }
}

/// The index of the first byte of the scalar that ends before `index`; `index` itself at the start.
@inline(__always)
func scalarStart(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> Int {
    var start = index
    let limit = max(0, index - 4)
    while start > limit {
        start -= 1
        if text[start] & 0xC0 != 0x80 { break }
    }
    return start
}

/// The class of the scalar that ends before `index`; blank space at the start of the text.
@inline(__always)
func scalarKind(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> ScalarClass {
    index > 0 ? scalar(text, scalarStart(text, before: index)).kind : .space
}

extension ScalarClass {
    @inline(__always) var isBlank: Bool { self == .space || self == .newline }
    /// A scalar that may be a quotation mark.
    @inline(__always) var isMark: Bool { self == .doubleMark || self == .apostrophe || self == .singleMark }
    /// A letter or a digit.
    @inline(__always) var isWordly: Bool { self == .letter || self == .digit }
}

@inline(__always)
func isASCIIUppercase(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

@inline(__always)
func isASCIILowercase(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

@inline(__always)
func foldedASCII(_ byte: UInt8) -> UInt8 { isASCIIUppercase(byte) ? byte | 0x20 : byte }

/// Whether the word that begins at `index` begins with a small letter, accented Latin-1 letters included.
@inline(__always)
func startsLowercase(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let first = text[index]
    if isASCIILowercase(first) { return true }
    return first == 0xC3 && index + 1 < text.count && text[index + 1] >= 0x9F
}

/// Whether the word that begins at `index` begins with a capital, accented Latin-1 letters included.
@inline(__always)
func startsUppercase(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let first = text[index]
    if isASCIIUppercase(first) { return true }
    return first == 0xC3 && index + 1 < text.count && text[index + 1] < 0x9F && text[index + 1] != 0x97
}
