/// How much of a stranger's input is taken in before it is rejected.
package struct LoadingLimits: Hashable, Sendable {
    /// The longest article in bytes of UTF-8; longer ones are `article_too_large`. Never above `Int32.max`,
    /// because spans count bytes in 32 bits.
    package var articleBytes: Int {
        didSet { articleBytes = min(articleBytes, Self.largestArticle) }
    }
    /// The longest record, such as a line of a JSON Lines file, in bytes without its line end.
    package var recordBytes: Int
    /// How many bytes one compressed file may unpack to.
    package var expandedBytes = 1 << 37
    /// How many times its own size a compressed file may unpack to, once that is more than `freelyExpandedBytes`. Text
    /// shrinks to a fifth; what shrinks to a 200th is no text.
    package var expansionRatio = 200
    package static let freelyExpandedBytes = 32 << 20
    /// How many entries an archive may have.
    package var archiveEntries = 1_000_000

    private static let largestArticle = Int(Int32.max)

    package init(articleBytes: Int = 20_000_000, recordBytes: Int = 64 << 20) {
        self.articleBytes = min(articleBytes, Self.largestArticle)
        self.recordBytes = recordBytes
    }
}
