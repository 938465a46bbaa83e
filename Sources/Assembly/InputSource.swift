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
    ///   - finished: told each file that has been read to its end.
    static func records(
        of files: [InputFile], limits: LoadingLimits, onlyEnglish: Bool = false,
        finished: @escaping @Sendable (InputFile) -> Void = { _ in }
    ) -> Source {
        Source(
            "load",
            state: { InputState(files: files[...], limits: limits, finished: finished) },
            next: { state in
                guard let record = state.next() else { return nil }
                // `files` without those that are yet to come, the current one included.
                let file = files.count - state.files.count - 1
                return InputRecord(file: file, record: onlyEnglish ? record.inEnglish : record)
            })
    }
}

extension Source where Output == [LoadedRecord] {
    /// The records of all files, several together where they are short: to hand over an article costs the time that it
    /// takes to tag a sentence or two.
    static func batches(of files: [InputFile], limits: LoadingLimits) -> Source {
        Source("load", state: { InputState(files: files[...], limits: limits) }, next: { $0.nextBatch() })
    }
}

/// The file that is being read, and those to come.
private struct InputState {
    var files: ArraySlice<InputFile>
    let limits: LoadingLimits
    var finished: @Sendable (InputFile) -> Void = { _ in }
    var current: (file: InputFile, reader: any ArticleReader)?

    mutating func next() -> LoadedRecord? {
        while true {
            if current == nil {
                guard let file = files.popFirst() else { return nil }
                current = (file, ArticleReaders.open(file, limits: limits))
            }
            if let record = current?.reader.next() { return record }
            if let file = current?.file { finished(file) }
            current = nil
        }
    }

    /// A batch ends with this much text or this many records, and wherever the next record is not there yet.
    private static let batchBytes = 1 << 14
    private static let batchRecords = 64

    mutating func nextBatch() -> [LoadedRecord]? {
        guard let first = next() else { return nil }
        var batch = [first]
        var bytes = first.textBytes
        while bytes < Self.batchBytes, batch.count < Self.batchRecords, current?.reader.isReady ?? false,
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

extension InputFile {
    /// The files of a recipe's inputs, in the order of their paths.
    /// - Throws: `noSuchInput`.
    static func files(of recipe: Recipe) throws(LoadingError) -> [InputFile] {
        var files: [InputFile] = []
        for input in recipe.inputs {
            let listed = try InputListing.expand(input.files, relativeTo: recipe.folder)
            let first = files.count
            if files.isEmpty { files = listed } else { files += listed }
            let defaults = ArticleDefaults(site: input.site, language: input.language)
            var columns: [ArticleField: String] = [:]
            for (field, column) in input.columns {
                if let field = ArticleField(rawValue: field) { columns[field] = column }
            }
            for index in first..<files.count {
                files[index].format = InputFormat(input.format)
                files[index].defaults = defaults
                files[index].columns = columns
            }
        }
        if recipe.inputs.count > 1 {
            // A file that two inputs name is read once, as the first of them says.
            var paths: Set<String> = []
            files.removeAll { !paths.insert($0.path).inserted }
        }
        files.sort { bytesPrecede($0.label, $1.label) }
        return files
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
