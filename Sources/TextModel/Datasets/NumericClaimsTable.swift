extension Table {
    /// One row a number that somebody claims.
    public static let numericClaims = Table(
        name: "numeric_claims",
        rowMeaning: "A number that somebody claimed, or that the article itself claims.",
        primaryKey: ["claim_id"],
        references: [
            Reference(column: "article_id", table: "articles", targetColumn: "article_id"),
            Reference(column: "attribution_id", table: "attributions", targetColumn: "attribution_id"),
            Reference(column: "speaker_id", table: "speakers", targetColumn: "speaker_id"),
        ],
        columns: [
            Column(
                "claim_id", .text, "Stable identifier: a hash of the article's id and the row's span.", required: true),
            Column("article_id", .text, "The article it stands in.", required: true),
            Column(
                "attribution_id", .text,
                "The innermost attribution whose content holds the number. Empty when the article itself claims it."),
            Column("surface", .text, "The whole expression: \"between five and eight\".", required: true),
            Column("value", .number, "The number. Empty for a range or a one-sided bound."),
            Column("low", .number, "The lower end, in the same unit as `value`. Empty when there is none."),
            Column("high", .number, "The upper end, in the same unit as `value`. Empty when there is none."),
            Column(
                "bound", .text,
                "How the number bounds the quantity. `range` and `either` fill `low` and `high`; a one-sided bound fills one of them.",
                required: true, categories: Bound.allCases.map(\.rawValue)),
            Column(
                "kind", .text, "What kind of quantity it is.", required: true,
                categories: QuantityKind.allCases.map(\.rawValue)),
            Column(
                "change", .text,
                "Whether a verb or adverb says that it is a rise or a fall by the number; else `none`. Where a noun does (\"a 12% increase\"), `counted` tells.",
                required: true,
                categories: Change.allCases.map(\.rawValue)),
            Column(
                "unit", .text,
                "The normalised unit: `percent`, `USD`, `kilometre`. Empty when things are counted; see `counted`."),
            Column("unit_surface", .text, "The unit in the article's words. Empty when there is none."),
            Column(
                "counted", .text,
                "The thing counted, \"new nuclear weapons\", or measured, \"driving range\". Empty when neither is told apart from the subject."
            ),
            Column(
                "subject", .text,
                "The subject of the clause: \"North Korea\"; in a pronoun's place the person or thing that it means. Empty when none is found, and for a pronoun of which that is not clear."
            ),
            Column("predicate", .text, "The main verb of the clause, as it stands: \"produce\". Empty when not found."),
            Column(
                "modality", .text, "The modal verb over the claim; `asserted` without one.", required: true,
                categories: Modality.allCases.map(\.rawValue)),
            Column("negated", .boolean, "Whether the claim is denied: \"did not kill five people\".", required: true),
            Column(
                "time_text", .text, "The time that the number is for, in the article's words. Empty when not given."),
            Column("time_start", .date, "The first day of that time. Empty when unknown."),
            Column("time_end", .date, "The last day of that time, inclusive. Empty when unknown."),
            Column("speaker_id", .text, "The attribution's resolved source in `speakers`. Empty without one."),
            Column("speaker_name", .text, "The attribution's resolved source by name. Empty without one."),
            Column("source_text", .text, "The attribution's source in the article's words. Empty without one."),
            Column("sentence_text", .text, "The sentence that holds the number.", required: true),
            Column("claim_spans", .spans, "Where `surface` stands.", required: true),
            Column.confidence,
            Column.rule,
            Column.review,
            Column.articleURL,
            Column.textFragmentURL,
            Column("place", .text, "The place that it is for, in the article's words: \"Asia\". Empty when not given."),
            Column(
                "base_value", .number,
                "`value` in the base unit, to 15 digits: 8046.72 for 5 miles. Empty for money, counts and units of no fixed size."
            ),
            Column("base_low", .number, "`low` in the base unit. Empty as `base_value` is."),
            Column("base_high", .number, "`high` in the base unit. Empty as `base_value` is."),
            Column(
                "base_unit", .text,
                "The unit of those three: the SI unit of the dimension, `byte` for data, `one` for shares. Empty as `base_value` is."
            ),
            Column(
                "normal_form", .text,
                "Subject, counted, unit and dates between bars, words as dictionary forms in small letters, to put the same claim of two articles side by side: `north korea|new nuclear weapon||2018-01-01/2018-12-31`.",
                required: true),
        ])
}
