import Testing

@testable import Aggregation

@Suite struct WebAddressTests {
    @Test(arguments: [
        "https://daily.example/2018/bridge", "http://www.daily.example/2018/bridge/",
        "HTTPS://Daily.Example/2018/bridge#top",
        "https://daily.example/2018/bridge?utm_source=feed&fbclid=x1", "https://daily.example/2018/bridge?",
    ])
    func spellingsOfOneAddressHaveOneKey(address: String) {
        #expect(WebAddress.key(address) == WebAddress.key("https://daily.example/2018/bridge"))
    }

    @Test(arguments: [
        "https://daily.example/2018/Bridge", "https://daily.example/2018/bridge/2", "https://other.example/2018/bridge",
        "https://daily.example/2018/bridge?id=7", "https://m.daily.example/2018/bridge",
    ])
    func otherAddressesHaveOthers(address: String) {
        #expect(WebAddress.key(address) != WebAddress.key("https://daily.example/2018/bridge"))
        #expect(WebAddress.key(address) != nil)
    }

    @Test func parametersTellArticlesApart() {
        #expect(WebAddress.key("https://a.example/?id=7&utm_medium=x") == WebAddress.key("https://a.example?id=7"))
        #expect(WebAddress.key("https://a.example/?id=7") != WebAddress.key("https://a.example/?id=8"))
    }

    @Test(arguments: [
        "", "x", "https://", "https://daily.example", "https://daily.example/", "https://daily.example/?utm_source=x",
        "mailto:a@b.example", "http:///path", "/2018/bridge", "tag:daily.example,2018:1",
    ])
    func whatNamesNoArticleHasNone(address: String) {
        #expect(WebAddress.key(address) == nil)
    }
}
