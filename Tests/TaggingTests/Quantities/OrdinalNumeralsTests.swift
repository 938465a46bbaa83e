import Testing

@testable import Tagging

@Suite struct OrdinalNumeralsTests {
    @Test(arguments: [
        ("11th", 11), ("21st", 21), ("1,000th", 1000), ("third", 3), ("twenty-first", 21),
        ("one hundred and fifth", 105),
        ("two hundredth", 200), ("three trillionth", 3_000_000_000_000),
        ("twenty-one thousand three hundred and tenth", 21_310),
    ])
    func numbersCountFromTheStart(_ row: (text: String, place: Int64)) {
        #expect(place(row.text) == .number(row.place))
    }

    @Test func phrasesCountFromTheEndOrFromTheCurrentOne() {
        #expect(place("next to last") == .fromEnd(-1))
        #expect(place("penultimate") == .fromEnd(-1))
        #expect(place("previous one") == .fromCurrent(-1))
    }

    @Test(arguments: ["twenty third graders", "a twenty second delay", "one second", "five", "5G", "11m", ""])
    func othersAreNoOrdinals(_ text: String) { #expect(place(text) == nil) }

    private func place(_ text: String) -> OrdinalNumerals.Place? {
        PassageReading.first(text) { passage in OrdinalNumerals.read(passage, 0)?.place } ?? nil
    }
}
