import CLibCSV

/// A record of a CSV file, and its place.
package struct CSVRecord: Hashable, Sendable {
    /// Counted from 1, the header included; blank lines do not count.
    package var number: Int
    /// Of its first byte in the file.
    package var byteOffset: Int
    /// Nil is nothing at all between two commas; `""` is an empty string.
    package var cells: [String?]
}

/// Reads CSV as RFC 4180 has it, strictly, through libcsv; a record at a time, in bounded memory.
///
/// A leading byte order mark is passed over, spaces belong to their cell, line ends are LF, CR LF or CR, and blank lines
/// count for nothing. The first record sets the number of cells.
///
/// libcsv's habits behind the shape of this code: it says nothing of places, so bytes go in line by line; after an error
/// `csv_fini` would hand out the half-read record, so it is never called then; a stray quotation mark would make it
/// buffer the rest of the file, so cells have a limit here.
package final class CSVReader {
    private var source: any ByteSource
    private let limits: LoadingLimits
    private var parser = csv_parser()
    private let sink = CSVSink()

    private var chunk: [UInt8]
    private var start = 0
    private var end = 0
    /// Of the byte at `start`, in the source.
    private var offset = 0
    private var recordNumber = 1
    /// Where the record began that is being read; nil between records.
    private var recordStart: Int?
    private var columnCount: Int?
    private var isAtBeginning = true
    private var hasEnded = false

    /// - Parameters:
    ///   - limits: no cell is longer than an article may be, no record longer than a record.
    ///   - delimiter: one ASCII byte.
    package init(
        _ source: any ByteSource, limits: LoadingLimits = LoadingLimits(), delimiter: UInt8 = UInt8(ascii: ",")
    ) {
        self.source = source
        self.limits = limits
        chunk = [UInt8](repeating: 0, count: 1 << 16)
        // Only a nil parser makes it fail.
        csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
        csv_set_delim(&parser, delimiter)
        csv_set_space_func(&parser) { _ in 0 }
        csv_set_blk_size(&parser, 1 << 16)
    }

    deinit {
        csv_free(&parser)
    }

    /// The next record; nil at the end, and after every error but `raggedRow` and `cellNotUTF8`: those spoil one record,
    /// and the next call goes on behind it.
    package func next() throws(LoadingError) -> CSVRecord? {
        while !hasEnded {
            let hasBytes = try fill()
            let cells = hasBytes ? try feedLine() : try finish()
            if let cells { return try record(cells) }
        }
        return nil
    }

    /// Reads more when all was fed; false at the end.
    private func fill() throws(LoadingError) -> Bool {
        if start < end { return true }
        do throws(LoadingError) {
            end = try source.read(into: &chunk)
            start = 0
            // A byte order mark may come in pieces.
            while isAtBeginning, end > 0, end <= 3 {
                let count = try source.read(into: &chunk, from: end)
                if count == 0 { break }
                end += count
            }
        } catch {
            hasEnded = true
            throw error
        }
        if isAtBeginning, chunk[..<end].starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
            offset = 3
        }
        isAtBeginning = false
        return start < end
    }

    /// Hands libcsv the bytes up to and including the next CR or LF; the cells when that completes a record.
    private func feedLine() throws(LoadingError) -> [CSVSink.Cell]? {
        let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        let lineEnd = chunk[start..<end].firstIndex(where: isLineEnd).map { $0 + 1 } ?? end
        // A blank line, or the LF of a CR LF.
        let isBlank = recordStart == nil && isLineEnd(chunk[start])
        if !isBlank {
            let first = recordStart ?? offset
            recordStart = first
            let consumed = chunk[start..<lineEnd].withUnsafeBytes {
                csv_parse(&parser, $0.baseAddress, $0.count, CSVSink.endCell, CSVSink.endRecord, sink.pointer)
            }
            if consumed < lineEnd - start {
                throw parseFailure("a quotation mark is misplaced", at: offset + consumed)
            }
            if max(sink.longestCell, parser.entry_pos) > limits.articleBytes {
                hasEnded = true
                throw .cellTooLarge(record: recordNumber, byteOffset: first, limit: limits.articleBytes)
            }
            if offset + lineEnd - start - first > limits.recordBytes {
                hasEnded = true
                throw .recordTooLarge(record: recordNumber, byteOffset: first, limit: limits.recordBytes)
            }
        }
        offset += lineEnd - start
        start = lineEnd
        return sink.takeRecord()
    }

    /// The last record, when no line end follows it.
    private func finish() throws(LoadingError) -> [CSVSink.Cell]? {
        hasEnded = true
        if csv_fini(&parser, CSVSink.endCell, CSVSink.endRecord, sink.pointer) != 0 {
            throw parseFailure("a quotation mark is never closed", at: recordStart ?? offset)
        }
        return sink.takeRecord()
    }

    /// - Parameter grammar: what is wrong unless libcsv has another complaint, such as no memory.
    private func parseFailure(_ grammar: String, at byteOffset: Int) -> LoadingError {
        hasEnded = true
        let code = csv_error(&parser)
        let reason = code == CSV_EPARSE ? grammar : String(cString: csv_strerror(code))
        return .malformedRow(record: recordNumber, byteOffset: byteOffset, reason: reason)
    }

    private func record(_ cells: [CSVSink.Cell]) throws(LoadingError) -> CSVRecord {
        let number = recordNumber
        let byteOffset = recordStart ?? offset
        recordNumber += 1
        recordStart = nil
        let expected = columnCount ?? cells.count
        columnCount = expected
        guard cells.count == expected else {
            throw .raggedRow(record: number, byteOffset: byteOffset, expected: expected, found: cells.count)
        }
        var strings: [String?] = []
        strings.reserveCapacity(cells.count)
        for cell in cells {
            guard let cell else {
                strings.append(nil)
                continue
            }
            guard let string = String(validating: cell, as: UTF8.self) else {
                throw .cellNotUTF8(record: number, byteOffset: byteOffset, column: strings.count + 1)
            }
            strings.append(string)
        }
        return CSVRecord(number: number, byteOffset: byteOffset, cells: strings)
    }
}

/// What libcsv's callbacks write to.
private final class CSVSink {
    typealias Cell = [UInt8]?

    private var cells: [Cell] = []
    private var isComplete = false
    private(set) var longestCell = 0

    /// For libcsv to pass back; the reader keeps the sink alive.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The cells of a record that is complete, once.
    func takeRecord() -> [Cell]? {
        guard isComplete else { return nil }
        defer {
            cells.removeAll(keepingCapacity: true)
            isComplete = false
        }
        return cells
    }

    static let endCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
        bytes, count, sink in
        guard let sink = sink.map({ Unmanaged<CSVSink>.fromOpaque($0).takeUnretainedValue() }) else { return }
        sink.longestCell = max(sink.longestCell, count)
        sink.cells.append(bytes.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) })
    }

    static let endRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, sink in
        guard let sink = sink.map({ Unmanaged<CSVSink>.fromOpaque($0).takeUnretainedValue() }) else { return }
        sink.isComplete = true
    }
}
