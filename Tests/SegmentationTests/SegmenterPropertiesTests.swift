import Learning
import TextModel
import TestSupport
import Testing

@testable import Segmentation

/// What holds for every text, tried on seeded random ones.
@Suite("Properties of every segmentation")
struct SegmenterPropertiesTests {
    /// Pieces that meet in news and in hostile input; random texts string them together.
    private static let pieces = [
        "Kim", "said", "U.S", "Sen", "No", "a.m", "n't", "'s", "’s", "s'", "5", "10,000", "3.2", "½", "the", "I", "é",
        "e\u{301}", "\u{AD}", ".", "..", "…", "?", "!", ",", ":", ";", "-", "--", "–", "—", "'", "\"", "`", "``", "''",
        "‘", "’", "“", "”", "„", "«", "»", "‹", "›", "´", "(", ")", "[", "]", "{", "$", "€", "%", "@", "#", "&", "/",
        "://", "www.", ".com", "\n", "\r\n", "\r", "\n\n", "\t", "\u{A0}", "\u{2028}", "\u{2029}", "\u{200B}",
        "\u{200D}", "\u{200E}", "\u{FEFF}", "\u{FFFD}", "\u{0}", "\u{7F}", "\u{85}", "👍🏽", "👨‍👩‍👧", "🇺🇸", "5️⃣", "′", "″",
        "中文", "。", "م", "\u{10FFFF}", "*", "=", "<", ">", "\\", "Photo: ", "By ", "SEOUL (AP) — ",
    ]

