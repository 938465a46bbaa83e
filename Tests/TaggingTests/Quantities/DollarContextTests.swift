import Testing
import TextModel

@testable import Tagging

@Suite struct DollarContextTests {
    @Test(arguments: [
        (nil, "It cost $5.", "USD"), ("https://www.example.com/a", "It cost $5.", "USD"),
        ("https://www.example.com.au/a", "It cost $5.", "AUD"),
        ("https://example.ca/news?x=1", "It cost 5 dollars.", "CAD"),
        ("https://example.co.nz", "It cost US$5.", "USD"),
        ("https://example.com.au/a", "It cost A$7, or $5.", "AUD, USD"),
        (nil, "Reserves in Canadian dollars are $200 billion.", "CAD"), ("nonsense", "It cost $5.", "USD"),
    ])
    func dollarsAreThoseOfTheOutlet(_ row: (url: String?, text: String, currencies: String)) {
        let layout = [Block(kind: .paragraph, span: Span(0, Int32(row.text.utf8.count)))]
        let article = QuantityNotation.segmented(Article(text: Array(row.text.utf8), url: row.url, layout: layout))
        #expect(QuantityNotation.claims(article).map(\.unit).joined(separator: ", ") == row.currencies)
    }
}
