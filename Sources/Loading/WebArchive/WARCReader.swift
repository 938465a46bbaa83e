import TextModel

/// A web archive (WARC 1.0 and 1.1, ARC): the pages and texts in it, an article each.
///
/// What is no page or text (requests, images, redirections, errors) is passed over. A record that is broken becomes a
/// reject with its place, and reading goes on at the next record that can be found: behind the next gzip member, or at the
/// next line that begins one.
/// - Complexity: O(*n*) in bytes; one record is held.
package struct WARCReader: ArticleReader {
    private var input: BufferedInput
    private let file: InputFile
    private let limits: LoadingLimits
    private var recordNumber = 0
    private var hasEnded = false
    private let isARC: Bool
    /// Behind a fault: the next record has to be looked for.
    private var isLost = false

    /// - Parameter isARC: whether the file begins as an ARC file does.
    package init(_ source: any ByteSource, file: InputFile, isARC: Bool, limits: LoadingLimits = LoadingLimits()) {
        input = BufferedInput(source)
        self.file = file
        self.isARC = isARC
        self.limits = limits
    }

    /// - Returns: articles, and rejects: `damaged_record`, `damaged_compression`, `expands_too_much`, `unreadable`, and those
    ///   of pages and plain texts.
    package mutating func next() -> LoadedRecord? {
        while !hasEnded {
            do throws(LoadingError) {
                if isLost, try !findRecord() { break }
                guard try skipBlankLines() else { break }
                recordNumber += 1
                let origin = Origin(file: file.label, record: recordNumber, byteOffset: input.offset)
                guard let record = try readHeader() else {
                    try input.throwFailure()
                    // Not to be found here again.
                    input.consume(1)
                    isLost = true
                    return .reject(damaged(origin, "what stands here does not begin a record"))
                }
                if let found = try read(record, origin) { return found }
            } catch {
                return .reject(failure(error))
            }
        }
        hasEnded = true
        return nil
    }

    private mutating func failure(_ error: LoadingError) -> Reject {
        let reject = Reject(error, file: file.label, record: max(recordNumber, 1), byteOffset: input.offset)
        if case .damaged = error, input.resume() { isLost = true } else { hasEnded = true }
        return reject
    }

    private func damaged(_ origin: Origin, _ message: String) -> Reject {
        Reject(origin: origin, code: .damagedRecord, message: message)
    }

    // MARK: Records

    private mutating func skipBlankLines() throws(LoadingError) -> Bool {
        while try input.fill() {
            let blank = input.available.prefix(while: \.isASCIIWhiteSpace).count
            let isEnd = blank < input.available.count
            input.consume(blank)
            if isEnd { return true }
        }
        return false
    }

    private static let longestHeader = 1 << 16

    /// Takes a record's header.
    private mutating func readHeader() throws(LoadingError) -> WebRecord? {
        var wanted = 512
        while true {
            let hasMore = try input.fill(atLeast: wanted)
            let bytes = input.available
            if isARC {
                if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                    guard let record = WebRecord(arcHeader: bytes[..<end]) else { return nil }
                    input.consume(end + 1 - bytes.startIndex)
                    return record
                }
            } else {
                guard bytes.starts(with: "WARC/".utf8) else { return nil }
                if let end = Self.endOfHeader(bytes) {
                    guard let record = WebRecord(warcHeader: bytes[..<end]) else { return nil }
                    input.consume(end - bytes.startIndex)
                    return record
                }
            }
            guard hasMore, wanted < Self.longestHeader else { return nil }
            wanted *= 2
        }
    }

    /// The index behind the first blank line.
    private static func endOfHeader(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            index = end + 1
            if bytes[index...].starts(with: [0x0D, 0x0A]) { return index + 2 }
            if bytes[index...].first == 0x0A { return index + 1 }
        }
        return nil
    }

    /// Takes a record's payload and makes of it what it is; nil for what is no text.
    private mutating func read(_ record: WebRecord, _ origin: Origin) throws(LoadingError) -> LoadedRecord? {
        guard record.kind != .other, record.length <= limits.recordBytes else {
            guard try input.skip(record.length) else {
                try input.throwFailure()
                hasEnded = true
                return .reject(damaged(origin, "the file breaks off inside this record"))
            }
            if record.kind != .other {
                let message = "a record of more than \(limits.recordBytes) bytes"
                return .reject(Reject(origin: origin, givenID: record.id, code: .articleTooLarge, message: message))
            }
            isLost = try !endsHere()
            return nil
        }
        // Together with what tells whether the record ends there, so that going back is possible.
        _ = try input.fill(atLeast: record.length + Self.miscount)
        guard input.available.count >= record.length else {
            try input.throwFailure()
            return .reject(lostLength(of: input.available, origin, "the file breaks off inside this record"))
        }
        var payload = Array(input.available.prefix(record.length))
        input.consume(record.length)
        if try !endsHere(), let rest = Self.beginning(in: input.available.prefix(Self.miscount), isARC: isARC) {
            payload += input.available[..<rest]
            input.consume(rest - input.available.startIndex)
        }
        guard try endsHere() else {
            input.rewind(to: input.offset - record.length)
            let window = input.available.prefix(record.length + Self.miscount)
            return .reject(lostLength(of: window, origin, "the record is not as long as it says"))
        }
        return WebRecordContent.read(payload, of: record, origin, file: file, limits: limits)
    }

    /// A length that is a few bytes short costs nothing: Common Crawl once wrote a year's worth of them.
    private static let miscount = 32

    /// A record whose length is wrong may have swallowed the next one: that is looked for inside it.
    private mutating func lostLength(of payload: ArraySlice<UInt8>, _ origin: Origin, _ message: String) -> Reject {
        let next = Self.beginning(in: payload, isARC: isARC)
        // Without one, all of it belongs to this record, whatever its length.
        input.consume(next.map { $0 - payload.startIndex } ?? payload.count)
        isLost = true
        return damaged(origin, message)
    }

    /// Whether a record may end here: a blank line, a line that begins another, or the end of the file.
    private mutating func endsHere() throws(LoadingError) -> Bool {
        _ = try input.fill(atLeast: 9)
        let bytes = input.available
        return bytes.isEmpty || bytes.starts(with: [0x0D, 0x0A]) || bytes.first == 0x0A
            || bytes.starts(with: "WARC/1.".utf8)
    }

    // MARK: Finding the way back

    /// Goes to the next line that begins a record; false at the end.
    private mutating func findRecord() throws(LoadingError) -> Bool {
        isLost = false
        while try input.fill(atLeast: 2) {
            _ = try input.fill(atLeast: 1 << 12)
            let bytes = input.available
            if let found = Self.beginning(in: bytes, isARC: isARC) {
                input.consume(found - bytes.startIndex)
                return true
            }
            // The beginning of a beginning may stand at the end.
            input.consume(max(bytes.count - 1024, 1))
        }
        return false
    }

    private static func beginning(in bytes: ArraySlice<UInt8>, isARC: Bool) -> Int? {
        bytes.withUnsafeBufferPointer { buffer -> Int? in
            var index = 0
            while true {
                let found = buffer.firstIndex(of: isARC ? "http" : "WARC/1.", from: index)
                guard let found else { return nil }
                let startsLine = found == 0 || buffer[found - 1] == 0x0A
                if startsLine, isARC {
                    let end = buffer.firstIndex(of: 0x0A, from: found) ?? buffer.count
                    let line = Array(buffer[found..<end])
                    if WebRecord(arcHeader: line[...]) != nil { return bytes.startIndex + found }
                } else if startsLine, found + 10 <= buffer.count, buffer[found + 8] == 0x0D || buffer[found + 8] == 0x0A
                {
                    return bytes.startIndex + found
                }
                index = found + 1
            }
        }
    }
}

