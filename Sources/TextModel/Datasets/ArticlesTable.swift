extension Table {
    /// One row an article: what the input says about it, and how much was found in it.
    public static let articles = Table(
        name: "articles",
        rowMeaning: "An article that was read.",
        primaryKey: ["article_id"],
        references: [Reference(column: "duplicate_of", table: "articles", targetColumn: "article_id")],
        columns: [
            Column(
                "article_id", .text,
                "Stable identifier: a hash of the given id, the url and the text.", required: true),
            Column("url", .text, "Where it was published, as the input gives it. Empty when not given."),
            Column(
                "title", .text,
                "The headline that the input gives, or else the one read from the layout. Empty when there is neither."),
            Column(
                "byline", .text,
                "Who wrote it, as the input gives it, or else the byline read from the layout. Empty when there is neither."
            ),
            Column(
                "published", .date,
                "When it was published, to the precision that is known. Empty when not given or not readable as a date; see `published_given`."
            ),
            Column("site", .text, "The outlet, as the input gives it. Empty when not given."),
            Column("language", .text, "BCP 47 tag, as the input gives it. Empty when not given."),
            Column("words", .integer, "How many tokens of the text are words or numbers.", required: true),
            Column(
                "sha256", .text, "SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits.",
                required: true),
            Column("attributions", .integer, "How many rows of `attributions` it has.", required: true),
            Column("quotes", .integer, "How many rows of `quotes` it has.", required: true),
            Column("numeric_claims", .integer, "How many rows of `numeric_claims` it has.", required: true),
            Column("file", .text, "The input file, as the recipe names it; `-` for standard input.", required: true),
            Column("record", .integer, "The record in the file, counted from 1; 1 in a plain file.", required: true),
            Column("given_id", .text, "The identifier that the input gave. Empty when it gave none."),
            Column(
                "published_given", .text,
                "The date of publication in the input's own words. Empty when not given, and when `published` holds the same words."
            ),
            Column(
                "text", .text,
                "The full text that all spans point into. Only in articles.jsonl.", required: true, jsonOnly: true),
            Column(
                "duplicate_of", .text,
                "The first article with the same address or nearly the same text, such as a syndicated copy has. Empty when there is none before it."
            ),
        ])
}
