import Testing
import TextModel

@testable import Loading

/// A page as publishing systems make them, with everything around the article that does not belong to it.
private func page(_ content: String, head: String = "", around: String = "") -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="utf-8"><title>Bridge reopens | The Daily</title>\(head)</head>
    <body class="single comments-open has-sidebar">
    <header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
    <div class="cookie-banner"><p>We use cookies and other means to show you advertising that suits you, wherever you go.</p></div>
    <main><article><h1>Bridge reopens</h1>
    <div class="article__body">\(content)</div>
    <div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
    </article>
    <aside class="related"><h2>Related stories</h2><p>A road that nobody uses was closed for good on Monday, the council told us yesterday.</p></aside>
    \(around)</main>
    <footer><p>Copyright The Daily. All rights reserved. No part of this may be reproduced without permission at all.</p></footer>
    </body></html>
    """
}

private let paragraphs = [
    "The bridge over the river reopened on Wednesday after eleven months of repairs, and traffic flowed freely again.",
    "“It’s safe,” said Jane Smith, the city’s engineer, who had inspected every bolt of it twice during the spring.",
]

struct HTMLReaderTests {
    private func read(_ html: String, limits: LoadingLimits = LoadingLimits()) -> LoadedRecord? {
        read(Array(html.utf8), limits: limits)
    }

    private func read(_ bytes: [UInt8], limits: LoadingLimits = LoadingLimits()) -> LoadedRecord? {
        let found = records(
            of: HTMLReader(BytesInMemory(bytes), file: InputFile(label: "p", path: "p.html"), limits: limits))
        #expect(found.count == 1)
        return found.first
    }

    private func blocks(_ html: String) throws -> [String] {
        let article = try #require(read(html)?.article)
        return article.layout.map { "\($0.kind.rawValue): \(article.surface($0.span))" }
    }

    @Test func theArticleComesOutAndNothingElse() throws {
        let html = page(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
        #expect(try blocks(html) == ["headline: Bridge reopens"] + paragraphs.map { "paragraph: \($0)" })
        let article = try #require(read(html)?.article)
        #expect(article.textString == (["Bridge reopens"] + paragraphs).joined(separator: "\n\n"))
        #expect(article.title == "Bridge reopens")
        #expect(article.language == "en-GB")
    }

    @Test func listsCaptionsAndHeadingsHaveTheirKinds() throws {
        let html = page(
            """
            <p class="standfirst">Eleven months of waiting are over for the people of the town by the river.</p>
            <figure><img src="b.jpg"><figcaption>The bridge on the morning of its reopening.</figcaption></figure>
            <p>\(paragraphs[0])</p><h2>What was done</h2><ul><li>New bolts were put in everywhere.</li></ul>
            <p>\(paragraphs[1])</p><h2>Related stories</h2><p>Another story that nobody should read as part of this one.</p>
            """)
        #expect(
            try blocks(html) == [
                "headline: Bridge reopens",
                "dek: Eleven months of waiting are over for the people of the town by the river.",
                "caption: The bridge on the morning of its reopening.", "paragraph: \(paragraphs[0])",
                "headline: What was done", "paragraph: New bolts were put in everywhere.",
                "paragraph: \(paragraphs[1])",
            ])
    }

    @Test func quotationElementsBecomeQuotationMarks() throws {
        let html = page(
            """
            <p>\(paragraphs[0])</p><p>The mayor said <q>nobody was hurt</q> and left.</p>
            <blockquote><p>We have waited long enough.</p><p>Now it is done.</p></blockquote>
            <blockquote>“It has its own marks.”</blockquote>
            <blockquote><p>In short</p><p>A box of the page’s own words.</p></blockquote>
            """)
        #expect(
            Array(try blocks(html).suffix(6)) == [
                "paragraph: The mayor said “nobody was hurt” and left.", "paragraph: “We have waited long enough.",
                "paragraph: “Now it is done.”", "paragraph: “It has its own marks.”",
                "paragraph: In short", "paragraph: A box of the page’s own words.",
            ])
    }

    @Test func lineBreaksTablesAndInlineElements() throws {
        let html = page(
            """
            <p>\(paragraphs[0])</p>One line<br>and the next.<br><br>A new paragraph in <b>bold</b>, <i>italics</i>.
            <table><tr><td>Length</td><td>412 m</td></tr></table><p>\(paragraphs[1])</p>
            """)
        #expect(
            Array(try blocks(html).dropFirst(2)) == [
                "paragraph: One line\nand the next.", "paragraph: A new paragraph in bold, italics.",
                "paragraph: Length 412 m", "paragraph: \(paragraphs[1])",
            ])
    }

    @Test func whatAPageSaysAboutItself() throws {
        let head = """
            <link rel="canonical" href="https://www.daily.example/2018/11/07/bridge">
            <meta property="og:site_name" content="The Daily">
            <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "No"},
            {"@type": ["NewsArticle"], "headline": "Bridge &amp; road reopen", "datePublished": "2018-11-07T09:00:00Z",
            "author": [{"@type": "Person", "name": "Ann Lee"}, {"@id": "#bob"}]},
            {"@id": "#bob", "@type": "Person", "name": "Bob Roe"}]}</script>
            """
        let article = try #require(read(page("<p>\(paragraphs[0])</p>", head: head))?.article)
        #expect(article.title == "Bridge & road reopen")
        #expect(article.byline == "Ann Lee, Bob Roe")
        #expect(article.published == "2018-11-07T09:00:00Z")
        #expect(article.url == "https://www.daily.example/2018/11/07/bridge")
        #expect(article.site == "The Daily")
    }

    @Test func withoutJSONLDTheTagsAndTheTextTell() throws {
        let head = """
            <meta property="og:title" content="Bridge reopens - The Daily"><meta property="og:site_name" content="The Daily">
            <meta property="og:url" content="https://www.daily.example/2018/11/07/bridge">
            <script type="application/ld+json">{"@type": "NewsArticle", broken</script>
            """
        let html = page("<div class=\"byline\">By Ann Lee</div><p>\(paragraphs[0])</p>", head: head)
        let article = try #require(read(html)?.article)
        #expect(article.title == "Bridge reopens")
        #expect(article.byline == "Ann Lee")
        #expect(article.published == "2018-11-07")
        #expect(!article.textString.contains("Ann Lee"))
    }

    @Test func whatAReaderSeesTellsWhereTheHeadDoesNot() throws {
        let head = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "escenic"}</script>
            """
        let html = page(
            """
            <p class="byline"><span class="author">By <a href="/ann">Ann Lee</a></span>
            <span class="author-role">Daily staff</span> <span class="post-date">Wednesday, 7th November 2018</span></p>
            <p>\(paragraphs[0])</p>
            """, head: head,
            around: "<div class=\"comments\"><p>Bob <time datetime=\"2019-01-01\">1 January 2019</time></p></div>")
        let article = try #require(read(html)?.article)
        #expect(article.title == "Bridge reopens")
        #expect(article.byline == "Ann Lee")
        #expect(article.published == "2018-11-07")
        #expect(article.site == "The Daily")
    }

    /// Several authors in one kind of meta tag, or one that JSON-LD leaves out.
    @Test func everyAuthorIsTaken() throws {
        let metas = "<meta name=\"dc.creator\" content=\"Ann Lee\"><meta name=\"dc.creator\" content=\"Bob Roe\">"
        #expect(try #require(read(page("<p>\(paragraphs[0])</p>", head: metas))?.article).byline == "Ann Lee, Bob Roe")
        let linked = """
            <meta name="author" content="Ann Lee, Bob Roe">
            <script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Ann Lee"}}</script>
            """
        #expect(try #require(read(page("<p>\(paragraphs[0])</p>", head: linked))?.article).byline == "Ann Lee, Bob Roe")
    }

    /// Nothing is better than the time of a comment.
    @Test func aDateOfSomethingElseIsNone() throws {
        let html = page(
            "<p>\(paragraphs[0])</p>",
            around:
                "<div id=\"comments\"><p>Bob, <time datetime=\"2019-01-01T10:00\">2 hours ago</time>: I told you so.</p></div>"
        )
        #expect(try #require(read(html)?.article).published == nil)
    }

    @Test func aPageWithoutAnArticleIsToldSo() {
        let empty = "<html><body><nav><a href='/'>Home</a></nav><div id=app></div></body></html>"
        #expect(read(empty)?.reject?.code == .noArticle)
        #expect(read("")?.reject?.code == .noArticle)
    }

    @Test func textForMachinesIsBetterThanNone() throws {
        let head = """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge reopens",
            "articleBody": "\(paragraphs[0])\\n\(paragraphs[1])"}</script>
            """
        let article = try #require(read("<html><head>\(head)</head><body><div id=app></div></body></html>")?.article)
        #expect(article.textString == (["Bridge reopens"] + paragraphs).joined(separator: "\n\n"))
    }

    /// Every browser shows curly quotation marks here; by the letter these are control characters.
    @Test func referencesToControlCharactersAreWindows1252() throws {
        let text = try blocks(page("<p>\(paragraphs[0])</p><p>&#147;We&#146;re done&#148; &#150; he said &#x85;</p>"))
            .last
        #expect(text == "paragraph: “We’re done” – he said …")
    }

    @Test(arguments: ["<meta charset=iso-8859-1>", "<meta charset=\"latin1\">", ""])
    func olderPagesAreWindows1252(meta: String) throws {
        let html =
            "<html><head>\(meta)</head><body><p>\(paragraphs[0]) ".utf8 + [0x93] + "Café".utf8.dropLast(2) + [
                0xE9, 0x94,
            ]
        let article = try #require(read(Array(html))?.article)
        #expect(article.textString.hasSuffix("“Café”"))
    }

    @Test func theDeclaredEncodingOfUTF8DoesNotCount() throws {
        let html = "<html><head><meta charset=iso-8859-1></head><body><p>\(paragraphs[1])</p></body></html>"
        #expect(try #require(read(html)?.article).textString == paragraphs[1])
    }

    @Test func otherEncodingsAreDecoded() throws {
        let latin2 =
            Array("<html><head><meta charset=iso-8859-2></head><body><p>\(paragraphs[0]) Lech Wa".utf8)
            + [0xB3] + Array("esa</p>".utf8)
        #expect(try #require(read(latin2)?.article).textString.hasSuffix("Lech Wałesa"))
        let unknown = Array("<html><head><meta charset=x-nobody></head><body><p>caf".utf8) + [0xE9]
        #expect(read(unknown)?.reject?.code == .invalidEncoding)
        #expect(read(Array("<p>a\0b".utf8))?.reject?.code == .unsupportedFormat)
    }

    // MARK: Strangers

    @Test(arguments: [300, 1000])
    func deepPagesAreRead(depth: Int) throws {
        let html = String(repeating: "<div>", count: depth) + "<p>\(paragraphs[0])</p>"
        #expect(try #require(read(html)?.article).textString == paragraphs[0])
    }

    @Test(arguments: [2000, 100_000, 1_000_000])
    func deeperOnesAreToldSo(depth: Int) {
        let reject = read(String(repeating: "<div>", count: depth) + "<p>\(paragraphs[0])</p>")?.reject
        #expect(reject?.code == .tooComplex)
        #expect(reject?.message == "more than 1024 elements inside one another")
    }

    @Test func aMillionAttributesAreToldSo() {
        let attributes = (0..<1_000_000).map { " a\($0)" }.joined()
        #expect(read("<p\(attributes)>\(paragraphs[0])</p>")?.reject?.code == .tooComplex)
    }

    /// Names and dates are looked for in every such element, so their texts are cut where no name or date is that long.
    @Test func elementsInsideOneAnotherAreNotReadOverAndOver() throws {
        let open = String(repeating: "<time><span class=byline><h1>", count: 300)
        let html = open + String(repeating: "<p>\(paragraphs[0])</p>", count: 20_000)
        let clock = ContinuousClock()
        let took = try clock.measure { _ = try #require(read(html)) }
        // Over and over would be two gigabytes.
        #expect(took < .seconds(20))
    }

    @Test func aLongTextAndOpenTagsAreRead() throws {
        let long = String(repeating: "Nothing but words without an end. ", count: 300_000)
        #expect(try #require(read("<p>\(long)")?.article).text.count == long.utf8.count - 1)
        let open = String(repeating: "<p><b><table><tr><td>\(paragraphs[0])", count: 200)
        #expect(read(open)?.article != nil)
    }

    @Test func anyBytesEndInAnArticleOrAReject() {
        var generator = SeededGenerator(seed: 5)
        let pieces = [
            "<p>", "</p>", "<div class=\"related\">", "<a href='", "'>", "&#150;", "&#xFFFFFF;", "<script>", "<!--",
            "-->",
            "<blockquote>", "<q>", "</q>", "<table><td>", "\u{0}", "<br><br>", "é", "<title>", "<form>", "]]>",
            "<svg><p>",
            "<meta property=og:title content=", "<script type=application/ld+json>{\"@type\":\"Article\"}",
            paragraphs[0],
        ]
        for _ in 0..<2000 {
            let count = Int.random(in: 1...40, using: &generator)
            var bytes = (0..<count).flatMap { _ in
                Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
            }
            if Bool.random(using: &generator) { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
            guard let article = read(bytes)?.article else { continue }
            #expect(String(validating: article.text, as: UTF8.self) != nil)
            for block in article.layout { #expect(!article.surface(block.span).isEmpty) }
        }
    }
}
