import Segmentation
import TestSupport
import TextModel
import Testing

/// The cost is linear in the text, whatever the text is.
@Suite("Work on pathological texts", .serialized)
struct SegmenterWorkTests {
    /// Eight times the text may take this many times as long: 8, and room for what the caches do. Quadratic work takes 64.
    private static let mostGrowth = 20.0

    @Test(
        "Eight times the text takes about eight times as long",
        arguments: [
            "a", "1", "\"", "'", "“", "”", "‘", "’", "„", "« ", "“‘", "\"'", "''", "a.b.c.", "ab.cd.", "(", "[1",
            "1,1,1,",
            "1-", "1–", " ", "\n", "\r\n", "'s", "a'", "a's ", "-", "—", ". ", ".", ". . ", "?", "@a", "a@", "a.@", "#",
            "://", "a://", "www.", "a&", "a-", "U.S. ", "A. ", "No. ", "\"a ", "'a ", "‘a “b ", "“a ‘b ", "a\n", "a.\n",
            "By A\n", "“a\n\n", "‘a\n\n", "AAA, ", "AAA (a", "*", "é", "\u{301}", "👍🏽", "\u{200D}", "\u{A0}", "\u{0}",
            "? a ", "U.S. ? ", "A: ", "a: ", "A Aa ", ".> ", ". 5 A ", "goin' ", "'em ", "6'2\"", "a\"b", "[a] ",
            ".[1]", "A. \"", "?\" A ",
        ])
    func isLinear(piece: String) {
        let segmenter = Segmenter()
        let small = Self.article(piece, bytes: 1 << 17)
        let large = Self.article(piece, bytes: 1 << 20)
        let growth = Growth.of(
            { _ = segmenter.segment(small) }, { _ = segmenter.segment(large) }, within: Self.mostGrowth)
        #expect(growth <= Self.mostGrowth, "\(piece.debugDescription) took \(growth) times as long")
    }

    @Test("Stops that all wait for what comes after them", arguments: ["? ", "?) ", ". [1] ", "p.m. ", "… "])
    func isLinearBeforeSmallLetter(piece: String) {
        let segmenter = Segmenter()
        let small = Article(text: Self.article(piece, bytes: 1 << 15).text + Array("a".utf8))
        let large = Article(text: Self.article(piece, bytes: 1 << 18).text + Array("a".utf8))
        let growth = Growth.of(
            { _ = segmenter.segment(small) }, { _ = segmenter.segment(large) }, within: Self.mostGrowth)
        #expect(growth <= Self.mostGrowth, "\(piece.debugDescription) took \(growth) times as long")
    }

    private static func article(_ piece: String, bytes: Int) -> Article {
        let piece = Array(piece.utf8)
        return Article(text: Array(repeatElement(piece, count: bytes / piece.count).joined()))
    }
}
