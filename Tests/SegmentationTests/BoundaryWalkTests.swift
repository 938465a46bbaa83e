import TextModel
import Testing

@Suite("Sentences")
struct BoundaryWalkTests {
    @Test(
        "Sentences end",
        arguments: [
            "⟦He left.⟧ ⟦She stayed.⟧",
            "⟦Did he leave?⟧ ⟦No!⟧ ⟦She stayed.⟧",
            "⟦“He left.”⟧ ⟦She stayed.⟧",
            "⟦She said “he left.”⟧ ⟦“Fine.”⟧",
            "⟦He left (at last).⟧ ⟦She stayed.⟧",
            "⟦(He left.)⟧ ⟦She stayed.⟧",
            "⟦He left.)⟧ ⟦(She stayed.)⟧",
            "⟦He went to the U.S.⟧ ⟦The trip was long.⟧",
            "⟦He met John F.⟧ ⟦The rest is known.⟧",
            "⟦It began at 5 p.m.⟧ ⟦Police came late.⟧",
            "⟦He works at Acme Inc.⟧ ⟦He likes it.⟧",
            "⟦He left...⟧ ⟦Then he came.⟧",
            "⟦He left.⟧ ⟦5,000 people stayed.⟧",
            "⟦He left.[17]⟧ ⟦She stayed.⟧",
            "⟦He left. [a]⟧ ⟦She stayed.⟧",
            "⟦They have rights. 4⟧ ⟦Even though few know it, the law says so.⟧",
            "⟦He left.>>⟧ ⟦She stayed.⟧",
            "⟦Email: jane.d...@example.com⟧ ⟦Groups: alt.animals.cat⟧",
            "⟦He left.Then she did.⟧".replacing("left.", with: "left.⟧⟦"),
            "⟦We won.\"⟧ ⟦He left.⟧",
            "⟦It is new.⟧ ⟦iPhone sales rose.⟧",
            "⟦“No!”⟧ ⟦The crowd left.⟧",
            "⟦Is it Smith?⟧ ⟦Jones said no.⟧",
        ])
    func ends(marked: String) {
        #expect(sentencesFound(inPlain: marked) == marked)
    }

    @Test(
        "Sentences go on",
        arguments: [
            "⟦Sen. John F. Kennedy of the U.S. Senate met Mr. Doe on Sept. 5 at 5 p.m. Monday in St. Louis.⟧",
            "⟦George W. Will and J. I. Packer left.⟧",
            "⟦“Why?” he asked.⟧",
            "⟦“No!” she said.⟧",
            "⟦“Why?” Smith asked.⟧",
            "⟦“Why?” Mary Ann Smith asked.⟧",
            "⟦“Why …” Smith said.⟧",
            "⟦He left ... and came.⟧",
            "⟦He (why?) left.⟧",
            "⟦Yahoo! said no.⟧",
            "⟦1. The first point.⟧",
            "⟦No. 5 won at No. 10 Downing Street.⟧",
            "⟦It rose 3.5 percent to $1.2 billion.⟧",
            "⟦It starts at 5 p.m. Eastern on Jan. 5.⟧",
            "⟦The vote was 5 to 4, vs. 6 to 3.⟧",
        ])
    func goOn(marked: String) {
        #expect(sentencesFound(inPlain: marked) == marked)
    }
}
