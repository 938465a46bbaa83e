extension Table {
    /// One row an input that could not become an article: the shape of `rejects.jsonl`, which has no CSV.
    public static let rejects = Table(
        name: "rejects",
        rowMeaning: "An input that could not become an article, with its place and reason.",
        primaryKey: [],
        columns: [
            Column("file", .text, "The input file, as the recipe names it; `-` for standard input.", required: true),
            Column("record", .integer, "The record in the file, counted from 1; 1 in a plain file.", required: true),
            Column(
                "byte", .integer, "Where the record begins in the (decompressed) file, in bytes from 0.", required: true
            ),
            Column("id", .text, "The identifier that the input gave. Empty when it gave none or it could not be read."),
            Column(
                "code", .text, "The reason, one stable word.", required: true,
                categories: RejectCode.allCases.map(\.rawValue)),
            Column("message", .text, "The reason in one sentence.", required: true),
        ])
}
