extension Table {
    /// The five datasets of a run, in the order they are documented and written.
    public static let all: [Table] = [articles, attributions, quotes, numericClaims, speakers]
}

/// Columns that mean the same in more than one table.
extension Column {
    static let confidence = Column(
        "confidence", .number,
        "0 to 1, two decimals: how often rows of this rule were right on held-out articles.", required: true)

    static let rule = Column(
        "rule", .text, "The name of the rule or model that found the row; `sayso explain` tells more.", required: true)

    static let review = Column("review", .text, "Always empty: for a person's verdict.")

    static let articleURL = Column("article_url", .text, "The article's url. Empty when not given.")

    static let textFragmentURL = Column(
        "text_fragment_url", .text,
        "The article's url with a text fragment that scrolls a browser to the words. Empty without a url.")
}
