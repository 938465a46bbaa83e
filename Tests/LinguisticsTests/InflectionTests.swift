import Testing

@testable import Linguistics

@Suite("Inflection")
struct InflectionTests {
    @Test(
        "Plurals",
        arguments: [
            ("mayor", "mayors"), ("agency", "agencies"), ("attorney", "attorneys"), ("boss", "bosses"),
            ("church", "churches"), ("tax", "taxes"), ("spokesman", "spokesmen"), ("spokeswoman", "spokeswomen"),
            ("woman", "women"), ("man", "men"), ("human", "humans"), ("german", "germans"),
            ("spokesperson", "spokespeople"), ("grandchild", "grandchildren"), ("housewife", "housewives"),
            ("thief", "thieves"), ("hero", "heroes"), ("analysis", "analyses"), ("brother-in-law", "brothers-in-law"),
            ("runner-up", "runners-up"), ("passerby", "passersby"), ("baby", "babies"),
        ])
    func plurals(noun: String, expected: String) {
        #expect(Inflection.plural(noun) == expected)
    }

    @Test(
        "Verb forms: third person, past, gerund",
        arguments: [
            ("say", "says", "sayed", "saying"), ("deny", "denies", "denied", "denying"),
            ("announce", "announces", "announced", "announcing"), ("agree", "agrees", "agreed", "agreeing"),
            ("stress", "stresses", "stressed", "stressing"), ("echo", "echoes", "echoed", "echoing"),
            ("lie", "lies", "lied", "lying"), ("tweet", "tweets", "tweeted", "tweeting"),
        ])
    func verbs(verb: String, third: String, past: String, gerund: String) {
        #expect(Inflection.thirdPerson(verb) == third)
        #expect(Inflection.past(verb) == past)
        #expect(Inflection.gerund(verb, past: past) == gerund)
    }

    @Test(
        "The last consonant doubles as the past shows",
        arguments: [
            ("admit", "admitted", "admitting"), ("begin", "began", "beginning"), ("rerun", "reran", "rerunning"),
            ("label", "labelled", "labelling"), ("visit", "visited", "visiting"),
        ])
    func doubling(verb: String, past: String, gerund: String) {
        #expect(Inflection.gerund(verb, past: past) == gerund)
    }

    @Test("American spelling has a single l, where a stressed syllable does not keep both")
    func singleL() {
        #expect(Inflection.withSingleL("labelled", of: "label") == "labeled")
        #expect(Inflection.withSingleL("signalling", of: "signal") == "signaling")
        #expect(Inflection.withSingleL("called", of: "call") == nil)
        #expect(Inflection.withSingleL("told", of: "tell") == nil)
        #expect(Inflection.withSingleL("said", of: "say") == nil)
    }
}
