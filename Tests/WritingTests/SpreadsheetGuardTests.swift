import TextModel
import Testing

@testable import Writing

@Suite struct SpreadsheetGuardTests {
    @Test(arguments: NastyCells.converted + NastyCells.formulas)
    func isGuarded(_ cell: String) { #expect(SpreadsheetGuard.needsApostrophe(cell, in: .text)) }

    @Test(arguments: NastyCells.harmless)
    func isLeftAlone(_ cell: String) { #expect(!SpreadsheetGuard.needsApostrophe(cell, in: .text)) }

    @Test func aDateColumnKeepsItsDates() {
        for date in ["2018", "2018-06-12", "2018-06-12T08:00:00Z", "2018-06-12 08:00:00"] {
            #expect(!SpreadsheetGuard.needsApostrophe(date, in: .date))
        }
        #expect(SpreadsheetGuard.needsApostrophe("2018-06", in: .date))
        #expect(SpreadsheetGuard.needsApostrophe("=1+1", in: .date))
    }

    @Test func aLongTextIsJudgedByItsBeginning() {
        let text = "We " + String(repeating: "5-8 ", count: 1_000_000)
        let clock = ContinuousClock()
        #expect(clock.measure { _ = SpreadsheetGuard.needsApostrophe(text, in: .text) } < .milliseconds(100))
    }
}
