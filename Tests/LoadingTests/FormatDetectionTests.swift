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
        for name in ["a.txt", "a", "jsonl", "a.text"] {
            #expect(detect("{Braces} begin this article.", name: name) == .text)
            #expect(detect("[1]", name: name) == .text)
            #expect(detect("", name: name) == .text)
        }
    }

    @Test func aFirstLineThatGoesOnBehindTheHeadCounts() {
        #expect(detect(#"{"text":"a long text"#, isWhole: false) == .jsonLines)
        #expect(detect(#"{"text":"a long text"#, isWhole: true) == .text)
        #expect(detect(#"{"text" "a long text"#, isWhole: false) == .text)
        // Cut inside a character.
        let cut = Array("{\"text\":\"caf".utf8) + [0xE2, 0x80]
        #expect(FormatDetection.detect(head: cut, isWhole: false, name: "f") == .jsonLines)
    }

    @Test(arguments: [
        "%PDF-1.7", "PK\u{3}\u{4}", #"{\rtf1"#, "<!DOCTYPE html><p>", "\n <HTML lang=en>", "<?xml version=", "WARC/1.0",
        "BZh9",
    ])
    func namesFormatsThatAreNotRead(head: String) {
        guard case .unsupported = detect(head) else { return #expect(Bool(false), "\(head) was taken for an article") }
    }

    @Test func aJSONDocumentOverSeveralLinesIsNotRead() {
        guard case .unsupported = detect("{\n  \"text\": \"x\"\n}\n", name: "a.json") else {
            return #expect(Bool(false), "a document was taken for lines")
        }
    }

    @Test func standardInputIsAStreamOfObjectsUnlessItLooksLikeAnythingElse() {
        let detect = { (head: String) in FormatDetection.detect(standardInput: Array(head.utf8), isWhole: true) }
        for head in ["", " \n\n", "{\"text\": \"half", "{broken\n{}", "broken\n{\"text\": \"x\"}\nmore", "[1]\n{}\n"] {
            #expect(detect(head) == .jsonLines, "\(head)")
        }
        for head in ["A bridge fell.", "He said: {braces}\n\nAnd more.", "[1]\n{braces}\n"] {
            #expect(detect(head) == .text, "\(head)")
        }
        guard case .unsupported = detect("%PDF-1.7\n{}\n") else {
            return #expect(Bool(false), "a PDF was taken for lines")
        }
    }
}
