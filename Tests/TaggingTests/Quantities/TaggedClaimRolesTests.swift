import Testing
import TextModel

@testable import Tagging

/// What the parts of speech tell of a number's clause, where nothing is parsed.
@Suite struct TaggedClaimRolesTests {
    private static func claims(_ text: String) -> (SegmentedArticle, [NumericClaim]) {
        let article = QuantityNotation.segmented(text)
        return (article, QuantityNotation.claims(article, isParsed: false))
    }

    /// Subject, predicate and modality; no subject where the number is a part of it.
    @Test(
        arguments: [
            ("The bank will cut 1,200 jobs.", "The bank", "cut", Modality.will),
            ("Exports fell by 3%.", "Exports", "fell", .asserted),
            ("The company has sold 400 cars.", "The company", "sold", .asserted),
            ("The road could reach 60 kilometres.", "The road", "reach", .could),
            ("The chair of the board wants to hire 40 nurses.", "The chair of the board", "hire", .asserted),
            ("The bank, which was founded in Oslo, has 40 branches.", "The bank", "has", .asserted),
            ("Police said 12 people died.", nil, "died", .asserted),
            ("More than 300 people have fled.", nil, "fled", .asserted),
            ("In the north, the mayor said, the town might need 40 nurses.", "the town", "need", .might),
            ("The company bought a yard and sold 50 boats.", "The company", "sold", .asserted),
        ] as [(String, String?, String, Modality)])
    func tellTheClause(_ row: (text: String, subject: String?, predicate: String, modality: Modality)) throws {
        let (article, claims) = Self.claims(row.text)
        let claim = try #require(claims.first)
        #expect(claim.subject.map(article.article.surface) == row.subject)
        #expect(claim.predicate.map(article.article.surface) == row.predicate)
        #expect(claim.modality == row.modality)
    }

    @Test(
        arguments: [
            ("The council imposed a 25% duty on imports.", "duty"),
            ("It has a range of 400 kilometres.", "range"),
            ("They spent 60% of the budget.", "budget"),
            ("Prices rose 12%.", nil),
        ] as [(String, String?)])
    func tellWhatIsMeasured(_ row: (text: String, measured: String?)) throws {
        let (article, claims) = Self.claims(row.text)
        #expect(try #require(claims.first).counted.map(article.article.surface) == row.measured)
    }

    @Test(
        arguments: [
            ("At least one fishing family is leaving.", "fishing family"),
            ("It paid a third of the cost.", "cost"),
            ("The ferry took 12 of them.", nil),
        ] as [(String, String?)])
    func tellWhatIsCounted(_ row: (text: String, counted: String?)) throws {
        let (article, claims) = Self.claims(row.text)
        #expect(try #require(claims.first).counted.map(article.article.surface) == row.counted)
    }

    /// What somebody is reported to say has its own verb.
    @Test func theVerbStandsInTheSameContent() throws {
        let text = "More than 300 people have had a dose, the ministry said."
        let article = QuantityNotation.segmented(text)
        let said = Attribution(
            contentType: .indirect, content: [Span(0, 36)], sourceKind: .organization, sentence: 0, confidence: 1,
            rule: "")
        let claim = try #require(QuantityNotation.claims(article, isParsed: false, [said]).first)
        #expect(claim.predicate.map(article.article.surface) == "had")
        #expect(claim.subject == nil)
    }

    @Test func aPlaceBehindTheNounIsRead() throws {
        let (article, claims) = Self.claims("The bank has 40 branches in Oslo.")
        #expect(try #require(claims.first).place.map(article.article.surface) == "Oslo")
    }

    /// The model is asked a bounded number of times for each number, however long the sentence.
    @Test func manyNumbersInOneSentenceAreRead() {
        let text =
            "The firm sold " + (0..<3000).map { "\($0 % 900 + 11) cars that broke" }.joined(separator: ", ") + "."
        #expect(Self.claims(text).1.count == 3000)
    }
}
