import Testing

@testable import Loading

struct CSVReaderTests {
    private func rows(
        _ bytes: [UInt8], readSize: Int = 1000, limits: LoadingLimits = LoadingLimits(), delimiter: UInt8 = 0x2C
    ) throws(LoadingError) -> [CSVRecord] {
        let reader = CSVReader(DribblingSource(bytes, readSize: readSize), limits: limits, delimiter: delimiter)
        var rows: [CSVRecord] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    private func cells(_ text: String) throws(LoadingError) -> [[String?]] { try rows(Array(text.utf8)).map(\.cells) }

    static let good: [(String, [[String?]])] = [
        ("", []),
        ("\r\n\n\r", []),
        ("\u{FEFF}", []),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
        ("a,,\"\"\n,,\n", [["a", nil, ""], [nil, nil, nil]]),
        (" a , b\t\n", [[" a ", " b\t"]]),
        ("\"x\"\"y\",\"a,b\"\n", [["x\"y", "a,b"]]),
        ("\"line\r\n\r\nline\",\"\n\"\r\n\r\n\"q\",r\r\n", [["line\r\n\r\nline", "\n"], ["q", "r"]]),
        ("“é”,한😀\n", [["“é”", "한😀"]]),
        ("\"a\"", [["a"]]),
        ("a,", [["a", nil]]),
        ("nul\u{0}nul,x\n", [["nul\u{0}nul", "x"]]),
    ]

    @Test(arguments: good)
    func readsTables(text: String, expected: [[String?]]) throws {
        for readSize in [1, 2, 3, 5, 1000] {
            #expect(try rows(Array(text.utf8), readSize: readSize).map(\.cells) == expected, "reads of \(readSize)")
        }
    }

    @Test func knowsWhereRecordsBegin() throws {
        let text = "\u{FEFF}a,b\r\n\r\n\"x\ny\",2\r\n3,4"
        for readSize in [1, 2, 7, 1000] {
            let found = try rows(Array(text.utf8), readSize: readSize)
            #expect(found.map(\.number) == [1, 2, 3])
            #expect(found.map(\.byteOffset) == [3, 10, 19])
        }
    }

    @Test func otherDelimiters() throws {
        #expect(try rows(Array("a;b,c\n".utf8), delimiter: UInt8(ascii: ";")).map(\.cells) == [["a", "b,c"]])
    }

    static let bad: [(String, LoadingError)] = [
        ("a,b\n1,2,3\n", .raggedRow(record: 2, byteOffset: 4, expected: 2, found: 3)),
        ("a,b\n\n1\n", .raggedRow(record: 2, byteOffset: 5, expected: 2, found: 1)),
        ("a,b\n1,x\"y\n", .malformedRow(record: 2, byteOffset: 7, reason: "a quotation mark is misplaced")),
        ("a,b\n\"1\"x,2\n", .malformedRow(record: 2, byteOffset: 7, reason: "a quotation mark is misplaced")),
        ("a,b\n\"1\" ,2\n", .malformedRow(record: 2, byteOffset: 7, reason: "a quotation mark is misplaced")),
        ("a,b\n1,\"2\n3,4\n", .malformedRow(record: 2, byteOffset: 4, reason: "a quotation mark is never closed")),
        ("\"", .malformedRow(record: 1, byteOffset: 0, reason: "a quotation mark is never closed")),
    ]

    @Test(arguments: bad)
    func refusesWithThePlace(text: String, error: LoadingError) throws {
        for readSize in [1, 3, 1000] {
            #expect(throws: error) { try rows(Array(text.utf8), readSize: readSize) }
        }
        #expect(!"\(error)".isEmpty)
    }

    @Test func nothingHalfReadFollowsAParseError() throws {
        let reader = CSVReader(BytesInMemory(Array("a,b\n1,\"x\"y\n3,4\n".utf8)))
        #expect(try reader.next()?.cells == ["a", "b"])
        #expect(throws: LoadingError.self) { try reader.next() }
        #expect(try reader.next() == nil)
    }

    @Test func goesOnBehindARaggedRowAndABadCell() throws {
        let bytes = Array("a,b\n1\nx,".utf8) + [0xFF] + Array("\n3,4\n".utf8)
        let reader = CSVReader(BytesInMemory(bytes))
        #expect(try reader.next()?.cells == ["a", "b"])
        #expect(throws: LoadingError.raggedRow(record: 2, byteOffset: 4, expected: 2, found: 1)) { try reader.next() }
        #expect(throws: LoadingError.cellNotUTF8(record: 3, byteOffset: 6, column: 2)) { try reader.next() }
        #expect(try reader.next() == CSVRecord(number: 4, byteOffset: 10, cells: ["3", "4"]))
        #expect(try reader.next() == nil)
    }

    @Test func aStrayQuotationMarkDoesNotSwallowTheFile() throws {
        let limits = LoadingLimits(articleBytes: 1000, recordBytes: 5000)
        let stray = Array("a,b\n1,\"".utf8) + [UInt8](repeating: 0x0A, count: 1 << 20)
        #expect(throws: LoadingError.cellTooLarge(record: 2, byteOffset: 4, limit: 1000)) {
            try rows(stray, limits: limits)
        }
        #expect(throws: LoadingError.cellTooLarge(record: 1, byteOffset: 0, limit: 1000)) {
            try rows([UInt8](repeating: 0x61, count: 1001), limits: limits)
        }
        #expect(try rows([UInt8](repeating: 0x61, count: 1000), limits: limits).count == 1)
        #expect(throws: LoadingError.recordTooLarge(record: 1, byteOffset: 0, limit: 5000)) {
            try rows([UInt8](repeating: 0x2C, count: 5001), limits: limits)
        }
        #expect(throws: FailingSource.failure) { try CSVReader(FailingSource([])).next() }
    }

    @Test func roundTripsWhatAWriterQuotes() throws {
        var random = SeededGenerator(seed: 13)
        let pool = Array("ab \",\r\n\t;“é😀\u{2028}'".unicodeScalars)
        for _ in 0..<300 {
            let columns = Int.random(in: 2...6, using: &random)
            let table: [[String?]] = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<columns).map { _ in
                    if Int.random(in: 0..<5, using: &random) == 0 { return nil }
                    let count = Int.random(in: 0...12, using: &random)
                    let scalars = (0..<count).map { _ in pool[Int.random(in: 0..<pool.count, using: &random)] }
                    return String(String.UnicodeScalarView(scalars))
                }
            }
            var bytes: [UInt8] = []
            for row in table {
                for (index, cell) in row.enumerated() {
                    if index > 0 { bytes.append(UInt8(ascii: ",")) }
                    guard let cell else { continue }
                    let doubled = cell.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
                    bytes += [UInt8(ascii: "\"")] + doubled + [UInt8(ascii: "\"")]
                }
                bytes += [0x0D, 0x0A]
            }
            let found = try rows(bytes, readSize: Int.random(in: 1...40, using: &random)).map(\.cells)
            #expect(
                found.map { $0.map { $0.map { Array($0.utf8) } } } == table.map { $0.map { $0.map { Array($0.utf8) } } }
            )
        }
    }

    @Test func anyBytesEndInRowsOrAnError() {
        var random = SeededGenerator(seed: 17)
        let alphabet: [UInt8] = Array("ab,\"\r\n \u{0}".utf8) + [0xEF, 0xBB, 0xBF, 0xFF]
        var errors = 0
        for _ in 0..<5000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            let reader = CSVReader(DribblingSource(bytes, readSize: Int.random(in: 1...9, using: &random)))
            var steps = 0
            var isDone = false
            while !isDone, steps <= count + 1 {
                steps += 1
                do throws(LoadingError) { isDone = try reader.next() == nil } catch { errors += 1 }
            }
            #expect(isDone)
        }
        #expect(errors > 1000)
    }
}
