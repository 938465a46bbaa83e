import Testing

@testable import Loading

struct TextDecodingTests {
    static let utf8: [String] = [
        "", "plain", "“curly” – é 한 😀\r\nline\rold\n", "\u{FFFD} \u{10FFFF}\u{2028}", "e\u{301}",
    ]

    @Test(arguments: utf8)
    func utf8StaysUntouchedButForAMark(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(try TextDecoding.decode(bytes) == DecodedText(bytes: bytes, encoding: .utf8))
        #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF] + bytes) == DecodedText(bytes: bytes, encoding: .utf8))
    }

    @Test(arguments: ["Plain text, with a “quote”.", "😀 and\r\nmore words", "Over 50 words – or so"])
    func utf16IsReadWithAndWithoutAMark(text: String) throws {
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let bytes = Array(text.utf8)
        let littleText = DecodedText(bytes: bytes, encoding: .utf16LittleEndian)
        let bigText = DecodedText(bytes: bytes, encoding: .utf16BigEndian)
        #expect(try TextDecoding.decode([0xFF, 0xFE] + little) == littleText)
        #expect(try TextDecoding.decode([0xFE, 0xFF] + big) == bigText)
        #expect(try TextDecoding.decode(little) == littleText)
        #expect(try TextDecoding.decode(big) == bigText)
    }

    @Test func windows1252IsReadWhereEveryByteMakesSense() throws {
        let texts: [([UInt8], String)] = [
            (Array("He said ".utf8) + [0x93] + Array("no".utf8) + [0x94, 0x2E], "He said “no”."),
            (Array("It".utf8) + [0x92] + Array("s 5".utf8) + [0x96] + Array("8".utf8), "It’s 5–8"),
            (Array("caf".utf8) + [0xE9], "café"),
            (Array("Fran".utf8) + [0xE7] + Array("ois cost ".utf8) + [0x80] + Array("5m".utf8), "François cost €5m"),
            ([0xA3] + Array("3.5bn, 20 ".utf8) + [0x80, 0x2C] + Array(" 5".utf8) + [0xB0, 0x43], "£3.5bn, 20 €, 5°C"),
            (Array("LIBERT".utf8) + [0xC9, 0x2C, 0x20, 0xC0] + Array(" Paris ".utf8) + [0xE0], "LIBERTÉ, À Paris à"),
            ([0xAB, 0xA0] + Array("Oui".utf8) + [0xA0, 0xBB, 0x85], "«\u{A0}Oui\u{A0}»…"),
            ([0xBF] + Array("Qu".utf8) + [0xE9, 0x3F, 0x20, 0xA1, 0x53, 0xED, 0x21], "¿Qué? ¡Sí!"),
            (
                [0x84] + Array("Gru".utf8) + [0xDF, 0x93] + Array(", M".utf8) + [0xFC] + Array("ller".utf8),
                "„Gruß“, Müller"
            ),
            (Array("Acme".utf8) + [0x99, 0x20, 0xA9] + Array(" 2018, 10 m".utf8) + [0xB2], "Acme™ © 2018, 10 m²"),
            ([0xDE] + Array("a".utf8) + [0xF0, 0x20] + Array("er".utf8), "Það er"),
        ]
        for (bytes, text) in texts {
            let decoded = try TextDecoding.decode(bytes)
            #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
            #expect(decoded.encoding == .windows1252)
        }
    }

    static let faults: [(String, [UInt8], Int)] = [
        ("undefined byte", Array("abc ".utf8) + [0x81], 4),
        ("one bad byte in UTF-8", Array("“ok” and caf".utf8) + [0xE9, 0x20] + Array("x".utf8), 16),
        ("cut UTF-8 é, first half", Array("caf".utf8) + [0xC3, 0x20], 3),
        ("cut UTF-8 é, second half", Array("caf".utf8) + [0xA9, 0x20], 3),
        ("cut UTF-8 quotation mark", Array("said ".utf8) + [0xE2, 0x80] + Array("no".utf8), 5),
        ("cut UTF-8 apostrophe inside a word", Array("don".utf8) + [0x80, 0x99] + Array("t".utf8), 3),
        ("þ alone", Array("a ".utf8) + [0xFE, 0x20], 2),
        ("ÿ alone", Array("a ".utf8) + [0xFF, 0x20], 2),
        ("ð alone", Array("a ".utf8) + [0xF0, 0x20], 2),
        ("accented capital before a non-letter", Array("a ".utf8) + [0xC9, 0x20], 2),
        ("accented capital inside a word", Array("ab".utf8) + [0xC9] + Array("cd".utf8), 2),
        ("Cyrillic in Windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], 0),
        ("Polish in Windows-1250", Array("by".utf8) + [0xB3] + Array("o".utf8), 2),
        ("Shift JIS", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9], 0),
        ("broken behind a UTF-8 mark", [0xEF, 0xBB, 0xBF] + Array("caf".utf8) + [0xE9], 6),
        ("NUL", Array("abc".utf8) + [0x00] + Array("def, and more".utf8), 3),
        ("NUL behind a UTF-8 mark", [0xEF, 0xBB, 0xBF, 0x61, 0x00], 4),
        ("half a surrogate pair", [0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x62, 0x00], 4),
        ("second half alone", [0xFE, 0xFF, 0xDC, 0x00], 2),
        ("odd UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x62], 4),
        ("NUL in UTF-16", [0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], 4),
        ("UTF-32", [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], 0),
    ]

    @Test(arguments: faults)
    func refusesAndNamesTheFirstBadByte(name: String, bytes: [UInt8], byteOffset: Int) {
        let fault = #expect(throws: TextFault.self, "\(name)") { try TextDecoding.decode(bytes) }
        #expect(fault?.byteOffset == byteOffset, "\(name)")
    }

    @Test func decodesEveryDefinedByteOfWindows1252() {
        // Each defined byte decodes to the scalar that the WHATWG table gives.
        let high = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
        let defined = (0x80...0x9F).filter { ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }.map { UInt8($0) }
        #expect(String(decoding: Windows1252.decode(defined), as: UTF8.self) == high)
        let latin = String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar(UInt32($0)) }))
        #expect(String(decoding: Windows1252.decode(Array(0xA0...0xFF)), as: UTF8.self) == latin)
    }

    @Test func anyBytesBecomeWellFormedUTF8OrAFault() {
        var random = SeededGenerator(seed: 5)
        var texts = 0
        for round in 0..<20_000 {
            let count = Int.random(in: 0...24, using: &random)
            let bytes = (0..<count).map { _ in
                round.isMultiple(of: 3) || Int.random(in: 0..<8, using: &random) == 0
                    ? UInt8.random(in: .min ... .max, using: &random) : UInt8.random(in: 0x20...0x7E, using: &random)
            }
            do throws(TextFault) {
                let decoded = try TextDecoding.decode(bytes)
                texts += 1
                #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
            } catch {
                #expect(bytes.indices.contains(error.byteOffset))
            }
        }
        #expect(texts > 1000)
    }
}
