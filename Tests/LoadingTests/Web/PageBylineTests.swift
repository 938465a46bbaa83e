import Testing

@testable import Loading

struct PageBylineTests {
    @Test(arguments: [
        ("By Ann Lee", "Ann Lee"), ("by: Ann Lee", "Ann Lee"), ("BY ANN LEE", "ANN LEE"), ("ByAnn Lee", "Ann Lee"),
        ("By Ann Lee and Bob Roe | 7 November 2018", "Ann Lee and Bob Roe"),
        ("By Ann Lee on Thu, Nov 9, 2023", "Ann Lee"),
        ("Posted on September 21, 2020 by Ann Lee", "Ann Lee"),
        ("Posted by Ann Lee, Bob Roe - Safe Team", "Ann Lee, Bob Roe"),
        ("Ann Lee", "Ann Lee"), ("Ann Lee • 11/08/23", "Ann Lee"), ("By Bebs", "Bebs"),
        ("By Ann Lee@annlee", "Ann Lee"),
        ("Published by DESK at 9:00", "DESK"),
    ])
    func namesInALine(line: String, names: String) {
        #expect(PageByline.names(in: line, isLink: false) == names)
    }

    @Test(arguments: [
        "", "By", "Bebs", "7 November 2018", "staff writer", "https://daily.example/ann", "by 2018", "12 Comments",
    ])
    func whatIsNoName(line: String) {
        #expect(PageByline.names(in: line, isLink: false) == nil)
    }

    @Test func aPenNameInALinkMayBeOneWord() {
        #expect(PageByline.names(in: "delta201", isLink: true) == "delta201")
        #expect(PageByline.names(in: "linksc", isLink: true) == "linksc")
    }
}
