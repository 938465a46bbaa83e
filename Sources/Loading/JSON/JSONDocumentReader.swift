import TextModel

/// A JSON file that is not JSON Lines: one object, a list of objects, or objects one after the other; an article each.
package struct JSONDocumentReader: ArticleReader {
    private var elements: JSONElements?
    private let file: InputFile
    private let names: ArticleFieldNames
    private let limits: LoadingLimits
    private var number = 0

    package init(_ source: any ByteSource, file: InputFile, limits: LoadingLimits = LoadingLimits()) {
        elements = JSONElements(source, limit: limits.recordBytes)
        self.file = file
        self.limits = limits
        names = ArticleFieldNames(columns: file.reading.columns)
    }

    package var isReady: Bool { false }

    /// - Returns: what `JSONLinesRecord` makes of an object; `malformed_json` for anything else.
    package mutating func next() -> LoadedRecord? {
        do throws(LoadingError) {
            guard let element = try elements?.next() else {
                elements = nil
                return nil
            }
            number += 1
            return record(element)
        } catch {
            let offset = elements?.byteOffset ?? 0
            elements = nil
            return .reject(Reject(error, file: file.label, record: number + 1, byteOffset: offset))
        }
    }

    private func record(_ element: JSONElements.Element) -> LoadedRecord {
        func reject(_ code: RejectCode, _ offset: Int, _ message: String) -> LoadedRecord {
            let origin = Origin(file: file.label, record: number, byteOffset: offset)
            return .reject(Reject(origin: origin, code: code, message: message))
        }
        switch element {
        case .object(let bytes, let offset):
            let origin = Origin(file: file.label, record: number, byteOffset: offset)
            return JSONLinesRecord.parse(
                line: bytes, origin: origin, names: names, defaults: file.reading.defaults, limits: limits)
        case .tooLong(let offset):
            return reject(.articleTooLarge, offset, "a record of more than \(limits.recordBytes) bytes")
        case .junk(let offset): return reject(.malformedJSON, offset, "no object where one belongs")
        case .cut(let offset): return reject(.malformedJSON, offset, "the file ends inside this object")
        }
    }
}
