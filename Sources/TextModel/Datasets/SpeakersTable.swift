extension Table {
    /// One row a resolved source over the whole corpus.
    public static let speakers = Table(
        name: "speakers",
        rowMeaning:
            "A resolved source over the whole corpus. A named person or organization is one row over all articles; any other source is one row an article.",
        primaryKey: ["speaker_id"],
        columns: [
            Column(
                "speaker_id", .text,
                "Stable identifier: a hash of kind and lower-cased name, and of the article for unnamed sources.",
                required: true),
            Column("name", .text, "The name used in most articles.", required: true),
            Column("variants", .list, "Other ways that articles name the speaker, sorted. Empty when there are none."),
            Column(
                "kind", .text, "What the speaker is.", required: true,
                categories: SourceKind.allCases.filter { $0 != .pronoun && $0 != .none }.map(\.rawValue)),
            Column("role", .text, "The role or title given in most articles. Empty when none gives one."),
            Column("affiliation", .text, "The affiliation given in most articles. Empty when none gives one."),
            Column("attributions", .integer, "How many rows of `attributions` are the speaker's.", required: true),
            Column("quotes", .integer, "How many rows of `quotes` are the speaker's.", required: true),
            Column("numeric_claims", .integer, "How many rows of `numeric_claims` are the speaker's.", required: true),
            Column("articles", .integer, "In how many articles the speaker is a source.", required: true),
            Column(
                "first_seen", .date,
                "When the earliest dated of these articles was published. Empty when none is dated."),
            Column(
                "last_seen", .date, "When the latest dated of these articles was published. Empty when none is dated."),
        ])
}
