import TextModel
import WordLists

/// Whose dollars a bare "$" and "dollars" mean in an article: those of the country that its outlet writes for, unless the
/// text marks that currency ("A$5") and so keeps "$" for the American one.
struct DollarContext: Sendable {
    /// ISO 4217.
    let currency: String

    /// - Complexity: O(*n*) in the text for an outlet of such a country, else O(1).
    init(_ article: Article) {
        guard let url = article.url, let country = Self.country(ofHost: url),
            let currency = WordList(named: "dollars").entries.first(where: { $0[0] == country })?[1],
            !Self.marks(currency.prefix(1), in: article.text)
        else {
            self.currency = "USD"
            return
        }
        self.currency = currency
    }

    /// "au" of "https://www.example.com.au/news".
    private static func country(ofHost url: String) -> Substring? {
        let rest = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: true)
        guard rest.count > 1, rest[0].last == UInt8(ascii: ":") else { return nil }
        let host = rest[1].prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return host.split(separator: UInt8(ascii: ".")).last.map { Substring($0) }
    }

    /// "A$", "AU$", "$A": the country's letter beside a dollar sign.
    private static func marks(_ letter: Substring, in text: [UInt8]) -> Bool {
        guard let letter = letter.utf8.first else { return false }
        for index in text.indices where text[index] == UInt8(ascii: "$") {
            if index + 1 < text.count, text[index + 1] == letter { return true }
            if index > 0, text[index - 1] == letter { return true }
            if index > 1, text[index - 2] == letter, text[index - 1] &- 0x41 < 26, text[index - 1] != UInt8(ascii: "S")
            {
                return true
            }
        }
        return false
    }
}
