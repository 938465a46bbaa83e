import TextModel

/// Cuts an article into blocks, sentences, tokens and quotations.
///
/// Shape: every byte that is no blank space lies in one token of one sentence of one block.
/// Units: token and block spans are UTF-8 byte offsets into `article.text`; sentences and quotations count tokens.
/// - Complexity: O(*n*) in bytes, whatever the bytes are.
package struct Segmenter: Sendable {
    private let layout = LayoutPhrases()
    private let tokenizer = Tokenizer()
    private let sentenceSplitter = SentenceSplitter()

    package init() {}

    package func segment(_ article: Article) -> SegmentedArticle {
        article.text.withUnsafeBufferPointer { text in
            let blocks = article.layout.isEmpty ? layout.blocks(of: text, title: article.title) : article.layout
            var tokens = Tokens()
            tokens.reserve(text.count / 5 + 8)
            var sentences: [Sentence] = []
            var quotations = QuotationFinder()
            for (index, block) in blocks.enumerated() {
                let first = tokens.count
                tokenizer.tokenize(text, block.span.range, into: &tokens, marks: &quotations.marks)
                let next = index + 1 < blocks.count ? Int(blocks[index + 1].span.start) : nil
                quotations.resolve(text, &tokens, blockFrom: first, nextBlock: next)
                sentenceSplitter.split(text, tokens, first..<tokens.count, block: index, into: &sentences)
            }
            return SegmentedArticle(
                article: article, blocks: blocks, sentences: sentences, tokens: tokens,
                quotations: quotations.found)
        }
    }
}

extension Tokens {
    fileprivate mutating func reserve(_ count: Int) {
        starts.reserveCapacity(count)
        ends.reserveCapacity(count)
        kinds.reserveCapacity(count)
    }
}
