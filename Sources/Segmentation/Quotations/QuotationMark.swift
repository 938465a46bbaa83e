/// A token that may open or close a quotation, with what its neighbours say about that.
struct QuotationMark {
    enum Family: UInt8 { case double, single }
    enum Glyph: UInt8 { case opening, closing, neutral }

    let token: Int
    let family: Family
    let glyph: Glyph
    /// « or »: the only double marks that open a second time inside an open quotation in the same style.
    let isGuillemet: Bool
    /// Blank space, an opening bracket or a dash stands before it and the marks before it.
    let isFreeBefore: Bool
    /// Blank space or closing punctuation follows it and the marks after it.
    let isFreeAfter: Bool
    /// What stands before it and the marks before it is closing punctuation: "," "." "?" "!" "…".
    let followsPunctuation: Bool
    let followsDigit: Bool
    /// A foot mark and a number stand directly before: 6'2".
    let followsFeet: Bool
    /// The byte before is an "s" or "z": the mark may make a plural possessive.
    let followsSibilant: Bool
    /// "in" or a short function word stands before: the mark may stand for a lost sound (goin', o').
    let mayEndElision: Bool
    /// A digit follows directly: perhaps a decade ('90s).
    let precedesDigit: Bool

    /// - Parameters:
    ///   - span: of the token, one glyph or two.
    ///   - glyphLength: in bytes.
    init(
        _ text: UnsafeBufferPointer<UInt8>, token: Int, span: Range<Int>, glyphLength: Int, followsFeet: Bool
    ) {
        let start = span.lowerBound
        self.token = token
        self.followsFeet = followsFeet
        family = Self.isSingle(text, start, glyphLength) && span.count == glyphLength ? .single : .double
        glyph = Self.glyph(text, start, glyphLength)
        isGuillemet = glyphLength == 2 && text[start + 1] != 0xB4
        let before = Self.classBeyondMarks(before: start, text)
        switch before {
        case .space, .newline, .openBracket, .hyphen, .slash, .dash: isFreeBefore = true
        default: isFreeBefore = false
        }
        switch Self.classBeyondMarks(after: span.upperBound, text) {
        case .letter, .digit, .currency, .hash, .at, .openBracket, .ellipsis, .fraction: isFreeAfter = false
        default: isFreeAfter = true
        }
        switch before {
        case .comma, .period, .question, .exclamation, .semicolon, .colon, .ellipsis: followsPunctuation = true
        default: followsPunctuation = false
        }
        let last = start > 0 ? text[start - 1] : UInt8(ascii: " ")
        followsDigit = isASCIIDigit(last)
        followsSibilant = last | 0x20 == UInt8(ascii: "s") || last | 0x20 == UInt8(ascii: "z")
        mayEndElision = Self.mayEndElision(text, start)
        precedesDigit = span.upperBound < text.count && isASCIIDigit(text[span.upperBound])
    }

    /// ' or ’ or ´, which also stand for letters left out.
    static func isApostrophe(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
        switch length {
        case 1: text[start] == UInt8(ascii: "'")
        case 2: text[start + 1] == 0xB4
        default: text[start + 2] == 0x99
        }
    }

    private static func isSingle(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Bool {
        switch length {
        case 1: text[start] != UInt8(ascii: "\"")
        case 3: text[start + 2] <= 0x9B || text[start + 2] >= 0xB9
        default: text[start + 1] == 0xB4
        }
    }

    private static func glyph(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Glyph {
        switch length {
        case 1:
            return text[start] == UInt8(ascii: "`") ? .opening : .neutral
        case 2:
            return text[start + 1] == 0xAB ? .opening : .closing
        default:
            switch text[start + 2] {
            case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F, 0xB9: return .opening
            default: return .closing
            }
        }
    }

    /// How many marks beside each other are looked past: more stand together in no text, and the bound keeps a
    /// megabyte of marks linear.
    private static let marksTogether = 3

    private static func classBeyondMarks(before start: Int, _ text: UnsafeBufferPointer<UInt8>) -> ScalarClass {
        var index = start
        for _ in 0..<marksTogether {
            let kind = scalarKind(text, before: index)
            guard kind.isMark else { return kind }
            index = scalarStart(text, before: index)
        }
        return .space
    }

    private static func classBeyondMarks(after end: Int, _ text: UnsafeBufferPointer<UInt8>) -> ScalarClass {
        var index = end
        for _ in 0..<marksTogether {
            guard index < text.count else { return .space }
            let here = scalar(text, index)
            guard here.kind.isMark else { return here.kind }
            index += here.length
        }
        return .space
    }

    /// "goin'", "o'", "an'", "th'", "ol'".
    private static func mayEndElision(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start >= 2 else { return false }
        let last = text[start - 1] | 0x20
        let previous = text[start - 2] | 0x20
        switch (previous, last) {
        case (UInt8(ascii: "i"), UInt8(ascii: "n")):
            return start >= 4 && isASCIILowercase(text[start - 3]) && isASCIILowercase(text[start - 4])
        case (UInt8(ascii: " "), UInt8(ascii: "o")): return true
        case (UInt8(ascii: "a"), UInt8(ascii: "n")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
            (UInt8(ascii: "o"), UInt8(ascii: "l")):
            return start >= 3 && text[start - 3] == UInt8(ascii: " ")
        default: return false
        }
    }
}
