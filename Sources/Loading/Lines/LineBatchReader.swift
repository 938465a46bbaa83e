#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a source as batches of whole lines, in bounded memory.
///
/// A line ends with LF or CR LF, the last one also with the end of the source. Lines that are empty or white space only
/// count but are not handed out. A line over the limit comes out without its bytes, and reading goes on behind it. How the
/// source cuts its bytes into reads never changes the lines, only how they are spread over batches.
package struct LineBatchReader {
    /// About how many bytes one batch has; a longer line makes a longer batch.
    package static let batchBytes = 1 << 20
    /// At most this many lines a batch, so that a file of tiny lines makes no giant tables.
    package static let batchLines = 8192

    private var source: any ByteSource
    private let lineBytes: Int
    private let batchBytes: Int

    /// Bytes that were read: those in `start..<end` are not handed out yet.
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    /// There is no LF in `start..<searched`.
    private var searched = 0
    /// Of the byte at `start`, in the source.
    private var offset = 0
    private var nextNumber = 1
    /// Where a line began that is too long to keep: its bytes are passed over up to its end.
    private var tooLong: Int?
    private var hasEnded = false
    private var failure: LoadingError?

    package init(
        _ source: any ByteSource, lineBytes: Int = LoadingLimits().recordBytes, batchBytes: Int = Self.batchBytes
    ) {
        self.source = source
        self.lineBytes = min(max(lineBytes, 0), Int.max - 2)
        self.batchBytes = max(batchBytes, 1)
        buffer = []
    }

    /// The line and byte that would be read next: where a failure belongs.
    package var place: (number: Int, byteOffset: Int) { (nextNumber, tooLong ?? offset) }

    /// The next lines; nil at the end.
    /// - Throws: once, when the source fails; whole lines before the failure come out first. Then nil.
    package mutating func next() throws(LoadingError) -> LineBatch? {
        while true {
            if let batch = takeLines() { return batch }
            if let failure {
                self.failure = nil
                hasEnded = true
                start = end
                tooLong = nil
                throw failure
            }
            if hasEnded {
                guard start < end || tooLong != nil else { return nil }
                return takeLastLine()
            }
            fill()
        }
    }

    /// Reads until there is a whole line, and on for as long as there is room and the source answers at once.
    private mutating func fill() {
        makeRoom()
        var hasLine = false
        while end < buffer.count, !hasLine || source.isReady {
            do throws(LoadingError) {
                let count = try source.read(into: &buffer, from: end)
                if count == 0 {
                    hasEnded = true
                    return
                }
                if !hasLine { hasLine = firstLineFeed(from: end, to: end + count) != nil }
                end += count
            } catch {
                failure = error
                return
            }
        }
    }

    /// Moves what is left to the front; doubles the buffer when one line fills it, up to the longest line allowed.
    private mutating func makeRoom() {
        if start > 0 {
            buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
            searched -= start
            end -= start
            start = 0
        }
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: batchBytes) }
        guard end == buffer.count else { return }
        // A line that may stay has its bytes and CR LF.
        let longest = max(lineBytes + 2, batchBytes)
        if end < longest {
            buffer.append(contentsOf: repeatElement(0, count: min(buffer.count, longest - buffer.count)))
        } else {
            tooLong = tooLong ?? offset
            offset += end
            end = 0
            searched = 0
        }
    }

    /// Every whole line that was read, up to the batch limit; nil when there is none, blank lines aside.
    private mutating func takeLines() -> LineBatch? {
        var lines: [LineBatch.Line] = []
        let first = start
        while lines.count < Self.batchLines {
            guard let lineFeed = firstLineFeed(from: searched, to: end) else {
                searched = end
                break
            }
            if let line = line(upTo: lineFeed, batchStart: first) { lines.append(line) }
            offset += lineFeed + 1 - start
            start = lineFeed + 1
            searched = start
        }
        if lines.isEmpty { return nil }
        let batch = LineBatch(bytes: Array(buffer[first..<start]), lines: lines)
        // One long line must not leave its buffer behind for the rest of the file.
        if buffer.count > batchBytes, end - start <= batchBytes {
            var smaller = Array(buffer[start..<end])
            smaller.append(contentsOf: repeatElement(0, count: batchBytes - smaller.count))
            buffer = smaller
            searched -= start
            end -= start
            start = 0
        }
        return batch
    }

    /// What follows the last line feed; nil when it is blank.
    private mutating func takeLastLine() -> LineBatch? {
        let first = start
        let line = line(upTo: end, batchStart: first)
        offset += end - start
        start = end
        searched = end
        return line.map { LineBatch(bytes: Array(buffer[first..<end]), lines: [$0]) }
    }

    /// The line in `start..<lineEnd`, and counts it; nil when it is blank.
    private mutating func line(upTo lineEnd: Int, batchStart: Int) -> LineBatch.Line? {
        let number = nextNumber
        nextNumber += 1
        if let lineStart = tooLong {
            tooLong = nil
            return LineBatch.Line(number: number, byteOffset: lineStart, range: 0..<0, isTooLong: true)
        }
        var contentEnd = lineEnd
        if contentEnd > start, buffer[contentEnd - 1] == UInt8(ascii: "\r") { contentEnd -= 1 }
        if contentEnd - start > lineBytes {
            return LineBatch.Line(number: number, byteOffset: offset, range: 0..<0, isTooLong: true)
        }
        if buffer[start..<contentEnd].isASCIIWhiteSpace { return nil }
        return LineBatch.Line(
            number: number, byteOffset: offset, range: start - batchStart..<contentEnd - batchStart)
    }

    private func firstLineFeed(from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            return memchr(base + start, Int32(UInt8(ascii: "\n")), end - start).map { UnsafeRawPointer($0) - base }
        }
    }
}
