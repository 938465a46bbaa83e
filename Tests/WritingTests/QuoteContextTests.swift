import TextModel
import Testing

@testable import Writing

@Suite struct QuoteContextTests {
    @Test func endsAtWholeWords() {
        let text = Array((String(repeating: "wörter ", count: 40) + "|" + String(repeating: " wörter", count: 40)).utf8)
        let middle = text.firstIndex(of: UInt8(ascii: "|")).map(Int32.init) ?? 0
        let before = QuoteContext.before(middle, in: text)
        let after = QuoteContext.after(middle + 1, in: text)
        #expect(before.unicodeScalars.count <= 100 && before.unicodeScalars.count > 90)
        #expect(after.unicodeScalars.count <= 100 && after.unicodeScalars.count > 90)
        #expect(before.hasPrefix("wörter wörter") && before.hasSuffix("wörter "))
        #expect(after.hasPrefix(" wörter") && after.hasSuffix("wörter"))
    }

    @Test func isEmptyAtTheEdges() {
        let text = Array("abc".utf8)
        #expect(QuoteContext.before(0, in: text) == "")
        #expect(QuoteContext.after(3, in: text) == "")
    }

    @Test func oneLongWordGivesNothing() {
        let text = Array(String(repeating: "x", count: 300).utf8)
        #expect(QuoteContext.before(200, in: text) == "")
        #expect(QuoteContext.after(100, in: text) == "")
    }
}
