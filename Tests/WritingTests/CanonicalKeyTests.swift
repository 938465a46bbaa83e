import Testing

@testable import Writing

@Suite struct CanonicalKeyTests {
    @Test(arguments: [
        ("“It was a very warm letter,”", "it was a very warm letter"),
        ("Don’t — don't!", "dont dont"),
        ("nuclear-enrichment", "nuclear enrichment"),
        ("  $1.2bn  ", "1 2bn"),
        ("Über STRASSE", "über strasse"),
        ("日本 語", "日本 語"),
        ("…—“”", ""),
        ("", ""),
    ])
    func keepsLettersAndDigits(_ text: String, _ key: String) {
        #expect(canonicalKey(text) == key)
    }
}
