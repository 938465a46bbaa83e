/// How far a run has come.
public struct RunProgress: Hashable, Sendable {
    public var articles: Int
    public var rows: Int
    /// Bytes of input that have been read.
    public var bytes: Int
    /// Bytes of input there are; nil when that cannot be known, as on standard input.
    public var totalBytes: Int?
    public var elapsed: Duration

    public init(articles: Int, rows: Int, bytes: Int, totalBytes: Int?, elapsed: Duration) {
        self.articles = articles
        self.rows = rows
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.elapsed = elapsed
    }
}
