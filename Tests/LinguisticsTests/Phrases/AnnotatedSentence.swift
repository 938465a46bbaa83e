import Linguistics
import TextModel

/// A tree made by hand: "form/TAG/UPOS/head/relation", heads from 1 and 0 for the root, separated by spaces.
func syntaxTree(_ notation: String) -> SyntaxTree {
    var text: [UInt8] = []
    var tokens = Tokens()
    let words = notation.split(separator: " ").map { $0.split(separator: "/") }
    var tags = PartsOfSpeech(count: words.count)
    var parse = DependencyParse(count: words.count)
    for (index, word) in words.enumerated() {
        if index > 0 { text.append(0x20) }
        let start = Int32(text.count)
        text += word[0].utf8
        tokens.append(.word, start, Int32(text.count))
        tags.penn[index] = PennTag(name: word[1]) ?? .unknown
        tags.universal[index] = UniversalTag(name: word[2]) ?? .other
        parse.heads[index] = (Int32(word[3]) ?? 0) - 1
        parse.relations[index] = DependencyRelation(name: word[4])
    }
    let article = SegmentedArticle(
        article: Article(text: text), blocks: [], sentences: [Sentence(tokens: 0..<words.count, block: 0)],
        tokens: tokens, quotations: [])
    return SyntaxTree(article, tags: tags, parse: parse)
}

extension SyntaxTree {
    /// The words of a range, with single spaces.
    func words(_ range: Range<Int>) -> String {
        range.map { article.article.surface(article.tokens.span($0)) }.joined(separator: " ")
    }
}
