import TextModel

/// A spreadsheet of articles: one a row, under a header that names the columns.
///
/// A column feeds a field by the names that JSON has for it too, or by the recipe's; case and spaces around a name do not
/// matter. Empty cells are unknown.
package struct CSVArticleReader: ArticleReader {
    private let reader: CSVReader
    private let file: InputFile
    private let limits: LoadingLimits
    /// For each field its column, best first.
    private var columns: [ArticleField: [Int]]?
    private var hasEnded = false

    package init(
        _ source: any ByteSource, file: InputFile, delimiter: UInt8, limits: LoadingLimits = LoadingLimits()
    ) {
        reader = CSVReader(source, limits: limits, delimiter: delimiter)
        self.file = file
        self.limits = limits
    }

    /// - Returns: articles, and rejects: `malformed_csv`, `missing_text`, `empty_article`, `article_too_large`, and what a
    ///   failed source gives.
    package mutating func next() -> LoadedRecord? {
        guard !hasEnded else { return nil }
        do throws(LoadingError) {
            if columns == nil {
                guard let header = try reader.next() else {
                    hasEnded = true
                    return .reject(reject(.missingText, record: 1, offset: 0, "no header, and no rows"))
                }
                columns = Self.columns(header.cells, ArticleFieldNames(columns: file.reading.columns))
                if columns?[.text] == nil {
                    hasEnded = true
                    let names = header.cells.compactMap { $0 }.prefix(12).joined(separator: ", ")
                    let message = "no column for the text among \(names); map it under 'columns' in the recipe"
                    return .reject(reject(.missingText, record: 1, offset: 0, message))
                }
            }
            guard let row = try reader.next() else {
                hasEnded = true
                return nil
            }
            return record(row)
        } catch {
            // Without a header no row can be understood, least of all as the header.
            if columns == nil { hasEnded = true }
            return .reject(failure(error))
        }
    }

    private func reject(_ code: RejectCode, record: Int, offset: Int, _ message: String) -> Reject {
        Reject(origin: Origin(file: file.label, record: record, byteOffset: offset), code: code, message: message)
    }

    /// One bad row costs itself; a quotation mark out of place makes all behind it unsure, so reading ends there.
    private mutating func failure(_ error: LoadingError) -> Reject {
        switch error {
        case .raggedRow(let record, let offset, let expected, let found):
            return reject(
                .malformedCSV, record: record, offset: offset, "\(found) cells where the header has \(expected)")
        case .cellNotUTF8(let record, let offset, let column):
            return reject(.invalidEncoding, record: record, offset: offset, "cell \(column) is not UTF-8")
        case .malformedRow(let record, let offset, let reason):
            hasEnded = true
            return reject(.malformedCSV, record: record, offset: offset, "\(reason); the rows behind it are not read")
        case .cellTooLarge(let record, let offset, let limit), .recordTooLarge(let record, let offset, let limit):
            hasEnded = true
            let message = "more than \(limit) bytes, as behind a quotation mark that is never closed; not read further"
            return reject(.articleTooLarge, record: record, offset: offset, message)
        default:
            hasEnded = true
            return Reject(error, file: file.label)
        }
    }

    static func columns(_ header: [String?], _ names: ArticleFieldNames) -> [ArticleField: [Int]] {
        var found: [ArticleField: [(rank: Int, column: Int)]] = [:]
        for (column, cell) in header.enumerated() {
            guard let name = cell.map({ Array($0.utf8.trimmed) }) else { continue }
            let lowercased = Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
            guard let match = names.match(name[...]) ?? names.match(lowercased[...]) else { continue }
            found[match.field, default: []].append((match.rank, column))
        }
        return found.mapValues { $0.sorted { ($0.rank, $0.column) < ($1.rank, $1.column) }.map(\.column) }
    }

    private func record(_ row: CSVRecord) -> LoadedRecord {
        let origin = Origin(file: file.label, record: row.number, byteOffset: row.byteOffset)
        /// The first column of the field that has something in it.
        func cell(_ field: ArticleField) -> String? {
            for column in columns?[field] ?? [] {
                if let cell = row.cells[column], !Array(cell.utf8).isBlank { return cell }
            }
            return nil
        }
        func value(_ field: ArticleField) -> String? {
            cell(field).map { String(decoding: Array($0.utf8).trimmed, as: UTF8.self) }
        }
        guard let text = cell(.text).map({ Array($0.utf8) }) else {
            return .reject(
                Reject(
                    origin: origin, givenID: value(.id), code: .emptyArticle,
                    message: "the text is empty or white space only"))
        }
        if text.count > limits.articleBytes { return .reject(.tooLarge(at: origin, limit: limits.articleBytes)) }
        return .article(
            Article(
                givenID: value(.id), text: text, title: value(.title), byline: value(.byline),
                published: value(.published), url: value(.url), site: value(.site) ?? file.reading.defaults.site,
                language: value(.language) ?? file.reading.defaults.language, origin: origin))
    }
}
