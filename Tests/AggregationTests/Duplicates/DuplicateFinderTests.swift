import TextModel
import Testing

@testable import Aggregation

@Suite struct DuplicateFinderTests {
    /// What each article is a copy of.
    private func originals(_ articles: [(id: String, text: String, url: String?)], capacity: Int? = nil) -> [String?] {
        var finder = DuplicateFinder(capacity: capacity ?? articles.count)
        return articles.map { finder.original($0.id, ArticleSketch(Article(text: Array($0.text.utf8), url: $0.url))) }
    }

    private let body = Words.text(seed: 1, count: 400)

    @Test func aSyndicatedCopyIsFound() {
        let wire = "Bridge reopens\n\nBy Ann Lee\n\n" + body + "\n\nMore at wire.example."
        let daily = "A bridge is back, says mayor\n\nDaily staff\n\n" + body + " " + Words.text(seed: 2, count: 90)
        let other = Words.text(seed: 3, count: 400)
        let found = originals([
            ("a", wire, "https://w.example/1"), ("b", other, nil), ("c", daily, "https://d.example/9"),
        ])
        #expect(found == [nil, nil, "a"])
    }

    @Test func aTextThatWasCutIsFoundWhateverTheOrder() {
        let half = String(body.prefix(body.utf8.count / 2))
        #expect(originals([("a", body, nil), ("b", half, nil)]) == [nil, "a"])
        #expect(originals([("b", half, nil), ("a", body, nil)]) == [nil, "b"])
    }

    /// Two reports of one event share what somebody said, and an agency's paragraph.
    @Test func anotherArticleOnTheSameEventIsNone() {
        let said = Words.text(seed: 4, count: 110)
        let one = Words.text(seed: 5, count: 300) + " " + said
        let other = said + " " + Words.text(seed: 6, count: 250)
        #expect(originals([("a", one, "https://a.example/1"), ("b", other, "https://a.example/2")]) == [nil, nil])
    }

    @Test func oneAddressIsOneArticleWhateverTheText() {
        let found = originals([
            ("a", body, "https://a.example/1"), ("b", Words.text(seed: 7, count: 300), "http://www.a.example/1#x"),
            ("c", Words.text(seed: 8, count: 300), "https://a.example"),
            ("d", Words.text(seed: 9, count: 300), "https://a.example"),
        ])
        #expect(found == [nil, "a", nil, nil])
    }

    /// "c" has the text of "b", and "b" is "a" by its address.
    @Test func aCopyOfACopyLeadsToTheOriginal() {
        let second = Words.text(seed: 7, count: 300)
        let found = originals([
            ("a", body, "https://a.example/1"), ("b", second, "https://a.example/1"),
            ("c", second, "https://c.example/3"),
            ("d", Words.text(seed: 8, count: 300), "https://c.example/3"),
        ])
        #expect(found == [nil, "a", "a", "a"])
    }

    /// Each version has four fifths of the one before: the last is another article.
    @Test func aStoryThatChangesIsNotTheFirstForEver() {
        let words = Words.text(seed: 11, count: 1400).split(separator: " ")
        let versions = (0..<10).map { version in
            (
                id: "v\(version)", text: words[version * 80..<version * 80 + 400].joined(separator: " "),
                url: String?.none
            )
        }
        let found = originals(versions)
        #expect(found[1] == "v0")
        #expect(found.last != "v0")
        // No copy is the original of another.
        for case let original? in found { #expect(found[Int(original.dropFirst()) ?? 0] == nil) }
    }

    @Test func shortAndEmptyTexts() {
        let found = originals([
            ("a", "", nil), ("b", "…", nil), ("c", "Markets are closed today.", nil),
            ("d", "Markets are closed today!", nil),
            ("e", "Markets are open today.", nil), ("f", "Shares rose 3 percent in early trade on Monday.", nil),
            ("g", "Shares rose 4 percent in early trade on Monday.", nil),
        ])
        #expect(found == [nil, nil, nil, "c", nil, nil, nil])
    }

    @Test func copiesAreFoundAmongThousands() {
        var finder = DuplicateFinder(capacity: 6000)
        func original(_ name: String, _ text: String) -> String? {
            finder.original(name, ArticleSketch(Article(text: Array(text.utf8))))
        }
        for seed in 0..<3000 {
            #expect(original("o\(seed)", Words.text(seed: 100 + UInt64(seed), count: 200)) == nil)
        }
        let found = (0..<3000).count { seed in
            let copy =
                Words.text(seed: 100 + UInt64(seed), count: 200) + " "
                + Words.text(seed: 9000 + UInt64(seed), count: 40)
            return original("c\(seed)", copy) == "o\(seed)"
        }
        #expect(found >= 2990)
    }

    /// Thousands of pages with one half of text in common, as of a machine that fills in forms: no slower for it.
    @Test func boilerplateStaysLinear() {
        let boilerplate = Words.text(seed: 12, count: 60)
        var finder = DuplicateFinder(capacity: 20_000)
        var copies = 0
        let clock = ContinuousClock()
        let time = clock.measure {
            for seed in 0..<20_000 {
                let text = boilerplate + " " + Words.text(seed: 1000 + UInt64(seed), count: 60)
                if finder.original("x\(seed)", ArticleSketch(Article(text: Array(text.utf8)))) != nil { copies += 1 }
            }
        }
        #expect(copies < 200, "a third in common is no copy, chance aside")
        #expect(time < .seconds(20))
    }

    @Test func articlesBeyondTheCapacityAreComparedWithTheOthers() {
        let found = originals(
            [
                ("a", body, "https://a.example/1"), ("b", Words.text(seed: 2, count: 99), "https://a.example/2"),
                ("c", Words.text(seed: 3, count: 99), "https://a.example/3"), ("d", body, nil),
                ("e", "x y z", "https://a.example/1"), ("f", Words.text(seed: 3, count: 99), nil),
            ],
            capacity: 2)
        #expect(found == [nil, nil, nil, "a", "a", nil])
    }

    @Test(arguments: [
        (128, 400, 400, true), (81, 400, 400, true), (75, 400, 400, false), (56, 160, 400, true), (56, 400, 400, false),
        (40, 100, 400, false), (96, 30, 30, false), (105, 30, 30, true),
    ])
    func howMuchIsACopy(agreements: Int, one: UInt32, other: UInt32, isCopy: Bool) {
        #expect(Likeness(agreements: agreements, runCounts: (one, other)).isCopy == isCopy)
    }
}
