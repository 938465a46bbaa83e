import TextModel

/// The words around a quote, so that a reader can judge it without opening the article.
struct QuoteContext {
    /// Unicode scalars.
    static let length = 100

    /// Up to `length` scalars that end where the quote begins; begins at a word.
    static func before(_ start: Int32, in text: [UInt8]) -> String {
        var index = Int(start)
        var scalars = 0
        while index > 0, scalars < length {
            index -= 1
            if isScalarStart(text[index]) { scalars += 1 }
        }
        if index > 0, !isBlank(text[index - 1]) {
            while index < Int(start), !isBlank(text[index]) { index += 1 }
        }
        while index < Int(start), isBlank(text[index]) { index += 1 }
        return String(decoding: text[index..<Int(start)], as: UTF8.self)
    }

    /// Up to `length` scalars that begin where the quote ends; ends with a word.
    static func after(_ end: Int32, in text: [UInt8]) -> String {
        var index = Int(end)
        var scalars = 0
        while index < text.count {
            if isScalarStart(text[index]) {
                if scalars == length { break }
                scalars += 1
            }
            index += 1
        }
        if index < text.count, !isBlank(text[index]) {
            while index > Int(end), !isBlank(text[index - 1]) { index -= 1 }
        }
        while index > Int(end), isBlank(text[index - 1]) { index -= 1 }
        return String(decoding: text[Int(end)..<index], as: UTF8.self)
    }

    private static func isScalarStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
