import TextModel
import Testing

@testable import Writing

@Suite struct QuotedWordsTests {
    @Test(arguments: [
        ("He said ⟦c|“go home”⟧.", ContentType.direct, ["go home"]),
        ("He said ⟦c|the “deal” was a “joke”⟧.", .mixed, ["deal", "joke"]),
        ("He said ⟦c|the deal was off⟧.", .indirect, []),
        // An inner quotation gives nothing more than the outer one.
        ("⟦c|“She told me “go” and left,”⟧ he said.", .direct, ["She told me “go” and left,"]),
        // Two pieces of one quotation.
        ("⟦c|“Well,⟧ he said, ⟦c|we go.”⟧", .direct, ["Well,", "we go."]),
        // A direct quote whose opening mark lies outside the content.
        ("“Good. ⟦c|We go⟧,” he said.", .direct, ["We go"]),
        // Reported speech inside somebody else's marks.
        ("“He said ⟦c|the bridge was safe⟧,” Smith said.", .indirect, []),
        ("“He said ⟦c|the bridge was safe⟧,” Smith said.", .mixed, ["the bridge was safe"]),
        // A forgotten closing mark.
        ("He said ⟦c|“go home⟧", .direct, ["go home"]),
        ("No marks ⟦c|at all⟧.", .direct, []),
        ("Only marks ⟦c|“”⟧.", .direct, []),
    ])
    func wordsInsideMarks(_ marked: String, _ type: ContentType, _ expected: [String]) {
        let article = MarkedArticle(marked)
        let spans = QuotedWords(article.segmented).spans(of: article["c"], type: type)
        #expect(spans.map { article.segmented.article.surface($0) } == expected)
    }
}
