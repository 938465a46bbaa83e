import Testing

@testable import Loading

struct FormatDetectionTests {
    private func detect(_ head: String, name: String = "f", isWhole: Bool = true) -> FormatDetection.Finding {
        FormatDetection.detect(head: Array(head.utf8), isWhole: isWhole, name: name)
    }

    @Test func contentComesBeforeTheName() {
        #expect(detect(#"{"text":"x"}"#, name: "a.txt") == .jsonLines)
        #expect(detect("\u{FEFF}\n \n{\"text\":\"x\"}\r\nbroken", name: "a.txt") == .jsonLines)
        #expect(detect("{}", name: "a.json") == .jsonLines)
    }

    @Test func theNameDecidesTheRest() {
        for name in ["a.jsonl", "A.JSONL", "b/c.ndjson"] {
            #expect(detect("{broken", name: name) == .jsonLines)
            #expect(detect("", name: name) == .jsonLines)
        }
        for name in ["a.txt", "a", "jsonl", "a.text", "a.md"] {
            #expect(detect("{Braces} begin this article.", name: name) == .text)
            #expect(detect("[1]", name: name) == .text)
            #expect(detect("", name: name) == .text)
        }
        for (name, finding) in [
            ("a.json", FormatDetection.Finding.json), ("a.HTM", .html), ("b/c.rss", .xml), ("a.warc", .warc),
            ("a.csv", .csv(delimiter: UInt8(ascii: ","))), ("a.tsv", .csv(delimiter: UInt8(ascii: "\t"))),
        ] {
            #expect(detect("anything", name: name) == finding)
        }
        #expect(detect("a;b,c;d\n1,2,3,4,5", name: "a.csv") == .csv(delimiter: UInt8(ascii: ";")))
        #expect(detect("\"a;b;c\",d\n", name: "a.csv") == .csv(delimiter: UInt8(ascii: ",")))
    }

    @Test func aFirstLineThatGoesOnBehindTheHeadCounts() {
        #expect(detect(#"{"text":"a long text"#, isWhole: false) == .jsonLines)
        #expect(detect(#"{"text":"a long text"#, isWhole: true) == .text)
        #expect(detect(#"{"text" "a long text"#, isWhole: false) == .text)
        // Cut inside a character.
        let cut = Array("{\"text\":\"caf".utf8) + [0xE2, 0x80]
        #expect(FormatDetection.detect(head: cut, isWhole: false, name: "f") == .jsonLines)
    }

    @Test(arguments: [#"{\rtf1"#, "%PDF-1.7", "BZh9", "Rar!"])
    func namesFormatsThatAreNotRead(head: String) {
        guard case .unsupported = detect(head) else {
            Issue.record("\(head) was taken for an article")
            return
        }
    }

    @Test(arguments: [
        "<!DOCTYPE html><p>", "\n <HTML lang=en>", "<!-- saved from url -->\n<html>",
        "<?xml version=\"1.0\"?><!DOCTYPE html>",
        "<div class=x>", "<p>Words",
    ])
    func pagesAreToldByTheirFirstTag(head: String) {
        #expect(detect(head, name: "a.txt") == .html)
    }

    @Test(arguments: [
        "<?xml version='1.0'?>\n<rss>", "<rss version=2>", "<?xml version='1.0'?><!-- x --><nitf>", "<feed>",
    ])
    func feedsAndWireFormatsAreXML(head: String) {
        #expect(detect(head) == .xml)
    }

    @Test(arguments: ["<3 is what she wrote.", "< 5 percent", "<b@example.org> wrote:"])
    func notEveryTextWithABracketIsMarkup(head: String) {
        #expect(detect(head) == .text)
    }

    @Test func packagesAreToldByTheirFirstBytes() {
        let detect = { (head: [UInt8]) in FormatDetection.detect(head: head, isWhole: true, name: "a.txt") }
        #expect(detect([0x1F, 0x8B, 8]) == .gzip)
        #expect(detect([0x28, 0xB5, 0x2F, 0xFD]) == .zstd)
        #expect(detect(Array("PK".utf8) + [3, 4]) == .zip)
        #expect(
            detect([UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8) + [UInt8](repeating: 0, count: 300))
                == .tar)
        #expect(detect(Array("WARC/1.1\r\n".utf8)) == .warc)
    }

    @Test func aJSONDocumentOverSeveralLines() {
        #expect(detect("{\n  \"text\": \"x\"\n}\n", name: "a.json") == .json)
        #expect(detect("[\n  {\"text\": \"x\"}\n]\n", name: "a") == .json)
    }

    @Test func standardInputIsAStreamOfObjectsUnlessItLooksLikeAnythingElse() {
        let detect = { (head: String) in FormatDetection.detect(standardInput: Array(head.utf8), isWhole: true) }
        for head in ["", " \n\n", "{\"text\": \"half", "{broken\n{}", "broken\n{\"text\": \"x\"}\nmore", "[1]\n{}\n"] {
            #expect(detect(head) == .jsonLines, "\(head)")
        }
        #expect(detect("[{\"text\": \"x\"}]") == .json)
        for head in ["A bridge fell.", "He said: {braces}\n\nAnd more.", "[1]\n{braces}\n"] {
            #expect(detect(head) == .text, "\(head)")
        }
        guard case .unsupported = detect("%PDF-1.7\n{}\n") else {
            return #expect(Bool(false), "a PDF was taken for lines")
        }
    }
}
