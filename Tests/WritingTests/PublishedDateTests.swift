import Testing

@testable import Writing

@Suite struct PublishedDateTests {
    @Test(arguments: [
        ("2018-09-10", "2018-09-10"), ("2018-09-10T08:00:00Z", "2018-09-10T08:00:00Z"),
        (" 2018-09-10 08:00:00+02:00\n", "2018-09-10 08:00:00+02:00"), ("2018-09-10, noon", "2018-09-10"),
        ("September 10, 2018", "2018-09-10"), ("Sept. 10, 2018", "2018-09-10"), ("10 Sep 2018", "2018-09-10"),
        ("Mon, 10 Sep 2018 08:00:00 GMT", "2018-09-10"), ("Monday 10 September 2018 at 8 a.m.", "2018-09-10"),
        ("20180910", "2018-09-10"), ("9/25/2018", "2018-09-25"), ("25/9/2018", "2018-09-25"),
        ("9/9/2018", "2018-09-09"),
        ("2018", "2018"), ("September 2018", "2018-09"), ("2018-09", "2018-09"),
    ])
    func becomesISO(_ text: String, _ expected: String) { #expect(PublishedDate.iso(text) == expected) }

    @Test(arguments: ["", "9/10/2018", "Monday", "yesterday", "1536566400", "2018-13-40", "soon", "10 Sep"])
    func staysUnknown(_ text: String) { #expect(PublishedDate.iso(text) == nil) }
}
