import TextModel
import Testing

@Suite("Quotations")
struct QuotationFinderTests {
    @Test(
        "Every style opens and closes",
        arguments: [
            "⟦“We won,”⟧ he said.",
            "⟦\"We won,\"⟧ he said. ⟦\"We did.\"⟧",
            "⟦``We won,''⟧ he said.",
            "⟦‘We won,’⟧ he said.",
            "⟦'We won,'⟧ he said.",
            "⟦«We won»⟧, he said.",
            "⟦« We won »⟧, he said.",
            "⟦„Wir haben gewonnen“⟧, sagte er.",
            "⟦„Wir haben gewonnen”⟧, sagte er.",
            "⟦»Wir haben gewonnen«⟧, sagte er.",
            "⟦”Vi vann”⟧, sade han.",
            "⟦‹We won›⟧, he said.",
            // Opened in one style and closed in another.
            "⟦“It was a very warm letter,\"⟧ Sanders said. ⟦\"It was.”⟧",
            "⟦\"We won,”⟧ he said.",
            // The mark stands after the full stop, or without blanks around it.
            "He said: ⟦“We won.”⟧ She left.",
            "He said:⟦“We won.”⟧She left.",
            "—⟦“We won,”⟧ he said—⟦“twice.”⟧",
            "(⟦“We won”⟧)",
            "the non-⟦\"deal\"⟧ of May",
            "He asked ⟦“why?”⟧; she said ⟦“why not?”⟧.",
        ])
    func styles(marked: String) {
        #expect(quotationsFound(inPlain: marked) == marked)
    }

    @Test(
        "Quotations stand in quotations",
        arguments: [
            "⟦“He told me ⟦‘no’⟧ and left,”⟧ she said.",
            "⟦\"He told me ⟦'no'⟧ and left,\"⟧ she said.",
            "⟦‘He told me ⟦“no”⟧ and left,’⟧ she said.",
            "⟦'He told me ⟦\"no\"⟧ and left,'⟧ she said.",
            "⟦“⟦‘No’⟧ is what he said,”⟧ she said.",
            "⟦'⟦\"No\"⟧ is what he said,'⟧ she said.",
            "⟦“He said ⟦‘no.’⟧”⟧ She left.",
            "⟦'He said ⟦\"no,\"⟧'⟧ she said.",
            "⟦«Il a dit ⟦«non»⟧ hier»⟧, dit-elle.",
            // The same style twice.
            "⟦“I’d rather live in what he calls ⟦“hell”⟧ than in a world with him.”⟧ ⟦“Yes.”⟧",
            "⟦\"I live in what he calls ⟦\"hell\"⟧ with him.\"⟧ ⟦\"Yes.\"⟧",
        ])
    func nesting(marked: String) {
        #expect(quotationsFound(inPlain: marked) == marked)
    }

    @Test(
        "Apostrophes and measures are no quotations",
        arguments: [
            "The leaders' plan and the states' rights.",
            "Kim's plan isn't the workers' plan.",
            "Give 'em the '90s and ’em the ’80s.",
            "He is 6'2\" tall and the pizza is 12\" wide.",
            "goin' home o' nights",
            "rock 'n' roll",
            "It fell by 5' and 3\".",
            "The '60s and '70s.",
        ])
    func apostrophes(text: String) {
        #expect(segmented(text).quotations.isEmpty)
    }

    @Test(
        "Apostrophes and measures within quotations do not close them",
        arguments: [
            "⟦‘The boys’ toys aren’t Kim’s,’⟧ he said.",
            "⟦'The boys' toys aren't Kim's,'⟧ he said.",
            "⟦'We're goin' to win,'⟧ he said.",
            "⟦'The '90s were fun,'⟧ he said.",
            "⟦'We told 'em so,'⟧ he said.",
            "⟦\"He is 6'2\" tall,\"⟧ she said.",
            "⟦\"The 12\" pizza is good,\"⟧ she said.",
            "⟦\"It was 1999\"⟧ she said, ⟦\"and cold.\"⟧",
            "The ministers' ⟦'deal'⟧ and the ⟦'others'⟧ and his ⟦'own'⟧.",
        ])
    func apostrophesInside(marked: String) {
        #expect(quotationsFound(inPlain: marked) == marked)
    }

    @Test("A quotation goes on over paragraphs that begin with a mark")
    func continued() throws {
        let article = segmented("“We won.\n\n“We did it twice.\n\n“And again,” he said.\n\nThe end.")
        #expect(article.quotations.map(\.continues) == [false, true, true])
        #expect(article.quotations.map { $0.close == nil } == [true, true, false])
        #expect(quotationsFound(inPlain: "⟦‘We won.⟧\n\n⟦‘We did,’⟧ he said.") == "⟦‘We won.⟧\n\n⟦‘We did,’⟧ he said.")
    }

    @Test("A caption between does not break a quotation that goes on")
    func continuedAroundCaption() {
        let article = segmented("Kim spoke.\n\n“We won.\n\nPhoto: Kim at home\n\n“We did,” he said.")
        #expect(article.quotations.map(\.continues) == [false, true])
    }

    @Test(
        "A forgotten closing mark ends where the next quotation opens, or with its paragraph",
        arguments: [
            "⟦\"We won. ⟧⟦\"We did,\"⟧ he said.", "⟦“We won. ⟧⟦“We did,”⟧ he said.",
            "He said ⟦“we won.⟧\n\nThen she left.",
        ])
    func forgottenClose(marked: String) {
        let article = segmented(MarkedText.plain(marked))
        #expect(article.quotations.first?.close == nil)
        #expect(article.quotations.first?.continues == false)
        let expected = marked.replacing(" ⟧⟦", with: "⟧ ⟦")
        #expect(quotationsFound(inPlain: marked) == expected)
    }

    @Test("A forgotten opening mark makes no quotation", arguments: ["We won,” he said.", "We won,\" he said."])
    func forgottenOpen(text: String) {
        #expect(segmented(text).quotations.isEmpty)
    }

    @Test("Depth counts the quotations around one")
    func depth() {
        let article = segmented("“He said ‘no’ to me,” she said. “Yes.”")
        #expect(article.quotations.map(\.depth) == [0, 1, 0])
    }
}