    private static func randomText(_ chance: inout Chance) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0..<60, using: &chance) {
            text += pieces.randomElement(using: &chance) ?? ""
            if Bool.random(using: &chance) { text += " " }
        }
        return text
    }

    private static func randomScalars(_ chance: inout Chance) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<80, using: &chance) {
            let bound: UInt32 = [0x80, 0x800, 0x3000, 0x11_0000].randomElement(using: &chance) ?? 0x80
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<bound, using: &chance)) { text.append(scalar) }
        }
        return String(text)
    }

    @Test("Columns are in order, nested and complete", arguments: 0..<8)
    func wellFormed(seed: Int) {
        var chance = Chance(seed: UInt64(seed))
        for _ in 0..<400 {
            let text = seed.isMultiple(of: 2) ? Self.randomText(&chance) : Self.randomScalars(&chance)
            let article = segmented(text, title: Bool.random(using: &chance) ? "Kim said" : nil)
            if let problem = Self.problem(article, coversText: true) {
                Issue.record("\(problem) in \(text.debugDescription)")
                return
            }
        }
    }

    @Test("A stated layout, however wrong, never breaks the columns", arguments: 0..<4)
    func statedLayout(seed: Int) {
        var chance = Chance(seed: UInt64(100 + seed))
        for _ in 0..<300 {
            let text = Self.randomText(&chance)
            let starts = text.unicodeScalars.indices.map { $0.utf16Offset(in: text) }
            var layout: [Block] = []
            for _ in 0..<Int.random(in: 1..<5, using: &chance) {
                let bound = Int32(max(1, starts.count * 2))
                let kind = BlockKind.allCases.randomElement(using: &chance) ?? .paragraph
                let start = Int32.random(in: -3..<bound, using: &chance)
                layout.append(
                    Block(kind: kind, span: Span(start, start + Int32.random(in: -2..<bound, using: &chance))))
            }
            if let problem = Self.problem(segmented(text, layout: layout), coversText: false) {
                Issue.record("\(problem) in \(text.debugDescription), \(layout)")
                return
            }
        }
    }

    @Test("Bytes that are no UTF-8 do not trap, though articles never hold them", arguments: 0..<4)
    func anyBytes(seed: Int) {
        var chance = Chance(seed: UInt64(200 + seed))
        let segmenter = Segmenter()
        for _ in 0..<400 {
            let bytes = (0..<Int.random(in: 0..<120, using: &chance)).map { _ in
                Bool.random(using: &chance)
                    ? UInt8.random(in: 0...255, using: &chance)
                    : [0x20, 0x22, 0x27, 0x2E, 0x35, 0x41, 0x61, 0x80, 0xC2, 0xE2, 0xF0].randomElement(using: &chance)
                        ?? 0x20
            }
            let article = segmenter.segment(Article(text: bytes))
            #expect(article.tokens.ends.allSatisfy { Int($0) <= bytes.count })
        }
    }

    /// The first rule that a segmentation breaks; nil when it keeps all.
    private static func problem(_ article: SegmentedArticle, coversText: Bool) -> String? {
        let tokens = article.tokens
        let text = article.article.text
        guard tokens.starts.count == tokens.ends.count, tokens.starts.count == tokens.kinds.count else {
            return "columns of unlike length"
        }
        var last: Int32 = 0
        for token in tokens.indices {
            guard tokens.starts[token] >= last, tokens.ends[token] > tokens.starts[token] else {
                return "token \(token) out of order"
            }
            last = tokens.ends[token]
            if Int(last) < text.count, coversText, text[Int(last)] & 0xC0 == 0x80 {
                return "token \(token) cuts a scalar"
            }
        }
        if Int(last) > text.count { return "a token ends after the text" }
        return problemOfBlocks(article) ?? problemOfSentences(article) ?? problemOfQuotations(article)
            ?? (coversText ? problemOfCover(article) : nil)
    }

    private static func problemOfBlocks(_ article: SegmentedArticle) -> String? {
        var last: Int32 = 0
        for block in article.blocks {
            if block.span.start < last || block.span.isEmpty { return "block out of order" }
            last = block.span.end
        }
        return Int(last) > article.article.text.count ? "a block ends after the text" : nil
    }

    private static func problemOfSentences(_ article: SegmentedArticle) -> String? {
        var next = 0
        var block = 0
        for sentence in article.sentences {
            if sentence.tokens.lowerBound != next || sentence.tokens.isEmpty { return "sentences are not gapless" }
            next = sentence.tokens.upperBound
            if sentence.block < block { return "sentences leave the order of blocks" }
            block = sentence.block
            if !article.blocks[block].span.contains(article.span(of: sentence)) { return "sentence outside its block" }
        }
        return next == article.tokens.count ? nil : "tokens without a sentence"
    }

    private static func problemOfQuotations(_ article: SegmentedArticle) -> String? {
        let kinds = article.tokens.kinds
        var ends: [Int] = []
        var lastOpen = -1
        var marks: Set<Int> = []
        for quotation in article.quotations {
            if quotation.open <= lastOpen { return "quotations out of order" }
            lastOpen = quotation.open
            if quotation.interior.lowerBound != quotation.open + 1 { return "interior away from its mark" }
            if kinds[quotation.open] != .openQuote { return "opening mark of another kind" }
            marks.insert(quotation.open)
            if let close = quotation.close {
                if kinds[close] != .closeQuote || quotation.interior.upperBound != close { return "bad closing mark" }
                if !marks.insert(close).inserted { return "a mark closes twice" }
            } else if quotation.interior.isEmpty {
                return "an empty quotation without an end"
            }
            while let end = ends.last, end <= quotation.open { ends.removeLast() }
            if let end = ends.last, quotation.tokens.upperBound > end { return "quotations cross" }
            if quotation.depth != ends.count { return "wrong depth" }
            ends.append(quotation.tokens.upperBound)
            let span = article.span(ofTokens: quotation.tokens)
            if !article.blocks.contains(where: { $0.span.contains(span) }) { return "quotation over blocks" }
        }
        let quoteTokens = kinds.indices.filter { kinds[$0] == .openQuote || kinds[$0] == .closeQuote }
        return Set(quoteTokens) == marks ? nil : "a quotation mark without a quotation"
    }

    /// Every scalar that is no blank space lies in a token.
    private static func problemOfCover(_ article: SegmentedArticle) -> String? {
        article.article.text.withUnsafeBufferPointer { text in
            var covered = [Bool](repeating: false, count: text.count)
            for token in article.tokens.indices {
                for byte in article.tokens.span(token).range { covered[byte] = true }
            }
            var index = 0
            while index < text.count {
                let here = scalar(text, index)
                if !here.kind.isBlank, !covered[index] { return "byte \(index) is in no token" }
                index += here.length
            }
            return nil
        }
    }
}
