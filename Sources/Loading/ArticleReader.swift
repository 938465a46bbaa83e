import TextModel

/// What a reader found in one place of its input.
package enum LoadedRecord: Sendable, Equatable {
    case article(Article)
    case reject(Reject)
}

/// Reads one file, record by record: the protocol that every input format joins.
///
/// Every record comes out, as an article or as a reject with its place and reason; nothing is dropped
/// silently. A file is open only while its reader has more to give.
package protocol ArticleReader {
    /// The next record, in file order; nil at the end, and ever after.
    mutating func next() -> LoadedRecord?

    /// Whether the next record can be had without a read, so that nobody waits who wants it together with the last one.
    var isReady: Bool { get }
}

extension ArticleReader {
    package var isReady: Bool { false }
}

/// A reader of a file that could not be opened: one reject.
struct RejectReader: ArticleReader {
    private var reject: Reject?

    init(_ reject: Reject) {
        self.reject = reject
    }

    mutating func next() -> LoadedRecord? {
        defer { reject = nil }
        return reject.map(LoadedRecord.reject)
    }
}
