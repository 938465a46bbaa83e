/// How much of a stranger's input is taken in before it is rejected.
package struct LoadingLimits: Hashable, Sendable {
    /// The longest article in bytes of UTF-8; longer ones are `article_too_large`. Never above `Int32.max`,
    /// because spans count bytes in 32 bits.
    package var articleBytes: Int {
        didSet { articleBytes = min(articleBytes, Self.largestArticle) }
    }
    /// The longest record, such as a line of a JSON Lines file, in bytes without its line end.
    package var recordBytes: Int

    private static let largestArticle = Int(Int32.max)

    package init(articleBytes: Int = 20_000_000, recordBytes: Int = 64 << 20) {
        self.articleBytes = min(articleBytes, Self.largestArticle)
        self.recordBytes = recordBytes
    }
}
