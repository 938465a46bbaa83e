import Testing
import TextModel

@testable import Loading

struct JSONLinesRecordTests {
    private let origin = Origin(file: "f.jsonl", record: 7, byteOffset: 99)

    private func parse(
        _ line: String, columns: [ArticleField: String] = [:], defaults: ArticleDefaults = ArticleDefaults(),
        limits: LoadingLimits = LoadingLimits()
    ) -> LoadedRecord {
        JSONLinesRecord.parse(
            line: Array(line.utf8)[...], origin: origin, names: ArticleFieldNames(columns: columns), defaults: defaults,
            limits: limits)
    }

    @Test func takesEveryFieldUnderOurNames() {
        let line = """
            {"id":"a1","text":"It rained.","title":"Rain","byline":"Ann Lee","published":"2018-11-07","url":"https://x.org/1",\
            "site":"X","language":"en","extra":{"deep":[1,2,{"text":"no"}]}}
            """
        let expected = Article(
            givenID: "a1", text: Array("It rained.".utf8), title: "Rain", byline: "Ann Lee", published: "2018-11-07",
            url: "https://x.org/1", site: "X", language: "en", origin: origin)
        #expect(parse(line) == .article(expected))
    }

    @Test func takesEveryUsualNameOfEveryField() {
        for field in ArticleField.allCases {
            for name in field.usualNames {
                let text = field == .text ? "" : #","text":"t""#
                let article = parse(#"{"\#(name)":"value"\#(text)}"#).article
                let found: String? =
                    switch field {
                    case .id: article?.givenID
                    case .text: article?.textString
                    case .title: article?.title
                    case .byline: article?.byline
                    case .published: article?.published
                    case .url: article?.url
                    case .site: article?.site
                    case .language: article?.language
                    }
                #expect(found == "value", "\(name) for \(field)")
            }
        }
    }

    @Test func theTextIsExactlyTheDecodedString() {
        let texts = [
            " leading and trailing \n", "a\r\nb\rc\nd", "e\u{301} is not é", "👩‍👩‍👧‍👦 🇰🇷", "\u{2028}x\u{2029}\u{85}",
            "\u{FEFF}mark", "tab\tquote\"backslash\\slash/", "nul\u{0}inside", "\u{7F}\u{80}\u{FFFF}\u{10FFFF}",
            "“curly” ‘x’",
        ]
        for text in texts {
            #expect(parse(#"{"text":\#(quoted(text, escapingAll: false))}"#).article?.text == Array(text.utf8))
            #expect(parse(#"{"text":\#(quoted(text, escapingAll: true))}"#).article?.text == Array(text.utf8))
        }
    }

    @Test func roundTripsRandomTexts() {
        var random = SeededGenerator(seed: 11)
        let pool = Array("abc \"\\/\n\r\t\u{1}é“”–😀\u{2028}한\u{10FFFF}".unicodeScalars)
        for _ in 0..<2000 {
            var text = "x"
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                text.unicodeScalars.append(pool[Int.random(in: 0..<pool.count, using: &random)])
            }
            let line = #"{"text":\#(quoted(text, escapingAll: Bool.random(using: &random)))}"#
            #expect(parse(line).article?.text == Array(text.utf8))
        }
    }

