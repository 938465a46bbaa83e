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
            "Prices could have risen 12% since Monday.",
            [
                Expected(
                    surface: "12%", subject: "Prices", predicate: "risen", modality: .could, time: "since Monday",
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
                Expected(surface: "2 points", subject: "Sales", predicate: "fell"),
            ]
        ),
        (
            "He owns 460 red and white cars.",
            [Expected(surface: "460", counted: "red and white cars", predicate: "owns")]
        ),
        (
            "It covers 18 barrels of crude oil.",
            [Expected(surface: "18 barrels", counted: "crude oil", predicate: "covers")]
        ),
        (
            "It has a range of 400 kilometres.",
            [Expected(surface: "400 kilometres", counted: "range", predicate: "has")]
        ),
        (
            "The factory that opened last year can make 30 engines a day.",
            [Expected(surface: "30", counted: "engines", subject: "The factory", predicate: "make", modality: .can)]
        ),
        (
            "The update will boost the battery's range by about 35 miles.",
            [
                Expected(
                    surface: "about 35 miles", counted: "battery's range", subject: "The update", predicate: "boost",
                    modality: .will)
            ]
        ),
        (
            "The council imposed a 25% duty on imports.",
            [Expected(surface: "25%", counted: "duty", subject: "The council", predicate: "imposed")]
        ),
        (
            "Two of the mayor's deputies were fired.",
            [Expected(surface: "Two", counted: "mayor's deputies", predicate: "fired")]
        ),
        (
            "The region will try to hire 80 teachers.",
            [
                Expected(
                    surface: "80", counted: "teachers", subject: "The region", predicate: "hire", modality: .will)
            ]
        ),
        (
            "It taxes 5,700 categories of goods.",
            [Expected(surface: "5,700", counted: "categories of goods", predicate: "taxes")]
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

    /// `Port` has no time, so that its form ends with an empty part.
    @Test(arguments: [
        ("The ports handled 40 new ships in 2017.", "port|new ship||2017-01-01/2017-12-31"),
        ("Prices rose 3%.", "price||percent|"), ("The Port paid $5 million for the cranes.", "port|crane|usd|"),
    ])
    func normalFormsAreLemmas(_ row: (text: String, form: String)) {
        #expect(QuantityNotation.claims(row.text).map(\.normalForm) == [row.form])
    }

    @Test(arguments: [
        ("The bank has 40 branches in Ruritania.", "Ruritania"), ("Snow killed 12 people near Strelsau.", "Strelsau"),
        ("The bank has 40 branches in 2018.", ""), ("The bank has 40 branches.", ""),
    ])
    func placesAreNamed(_ row: (text: String, place: String)) {
        let article = QuantityNotation.segmented(row.text)
        #expect(QuantityNotation.claims(article).map { $0.place.map(article.article.surface) ?? "" } == [row.place])
    }

    @Test(arguments: [
        ("It is 5 miles long.", "8046.72 metre"), ("It weighs 3 pounds.", "1.36077711 kilogram"),
        ("It was 32 degrees Fahrenheit.", "273.15 kelvin"), ("It rose by 9 degrees Fahrenheit.", "5 kelvin"),
        ("It used 60% of it.", "0.6 one"), ("It cost $5.", ""), ("It has 5 doors.", ""),
        ("It drove at 60 miles per hour.", "26.8224 metre per second"), ("It took two hours.", "7200 second"),
        ("It holds 256 gigabytes.", "256000000000 byte"),
    ])
    func measuresHaveAValueInBaseUnits(_ row: (text: String, base: String)) {
        let claim = QuantityNotation.claims(row.text).first
        #expect([claim?.baseValue?.description, claim?.baseUnit].compactMap(\.self).joined(separator: " ") == row.base)
    }

    @Test func boundsAndRangesHaveBaseEnds() {
        let range = QuantityNotation.claims("It is 5 to 6 km long.").first
        #expect(
            range?.baseLow?.description == "5000" && range?.baseHigh?.description == "6000" && range?.baseValue == nil)
        let bound = QuantityNotation.claims("It is at least 5 km long.").first
        #expect(bound?.baseLow?.description == "5000" && bound?.baseHigh == nil)
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
