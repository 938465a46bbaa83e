import Execution
import Loading
import TextModel

/// A record, and which of the files it comes from.
struct InputRecord: Sendable {
    let file: Int
    let record: LoadedRecord
}

extension Source where Output == InputRecord {
    /// The records of all files, file by file; a file is open only while it is read.
    /// - Parameters:
    ///   - onlyEnglish: whether an article that is clearly in another language becomes a reject.
    ///   - finished: told the place of each file that has been read to its end.
    static func records(
        of files: InputFiles, limits: LoadingLimits, onlyEnglish: Bool = false,
        finished: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> Source {
        Source(
            "load",
            state: { InputState(files: files, limits: limits, finished: finished) },
            next: { state in
                guard let record = state.next() else { return nil }
                return InputRecord(file: state.file, record: onlyEnglish ? record.inEnglish : record)
            })
    }
}

extension Source where Output == [LoadedRecord] {
    /// The records of all files, several together where they are short: to hand over an article costs the time that it
    /// takes to tag a sentence or two.
    static func batches(of files: InputFiles, limits: LoadingLimits) -> Source {
        Source("load", state: { InputState(files: files, limits: limits) }, next: { $0.nextBatch() })
    }
}

/// The file that is being read, and those to come.
private struct InputState {
    private let files: InputFiles
    private let limits: LoadingLimits
    private let finished: @Sendable (Int) -> Void
    /// The one that is being read, or will be next.
    private(set) var file = 0
    private var reader: (any ArticleReader)?

    init(files: InputFiles, limits: LoadingLimits, finished: @escaping @Sendable (Int) -> Void = { _ in }) {
        self.files = files
        self.limits = limits
        self.finished = finished
    }

    mutating func next() -> LoadedRecord? {
        while file < files.count {
            if reader == nil { reader = ArticleReaders.open(files[file], limits: limits) }
            if let record = reader?.next() { return record }
            reader = nil
            finished(file)
            file += 1
        }
        return nil
    }

    /// A batch ends with this much text or this many records, and wherever the next record is not there yet.
    private static let batchBytes = 1 << 14
    private static let batchRecords = 64

    mutating func nextBatch() -> [LoadedRecord]? {
        guard let first = next() else { return nil }
        var batch = [first]
        var bytes = first.textBytes
        while bytes < Self.batchBytes, batch.count < Self.batchRecords, reader?.isReady ?? false,
            let record = next()
        {
            batch.append(record)
            bytes += record.textBytes
        }
        return batch
    }
}

extension LoadedRecord {
    fileprivate var textBytes: Int {
        switch self {
        case .article(let article): article.text.count
        case .reject: 0
        }
    }
}

extension InputFiles {
    /// The files of a recipe's inputs, in the order of their labels. A file that two inputs name is read once, as the first
    /// of them says.
    /// - Throws: `noSuchInput`.
    init(of recipe: Recipe) throws(LoadingError) {
        self.init()
        for input in recipe.inputs {
            let reading = InputReading(input)
            for pattern in input.files { try InputListing.add(pattern, relativeTo: recipe.folder, reading, to: &self) }
        }
        sortByPath()
        sortByLabel()
    }
}

extension InputReading {
    fileprivate init(_ input: Recipe.Input) {
        var columns: [ArticleField: String] = [:]
        for (field, column) in input.columns {
            if let field = ArticleField(rawValue: field) { columns[field] = column }
        }
        self.init(
            format: InputFormat(input.format), columns: columns,
            defaults: ArticleDefaults(site: input.site, language: input.language))
    }
}

extension InputFormat {
    init(_ format: Recipe.Format) {
        switch format {
        case .auto: self = .auto
        case .text: self = .text
        case .jsonl: self = .jsonLines
        case .json: self = .json
        case .csv: self = .csv
        case .tsv: self = .tsv
        case .html: self = .html
        case .xml: self = .xml
        case .warc: self = .warc
        }
    }
}

extension LoadingLimits {
    init(_ limits: Recipe.Limits) {
        self.init(articleBytes: limits.articleBytes, recordBytes: limits.recordBytes)
    }
}
