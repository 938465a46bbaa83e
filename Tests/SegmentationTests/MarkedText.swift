import Segmentation
import TextModel

/// Expectations as marked text: "⟦“We ⟦‘won’⟧,”⟧ he said." marks two spans. The marks are taken out, the text is
/// segmented, and what was found is marked again in the same way, so that a failure shows both.
enum MarkedText {
    static func plain(_ marked: String) -> String {
        var plain = ""
        var isLabel = false
        for character in marked {
            switch character {
            case "⟦": isLabel = marked.contains("¦")
            case "⟧": break
            case "¦": isLabel = false
            default: if !isLabel { plain.append(character) }
            }
        }
        return plain
    }

    /// Puts marks around spans; a label stands before "¦".
    static func marked(_ text: [UInt8], _ spans: [(label: String?, span: Span)]) -> String {
        var opens: [Int: [String]] = [:]
        var closes: [Int: Int] = [:]
        for (label, span) in spans {
            opens[Int(span.start), default: []].append("⟦" + (label.map { $0 + "¦" } ?? ""))
            closes[Int(span.end), default: 0] += 1
        }
        var result: [UInt8] = []
        for index in 0...text.count {
            result += Array(String(repeating: "⟧", count: closes[index] ?? 0).utf8)
            for open in opens[index] ?? [] { result += Array(open.utf8) }
            if index < text.count { result.append(text[index]) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// One segmenter for all tests.
private let segmenter = Segmenter()

func segmented(_ text: String, title: String? = nil, layout: [Block] = []) -> SegmentedArticle {
    segmenter.segment(Article(text: Array(text.utf8), title: title, layout: layout))
}

/// The surfaces of all tokens, with "|" between them.
func tokens(_ text: String) -> String {
    let article = segmented(text)
    return article.tokens.indices.map { article.article.surface(article.tokens.span($0)) }.joined(separator: "|")
}

/// The kinds of all tokens.
func kinds(_ text: String) -> [TokenKind] { segmented(text).tokens.kinds }

/// Marks the sentences of a text that is given with such marks.
func sentencesFound(inPlain marked: String) -> String {
    let article = segmented(MarkedText.plain(marked))
    return MarkedText.marked(article.article.text, article.sentences.map { (nil, article.span(of: $0)) })
}

/// Marks the quotations of a text that is given with such marks.
func quotationsFound(inPlain marked: String) -> String {
    let article = segmented(MarkedText.plain(marked))
    return MarkedText.marked(
        article.article.text, article.quotations.map { (nil, article.span(ofTokens: $0.tokens)) })
}

/// Marks the blocks of a text that is given with such marks, each with its kind.
func blocksFound(inPlain marked: String, title: String? = nil) -> String {
    let article = segmented(MarkedText.plain(marked), title: title)
    return MarkedText.marked(article.article.text, article.blocks.map { ($0.kind.rawValue, $0.span) })
}
