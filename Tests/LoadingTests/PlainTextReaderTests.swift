import Testing
import TextModel

@testable import Loading

struct PlainTextReaderTests {
    private func read(
        _ bytes: [UInt8], defaults: ArticleDefaults = ArticleDefaults(), limits: LoadingLimits = LoadingLimits()
    ) -> LoadedRecord? {
        let file = InputFile(label: "f.txt", path: "f.txt", reading: InputReading(defaults: defaults))
        let all = records(of: PlainTextReader(DribblingSource(bytes, readSize: 5), file: file, limits: limits))
        #expect(all.count == 1)
        return all.first
    }

    private func read(_ text: String) -> LoadedRecord? { read(Array(text.utf8)) }

    @Test func keepsTheTextAsItIs() {
        let text = "Headline\r\n\r\n  “Body” \u{2028} e\u{301} \n\n"
        let expected = Article(text: Array(text.utf8), origin: Origin(file: "f.txt"))
        #expect(read(text) == .article(expected))
        #expect(read("\u{FEFF}" + text) == .article(expected))
    }

    @Test func takesAHeaderForWhatTheArticleIs() {
        let text = """
            Title: Bridge reopens
            DATE: 2018-11-07\r
            Url:https://x.org/a:b
            Byline: Ann Lee
            Author: Bob Roe
            Site:
            ID: a1
            Language: en
             \t
            \r
              The bridge reopened.
            Title: not this
            """
        let article = read(text)?.article
        #expect(article?.textString == "  The bridge reopened.\nTitle: not this")
        #expect(article?.title == "Bridge reopens")
        #expect(article?.published == "2018-11-07")
        #expect(article?.url == "https://x.org/a:b")
        #expect(article?.byline == "Ann Lee, Bob Roe")
        #expect(article?.site == nil)
        #expect(article?.givenID == "a1")
        #expect(article?.language == "en")
    }

    static let noHeaders: [String] = [
        "Title: only one line\n\nBody", "Title: a\nDate: b\nBody without a blank line", "Title: a\nMood: b\n\nBody",
        "\nTitle: a\nDate: b\n\nBody", "Q: Why?\nA: Because.\n\nBody", "Title a\nDate b\n\nBody",
        String(repeating: "Title: a\n", count: 40) + "\nBody",
    ]

    @Test(arguments: noHeaders)
    func everythingElseIsText(text: String) {
        #expect(read(text)?.article?.textString == text)
        #expect(read(text)?.article?.title == nil)
    }

    @Test func rejectsWithAReason() {
        let cases: [([UInt8], RejectCode, Int)] = [
            ([], .emptyArticle, 0),
            (Array(" \n\t\u{A0}".utf8), .emptyArticle, 0),
            (Array("Title: a\nDate: b\n\n \n".utf8), .emptyArticle, 0),
            (Array("abc".utf8) + [0x81], .invalidEncoding, 3),
            ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00, 0x00, 0x00], .unsupportedFormat, 6),
        ]
        for (bytes, code, byteOffset) in cases {
            let reject = read(bytes)?.reject
            #expect(reject?.code == code)
            #expect(reject?.origin == Origin(file: "f.txt", byteOffset: byteOffset))
        }
    }

    @Test func theLimitCountsBytes() {
        let limits = LoadingLimits(articleBytes: 10)
        #expect(read(Array("0123456789".utf8), limits: limits)?.article != nil)
        #expect(read(Array("0123456789a".utf8), limits: limits)?.reject?.code == .articleTooLarge)
        // Four code units of two bytes, but twelve bytes of UTF-8.
        let korean: [UInt8] = [0xFF, 0xFE, 0x5C, 0xD5, 0x5C, 0xD5, 0x5C, 0xD5, 0x5C, 0xD5]
        #expect(read(korean, limits: limits)?.reject?.code == .articleTooLarge)
        #expect(LoadingLimits(articleBytes: .max).articleBytes == Int(Int32.max))
    }

    @Test func defaultsFillWhatTheHeaderDoesNotSay() {
        let defaults = ArticleDefaults(site: "Default", language: "en")
        let article = read(Array("Title: a\nLang: de\n\nx".utf8), defaults: defaults)?.article
        #expect(article?.site == "Default")
        #expect(article?.language == "de")
    }

    @Test func aDiskThatFailsIsAReject() {
        let reject = records(of: PlainTextReader(FailingSource([0x61]), file: .standardInput)).first?.reject
        #expect(reject?.code == .unreadable)
        #expect(reject?.message == "Input/output error")
    }
}
