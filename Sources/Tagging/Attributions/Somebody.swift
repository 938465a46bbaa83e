import Linguistics
import TextModel

/// Tells noun phrases that name persons and bodies from those that name things.
struct Somebody {
    private let reading: Reading

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Whether the head of a noun phrase, before what it takes behind it, is somebody: "two people close to the talks".
    /// - Complexity: O(*n*) in the phrase's tokens.
    func isNamed(by phrase: Range<Int>) -> Bool {
        guard !phrase.isEmpty else { return false }
        var head = phrase.lowerBound
        while head + 1 < phrase.upperBound, reading.kind(head + 1) == .word || reading.kind(head + 1) == .number,
            [.noun, .properNoun, .adjective, .numeral, .determiner].contains(reading.tags.universal[head + 1])
        { head += 1 }
        while head > phrase.lowerBound, reading.tags.universal[head] == .adjective { head -= 1 }
        if reading.has(head, [.person, .title, .organization]) { return true }
        return reading.tags.universal[head] == .properNoun
            && [.person, .organization].contains(SourceDescriber(reading).describe(phrase).kind)
    }
}
