import Testing

@testable import Loading

struct JSONReaderTests {
    static let good: [String] = [
        "{}", "[]", " [ ] ", "{ \"a\" : 1 }", "[1,2,3]", "null", "true", "false", "0", "-0", "-1", "1.5", "1e5", "1E+5",
        "1e-05", "123456789012345678901234567890", "1e999", "\"\"", #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u0041""#,
        #""\u00e9""#, #""\uD83D\uDE00""#, #""\ud83d\ude00""#, #""\u0000""#, #""\u2028\uFFFF""#, "\"\u{7F}\"",
        "\"é€😀\u{10FFFF}\u{2028}\"", "[[[[[[]]]]]]", #"{"a":{"b":[{"c":null}]}}"#, #"{"a":1,"a":2}"#, #"{"":0}"#,
        "\t\r\n [1] \n", #"["a very long string that is longer than any word of the scanner: 0123456789"]"#,
    ]

    @Test(arguments: good)
    func acceptsJSON(text: String) throws {
        _ = try JSONValue(parsing: Array(text.utf8)[...])
    }

    static let bad: [(String, Int, JSONFault.Reason)] = [
        ("", 0, .endOfInput),
        ("  ", 2, .endOfInput),
        ("{", 1, .endOfInput),
        ("[", 1, .endOfInput),
        ("[1", 2, .endOfInput),
        ("[1,", 3, .endOfInput),
        ("[1,]", 3, .unexpected(UInt8(ascii: "]"), expected: .value)),
        ("[,1]", 1, .unexpected(UInt8(ascii: ","), expected: .valueOrEnd)),
        ("[1 2]", 3, .unexpected(UInt8(ascii: "2"), expected: .commaOrArrayEnd)),
        ("[1}", 2, .unexpected(UInt8(ascii: "}"), expected: .commaOrArrayEnd)),
        ("]", 0, .unexpected(UInt8(ascii: "]"), expected: .value)),
        ("{\"a\"}", 4, .unexpected(UInt8(ascii: "}"), expected: .colon)),
        ("{\"a\":}", 5, .unexpected(UInt8(ascii: "}"), expected: .value)),
        ("{\"a\":1,}", 7, .unexpected(UInt8(ascii: "}"), expected: .key)),
        ("{\"a\":1]", 6, .unexpected(UInt8(ascii: "]"), expected: .commaOrObjectEnd)),
        ("{,}", 1, .unexpected(UInt8(ascii: ","), expected: .keyOrEnd)),
        ("{a:1}", 1, .unexpected(UInt8(ascii: "a"), expected: .keyOrEnd)),
        ("{'a':1}", 1, .unexpected(UInt8(ascii: "'"), expected: .keyOrEnd)),
        ("{1:1}", 1, .unexpected(UInt8(ascii: "1"), expected: .keyOrEnd)),
        ("{} x", 3, .unexpected(UInt8(ascii: "x"), expected: .end)),
        ("{}{}", 2, .unexpected(UInt8(ascii: "{"), expected: .end)),
        ("1 // one", 2, .unexpected(UInt8(ascii: "/"), expected: .end)),
        ("NaN", 0, .unexpected(UInt8(ascii: "N"), expected: .value)),
        ("Infinity", 0, .unexpected(UInt8(ascii: "I"), expected: .value)),
        ("-Infinity", 0, .invalidNumber),
        ("+1", 0, .unexpected(UInt8(ascii: "+"), expected: .value)),
        (".5", 0, .unexpected(UInt8(ascii: "."), expected: .value)),
        ("[01]", 1, .invalidNumber),
        ("[-01]", 1, .invalidNumber),
        ("[1.]", 1, .invalidNumber),
        ("[1.e5]", 1, .invalidNumber),
        ("[1e]", 1, .invalidNumber),
        ("[1e+]", 1, .invalidNumber),
        ("[0x1F]", 1, .invalidNumber),
        ("[1.5.2]", 1, .invalidNumber),
        ("-", 1, .endOfInput),
        ("1e", 2, .endOfInput),
        ("tru", 3, .endOfInput),
        ("trUe", 2, .unexpected(UInt8(ascii: "U"), expected: .value)),
        ("truex", 4, .unexpected(UInt8(ascii: "x"), expected: .value)),
        ("True", 0, .unexpected(UInt8(ascii: "T"), expected: .value)),
        ("\"abc", 4, .endOfInput),
        (#""abc\"#, 5, .endOfInput),
        (#""\u12"#, 5, .endOfInput),
        (#""\x41""#, 1, .invalidEscape),
        (#""ab\u12G4""#, 3, .invalidEscape),
        (#""\U0041""#, 1, .invalidEscape),
        ("\"a\nb\"", 2, .controlCharacter(0x0A)),
        ("\"a\tb\"", 2, .controlCharacter(0x09)),
        ("\"0123456789\u{0}\"", 11, .controlCharacter(0)),
        (#""\ud800""#, 1, .loneSurrogate),
        (#""\uDC00""#, 1, .loneSurrogate),
        (#""\ud800\u0041""#, 1, .loneSurrogate),
        (#""\ud800\ud800""#, 1, .loneSurrogate),
        (#""xy\ud83d\n""#, 3, .loneSurrogate),
        ("\u{FEFF}{}", 0, .unexpected(0xEF, expected: .value)),
        ("{\u{A0}}", 1, .unexpected(0xC2, expected: .keyOrEnd)),
    ]

    @Test(arguments: bad)
    func refusesWhatIsNotJSON(text: String, byteOffset: Int, reason: JSONFault.Reason) {
        let expected = JSONFault(byteOffset: byteOffset, reason: reason)
        #expect(throws: expected) { try exhaust(Array(text.utf8)[...]) }
    }

    static let badUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE2, 0x80], [0xE2, 0x28, 0xA1],
        [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ]

    @Test(arguments: badUTF8)
    func refusesIllFormedUTF8AtItsFirstByte(sequence: [UInt8]) {
        // At every distance from the eight-byte steps of the scanner.
        for padding in 0..<17 {
            let text = Array("\"".utf8) + [UInt8](repeating: 0x61, count: padding) + sequence + Array("\"".utf8)
            let expected = JSONFault(byteOffset: 1 + padding, reason: .invalidUTF8(sequence[0]))
            #expect(throws: expected) { try exhaust(text[...]) }
        }
    }

    @Test func offsetsCountFromTheSliceThatWasGiven() {
        let bytes = Array("garbage[1,]".utf8)
        let expected = JSONFault(byteOffset: 3, reason: .unexpected(UInt8(ascii: "]"), expected: .value))
        #expect(throws: expected) { try exhaust(bytes[7...]) }
    }

    @Test func endsCleanlyAtTheDepthLimit() throws {
        let limit = JSONReader.depthLimit
        let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        try exhaust(Array(deepest.utf8)[...])
        for count in [limit + 1, 10_000, 1_000_000] {
            let expected = JSONFault(byteOffset: limit, reason: .tooDeep(limit: limit))
            #expect(throws: expected) { try exhaust([UInt8](repeating: UInt8(ascii: "["), count: count)[...]) }
        }
        let objects = String(repeating: #"{"a":"#, count: 10_000)
        #expect(throws: JSONFault(byteOffset: 5 * limit, reason: .tooDeep(limit: limit))) {
            try exhaust(Array(objects.utf8)[...])
        }
    }

    @Test func decodesEveryEscapeAndKeepsEverythingElse() throws {
        let source = #"["\"\\\/\b\f\n\r\t","a\u0041\u00e9\u20ac\ud83d\ude00z","plain – “quoted”\r\n","\u0000"]"#
        let expected: [JSONValue] = [
            .string("\"\\/\u{8}\u{C}\n\r\t"), .string("aAé€😀z"), .string("plain – “quoted”\r\n"), .string("\u{0}"),
        ]
        let value = try JSONValue(parsing: Array(source.utf8)[...])
        #expect(value == .array(expected))
    }

    @Test func theLastOfRepeatedNamesWins() throws {
        let value = try JSONValue(parsing: Array(#"{"a":1,"b":2,"a":[3.10]}"#.utf8)[...])
        #expect(value == .object(["a": .array([.number("3.10")]), "b": .number("2")]))
        #expect(value["b"] == .number("2"))
        #expect(value["c"] == nil)
    }

    @Test func skipsValuesButChecksThem() throws {
        var reader = JSONReader(Array(#"{"skip":[{"a":[1,"]"]}],"keep":7}"#.utf8)[...])
        #expect(try reader.next() == .beginObject)
        guard case .key(let skipped) = try reader.next() else { return #expect(Bool(false), "no name") }
        #expect(String(decoding: reader.decode(skipped), as: UTF8.self) == "skip")
        #expect(try reader.next() == .beginArray)
        try reader.skip(toDepth: 1)
        guard case .key(let kept) = try reader.next() else { return #expect(Bool(false), "no second name") }
        #expect(String(decoding: reader.decode(kept), as: UTF8.self) == "keep")

        var broken = JSONReader(Array(#"{"skip":[{"a":[1,nul]}]}"#.utf8)[...])
        for _ in 0..<3 { _ = try broken.next() }
        #expect(throws: JSONFault.self) { try broken.skip(toDepth: 1) }
    }

    @Test func anyBytesEndInAValueOrAFault() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array(#"{}[]",:\u0123456789abcdefDE.-+ntrue "#.utf8) + [0x80, 0xC3, 0xE2, 0xF0, 0xFF, 0x0A]
        var faults = 0
        for round in 0..<20_000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes: [UInt8] = (0..<count).map { _ in
                round.isMultiple(of: 2)
                    ? UInt8.random(in: .min ... .max, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            do throws(JSONFault) {
                _ = try JSONValue(parsing: bytes[...])
            } catch {
                faults += 1
                #expect((0...bytes.count).contains(error.byteOffset))
            }
        }
        #expect(faults > 19_000)
    }

    @Test func everyCutOfADocumentEndsTooEarly() {
        let document = Array(#"{"id":"é1","n":[1.5e3,true,null],"t":"\ud83d\ude00 \n“x”"}"#.utf8)
        for end in 0..<document.count {
            #expect(throws: JSONFault.self, "cut at \(end)") { try exhaust(document[..<end]) }
        }
    }

    private func exhaust(_ bytes: ArraySlice<UInt8>) throws(JSONFault) {
        var reader = JSONReader(bytes)
        while try reader.next() != nil {}
    }
}
