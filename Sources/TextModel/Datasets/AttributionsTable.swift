extension Table {
    /// One row a source, cue, content relation (PARC 3.0 roles).
    public static let attributions = Table(
        name: "attributions",
        rowMeaning:
            "A source, cue, content relation: somebody says, believes, knows or means something (PARC 3.0 terms).",
        primaryKey: ["attribution_id"],
        references: [
            Reference(column: "article_id", table: "articles", targetColumn: "article_id"),
            Reference(column: "speaker_id", table: "speakers", targetColumn: "speaker_id"),
            Reference(column: "parent_attribution_id", table: "attributions", targetColumn: "attribution_id"),
        ],
        columns: [
            Column(
                "attribution_id", .text, "Stable identifier: a hash of the article's id and the row's spans.",
                required: true),
            Column("article_id", .text, "The article it stands in.", required: true),
            Column(
                "content_type", .text,
                "`direct`: all inside quotation marks, or a turn of a transcript; `mixed`: partly; `indirect`: reported speech.",
                required: true, categories: ContentType.allCases.map(\.rawValue)),
            Column(
                "attitude", .text, "How the source stands to the content. A `statement` is also a row of `quotes`.",
                required: true, categories: Attitude.allCases.map(\.rawValue)),
            Column(
                "content_text", .text,
                "What is said, quotation marks included: the texts of `content_spans`, joined by one space.",
                required: true),
            Column(
                "cue_text", .text,
                "The words that attribute, such as \"said\" or \"according to\". Empty when only layout or punctuation does."
            ),
            Column("cue_lemma", .text, "The dictionary form of the cue's main word: `say`. Empty without a cue."),
            Column(
                "cue_kind", .text, "The word class of the cue.", required: true,
                categories: CueKind.allCases.map(\.rawValue)),
            Column(
                "source_text", .text,
                "Whose it is, in the article's words, which may be a pronoun. Empty when the text does not say."),
            Column(
                "source_kind", .text, "What the source's words are; `none` when the text names no source.",
                required: true, categories: SourceKind.allCases.map(\.rawValue)),
            Column("speaker_id", .text, "The resolved source in `speakers`. Empty when it could not be resolved."),
            Column(
                "speaker_name", .text, "The resolved source's fullest mention in this article. Empty when unresolved."),
            Column(
                "speaker_role", .text, "The speaker's role or title as this article gives it. Empty when it gives none."
            ),
            Column(
                "speaker_affiliation", .text,
                "Whom the speaker belongs to or speaks for, as this article gives it. Empty when it gives none."),
            Column("negated", .boolean, "Whether the saying is denied: \"did not say that\".", required: true),
            Column(
                "said_time_text", .text, "When it was said, in the article's words. Empty when the text does not say."),
            Column(
                "said_date", .date,
                "`said_time_text` as a date, read against the article's date, to the precision that is known. Empty when unknown."
            ),
            Column(
                "parent_attribution_id", .text,
                "The attribution whose content this one stands in. Empty when it stands in none."),
            Column(
                "via_text", .text,
                "An intermediate source: \"citing three senior officials\". Empty when there is none."),
            Column(
                "sentence_text", .text, "The sentence that holds the cue, or else the content's start.", required: true),
            Column(
                "paragraph", .integer,
                "That sentence's paragraph, counted from 1. Empty in a headline, caption or other block that is no paragraph."
            ),
            Column("sentence", .integer, "That sentence's number in the article, counted from 1.", required: true),
            Column("content_spans", .spans, "Where the content stands, one span a piece.", required: true),
            Column("cue_spans", .spans, "Where the cue stands. Empty when there is none."),
            Column("source_spans", .spans, "Where the source stands. Empty when there is none."),
            Column.confidence,
            Column.rule,
            Column.articleURL,
            Column.textFragmentURL,
        ])
}
