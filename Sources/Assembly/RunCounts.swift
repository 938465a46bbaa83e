import TextModel

/// What a run has done so far.
struct RunCounts: Sendable {
    /// Articles in the tables.
    var articles = 0
    /// Articles and rejects that were read in this run.
    var recordsRead = 0
    /// Articles whose rows were made in this run.
    var tagged = 0
    /// Rows made in this run.
    var rows = 0
    /// Of all files, also those that were not read again.
    var rejects: [RejectCode: Int] = [:]
    /// Articles of earlier runs that are no longer there.
    var removed = 0
    /// Articles that are the same as an earlier one, kept or not.
    var duplicates = 0
    var filesRead = 0
    var bytesRead = 0
    /// Files of earlier runs that are no longer there.
    var filesGone = 0
    /// Articles whose lines were copied from the generation before.
    var copied = 0
    /// Whether nothing changed, so that the generation before stands as it is.
    var isRepeat = false

    var rejected: Int { rejects.values.reduce(0, +) }
    var countedRejects: Int { rejects.filter { $0.key.countsAgainstLimit }.values.reduce(0, +) }

    mutating func add(made rows: ArticleRows) {
        tagged += 1
        self.rows += 1 + rows.attributions.count + rows.quotes.count + rows.claims.count
    }
}
