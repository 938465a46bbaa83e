import Learning
import Testing

@testable import Tagging

@Suite struct TimeNounsTests {
    @Test(arguments: ["days", "decades", "centuries", "quarters", "seconds"])
    func pluralsAreTimes(_ word: String) { #expect(TimeNouns.shared.holds(FeatureHash.of(word))) }

    @Test(arguments: ["ferries", "day", "dayses", "monday", ""])
    func otherWordsAreNot(_ word: String) { #expect(!TimeNouns.shared.holds(FeatureHash.of(word))) }
}
