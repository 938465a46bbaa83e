import Testing

@testable import Loading

struct WrittenDateTests {
    @Test(arguments: [
        "7 November 2018", "Posted on 7 November 2018 by Ann Lee", "November 7, 2018", "Nov. 7th, 2018, 9 a.m.",
        "Wednesday, 07 Nov 2018 09:00", "the 7th of November 2018",
        "Written: 2018-11-07 09:00:30 / Updated: 2018-11-09",
        "2018/11/07", "7. November, 2018", "Nov 7, 2018 and June 1, 2019", "2018-11-07T09:00Z",
    ])
    func theFirstDayThatIsWrittenOut(text: String) {
        #expect(WrittenDate.iso(text) == "2018-11-07")
    }

    @Test(arguments: [
        "", "2:33 PM", "07/11/2018", "7 November", "November 2018", "May I ask 3 people in 2018", "6 hours ago",
        "2018-13-07",
        "32 November 2018", "No. 7, 2018",
    ])
    func whatIsNoDay(text: String) {
        #expect(WrittenDate.iso(text) == nil)
    }
}
