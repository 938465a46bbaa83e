import Testing

@testable import Writing

@Suite struct CivilDateTests {
    @Test func countsDaysOverFourCenturies() throws {
        var date = try #require(CivilDate(year: 1800, month: 1, day: 1))
        let last = try #require(CivilDate(year: 2200, month: 12, day: 31))
        var weekday = date.weekday
        #expect(weekday == 2)
        while date < last {
            let next = try #require(date.adding(days: 1))
            #expect(next > date && next.adding(days: -1) == date)
            weekday = (weekday + 1) % 7
            #expect(next.weekday == weekday)
            date = next
        }
    }

    @Test(arguments: ["2018-02-29", "2018-13-01", "2018-00-10", "2018-1-1", "20180101", "", "2018-01-3x", "0000-01-01"])
    func noSuchDay(_ text: String) { #expect(CivilDate(isoPrefix: text) == nil) }

    @Test func leapDaysExist() {
        #expect(CivilDate(year: 2016, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    }
}
