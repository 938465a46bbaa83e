import Testing

@testable import Loading

struct LineBatchReaderTests {
    private struct Line: Equatable {
        var number: Int
        var byteOffset: Int
        /// Nil for a line that is too long.
        var text: String?
    }

    private func lines(
        _ source: some ByteSource, lineBytes: Int = 1000, batchBytes: Int = 64
    ) throws(LoadingError) -> [Line] {
        var reader = LineBatchReader(source, lineBytes: lineBytes, batchBytes: batchBytes)
        var lines: [Line] = []
        while let batch = try reader.next() {
            #expect(!batch.lines.isEmpty)
            for line in batch.lines {
                let text = String(decoding: batch.bytes[line.range], as: UTF8.self)
                lines.append(Line(number: line.number, byteOffset: line.byteOffset, text: line.isTooLong ? nil : text))
            }
        }
        #expect(try reader.next() == nil)
        return lines
    }

    @Test func countsLinesAndBytesAndPassesOverBlankOnes() throws {
        let text = "one\n\n two \r\n  \t\r\nfive\r\n\nseven"
        let expected = [
            Line(number: 1, byteOffset: 0, text: "one"), Line(number: 3, byteOffset: 5, text: " two "),
            Line(number: 5, byteOffset: 17, text: "five"), Line(number: 7, byteOffset: 24, text: "seven"),
        ]
        #expect(try lines(BytesInMemory(Array(text.utf8))) == expected)
    }

    @Test(arguments: ["", "\n", "\r\n\r\n", "  ", "\n\n \n"])
    func nothingButBlankLinesIsNothing(text: String) throws {
        #expect(try lines(BytesInMemory(Array(text.utf8))).isEmpty)
    }

    @Test func howReadsAndBatchesAreCutChangesNothing() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<60 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                let count = Int.random(in: 0...90, using: &random)
                bytes += (0..<count).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
                bytes += Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A]
            }
            if Bool.random(using: &random) { bytes += Array("last".utf8) }
            let whole = try lines(BytesInMemory(bytes), lineBytes: 80, batchBytes: 1 << 16)
            #expect(whole == expectedLines(bytes, lineBytes: 80))
            for readSize in [1, 2, 3, 7, 64, 1000] {
                for batchBytes in [1, 5, 64, 1024] {
                    let source = DribblingSource(bytes, readSize: readSize, isReady: Bool.random(using: &random))
                    #expect(try lines(source, lineBytes: 80, batchBytes: batchBytes) == whole)
                }
            }
        }
    }

    /// The same by splitting the whole at once.
    private func expectedLines(_ bytes: [UInt8], lineBytes: Int) -> [Line] {
        var expected: [Line] = []
        var offset = 0
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let content = line.last == 0x0D ? line.dropLast() : line
            if !content.isEmpty {
                let text = content.count > lineBytes ? nil : String(decoding: content, as: UTF8.self)
                expected.append(Line(number: index + 1, byteOffset: offset, text: text))
            }
            offset += line.count + 1
        }
        return expected
    }

    @Test(arguments: ["\n", "\r\n", ""])
    func aLineOverTheLimitIsNamedAndReadingGoesOn(lineEnd: String) throws {
        for (count, isTooLong) in [(99, false), (100, false), (101, true), (102, true), (103, true), (5000, true)] {
            let long = String(repeating: "x", count: count)
            let text = "a\n\(long)\(lineEnd)" + (lineEnd.isEmpty ? "" : "b\n")
            for batchBytes in [8, 64, 4096] {
                let found = try lines(BytesInMemory(Array(text.utf8)), lineBytes: 100, batchBytes: batchBytes)
                #expect(found.count == (lineEnd.isEmpty ? 2 : 3))
                #expect(found[1] == Line(number: 2, byteOffset: 2, text: isTooLong ? nil : long))
                if !lineEnd.isEmpty {
                    #expect(found[2] == Line(number: 3, byteOffset: 2 + count + lineEnd.utf8.count, text: "b"))
                }
            }
        }
    }

    @Test func answersALineAtATimeWhenTheSourceHasNoMore() throws {
        let source = DribblingSource(Array("a\nb\nc\n".utf8), readSize: 2, isReady: false)
        var reader = LineBatchReader(source)
        for _ in 0..<3 { #expect(try reader.next()?.lines.count == 1) }
        #expect(try reader.next() == nil)
    }

    @Test func tinyLinesDoNotMakeGiantBatches() throws {
        let bytes = [UInt8](repeating: 0, count: 100_000).indices.map { $0.isMultiple(of: 2) ? UInt8(0x61) : 0x0A }
        var reader = LineBatchReader(BytesInMemory(bytes))
        var count = 0
        while let batch = try reader.next() {
            #expect(batch.lines.count <= LineBatchReader.batchLines)
            count += batch.lines.count
        }
        #expect(count == 50_000)
    }

    @Test func linesBeforeAFailureComeOutFirst() throws {
        var reader = LineBatchReader(FailingSource(Array("a\nb\npartial".utf8)))
        #expect(try reader.next()?.lines.count == 2)
        #expect(throws: FailingSource.failure) { try reader.next() }
        #expect(reader.place.number == 3)
        #expect(try reader.next() == nil)

        let records = records(
            of: JSONLinesReader(FailingSource(Array("{\"text\":\"x\"}\n{\"te".utf8)), file: .standardInput))
        #expect(records.count == 2)
        #expect(records.first?.article != nil)
        #expect(records.last?.reject?.code == .unreadable)
        #expect(records.last?.reject?.message == "Input/output error")
        #expect(records.last?.reject?.origin.record == 2)
        #expect(records.last?.reject?.origin.byteOffset == 13)
    }

    @Test func aReaderIsReadyWhileItHasLines() {
        let text = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n"
        var reader = JSONLinesReader(BytesInMemory(Array(text.utf8)), file: .standardInput)
        #expect(!reader.isReady)
        #expect(reader.next()?.article != nil)
        #expect(reader.isReady)
        #expect(reader.next()?.article != nil)
        #expect(!reader.isReady)
        #expect(reader.next() == nil)
    }
}
