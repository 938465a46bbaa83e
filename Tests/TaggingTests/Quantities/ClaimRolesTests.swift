import Testing
import TextModel

@testable import Tagging

/// What the parts of speech tell of a number's clause.
@Suite struct ClaimRolesTests {
    private static func claims(_ text: String) -> (SegmentedArticle, [NumericClaim]) {
        let article = QuantityNotation.segmented(text)
        return (article, QuantityNotation.claims(article))
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
            // The nearest noun is no subject: a time, what a preposition leads in, who acts in another clause.
            ("Exports hit their lowest level in a decade, falling by 3%.", "Exports", "falling", .asserted),
            ("The eye of the storm reached 140 km.", "The eye of the storm", "reached", .asserted),
            ("Sales fell as the price rose 12%.", "the price", "rose", .asserted),
            ("The ferry that links both islands carries 90 cars.", "The ferry", "carries", .asserted),
            ("Ships and trains carried 40 tonnes.", "Ships and trains", "carried", .asserted),
            ("The team keeps losing 2 players.", "The team", "losing", .asserted),
            ("More than 300 people bought 4 tickets each.", "More than 300 people", "bought", .asserted),
            ("At 2:30 the crash injured 12 people.", "the crash", "injured", .asserted),
            // The object of some verbs acts in the infinitive behind it; that of others does not.
            ("The dam has caused the river to drop 4 metres.", "the river", "drop", .asserted),
            ("The board expects the cost of the yard to rise 3%.", "the cost of the yard", "rise", .asserted),
            ("The court told the firm to pay $5 million.", "the firm", "pay", .asserted),
            ("The firm sold ships to pay $5 million.", "The firm", "pay", .asserted),
        ] as [(String, String?, String, Modality)])
    func tellTheClause(_ row: (text: String, subject: String?, predicate: String, modality: Modality)) throws {
        let (article, claims) = Self.claims(row.text)
        let claim = try #require(claims.last)
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
            ("It bored 8 miles (13 kilometres) of new tunnels.", "new tunnels"),
            ("The wreck lies 50 km northeast of the port.", nil),
            // By their form.
            ("They burned two weeks’ worth of food.", "food"),
            ("They burned $5 million worth of timber.", "timber"),
            ("It feeds the tank (40 litres) twice.", "tank"),
            ("It has a steel tip (1.5mm internal diameter).", "internal diameter"),
            ("The airline made $2 billion in annual sales.", "annual sales"),
            ("The airline spent $2 billion in Ruritania.", nil),
            ("The talks sent oil 2 percent lower.", "oil"),
            ("They returned three years earlier.", nil),
        ] as [(String, String?)])
    func tellWhatIsMeasured(_ row: (text: String, measured: String?)) throws {
        let (article, claims) = Self.claims(row.text)
        #expect(try #require(claims.first).counted.map(article.article.surface) == row.measured)
    }

    /// What is compared shares it; what is paid for one of two things is not paid for the other.
    @Test(
        arguments: [
            ("The firm cut its forecast to $84 million, down from $90 million.", ["forecast", "forecast"]),
            ("It expects a profit of $5 billion, up 3 percent.", ["profit", "profit"]),
            ("A ticket is $5 for adults and $3 for children.", ["adults", "children"]),
            ("A crate held five 10-pound bags.", ["10-pound bags", "bags"]),
        ] as [(String, [String?])])
    func tellWhatSeveralMeasure(_ row: (text: String, measured: [String?])) {
        let (article, claims) = Self.claims(row.text)
        #expect(claims.map { $0.counted.map(article.article.surface) } == row.measured)
    }

    @Test func whatIsComparedSharesItsSubject() {
        let (article, claims) = Self.claims("Ruritania Motors sold 400 cars for $84 million, down from $90 million.")
        #expect(
            claims.map { $0.subject.map(article.article.surface) } == Array(repeating: "Ruritania Motors", count: 3))
    }

    @Test(
        arguments: [
            ("At least one fishing family is leaving.", "fishing family"),
            ("It paid a third of the cost.", "cost"),
            ("The ferry took 12 of them.", nil),
            ("It warned 12 out of its 14 districts.", "14 districts"),
            ("Two of Johnson’s deputies left.", "Johnson’s deputies"),
            ("The blast left 12 dead.", "dead"),
            ("The euro had weakened to 109.76 overnight.", nil),
            ("About 4 in 10 want a change.", nil),
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
        let claim = try #require(QuantityNotation.claims(article, [said]).first)
        #expect(claim.predicate.map(article.article.surface) == "had")
        #expect(claim.subject == nil)
    }

    /// A number of sources says nothing of them.
    @Test func aParticipleSharesTheSubjectOfItsClause() throws {
        let text =
            "A report from the agency, citing three senior port officials, said the Ruritanian navy has widened efforts to "
            + "hide its yards, including covering up the gate of at least one dry dock."
        let article = QuantityNotation.segmented(text)
        let navy = try #require(text.range(of: "the Ruritanian"))
        let start = Int32(text.utf8.distance(from: text.startIndex, to: navy.lowerBound))
        let said = Attribution(
            contentType: .indirect, content: [Span(start, Int32(text.utf8.count) - 1)], sourceKind: .document,
            sentence: 0, confidence: 1, rule: "")
        let claims = QuantityNotation.claims(article, [said])
        #expect(claims.map { $0.subject.map(article.article.surface) } == [nil, "the Ruritanian navy"])
        #expect(claims.map { $0.counted.map(article.article.surface) } == ["senior port officials", "dry dock"])
        #expect(claims.map { $0.predicate.map(article.article.surface) } == ["citing", "covering"])
    }

    @Test func whoSaysItIsNoSubjectOfIt() throws {
        let text = "Mayor Ana Ruiz told reporters that 12 buildings had collapsed."
        let article = QuantityNotation.segmented(text)
        let said = Attribution(
            contentType: .indirect, content: [Span(30, 61)], sourceKind: .person, sentence: 0, confidence: 1,
            rule: "")
        let claim = try #require(QuantityNotation.claims(article, [said]).first)
        #expect(claim.predicate.map(article.article.surface) == "collapsed")
        #expect(claim.subject == nil)
    }

    /// A place is no name for what money buys, but the noun that stands in it is.
    @Test func aLabelIsNoPlace() throws {
        let (article, claims) = Self.claims("A villa in Strelsau, $8 million.")
        #expect(try #require(claims.first).counted.map(article.article.surface) == "villa")
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
