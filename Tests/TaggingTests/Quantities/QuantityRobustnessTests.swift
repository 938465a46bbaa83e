import Testing
import TestSupport
import TextModel

@testable import Tagging

/// Any text returns, and costs time linear in its length.
@Suite(.serialized) struct QuantityRobustnessTests {
    /// Pieces that a quadratic or recursive rule would choke on.
    static let pathological = [
        "1,", "1-", "1/", "1.", "one ", "one-", "hundred ", "million ", "a hundred and ", "5 to ", "5 or ",
        "between 5 and ",
        "at least ", "$", "5% ", "of ", "5 of ", "June 5 ", "2018 ", "said 5 ", "that 5 is ", "(5 ", "5, ",
        "dozens of ", "five and a half ",
        "US1,", "half a ", "1–", "more than ", "the past ", "is 5 in ", "per 5 ", "½", "point five ", "who has 5 ",
    ]

    @Test(.timeLimit(.minutes(1)), arguments: pathological)
    func repetitionIsLinear(_ piece: String) {
        let bytes = Array(repeating: Array(piece.utf8), count: 30_000 / piece.utf8.count).flatMap { $0 }
        let article = QuantityNotation.segmented(bytes)
        check(article, QuantityNotation.claims(article))
    }

    /// A text may end inside any phrase of time: "… in the past".
    @Test(arguments: TimePhraseTests.phrases.flatMap(\.surfaces))
    func aTextMayBreakOffInsideAPhrase(surface: String) {
        let words = "The firm sold 77 cars \(surface)".split(separator: " ")
        for count in 1...words.count {
            let article = QuantityNotation.segmented(words[..<count].joined(separator: " "), published: "2018-09-12")
            check(article, QuantityNotation.claims(article))
        }
    }

    @Test func aMegabyteOfDigitsIsLeftAlone() {
        let bytes = Array(repeating: Array("1,".utf8), count: 500_000).flatMap { $0 }
        #expect(QuantityNotation.claims(QuantityNotation.segmented(bytes)).isEmpty)
    }

    /// Ten megabytes, in the thread's time beside a tenth of them.
    @Test func digitsCostLinearTime() {
        func read(_ megabytes: Int) {
            let bytes = Array(repeating: Array("1,".utf8), count: megabytes * 500_000).flatMap { $0 }
            let article = QuantityNotation.segmented(bytes)
            let words = QuantityNotation.tagger.lexicon.words(of: article)
            #expect(QuantityNotation.tagger.quantities(in: article, words: words).isEmpty)
        }
        #expect(Growth.of({ read(1) }, { read(10) }, within: 20) <= 20)
    }

    @Test(arguments: [
        "1" + String(repeating: "0", count: 300), "10^300", "1e300", "9e999", "2^999", "1e-300", "10^-300",
    ])
    func hugePowersReturn(_ number: String) {
        let article = QuantityNotation.segmented("The sum was \(number) dollars, or \(number)% of \(number).")
        check(article, QuantityNotation.claims(article))
    }

    @Test func aHundredThousandNumberWordsReturn() {
        let bytes = Array(repeating: Array("seven ".utf8), count: 100_000).flatMap { $0 }
        #expect(QuantityNotation.claims(QuantityNotation.segmented(bytes)).count > 50_000)
    }

    @Test(arguments: 0..<40)
    func seededWordsReturn(_ seed: UInt64) {
        let vocabulary = [
            "5", "five", "and", "a", "half", "million", "%", "$", "between", "or", "to", "-", "of", "the", "June",
            "2018", ",", ".", "(",
            ")", "people", "said", "could", "rose", "per", "day", "one", "in", "third", "dozens", "km", "US", "1,2",
            "3/4", "½", "°", "C",
            "more", "than", "at", "least", "times", "as", "twice", "34-year-old", "minus-5", "10–12", "“", "”", "’s",
            "é", "٣", "１", "2017-18", "year", "last", "week", "it", "has", "which", "they",
        ]
        var random = SplitMix(seed)
        var text = ""
        for _ in 0..<400 {
            text += vocabulary[Int(random.next() % UInt64(vocabulary.count))]
            if random.next() % 4 != 0 { text += " " }
        }
        let article = QuantityNotation.segmented(text, published: "2018-09-12")
        check(article, QuantityNotation.claims(article))
    }

    @Test(arguments: 0..<40)
    func seededBytesReturn(_ seed: UInt64) {
        var random = SplitMix(seed &+ 1000)
        let bytes = (0..<600).map { _ in UInt8(truncatingIfNeeded: random.next() % 96) + 0x20 }
        // Articles hold well-formed UTF-8; these are ASCII, and what decoding makes of any bytes.
        let article = QuantityNotation.segmented(bytes)
        check(article, QuantityNotation.claims(article))
        let repaired = Array(
            String(decoding: (0..<600).map { _ in UInt8(truncatingIfNeeded: random.next()) }, as: UTF8.self).utf8)
        let other = QuantityNotation.segmented(repaired)
        check(other, QuantityNotation.claims(other))
    }

    /// Spans lie in the text, in order, without overlap; a bound fills the ends that it names.
    private func check(_ article: SegmentedArticle, _ claims: [NumericClaim]) {
        var end: Int32 = 0
        var sound = true
        for claim in claims {
            sound =
                sound && claim.span.start >= end && claim.span.end <= Int32(article.article.text.count)
                && !claim.span.isEmpty
            end = claim.span.end
            switch claim.bound {
            case .exact: sound = sound && claim.value != nil && claim.low == nil && claim.high == nil
            case .about:
                sound = sound && (claim.value != nil) == (claim.low == nil) && (claim.low == nil) == (claim.high == nil)
            case .atLeast, .moreThan, .atMost, .lessThan: sound = sound && claim.value == nil
            case .range, .either: sound = sound && claim.value == nil && claim.low != nil && claim.high != nil
            }
            if let low = claim.low, let high = claim.high, claim.kind != .score { sound = sound && low <= high }
        }
        #expect(sound)
    }
}

/// A small seeded generator.
struct SplitMix {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
