import TextModel
import Testing

@Suite("Layout")
struct LayoutReaderTests {
    @Test(
        "Plain text",
        arguments: [
            """
            ⟦headline¦Trump Plans a Second Meeting⟧

            ⟦dek¦Kim ignored the deal struck at their first⟧

            ⟦byline¦By Jane Doe and John Roe, Reuters⟧

            ⟦boilerplate¦Updated 5:03 PM ET, Mon September 10, 2018⟧

            ⟦dateline¦SEOUL, South Korea (Reuters) —⟧ ⟦paragraph¦Kim said no on Monday.⟧

            ⟦caption¦Photo: Kim at home⟧

            ⟦paragraph¦He left.⟧

            ⟦caption¦Kim waves on Monday. (AP Photo/Jane Doe)⟧

            ⟦boilerplate¦Read more: Kim at home⟧

            ⟦credit¦Reporting by Josh Smith and Hyonhee Shin; Editing by Michael Perry⟧
            """,
            "⟦paragraph¦One line with no full stop⟧",
            "⟦paragraph¦One line.⟧",
            "⟦byline¦By Jane Doe⟧\n⟦paragraph¦Kim said no on Monday.⟧",
            "⟦headline¦Will Kim Say No?⟧\n⟦paragraph¦He did.⟧",
            "⟦headline¦Kim to Visit the U.S.⟧\n⟦paragraph¦He did.⟧",
            "⟦headline¦Wealthy Voters Abandon Party for the Opposition.⟧\n⟦paragraph¦He did.⟧",
            "⟦headline¦News⟧\n⟦paragraph¦Clinton has strong support in S.C.⟧\n⟦paragraph¦He did.⟧",
            "⟦paragraph¦Donald Trump and Kim Jong Un met.⟧\n⟦paragraph¦They left.⟧",
            "⟦paragraph¦“We won,” he said.”⟧\n⟦paragraph¦They left.⟧",
            // Phrases that begin running text as well.
            "⟦headline¦News⟧\n⟦paragraph¦Advertisement revenue fell, Smith said.⟧\n⟦paragraph¦End.⟧",
            "⟦headline¦News⟧\n⟦paragraph¦Copyright law is old, Smith said.⟧\n⟦paragraph¦End.⟧",
            "⟦headline¦News⟧\n⟦paragraph¦Reporting by the paper found that officials knew.⟧\n⟦paragraph¦End.⟧",
            "⟦headline¦News⟧\n⟦paragraph¦Updated figures show growth, Smith said.⟧\n⟦paragraph¦End.⟧",
            // CRLF, and blank space that is not ASCII.
            "⟦headline¦News of the day⟧\r\n\r\n⟦paragraph¦He left.⟧\r\n⟦paragraph¦She left.⟧\r\n",
            "\u{3000}⟦headline¦News of the day⟧\u{2003}\n\u{A0}\n⟦paragraph¦He left.⟧\u{3000}\n",
            "⟦headline¦News of the day⟧\u{2029}⟦paragraph¦He left.⟧",
        ])
    func plainText(marked: String) {
        #expect(blocksFound(inPlain: marked) == marked)
    }

    @Test("Text without anything has no block", arguments: ["", " ", "\n\n", "\r\n", "\u{A0}\u{FEFF}\u{2003}\t"])
    func nothing(text: String) {
        #expect(segmented(text).blocks.isEmpty)
    }

    @Test("A stated title is found in the text however its marks are written")
    func statedTitle() {
        let marked = "⟦headline¦Kim’s ‘deal’ is off⟧\n⟦paragraph¦Kim said no.⟧"
        #expect(blocksFound(inPlain: marked, title: "Kim's 'deal' is off | Reuters") == marked)
        #expect(blocksFound(inPlain: marked, title: " Kim’s ‘deal’ is off ") == marked)
    }

    @Test("With a title apart, the first line is not taken for one when it is a sentence")
    func titleApart() {
        let marked = "⟦paragraph¦Kim said no.⟧\n⟦paragraph¦He left.⟧"
        #expect(blocksFound(inPlain: marked, title: "The deal is off") == marked)
        let asked = "⟦paragraph¦Will Kim Say No?⟧\n⟦paragraph¦He left.⟧"
        #expect(blocksFound(inPlain: asked, title: "The deal is off") == asked)
    }

    @Test("Hard-wrapped lines make one paragraph")
    func hardWrapped() {
        let marked = """
            ⟦paragraph¦The minister said on Monday that the bridge over the river would be
            closed for at least six months while engineers looked at the damage
            that the flood had done to its pillars and to the road on both of
            its sides.⟧

            ⟦paragraph¦He left the town on the same day, and was not seen again by any of the
            people who had come to hear what he had to say about the bridge and
            the road.⟧
            """
        #expect(blocksFound(inPlain: marked) == marked)
    }

    @Test("Short lines that each stand for themselves stay apart")
    func transcript() {
        let marked = """
            ⟦headline¦A talk with the mayor of the town by the river⟧
            ⟦paragraph¦Smith: The bridge is closed and the road is not safe.⟧
            ⟦paragraph¦Jones: The bridge will be open again before the next winter⟧
            ⟦paragraph¦Smith: Nobody knows when the road will be safe for us all⟧
            ⟦paragraph¦Jones: The road was never safe and never will be, they say⟧
            """
        #expect(blocksFound(inPlain: marked) == marked)
    }

    @Test("Stated layout is kept, cleaned, and its datelines are split off")
    func statedLayout() {
        let text = "News \nSEOUL (AP) — Kim left. \n  "
        let layout = [
            Block(kind: .headline, span: Span(0, 5)), Block(kind: .headline, span: Span(3, 6)),
            Block(kind: .paragraph, span: Span(6, 33)), Block(kind: .paragraph, span: Span(33, 35)),
            Block(kind: .paragraph, span: Span(30, 900)), Block(kind: .paragraph, span: Span(-4, 2)),
        ]
        let article = segmented(text, layout: layout)
        let found = MarkedText.marked(article.article.text, article.blocks.map { ($0.kind.rawValue, $0.span) })
        #expect(found == "⟦headline¦News⟧ \n⟦dateline¦SEOUL (AP) —⟧ ⟦paragraph¦Kim left.⟧ \n  ")
    }
}
