import TextModel

/// A JSON Lines file: one JSON object a line, one article an object.
package struct JSONLinesReader: ArticleReader {
    private let parser: JSONLinesParser
    private var batches: LineBatchReader?
    private var batch = LineBatch(bytes: [], lines: [])
    private var nextLine = 0

    package init(_ source: any ByteSource, file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        parser = JSONLinesParser(file: file, limits: limits)
        batches = LineBatchReader(source, lineBytes: limits.recordBytes)
    }

    package var isReady: Bool { nextLine < batch.lines.count }

    package mutating func next() -> LoadedRecord? {
        if nextLine == batch.lines.count {
            do throws(LoadingError) {
                guard let next = try batches?.next() else {
                    batches = nil
                    return nil
                }
                batch = next
                nextLine = 0
            } catch {
                return failure(error)
            }
        }
        defer { nextLine += 1 }
        return parser.record(of: batch.lines[nextLine], in: batch)
    }

    /// The lines behind a failed read are lost: one reject says from where on.
    private mutating func failure(_ error: LoadingError) -> LoadedRecord? {
        guard let place = batches?.place else { return nil }
        batches = nil
        return .reject(Reject(error, file: parser.label, record: place.number, byteOffset: place.byteOffset))
    }
}

/// Turns lines of batches into articles: a value without state, so that many workers can share it.
package struct JSONLinesParser: Sendable {
    let label: String
    private let names: ArticleFieldNames
    private let defaults: ArticleDefaults
    private let limits: LoadingLimits

    /// - Parameter file: for its label, columns and defaults.
    package init(file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        label = file.label
        names = ArticleFieldNames(columns: file.reading.columns)
        defaults = file.reading.defaults
        self.limits = limits
    }

    /// The article or reject of one line of a batch.
    package func record(of line: LineBatch.Line, in batch: LineBatch) -> LoadedRecord {
        let origin = batch.origin(of: line, file: label)
        if line.isTooLong {
            return .reject(
                Reject(
                    origin: origin, code: .articleTooLarge,
                    message: "a line of more than \(limits.recordBytes) bytes"))
        }
        return JSONLinesRecord.parse(
            line: batch.bytes[line.range], origin: origin, names: names, defaults: defaults, limits: limits)
    }
}
