import Testing
import TextModel

@testable import Loading

struct TextHeaderTests {
    private func header(_ text: String) -> HeaderBlock? { HeaderBlock.first(of: Array(text.utf8)[...]) }

    private func body(_ header: HeaderBlock?) -> String? { header.map { String(decoding: $0.body, as: UTF8.self) } }

    @Test func frontMatterOfMarkdown() {
        let found = header(
            """
            ---
            # a comment
            title: "Bridge: reopened"
            authors:
              - Ann Lee
              - 'Bob Roe'
            date: 2018-11-07
            tags: [a, b]
            layout:
              wide: true
            url: https://d.example/1
            ---

            The bridge reopened.
            """)
        #expect(found?.values[.title] == "Bridge: reopened")
        #expect(found?.values[.byline] == "Ann Lee, Bob Roe")
        #expect(found?.values[.published] == "2018-11-07")
        #expect(found?.values[.url] == "https://d.example/1")
        #expect(body(found) == "The bridge reopened.")
        #expect(header("---\r\nauthor: [Ann Lee, Bob Roe]\r\n---\r\nText.")?.values[.byline] == "Ann Lee, Bob Roe")
    }

    @Test func headersOfMessages() {
        let found = header(
            "From: \"Ann Lee\" <ann@d.example>\r\nTo: desk@d.example\r\nSubject: Bridge\r\n reopens\r\nMessage-ID: <7@d>\r\n"
                + "Date: Wed, 7 Nov 2018 09:00:00 +0000\r\n\r\nThe bridge reopened.\r\n")
        #expect(
            found?.values == [
                .byline: "Ann Lee", .title: "Bridge reopens", .id: "<7@d>",
                .published: "Wed, 7 Nov 2018 09:00:00 +0000",
            ])
        #expect(body(found) == "The bridge reopened.\r\n")
    }

    @Test(arguments: [
        "---\nThe bridge reopened.\n---\n", "---\ntitle: never closed\n", "---\nlayout: wide\n---\nText",
        "--\ntitle: a\n--\n",
        "From: the bridge\n\nText", "From: a\nThe bridge reopened.\n\nText", "Subject: a\nDate: b c\n: x\n\nText",
        "From", "---",
        "From: a\nSubject: b\nContent-Transfer-Encoding: base64\n\nVGV4dA==",
    ])
    func whatIsText(text: String) {
        #expect(header(text) == nil)
    }
}
