import Testing

@testable import Loading

struct NameWordsTests {
    private func meanings(_ value: String) -> NameWords.Meanings {
        var value = value
        return value.withUTF8 { NameWords.shared.meanings(of: $0) }
    }

    @Test(arguments: [
        "share", "article__share-bar", "shareBar", "js-Share", "col-2 entry_meta", "read-more", "readMore",
    ])
    func namesOfWhatIsAside(value: String) {
        #expect(meanings(value).contains(.aside))
    }

    @Test(arguments: [
        "article-body", "article__body", "articleBody", "js-article-body u-wide", "storybody", "entry-content",
    ])
    func namesOfContent(value: String) {
        #expect(meanings(value).contains(.content))
    }

    @Test(arguments: [
        "", "shareholder", "article", "body", "article body", "paragraph", "metal", "readable more", "x-1",
    ])
    func namesThatSayNothing(value: String) {
        #expect(meanings(value).isEmpty)
    }
}