/// What a record holds, as an article.
enum WebRecordContent {
    /// - Returns: nil for what is no page and no text.
    static func read(
        _ payload: [UInt8], of record: WebRecord, _ origin: Origin, file: InputFile, limits: LoadingLimits
    ) -> LoadedRecord? {
        do throws(Reject) {
            switch record.kind {
            case .other: return nil
            case .conversion: return .article(try text(payload, record, origin, file, limits))
            case .resource:
                let (type, charset) = HTTPResponse.type(record.contentType)
                if type == "text/plain" { return .article(try text(payload, record, origin, file, limits)) }
                guard type == "text/html" || type == "application/xhtml+xml" else { return nil }
                return .article(try page(payload, charset, record, origin, file, limits))
            case .response:
                guard let response = try response(payload, record, origin, limits), response.status == 200,
                    response.isText
                else { return nil }
                if response.contentType == "text/plain" {
                    return .article(try text(response.body, record, origin, file, limits))
                }
                return .article(try page(response.body, response.charset, record, origin, file, limits))
            }
        } catch {
            return .reject(error)
        }
    }

    private static func response(
        _ payload: [UInt8], _ record: WebRecord, _ origin: Origin, _ limits: LoadingLimits
    ) throws(Reject) -> HTTPResponse? {
        do throws(LoadingError) {
            return try HTTPResponse(payload[...], limits: limits)
        } catch {
            var reject = Reject(error, file: origin.file, record: origin.record, byteOffset: origin.byteOffset)
            reject.givenID = record.id
            throw reject
        }
    }

    private static func page(
        _ bytes: [UInt8], _ charset: String?, _ record: WebRecord, _ origin: Origin, _ file: InputFile,
        _ limits: LoadingLimits
    ) throws(Reject) -> Article {
        let envelope = HTMLArticle.Envelope(
            origin: origin, givenID: record.id, url: record.url, charset: charset, defaults: file.reading.defaults)
        var article = try HTMLArticle.read(bytes, envelope, limits: limits)
        // The address it was fetched from is sure; a canonical one may be another page's.
        article.url = record.url ?? article.url
        return article
    }

    private static func text(
        _ bytes: [UInt8], _ record: WebRecord, _ origin: Origin, _ file: InputFile, _ limits: LoadingLimits
    ) throws(Reject) -> Article {
        var article = try PlainTextReader.article(
            bytes, origin: origin, defaults: file.reading.defaults, limits: limits)
        article.givenID = article.givenID ?? record.id
        article.url = record.url ?? article.url
        article.site = article.site ?? record.url.flatMap(PageMetadata.host)
        return article
    }
}
