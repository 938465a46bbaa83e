import TestSupport
import Testing
import TextModel

@testable import Tagging

/// Whom or what a pronoun means that is the subject of a claim.
@Suite struct SubjectReferentsTests {
    private static func subjects(_ text: String, _ attributions: [Attribution] = [], speakers: [Speaker] = [])
        -> [String?]
    {
        let article = QuantityNotation.segmented(text)
        return QuantityNotation.claims(article, attributions, speakers: speakers).map {
            $0.subject.map(article.article.surface)
        }
    }

    @Test(
        arguments: [
            ("Mayor Ana Ruiz spoke on Monday. She has 40 advisers.", "Ana Ruiz"),
            ("The tunnel was opened in May. It is 5 miles long.", "The tunnel"),
            ("The tunnels opened in May. They cost $5 million.", "The tunnels"),
            ("The Bank of Ruritania was founded by a baker. It has 40 branches.", "The Bank of Ruritania"),
            ("The ferry, which carries 90 cars, sank.", "The ferry"),
            ("Officials who earn $90,000 left.", "Officials"),
            // Nobody and nothing stands before that could be meant.
            ("It cost $5 million.", nil), ("They have 40 ships.", nil), ("He owns 460 cars.", nil),
            // One thing is not "they", and several are not "it".
            ("The tunnel opened. They cost $5 million.", nil), ("Ships sank. It cost $5 million.", nil),
            // These tell nothing of whose number it is.
            ("You can save $40.", nil), ("There were 400 people.", nil), ("This compares with 63 ships.", nil),
            ("Everybody paid $40.", "Everybody"),
        ] as [(String, String?)])
    func inTheArticleItself(_ row: (text: String, subject: String?)) {
        #expect(Self.subjects(row.text).last == row.subject)
    }

    private static func attribution(_ content: Span, _ type: ContentType) -> Attribution {
        Attribution(contentType: type, content: [content], speaker: 0, sentence: 0, confidence: 1, rule: "")
    }

    @Test(
        arguments: [
            ("“I sold 40 cars,” said Ana Ruiz.", SourceKind.person, "Ana Ruiz"),
            // A person's "we" may be anybody; an organization's is the organization.
            ("“We sold 40 cars,” said Ana Ruiz.", .person, nil),
            ("“We sold 40 cars,” said Ruritania Motors.", .organization, "Ruritania Motors"),
        ] as [(String, SourceKind, String?)])
    func inWhatSomebodySays(_ row: (text: String, kind: SourceKind, subject: String?)) throws {
        let end = Int32(try #require(row.text.utf8.firstIndex(of: UInt8(ascii: ","))).utf16Offset(in: row.text)) + 5
        let name = try #require(row.text.range(of: "said "))
        let start = Int32(row.text.utf8.distance(from: row.text.startIndex, to: name.upperBound))
        let speaker = Speaker(name: Span(start, Int32(row.text.utf8.count) - 1), kind: row.kind)
        #expect(
            Self.subjects(row.text, [Self.attribution(Span(0, end), .direct)], speakers: [speaker]) == [row.subject])
    }

    /// What opens reported words is who reports, if they are an organization or of the pronoun's number.
    @Test(
        arguments: [
            ("Ruritania Motors said it had sold 40 cars.", SourceKind.organization, "Ruritania Motors"),
            ("Port officials said they had sold 40 ships.", .unnamedGroup, "Port officials"),
            ("Port officials said it had sold 40 ships.", .unnamedGroup, nil),
        ] as [(String, SourceKind, String?)])
    func inReportedWords(_ row: (text: String, kind: SourceKind, subject: String?)) throws {
        let said = try #require(row.text.range(of: " said "))
        func byte(_ index: String.Index) -> Int32 {
            Int32(row.text.utf8.distance(from: row.text.startIndex, to: index))
        }
        let content = Span(byte(said.upperBound), Int32(row.text.utf8.count) - 1)
        let speaker = Speaker(name: Span(0, byte(said.lowerBound)), kind: row.kind)
        #expect(
            Self.subjects(row.text, [Self.attribution(content, .indirect)], speakers: [speaker]) == [row.subject])
    }

    /// The form for comparison holds what the pronoun means.
    @Test func normalFormsNameTheReferent() {
        let claims = QuantityNotation.claims("The ferry sank in May. It had carried 40 cars.")
        #expect(claims.map(\.normalForm) == ["ferry|car||"])
    }

    /// As many pronouns as words: each looks at three sentences, however long they are.
    @Test func manyPronounsReturn() {
        func read(_ count: Int) {
            let text =
                "The firm grew, " + Array(repeating: "it sold 40 cars", count: count).joined(separator: ", ") + "."
            #expect(QuantityNotation.claims(text).count == count)
        }
        #expect(Growth.of({ read(500) }, { read(4000) }, within: 24) <= 24)
    }
}
