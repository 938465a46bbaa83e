import Foundation
import Testing
import TextModel

@testable import Loading

struct NinjsArticleTests {
    private func read(_ json: String) throws -> [LoadedRecord] {
        let file = InputFile(label: "a.json", path: "a.json")
        return records(
            of: try ArticleReaders.reader(
                of: BytesInMemory(Array(json.utf8)), byteCount: nil, file: file, limits: LoadingLimits()))
    }

    @Test func bodiesOfVersionOne() throws {
        let json = """
            {"uri": "urn:1", "headline": "Bridge", "byline": "Ann Lee", "versioncreated": "2018-11-07T09:00:00Z",
             "language": "en", "copyrightholder": "Agency", "body_xhtml": "<p>It reopened.</p><p>Safely.</p>"}
            """
        let article = try #require(try read(json).first?.article)
        #expect(article.textString == "Bridge\n\nIt reopened.\n\nSafely.")
        #expect(article.givenID == "urn:1" && article.byline == "Ann Lee" && article.site == "Agency")
        #expect(article.published == "2018-11-07T09:00:00Z" && article.url == nil)
    }

    @Test func bodiesOfVersionsTwoAndThree() throws {
        let json = """
            {"uri": "https://d.example/1", "headlines": [{"role": "sub", "value": "No"}, {"role": "main", "value": "Bridge"}],
             "by": "Ann Lee", "bodies": [{"role": "main", "contenttype": "text/plain", "value": "Plain."},
             {"contenttype": "text/html", "value": "<p>In <q>HTML</q>.</p>"}]}
            """
        let article = try #require(try read(json).first?.article)
        #expect(article.textString == "Bridge\n\nIn “HTML”.")
        #expect(article.title == "Bridge" && article.byline == "Ann Lee" && article.url == "https://d.example/1")
    }

    @Test(arguments: [#"{"bodies": []}"#, #"{"uri": "x", "bodies": [{"value": 7}]}"#, #"{"body_xhtml": null}"#])
    func anItemWithoutABodyHasNoText(json: String) throws {
        #expect(try read(json).map { $0.reject?.code } == [.missingText])
    }

    @Test func anEmptyBodyIsTold() throws {
        #expect(try read(#"{"uri": "x", "body_xhtml": "<p> </p>"}"#).map { $0.reject?.code } == [.emptyArticle])
    }

    @Test(.enabled(if: Shared.folder("formats/ninjs") != nil, "needs ../shared"))
    func theSamplesOfTheStandard() throws {
        let folder = try #require(Shared.folder("formats/ninjs"))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let found = records(of: ArticleReaders.open(InputFile(label: name, path: "\(folder)/\(name)")))
            // One sample has a headline and pictures only.
            #expect(found.map { $0.reject?.code } == [name.contains("ntb") ? .missingText : nil], "\(name)")
        }
    }
}
