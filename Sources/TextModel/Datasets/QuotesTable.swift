extension Table {
    /// One row a statement with its words.
    public static let quotes = Table(
        name: "quotes",
        rowMeaning: "A statement with its words: the attributions whose attitude is `statement`.",
        primaryKey: ["quote_id"],
        references: [
            Reference(column: "attribution_id", table: "attributions", targetColumn: "attribution_id"),
            Reference(column: "article_id", table: "articles", targetColumn: "article_id"),
            Reference(column: "speaker_id", table: "speakers", targetColumn: "speaker_id"),
        ],
        columns: [
            Column(
                "quote_id", .text, "Stable identifier: a hash of the article's id and the row's spans.", required: true),
            Column("attribution_id", .text, "The attribution that it is.", required: true),
            Column("article_id", .text, "The article it stands in.", required: true),
            Column(
                "quote_type", .text,
                "`direct`: all inside quotation marks, or a turn of a transcript; `mixed`: partly; `indirect`: reported speech.",
                required: true, categories: ContentType.allCases.map(\.rawValue)),
            Column(
                "quote_text", .text,
                "What is said, quotation marks included: the texts of `quote_spans`, joined by one space.",
                required: true),
            Column(
                "quoted_words", .text,
                "Only what stands inside quotation marks, without them; several pieces are joined by one space. Empty when nothing does."
            ),
            Column("speaker_id", .text, "The resolved source in `speakers`. Empty when it could not be resolved."),
            Column(
                "speaker_name", .text, "The resolved source's fullest mention in this article. Empty when unresolved."),
            Column(
                "source_text", .text,
                "Whose it is, in the article's words, which may be a pronoun. Empty when the text does not say."),
            Column("cue_text", .text, "The words that attribute. Empty when only layout or punctuation does."),
            Column(
                "said_date", .date,
                "When it was said, to the precision that is known. Empty when unknown."),
            Column(
                "context_before", .text,
                "Up to 100 characters (Unicode scalars) of the article before the quote, cut between words. Empty at the start."
            ),
            Column(
                "context_after", .text,
                "Up to 100 characters (Unicode scalars) of the article after the quote, cut between words. Empty at the end."
            ),
            Column(
                "canonical_key", .text,
                "`quote_text` in lower case, without punctuation: equal for repeats of the same words. Empty when no letter or digit is left."
            ),
            Column("quote_spans", .spans, "Where the quote stands, one span a piece.", required: true),
            Column.confidence,
            Column.rule,
            Column.review,
            Column.articleURL,
            Column.textFragmentURL,
        ])
}
