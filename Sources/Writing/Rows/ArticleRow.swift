import Crypto
import TextModel

extension RowContext {
    /// The row of `Table.articles`, column by column.
    var articleRow: Row {
        [
            .text(articleID),
            .text(orNull: article.url),
            .text(orNull: article.title.nonEmpty ?? block(.headline)),
            .text(orNull: article.byline.nonEmpty ?? block(.byline)),
            .text(orNull: publishedISO),
            .text(orNull: article.site),
            .text(orNull: article.language),
            .integer(words),
            .text(hexadecimal(SHA256.hash(data: article.text))),
            .integer(tagged.attributions.count),
            .integer(tagged.attributions.count(where: \.isQuote)),
            .integer(tagged.claims.count),
            .text(article.origin.file),
            .integer(article.origin.record),
            .text(orNull: article.givenID),
            .text(orNull: article.published == publishedISO ? nil : article.published),
            .text(String(decoding: article.text, as: UTF8.self)),
            // Only the corpus tells.
            .null,
        ]
    }

    private var words: Int {
        tagged.segmented.tokens.kinds.count { $0 == .word || $0 == .number }
    }

    /// The text of the first block of the kind.
    private func block(_ kind: BlockKind) -> String? {
        tagged.segmented.blocks.first { $0.kind == kind }.map { onOneLine(surface($0.span)) }
    }
}
