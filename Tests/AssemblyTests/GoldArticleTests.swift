import Tagging
import Testing

@testable import Assembly

@Suite struct GoldArticleTests {
    private func read(_ line: String) throws(GoldFault) -> GoldArticle { try GoldArticle(line: Array(line.utf8)[...]) }

    @Test func offsetsBecomeBytes() throws {
        let article = try read(
            #"{"doc_id": "a", "text": "Zoë: é!", "quotes": [{"content": [[5, 6]], "source": [[0, 3]], "cue": null}]}"#)
        #expect(article.id == "a" && article.text.bytes == Array("Zoë: é!".utf8))
        #expect(article.attributions == [AnnotatedAttribution(content: [6..<8], source: [0..<4])])
        #expect(article.text.scalarRange(of: 6..<8) == 5..<6)
    }

    @Test func otherNamesArePassedOver() throws {
        #expect(try read(#"{"id": 7, "text": "a", "title": ["b"], "quotes": []}"#).id == "7")
    }

    @Test(arguments: [
        (#"{"id": "a", "text": "b", "quotes": []"#, "malformed JSON: ends too early at byte 38"),
        ("[1]", "JSON, but not an object"),
        (#"{"text": "b", "quotes": []}"#, "no \"doc_id\" or \"id\" that is a string"),
        (#"{"id": "a", "quotes": []}"#, "no \"text\" that is a string"),
        (#"{"id": "a", "text": "b"}"#, "no \"quotes\" that is a list"),
        (#"{"id": "a", "text": "b", "quotes": [{}, 1]}"#, "quotes[1] is not an object"),
        (#"{"id": "a", "text": "b", "quotes": [{"type": 1}]}"#, "quotes[0].type is not a string"),
        (#"{"id": "a", "text": "b", "quotes": [{"cue": 1}]}"#, "quotes[0].cue is not a list of [start, end]"),
        (#"{"id": "a", "text": "b", "quotes": [{"cue": [[1, 0]]}]}"#, "quotes[0].cue is not a list of [start, end]"),
        (
            #"{"id": "a", "text": "b", "quotes": [{"cue": [[0, 2]]}]}"#,
            "quotes[0].cue: [0, 2] is outside the text of 1 characters"
        ),
        (
            #"{"id": "a", "text": "b", "quotes": [{"cue": [[-1, 1]]}]}"#,
            "quotes[0].cue: [-1, 1] is outside the text of 1 characters"
        ),
    ])
    func faultsSayWhatIsWrong(line: String, reason: String) {
        #expect(throws: GoldFault(reason)) { try read(line) }
    }
}
