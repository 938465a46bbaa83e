import Testing

@testable import Writing

@Suite struct SaidDateTests {
    /// Published on Monday, 10 September 2018.
    @Test(arguments: [
        ("Monday", "2018-09-10"), ("on Tuesday", "2018-09-04"), ("Sunday", "2018-09-09"), ("last Monday", "2018-09-03"),
        ("late Thursday night", "2018-09-06"), ("Tues.", "2018-09-04"), ("yesterday", "2018-09-09"),
        ("today", "2018-09-10"), ("earlier today", "2018-09-10"), ("this morning", "2018-09-10"),
        ("last night", "2018-09-09"), ("June", "2018-06"), ("In June", "2018-06"), ("in October", "2017-10"),
        ("last September", "2017-09"), ("in June 2018", "2018-06"), ("June 12", "2018-06-12"),
        ("on Sept. 11", "2017-09-11"), ("September 10", "2018-09-10"), ("the 12th of June", "2018-06-12"),
        ("12 June 2017", "2017-06-12"), ("June 12, 2017", "2017-06-12"), ("Feb. 29", "2016-02-29"),
        ("in 2016", "2016"), ("last year", "2017"), ("this year", "2018"), ("earlier this month", "2018-09"),
        ("last month", "2018-08"), ("two days ago", "2018-09-08"), ("a day ago", "2018-09-09"),
        ("3 days ago", "2018-09-07"), ("two weeks ago", "2018-08"), ("three months ago", "2018-06"),
        ("ten months ago", "2017-11"), ("a month ago", "2018-08"), ("five years ago", "2013"), ("a week ago", "2018"),
        ("on 18 July", "2018-07-18"), ("at the weekend", "2018-09"), ("over the weekend", "2018-09"),
        ("this week", "2018-09-10"),
        ("2018-06-12", "2018-06-12"), ("8 p.m. June 12", "2018-06-12"),
    ])
    func resolves(_ text: String, _ expected: String) {
        #expect(SaidDate.resolve(text, published: CivilDate(year: 2018, month: 9, day: 10))?.iso == expected)
    }

    @Test(arguments: [
        "", "next Monday", "tomorrow", "since June", "between June and August", "every Monday", "Mondays",
        "some weeks ago", "recently", "in the 1990s", "at a press conference", "the day before", "30 days",
    ])
    func leavesOpen(_ text: String) {
        #expect(SaidDate.resolve(text, published: CivilDate(year: 2018, month: 9, day: 10)) == nil)
    }

    @Test func aWeekOverTwoMonthsGivesTheYear() {
        #expect(SaidDate.resolve("last week", published: CivilDate(year: 2018, month: 9, day: 5))?.iso == "2018")
        #expect(SaidDate.resolve("last week", published: CivilDate(year: 2018, month: 9, day: 20))?.iso == "2018-09")
        #expect(SaidDate.resolve("last week", published: CivilDate(year: 2019, month: 1, day: 8))?.iso == nil)
        #expect(SaidDate.resolve("last month", published: CivilDate(year: 2019, month: 1, day: 8))?.iso == "2018-12")
    }

    @Test func withoutAnArticleDateOnlyAYearSettlesIt() {
        #expect(SaidDate.resolve("Monday", published: nil) == nil)
        #expect(SaidDate.resolve("June 12", published: nil) == nil)
        #expect(SaidDate.resolve("in June 2018", published: nil)?.iso == "2018-06")
    }
}
