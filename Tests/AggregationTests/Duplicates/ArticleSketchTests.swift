import TextModel
import Testing

@testable import Aggregation

@Suite struct ArticleSketchTests {
    private func sketch(_ text: String, url: String? = nil) -> ArticleSketch {
        ArticleSketch(Article(text: Array(text.utf8), url: url))
    }

    private func agreements(_ one: ArticleSketch, _ other: ArticleSketch) -> Int {
        zip(one.words, other.words).reduce(0) { $0 + ArticleSketch.agreements($1.0, $1.1) }
    }

    @Test func typographyCountsForNothing() {
        let plain = sketch("\"It's safe,\" she said - the bridge is open. 40 cars, 2 buses.")
        let curly = sketch("“It’s SAFE,”  she said — the\u{A0}bridge\n\nis open…  40 cars, 2 buses")
        #expect(plain == curly)
        #expect(plain.runCount == 10)
        #expect(sketch("Émile’s café") != sketch("Emile’s cafe"))
    }

    /// As many bins agree as runs are shared, and of the others one in sixteen.
    @Test(arguments: [0.2, 0.5, 0.8])
    func binsAgreeAsOftenAsRunsAreShared(share: Double) {
        var sum = 0
        for seed in 0..<400 {
            // Of two texts of n words, the first part of one is the first part of the other.
            let common = Words.text(seed: UInt64(seed), count: 300)
            let own = Int(300 * (1 - share) / (2 * share))
            let one = sketch(common + " " + Words.text(seed: 10_000 + UInt64(seed), count: own))
            let other = sketch(common + " " + Words.text(seed: 20_000 + UInt64(seed), count: own))
            sum += agreements(one, other)
        }
        let mean = Double(sum) / 400 / Double(ArticleSketch.binCount)
        #expect(abs(mean - share - (1 - share) / 16) < 0.02, "\(mean)")
    }

    /// Fewer runs than bins.
    @Test func shortTextsCompareLikeLongOnes() {
        var same = 0
        for seed in 0..<200 {
            let common = Words.text(seed: UInt64(seed), count: 13)
            same += agreements(
                sketch(common + " " + Words.text(seed: 10_000 + UInt64(seed), count: 5)),
                sketch(common + " " + Words.text(seed: 20_000 + UInt64(seed), count: 5)))
        }
        // 10 runs of 20 are shared.
        let mean = Double(same) / 200 / Double(ArticleSketch.binCount)
        #expect(abs(mean - 0.53) < 0.06, "\(mean)")
    }

    @Test func comesBackFromItsBytes() {
        for sketch in [
            sketch(""), sketch("one two"), sketch(Words.text(seed: 1, count: 90), url: "https://a.example/b"),
        ] {
            #expect(ArticleSketch(bytes: sketch.bytes) == sketch)
        }
        let bytes = sketch("one two").bytes
        #expect(ArticleSketch(bytes: Array(bytes.dropLast())) == nil)
        #expect(ArticleSketch(bytes: bytes + [0]) == nil)
        #expect(ArticleSketch(bytes: [2] + bytes.dropFirst()) == nil)
        #expect(ArticleSketch(bytes: []) == nil)
    }
}
