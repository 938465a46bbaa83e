import TextModel

/// Cuts an article into blocks, sentences, tokens and quotations.
///
/// Shape: every scalar of a block that is no blank space lies in one token of one sentence; where the input states no
/// layout, the blocks hold every scalar that is no blank space. Marks of writing direction count as blank.
/// Units: token and block spans are UTF-8 byte offsets into `article.text`; sentences and quotations count tokens.
/// - Complexity: O(*n*) in bytes, whatever the bytes are.
package struct Segmenter: Sendable {
    private let layout = LayoutReader()
    private let tokenizer = Tokenizer()
    private let boundaries = BoundaryWalk()
    private let model: SentenceModel?

    /// With the model that is part of the program. Share one value.
    package init() {
        self.init(.embedded())
    }

    /// - Parameter model: says where sentences end; nil leaves it to the rules alone.
    package init(_ model: SentenceModel?) {
        self.model = model
    }

    /// - Returns: empty lists for a text without anything but blank space.
    package func segment(_ article: Article) -> SegmentedArticle {
        if var model { return segment(article, asking: &model) }
        var rules = RulesAlone()
        return segment(article, asking: &rules)
    }

    /// - Parameter judge: is asked wherever a sentence may end, from first to last.
    package func segment(_ article: Article, asking judge: inout some BoundaryJudge) -> SegmentedArticle {
        article.text.withUnsafeBufferPointer { text in
            let blocks =
                article.layout.isEmpty
                ? layout.blocks(of: text, title: article.title) : layout.blocks(of: text, stated: article.layout)
            let nextParagraphs = Self.nextParagraphs(after: blocks)
            var tokens = Tokens()
            tokens.reserve(text.count / 5 + 8)
            var sentences: [Sentence] = []
            var quotations = QuotationFinder()
            for (index, block) in blocks.enumerated() {
                let first = tokens.count
                tokenizer.tokenize(text, block.span.range, into: &tokens, marks: &quotations.marks)
                quotations.resolve(
                    text, &tokens, blockFrom: first, nextParagraph: nextParagraphs[index],
                    isRunningText: block.kind == .paragraph)
                boundaries.walk(text, tokens, first..<tokens.count, asking: &judge) {
                    sentences.append(Sentence(tokens: $0, block: index))
                }
            }
            return SegmentedArticle(
                article: article, blocks: blocks, sentences: sentences, tokens: tokens,
                quotations: quotations.found)
        }
    }

    /// For each block the first byte of the next one that is running text.
    private static func nextParagraphs(after blocks: [Block]) -> [Int?] {
        var result: [Int?] = Array(repeating: nil, count: blocks.count)
        var next: Int?
        for index in blocks.indices.reversed() {
            result[index] = next
            if blocks[index].kind == .paragraph { next = Int(blocks[index].span.start) }
        }
        return result
    }
}

extension Tokens {
    fileprivate mutating func reserve(_ count: Int) {
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
        kinds.reserveCapacity(count)
    }
}
