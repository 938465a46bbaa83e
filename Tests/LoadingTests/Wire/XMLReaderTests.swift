import Foundation
import Testing
import TextModel

@testable import Loading

struct XMLReaderTests {
    private func read(_ xml: String, limits: LoadingLimits = LoadingLimits()) -> [LoadedRecord] {
        records(
            of: XMLReader(BytesInMemory(Array(xml.utf8)), file: InputFile(label: "a", path: "a.xml"), limits: limits))
    }

    @Test func anRSSItemIsAnArticle() throws {
        let found = read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Daily</title><link>https://d.example/</link><language>en-gb</language>
            <item><title>Bridge &amp;amp; road</title><link>https://d.example/1</link><guid>g1</guid>
            <dc:creator>Ann Lee</dc:creator><pubDate>Wed, 07 Nov 2018 09:00:00 GMT</pubDate>
            <description>A teaser.</description><media:title>no</media:title>
            <content:encoded><![CDATA[<p>It reopened.</p><p>&#147;It is safe,&#148; said Jane Smith.</p>]]></content:encoded>
            </item>
            <item><title>Short</title><link>https://d.example/2</link><description>Only a summary.</description></item>
            <item><title>Nothing</title></item>
            </channel></rss>
            """)
        let article = try #require(found.first?.article)
        #expect(article.textString == "Bridge & road\n\nIt reopened.\n\n“It is safe,” said Jane Smith.")
        #expect(article.layout.map(\.kind) == [.headline, .paragraph, .paragraph])
        #expect(article.givenID == "g1" && article.url == "https://d.example/1" && article.site == "The Daily")
        #expect(article.byline == "Ann Lee" && article.language == "en-gb")
        #expect(article.published == "Wed, 07 Nov 2018 09:00:00 GMT")
        #expect(found.map { $0.article?.origin.record } == [1, 2, nil])
        #expect(found.last?.reject?.code == .noArticle)
    }

    @Test func anAtomEntryIsAnArticle() throws {
        let found = read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Daily</title>
            <entry><id>tag:d.example,1</id><title type="html">Bridge</title><updated>2018-11-08T00:00:00Z</updated>
            <published>2018-11-07T09:00:00Z</published><author><name>Ann Lee</name></author>
            <link rel="self" href="https://d.example/self"/><link href="https://d.example/1"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>reopened</b>.</p></div></content>
            </entry></feed>
            """)
        let article = try #require(found.first?.article)
        #expect(article.textString == "Bridge\n\nIt reopened.")
        #expect(article.url == "https://d.example/1" && article.published == "2018-11-07T09:00:00Z")
        #expect(article.byline == "Ann Lee" && article.language == "en" && article.site == "The Daily")
    }

    static let nitf = """
        <nitf><head><title>Slug</title><docdata><doc-id id-string="n1"/><date.issue norm="20181107T090000Z"/></docdata></head>
        <body><body.head><hedline><hl1>Bridge reopens</hl1></hedline><byline>By Ann Lee</byline></body.head>
        <body.content><block><p>It reopened on Wednesday.</p><p>“It is safe,” said Jane Smith.</p></block>
        <media media-type="image"><media-caption>The bridge as it was on Wednesday.</media-caption></media></body.content></body></nitf>
        """

    @Test func anNITFDocumentIsAnArticle() throws {
        let article = try #require(read("<?xml version=\"1.0\"?>" + Self.nitf).first?.article)
        #expect(article.title == "Bridge reopens" && article.byline == "Ann Lee" && article.givenID == "n1")
        #expect(article.published == "20181107T090000Z")
        #expect(
            article.layout.map { "\($0.kind): \(article.surface($0.span))" } == [
                "headline: Bridge reopens", "paragraph: It reopened on Wednesday.",
                "paragraph: “It is safe,” said Jane Smith.", "caption: The bridge as it was on Wednesday.",
            ])
    }

    @Test func aNewsMLItemIsAnArticleWhateverItHolds() throws {
        for (inner, words) in [
            ("<inlineXML contenttype=\"application/nitf+xml\">\(Self.nitf)</inlineXML>", "It reopened on Wednesday."),
            (
                "<inlineXML><html><head><title>t</title></head><body><p>In XHTML.</p></body></html></inlineXML>",
                "In XHTML."
            ),
            ("<inlineData>Plain words.</inlineData>", "Plain words."),
        ] {
            let found = read(
                """
                <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:1" xml:lang="en-GB">
                <itemMeta><provider><name>Agency</name></provider><versionCreated>2018-11-07T09:00:00Z</versionCreated></itemMeta>
                <contentMeta><headline>Bridge reopens</headline><by>By Ann Lee</by><language tag="en"/></contentMeta>
                <contentSet>\(inner)</contentSet></newsItem>
                """)
            let article = try #require(found.first?.article)
            #expect(article.textString.contains(words))
            #expect(article.title == "Bridge reopens" && article.byline == "Ann Lee")
            #expect(article.givenID == "urn:newsml:1" && article.site == "Agency" && article.language == "en")
        }
    }

    /// No entity but XML's own is known, so no file is read and nothing grows.
    @Test(arguments: [
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>",
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><description>&b;</description></item></channel></rss>",
        "<!DOCTYPE rss SYSTEM \"http://d.example/x.dtd\" [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><rss>&q;</rss>",
        "", "<rss><channel><item>", "<rss></feed>", "<rss>\u{1}</rss>",
    ])
    func whatIsNotWellFormedOrHasEntitiesIsTold(xml: String) {
        let found = read(xml)
        #expect(found.map { $0.reject?.code } == [.malformedXML])
    }

    /// Each entry takes the feed's title, and no look through all others for it.
    @Test(.timeLimit(.minutes(1))) func aFeedOfManyEntriesIsReadInLinearTime() throws {
        let item = "<item><description>It reopened.</description></item>"
        let xml =
            "<rss><channel>" + String(repeating: item, count: 300_000) + "<title>The Daily</title></channel></rss>"
        let file = InputFile(label: "a.xml", path: "a.xml")
        let found = records(of: XMLReader(BytesInMemory(Array(xml.utf8)), file: file))
        #expect(found.count == 300_000)
        #expect(found.last?.article?.site == "The Daily")
    }

    @Test func deepXMLIsTold() {
        let xml = "<rss>" + String(repeating: "<a>", count: 100_000)
        #expect(read(xml).map { $0.reject?.code } == [.tooComplex])
    }

    @Test func otherXMLIsNotRead() {
        #expect(read("<svg><text>words</text></svg>").map { $0.reject?.code } == [.unsupportedFormat])
        #expect(read("<rss><channel/></rss>").isEmpty)
        #expect(
            read("<rss>   </rss>", limits: LoadingLimits(recordBytes: 10)).map { $0.reject?.code } == [.articleTooLarge]
        )
    }

    @Test(.enabled(if: Shared.folder("formats/newsml-g2") != nil, "needs ../shared"))
    func theSamplesOfTheStandard() throws {
        let folder = try #require(Shared.folder("formats/newsml-g2"))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.contains("NITF") {
            let found = records(of: ArticleReaders.open(InputFile(label: name, path: "\(folder)/\(name)")))
            #expect(found.first?.article?.textString.contains("Philadelphia Phillies") ?? false, "\(name)")
        }
    }
}
