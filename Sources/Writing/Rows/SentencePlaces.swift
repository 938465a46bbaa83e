import TextModel

/// Where sentences stand, for people: the text, the paragraph and the number of each.
struct SentencePlaces {
    private let article: SegmentedArticle
    /// For each block its number among the paragraphs, from 1; nil when it is none.
    private let paragraphs: [Int?]

    init(_ article: SegmentedArticle) {
        self.article = article
        var count = 0
        paragraphs = article.blocks.map { block in
            guard block.kind == .paragraph else { return nil }
            count += 1
            return count
        }
    }

    func span(ofSentence index: Int) -> Span { article.span(of: article.sentences[index]) }

    func paragraph(ofSentence index: Int) -> Int? { paragraphs[article.sentences[index].block] }

    /// The sentence that the byte stands in, or else the last one that begins before it.
    /// - Returns: nil when the article has no sentence.
    /// - Complexity: O(log *n*).
    func sentence(atByte byte: Int32) -> Int? {
        guard !article.sentences.isEmpty else { return nil }
        return max(0, article.sentences.partitioningIndex { article.span(of: $0).start > byte } - 1)
    }

    /// The block that the byte stands in, or else the whole text.
    func block(atByte byte: Int32) -> Span {
        let next = article.blocks.partitioningIndex { $0.span.start > byte }
        guard next > 0, article.blocks[next - 1].span.end > byte else { return Span(0..<article.article.text.count) }
        return article.blocks[next - 1].span
    }
}
