import Testing
import TextModel

@testable import Tagging

/// What a claim says beside its number: what is counted, whose it is, when, how sure.
@Suite struct NumericClaimTests {
    struct Expected: Sendable {
        var surface: String
        var counted = ""
        var subject = ""
        var predicate = ""
        var modality = Modality.asserted
        var negated = false
        var time = ""
        var dates = ""
    }

    static let sentences: [(text: String, claims: [Expected])] = [
        (
            "Analysts said Ruritania could build between five and eight new warships in 2018.",
            [
                Expected(
                    surface: "between five and eight", counted: "new warships", subject: "Ruritania",
                    predicate: "build",
                    modality: .could, time: "2018", dates: "2018-01-01/2018-12-31")
            ]
        ),
        (
            "This follows a May report that the ministry has bought one or two new diesel-powered patrol boats.",
            [
                Expected(
                    surface: "one or two", counted: "new diesel-powered patrol boats", subject: "the ministry",
                    predicate: "bought")
            ]
        ),
        (
            "A report from the agency, citing three senior port officials, said the Ruritanian navy has widened efforts to hide "
                + "its yards, including covering up the gate of at least one dry dock.",
            [
                Expected(surface: "three", counted: "senior port officials", predicate: "said"),
                Expected(
                    surface: "at least one", counted: "dry dock", subject: "the Ruritanian navy", predicate: "widened"),
            ]
        ),
        (
            "The company did not sell 400 cars last year.",
            [
                Expected(
                    surface: "400", counted: "cars", subject: "The company", predicate: "sell", negated: true,
                    time: "last year", dates: "2017-01-01/2017-12-31")
            ]
        ),
        (
            "The bank will cut 1,200 jobs by 2020.",
            [
                Expected(
                    surface: "1,200", counted: "jobs", subject: "The bank", predicate: "cut", modality: .will,
                    time: "by 2020", dates: "/2020-12-31")
            ]
        ),
        (
            "Prices may have risen 12% since Monday.",
            [
                Expected(
                    surface: "12%", subject: "Prices", predicate: "risen", modality: .may, time: "since Monday",
                    dates: "2018-09-10/2018-09-12")
            ]
        ),
        (
            "More than 300 people have fled in the past five years.",
            [
                Expected(
                    surface: "More than 300", counted: "people", predicate: "fled", time: "the past five years",
                    dates: "2013-09-12/2018-09-12"),
                Expected(surface: "five years", subject: "More than 300 people", predicate: "fled"),
            ]
        ),
        (
            "Officials, who met this week, must hire 40 nurses.",
            [Expected(surface: "40", counted: "nurses", subject: "Officials", predicate: "hire", modality: .must)]
        ),
        (
            "Sales rose 3% and fell 2 points.",
            [
                Expected(surface: "3%", subject: "Sales", predicate: "rose"),
                Expected(surface: "2 points", subject: "Sales", predicate: "rose"),
            ]
        ),
        (
            "He owns 460 red and white cars.",
            [Expected(surface: "460", counted: "red and white cars", subject: "He", predicate: "owns")]
        ),
        (
            "It covers 18 barrels of crude oil.",
            [Expected(surface: "18 barrels", counted: "crude oil", subject: "It", predicate: "covers")]
        ),
        (
            "It has a range of 400 kilometres.",
            [Expected(surface: "400 kilometres", counted: "range", subject: "It", predicate: "has")]
        ),
        (
            "It taxes 5,700 categories of goods.",
            [Expected(surface: "5,700", counted: "categories of goods", subject: "It", predicate: "taxes")]
        ),
    ]

    @Test(arguments: sentences)
    func findsWhatIsClaimed(_ row: (text: String, claims: [Expected])) {
        // 12 September 2018 is a Wednesday.
        let article = QuantityNotation.segmented(row.text, published: "2018-09-12T08:00:00Z")
        let found = QuantityNotation.claims(article)
        func text(_ span: Span?) -> String { span.map { article.article.surface($0) } ?? "" }
        #expect(found.map { text($0.span) } == row.claims.map(\.surface))
        for (claim, expected) in zip(found, row.claims) {
            #expect(text(claim.counted) == expected.counted)
            #expect(text(claim.subject) == expected.subject)
            #expect(text(claim.predicate) == expected.predicate)
            #expect(claim.modality == expected.modality)
            #expect(claim.negated == expected.negated)
            if !expected.time.isEmpty {
                #expect(text(claim.time) == expected.time)
                #expect("\(claim.timeStart ?? "")/\(claim.timeEnd ?? "")" == expected.dates)
            }
        }
    }

    @Test func innermostAttributionHoldsTheClaim() throws {
        let text = "Ann said Bob believes Carl owns 5 cars."
        let article = QuantityNotation.segmented(text)
        func span(_ part: String) throws -> Span {
            let range = try #require(text.range(of: part))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Span(start..<start + part.utf8.count)
        }
        let outer = Attribution(
            contentType: .indirect, content: [try span("Bob believes Carl owns 5 cars")], sentence: 0, confidence: 1,
            rule: "test")
        let inner = Attribution(
            contentType: .indirect, content: [try span("Carl owns 5 cars")], parent: 0, sentence: 0, confidence: 1,
            rule: "test")
        let claim = try #require(QuantityNotation.claims(article, [outer, inner]).first)
        #expect(claim.attribution == 1)
        #expect(claim.subject.map { article.article.surface($0) } == "Carl")
    }

    @Test func timeOfSayingIsNotTheTimeOfTheClaim() throws {
        let text = "In June, officials said the port could hold 8 ships."
        let article = QuantityNotation.segmented(text, published: "2018-09-12")
        let attribution = Attribution(
            contentType: .indirect, content: [Span(24, 51)], saidTime: Span(3, 7), sentence: 0, confidence: 1,
            rule: "test")
        let claim = try #require(QuantityNotation.claims(article, [attribution]).first)
        #expect(claim.time == nil)
        #expect(claim.modality == .could)
    }

    @Test func anEmptyArticleHasNoClaims() {
        #expect(QuantityNotation.claims("").isEmpty)
        #expect(QuantityNotation.claims("No number here at all.").isEmpty)
    }
}
