import Testing

@testable import Tagging

@Suite struct ContentChoiceTests {
    private func option(_ range: Range<Int>) -> ContentOption {
        ContentOption(first: range, second: nil, shape: .forward, rule: .cueThenClause)
    }

    @Test func nothingComesOfNothing() {
        #expect(ContentChoice.best([], []) == nil)
    }

    @Test func theLikeliestWinsWhereNoneAgree() throws {
        let options = [option(0..<10), option(20..<30)]
        let (best, probability) = try #require(ContentChoice.best(options, [0, 1]))
        #expect(best == options[1])
        #expect(abs(probability - 0.731) < 0.001)
    }

    /// The middle one agrees with both of the others, which do not agree with each other.
    @Test func theMiddleOneWinsWhereAllBeginAlike() throws {
        let options = [option(0..<10), option(0..<14), option(0..<19)]
        let (best, probability) = try #require(ContentChoice.best(options, [0.1, 0, 0.1]))
        #expect(best == options[1])
        #expect(abs(probability - 1) < 1e-9)
    }
}
