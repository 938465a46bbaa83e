import TextModel

/// Reads an archive entry by entry: each through the reader of its own format, one after the other.
protocol ArchiveReader: ArticleReader {
    /// The entry that is being read; nil between two.
    var entry: (any ArticleReader)? { get set }
    var hasEnded: Bool { get set }

    /// Leaves the entry at hand and opens the next, or sets `hasEnded`.
    /// - Returns: a reject in the place of an entry, or for the rest of the archive.
    mutating func openNext() throws(LoadingError) -> Reject?

    /// What a fault of the input becomes; nothing is read behind it.
    func reject(of error: LoadingError) -> Reject
}

extension ArchiveReader {
    mutating func next() -> LoadedRecord? {
        while !hasEnded {
            if let record = entry?.next() { return record }
            do throws(LoadingError) {
                if let reject = try openNext() { return .reject(reject) }
            } catch {
                hasEnded = true
                return .reject(reject(of: error))
            }
        }
        return nil
    }
}
