import Testing
import TextModel

@testable import Loading

struct JSONDocumentReaderTests {
    private func read(
        _ json: String, readSize: Int = 1 << 16, limits: LoadingLimits = LoadingLimits()
    ) -> [LoadedRecord] {
        let source = DribblingSource(Array(json.utf8), readSize: readSize)
        return records(of: JSONDocumentReader(source, file: InputFile(label: "a.json", path: "a.json"), limits: limits))
    }

    private func texts(_ found: [LoadedRecord]) -> [String] {
        found.map { $0.article?.textString ?? $0.reject?.code.rawValue ?? "" }
    }

    static let documents = [
        #"{"id": "a", "text": "One."}"#, "[\n {\"text\": \"One.\"}\n]\n", "\u{FEFF}[{\"text\":\"One.\"}]",
        "{\n  \"text\":\n    \"One.\"\n}\n",
    ]

    @Test(arguments: documents, [1, 3, 1 << 16])
    func oneObjectIsOneArticle(json: String, readSize: Int) {
        #expect(texts(read(json, readSize: readSize)) == ["One."])
    }

    @Test func listsAndSequencesOfObjects() {
        let found = read(
            #"[{"text": "On]e {\"."}, {"text": "Two", "tags": [{"a": []}]}]"#
                + "\n{\"text\": \"Three\"}{\"text\": \"Four\"}")
        #expect(texts(found) == [#"On]e {"."#, "Two", "Three", "Four"])
        #expect(found.compactMap(\.article).map(\.origin.record) == [1, 2, 3, 4])
        #expect(found.compactMap(\.article).map(\.origin.byteOffset).first == 1)
    }

    @Test func aBadElementCostsItself() {
        let found = read(
            "[{\"text\": \"One\"},\n{\"text\": 7},\n{\"text\" \"x\"},\nnonsense,\n{\"text\": \"Two\"},\n{\"text\": \"cut"
        )
        #expect(texts(found) == ["One", "wrong_type", "malformed_json", "malformed_json", "Two", "malformed_json"])
        #expect(found.last?.reject?.message == "the file ends inside this object")
    }

    @Test func aRecordOverTheLimitIsTold() {
        let long = "{\"text\": \"\(String(repeating: "y", count: 500_000))\"}"
        #expect(
            texts(read("[{\"text\": \"One\"},\(long)]", limits: LoadingLimits(recordBytes: 1000))) == [
                "One", "article_too_large",
            ])
    }

    @Test func anEmptyListHasNoArticles() {
        #expect(read("[]").isEmpty)
        #expect(read(" \n").isEmpty)
    }
}
