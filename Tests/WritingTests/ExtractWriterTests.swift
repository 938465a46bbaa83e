import Foundation
import TextModel
import Testing

@testable import Writing

@Suite struct ExtractWriterTests {
    private func object(_ tagged: TaggedArticle) throws -> [String: Any] {
        var lines = ByteBuffer()
        ExtractWriter.append(tagged, to: &lines)
        let bytes = lines.take()
        #expect(bytes.last == UInt8(ascii: "\n") && bytes.count { $0 == UInt8(ascii: "\n") } == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func hasTheContractsKeysAndValues() throws {
        let tagged = SampleTagging.tagged()
        let object = try object(tagged)
        let scalars = Array(String(decoding: tagged.article.text, as: UTF8.self).unicodeScalars)
        func surface(_ spans: Any?) -> [String] {
            (spans as? [[Int]] ?? []).map { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) }
        }
        #expect(object["id"] as? String == "a1")
        let attributions = try #require(object["attributions"] as? [[String: Any]])
        #expect(attributions.count == 4)
        #expect(surface(attributions[0]["content"]) == ["“very warm” letter"])
        #expect(surface(attributions[0]["cue"]) == ["said"])
        #expect(surface(attributions[0]["source"]) == ["White House Press Secretary Sarah Huckabee Sanders"])
        #expect(attributions[0]["type"] as? String == "mixed")
        #expect(attributions[0]["speaker"] as? String == "Sarah Huckabee Sanders")
        #expect(attributions[0]["speaker_kind"] as? String == "person")
        #expect(attributions[0]["parent"] is NSNull)
        #expect(attributions[2]["via"] as? String == "citing a report")
        #expect(attributions[3]["parent"] as? Int == 2)
        #expect(attributions[3]["attitude"] as? String == "belief")
        let quotes = try #require(object["quotes"] as? [[String: Any]])
        #expect(quotes.map { $0["attribution"] as? Int } == [0, 1, 2])
        #expect(surface(quotes[0]["quoted"]) == ["very warm"])
        #expect(surface(quotes[2]["quoted"]) == [])
        let claims = try #require(object["numeric_claims"] as? [[String: Any]])
        #expect(surface([claims[0]["span"]]) == ["between five and eight"])
        #expect(claims[0]["value"] is NSNull && claims[0]["low"] as? Int == 5 && claims[0]["high"] as? Int == 8)
        #expect(claims[0]["source"] as? String == "U.S. intelligence officials")
        #expect(claims[0]["time"] as? String == "2018" && claims[0]["attribution"] as? Int == 2)
        #expect(claims[0]["unit"] is NSNull && claims[0]["counted"] as? String == "new nuclear weapons")
    }

    @Test func anEmptyArticleHasEmptyLists() {
        var lines = ByteBuffer()
        ExtractWriter.append(TaggedArticle(segmented: MarkedArticle("", givenID: nil).segmented), to: &lines)
        #expect(
            String(decoding: lines.take(), as: UTF8.self)
                == #"{"id":null,"attributions":[],"quotes":[],"numeric_claims":[]}"# + "\n")
    }

    @Test func aRejectIsOneErrorLine() {
        var lines = ByteBuffer()
        let origin = Origin(file: "-", record: 7, byteOffset: 99)
        ExtractWriter.append(Reject(origin: origin, code: .malformedJSON, message: "unexpected \"\n"), to: &lines)
        ExtractWriter.append(Reject(origin: origin, givenID: "a1", code: .missingText, message: "no text"), to: &lines)
        #expect(
            String(decoding: lines.take(), as: UTF8.self) == #"""
                {"id":null,"error":{"line":7,"code":"malformed_json","message":"unexpected \"\n"}}
                {"id":"a1","error":{"line":7,"code":"missing_text","message":"no text"}}

                """#)
    }

    @Test func agreesWithTheRows() throws {
        let tagged = SampleTagging.tagged()
        let object = try object(tagged)
        let rows = RowBuilder.rows(of: tagged)
        let attributions = try #require(object["attributions"] as? [[String: Any]])
        for (row, attribution) in zip(rows.attributions, attributions) {
            guard case .spans(let spans) = row.cell("content_spans", of: .attributions) else { continue }
            #expect(attribution["content"] as? [[Int]] == spans.map { [$0.lowerBound, $0.upperBound] })
            #expect(attribution["speaker"] as? String == row.text("speaker_name", of: .attributions))
        }
    }
}