    static let rejects: [(String, RejectCode, String?)] = [
        (#"{"id":"a","title":"t"}"#, .missingText, "a"),
        (#"{}"#, .missingText, nil),
        (#"{"id":"a","text":null}"#, .wrongType, "a"),
        (#"{"text":7,"id":3}"#, .wrongType, "3"),
        (#"{"id":"a","text":["x"]}"#, .wrongType, "a"),
        (#"{"id":"a","text":{"name":"x"}}"#, .wrongType, "a"),
        (#"{"id":"a","text":true}"#, .wrongType, "a"),
        (#"{"id":1.5,"text":"x"}"#, .wrongType, nil),
        (#"{"id":["a"],"text":"x"}"#, .wrongType, nil),
        (#"["text"]"#, .wrongType, nil),
        (#""text""#, .wrongType, nil),
        (#"{"id":"a","text":""}"#, .emptyArticle, "a"),
        (#"{"id":"a","text":" \n\t\u00a0\u3000\ufeff"}"#, .emptyArticle, "a"),
        (#"{"id":"a","text":"x""#, .malformedJSON, "a"),
        (#"{"id":"a","text":"x"}}"#, .malformedJSON, "a"),
        (#"{"text":"x","id":nil}"#, .malformedJSON, nil),
        (#"["text""#, .malformedJSON, nil),
        (#"{"id":"a","text":"\ud800"}"#, .malformedJSON, "a"),
        (#"not json"#, .malformedJSON, nil),
    ]

    @Test(arguments: rejects)
    func refusesWithCodeAndID(line: String, code: RejectCode, givenID: String?) {
        let reject = parse(line).reject
        #expect(reject?.code == code)
        #expect(reject?.givenID == givenID)
        #expect(reject?.origin == origin)
    }

    @Test func messagesSayWhatAndWhere() {
        #expect(parse(#"{"text": NaN}"#).reject?.message == "'N' where a value belongs at byte 10 of the line")
        #expect(
            parse("{\"text\": \"a\tb\"}").reject?.message.hasSuffix("inside a string at byte 12 of the line") == true)
        #expect(parse(#"{"text": null}"#).reject?.message == "the text is null, not a string")
    }

    @Test func anIDMayBeAnInteger() {
        #expect(parse(#"{"id":12345678901234567890,"text":"x"}"#).article?.givenID == "12345678901234567890")
        #expect(parse(#"{"id":-4,"text":"x"}"#).article?.givenID == "-4")
        #expect(parse(#"{"id":"","text":"x"}"#).article?.givenID == nil)
        #expect(parse(#"{"id":null,"uri":"u","text":"x"}"#).article?.givenID == "u")
        #expect(parse(#"{"id":" a ","text":"x"}"#).article?.givenID == " a ")
    }

    @Test func theBestNameThatIsNotNullWins() {
        #expect(parse(#"{"body":"b","text":"a","content":"c"}"#).article?.textString == "a")
        #expect(parse(#"{"text":null,"maintext":"m"}"#).article?.textString == "m")
        #expect(parse(#"{"maintext":"m","text":null}"#).article?.textString == "m")
        #expect(parse(#"{"text":"first","text":"last"}"#).article?.textString == "last")
        #expect(parse(#"{"text":"first","body":"b","text":null}"#).article?.textString == "b")
        #expect(parse(#"{"te\u0078t":"escaped name"}"#).article?.textString == "escaped name")
    }

    @Test func readsListsAndObjectsOfNames() {
        let bylines: [(String, String?)] = [
            (#"["Ann Lee","Bob Roe"]"#, "Ann Lee, Bob Roe"),
            (#"[{"@type":"Person","name":"Ann Lee"},{"name":"Bob Roe","job":{"name":"x"}}]"#, "Ann Lee, Bob Roe"),
            (#"{"name":" Ann Lee "}"#, "Ann Lee"),
            (#"{"first":"Ann"}"#, nil), ("[]", nil), (#"["", " "]"#, nil), (#"[["x"],1,null]"#, nil), ("true", nil),
            (#""By Ann Lee\n""#, "By Ann Lee"),
        ]
        for (source, expected) in bylines {
            #expect(parse(#"{"authors":\#(source),"text":"x"}"#).article?.byline == expected, "\(source)")
        }
        #expect(parse(#"{"timestamp":1541548800,"text":"x"}"#).article?.published == "1541548800")
    }

    @Test func aMappingOverridesTheUsualNames() {
        let line = #"{"text":"wrong","story":"right","title":"kept","n":5,"id":"wrong"}"#
        let article = parse(line, columns: [.text: "story", .id: "n"]).article
        #expect(article?.textString == "right")
        #expect(article?.givenID == "5")
        #expect(article?.title == "kept")
        #expect(parse(#"{"text":"x"}"#, columns: [.text: "story"]).reject?.code == .missingText)
        // A name feeds one field only.
        let swapped = parse(#"{"title":"the text"}"#, columns: [.text: "title"]).article
        #expect(swapped?.textString == "the text")
        #expect(swapped?.title == nil)
    }

    @Test func defaultsFillWhatTheRecordDoesNotSay() {
        let defaults = ArticleDefaults(site: "Default", language: "en")
        #expect(parse(#"{"text":"x"}"#, defaults: defaults).article?.site == "Default")
        #expect(parse(#"{"text":"x","lang":"de"}"#, defaults: defaults).article?.language == "de")
    }

    @Test func theLimitCountsDecodedBytes() {
        let limits = LoadingLimits(articleBytes: 3)
        #expect(parse(#"{"text":"\u0061b\u0063"}"#, limits: limits).article != nil)
        #expect(parse(#"{"id":"a","text":"abcd"}"#, limits: limits).reject?.code == .articleTooLarge)
    }

    @Test func aByteOrderMarkMayBeginTheFirstLineOnly() {
        let line = Array("\u{FEFF}{\"text\":\"x\"}".utf8)[...]
        #expect(JSONLinesRecord.parse(line: line, origin: Origin(file: "f")).article?.textString == "x")
        #expect(JSONLinesRecord.parse(line: line, origin: origin).reject?.code == .malformedJSON)
    }

    /// JSON source, written by hand so that the reader is not tested against itself.
    private func quoted(_ text: String, escapingAll: Bool) -> String {
        var source = "\""
        for scalar in text.unicodeScalars {
            if escapingAll || scalar.value < 0x20 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    source += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else if scalar == "\"" || scalar == "\\" {
                source += "\\" + String(scalar)
            } else {
                source.unicodeScalars.append(scalar)
            }
        }
        return source + "\""
    }
}
