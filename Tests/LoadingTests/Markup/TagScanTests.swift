import Testing

@testable import Loading

struct TagScanTests {
    private func excess(_ html: String) -> Int? {
        var html = html
        return html.withUTF8 { TagScan.firstExcess(in: $0) }
    }

    private let many = (0..<600).map { " a\($0)=1" }.joined()

    @Test func findsTagsWithTooManyAttributes() {
        #expect(excess("x<p\(many)>") == 1)
        #expect(excess("<p x=\">\"\(many)>") == 0)
        #expect(excess("<!-- > --><p\(many)>") == 10)
        #expect(excess("<script>if (a<b) '</scripting'</script><p\(many)>") != nil)
    }

    @Test func passesOverWhatIsNoTag() {
        #expect(excess("<p a=1 b=2>\(many)</p>") == nil)
        #expect(excess("<!-- <p\(many)> -->") == nil)
        #expect(excess("<script>a <b\(many)></script>") == nil)
        #expect(excess("1 < 2\(many)>") == nil)
        #expect(excess("<p title='\(many)'>") == nil)
    }

    @Test(arguments: [
        "<", "<p", "<p ", "<p a", "<p a=", "<p a='", "<!--", "<script", "<script>", "<script></", "<!-", "",
    ])
    func anyEndIsFine(html: String) {
        #expect(excess(html) == nil)
    }
}
