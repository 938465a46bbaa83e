import Testing

@testable import Tagging

/// Phrases of time and the days they name in an article of Wednesday 12 September 2018.
@Suite struct TimePhraseTests {
    static let phrases: [(dates: String, surfaces: [String])] = [
        ("2018-01-01/2018-12-31", ["in 2018", "during 2018", "this year"]),
        ("2017-01-01/2017-12-31", ["last year", "in 2017"]),
        ("2019-01-01/2019-12-31", ["next year"]),
        ("2018-06-12/2018-06-12", ["on June 12, 2018", "on 12 June 2018", "on June 12", "on June 12th"]),
        ("2018-06-01/2018-06-30", ["in June 2018", "in June"]),
        ("2017-12-01/2017-12-31", ["in December"]),
        ("2018-09-11/2018-09-11", ["yesterday", "on Tuesday"]),
        ("2018-09-12/2018-09-12", ["today", "on Wednesday"]),
        ("2018-09-10/2018-09-16", ["this week"]),
        ("2018-08-01/2018-08-31", ["last month"]),
        ("2018-07-01/2018-09-30", ["this quarter"]),
        ("2018-09-10/2018-09-12", ["since Monday"]),
        ("2014-01-01/2018-09-12", ["since 2014"]),
        ("/2020-12-31", ["by 2020", "until 2020"]),
        ("/2018-12-31", ["by the end of the year"]),
        ("/2019-12-31", ["by the end of the decade"]),
        ("2015-01-01/", ["after 2014"]),
        ("2013-09-12/2018-09-12", ["in the past five years", "over the last 5 years"]),
        ("2018-09-12/2018-09-26", ["in the next two weeks"]),
        ("2016-01-01/2016-12-31", ["two years ago"]),
        ("2014-01-01/2018-12-31", ["from 2014 to 2018"]),
    ]

    @Test(arguments: phrases)
    func resolves(_ row: (dates: String, surfaces: [String])) {
        for surface in row.surfaces {
            let article = QuantityNotation.segmented("The firm sold 77 cars \(surface).", published: "2018-09-12")
            let claim = QuantityNotation.claims(article).first { article.article.surface($0.span) == "77" }
            #expect("\(claim?.timeStart ?? "")/\(claim?.timeEnd ?? "")" == row.dates, "\(surface)")
        }
    }

    /// Without a date of the article, only what the text settles is a date.
    @Test(arguments: [("in 2018", "2018-01-01"), ("last year", nil), ("on Monday", nil), ("in June", nil)])
    func needsTheArticlesDate(_ row: (surface: String, start: String?)) {
        let claim = QuantityNotation.claims("The firm sold 77 cars \(row.surface).").first
        #expect(claim?.timeStart == row.start)
        #expect(claim?.time != nil)
    }

    @Test(arguments: [
        ("2018-09-12", 3), ("2000-02-29", 2), ("1999-12-31", 5), ("2024-03-01", 5), ("1900-01-01", 1),
        ("2026-01-01", 4),
    ])
    func countsDays(_ row: (iso: String, weekday: Int)) throws {
        let date = try #require(CalendarDate(iso: row.iso))
        #expect(date.weekday == row.weekday)
        #expect(date.adding(days: 400)?.adding(days: -400) == date)
        #expect(date.iso == row.iso)
    }

    @Test(arguments: ["2018-13-01", "2018-02-29", "2018-00-10", "yesterday", "2018", "2018/09/12", ""])
    func refusesWhatIsNoDate(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

    @Test func monthsEndWhereTheyEnd() throws {
        let date = try #require(CalendarDate(iso: "2018-03-31"))
        #expect(date.adding(months: -1)?.iso == "2018-02-28")
        #expect(date.adding(months: 10)?.iso == "2019-01-31")
    }
}
