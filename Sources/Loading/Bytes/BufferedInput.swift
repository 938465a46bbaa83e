/// Bytes that were read from a source and not used up yet, for what reads in steps: decompressors, archives.
struct BufferedInput {
    private var source: any ByteSource
    private(set) var buffer: [UInt8]
    private(set) var start = 0
    private(set) var end = 0
    /// Of the byte at `start`, in the source.
    private(set) var offset = 0
    /// What the source threw behind the bytes that are held.
    private var failure: LoadingError?

    init(_ source: any ByteSource, bufferBytes: Int = 1 << 17) {
        self.source = source
        buffer = [UInt8](repeating: 0, count: bufferBytes)
    }

    var available: ArraySlice<UInt8> { buffer[start..<end] }
    var isEmpty: Bool { start == end }
    /// Whether a read would answer at once.
    var isReady: Bool { start < end || source.isReady }

    mutating func consume(_ count: Int) {
        start += count
        offset += count
    }

    /// Reads more when all was used; false at the end.
    mutating func fill() throws(LoadingError) -> Bool {
        if start < end { return true }
        try throwFailure()
        end = 0
        start = 0
        end = try source.read(into: &buffer)
        return end > 0
    }

    /// Reads until `count` bytes are there; false when the source ends or fails before. A failure is thrown once nothing
    /// is left of what came before it, or by `throwFailure`.
    mutating func fill(atLeast count: Int) throws(LoadingError) -> Bool {
        while end - start < count {
            if failure != nil {
                if start == end { try throwFailure() }
                return false
            }
            if start > 0 {
                buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
                end -= start
                start = 0
            }
            if count > buffer.count {
                buffer += [UInt8](repeating: 0, count: max(count, 2 * buffer.count) - buffer.count)
            }
            do throws(LoadingError) {
                let more = try source.read(into: &buffer, from: end)
                if more == 0 { return false }
                end += more
            } catch {
                failure = error
            }
        }
        return true
    }

    /// Throws, once, what the source threw behind the bytes that are held.
    mutating func throwFailure() throws(LoadingError) {
        if let failure {
            self.failure = nil
            throw failure
        }
    }

    /// Passes over bytes, held or not; false when the source ends before.
    mutating func skip(_ count: Int) throws(LoadingError) -> Bool {
        var left = count
        while left > 0 {
            guard try fill() else { return false }
            let step = min(left, end - start)
            consume(step)
            left -= step
        }
        return true
    }

    /// After a fault in the source: goes on behind it, without the bytes before it.
    mutating func resume() -> Bool {
        offset += end - start
        start = end
        failure = nil
        return source.resume()
    }

    /// Goes back over bytes that are still held, but not before `earliest`, an offset in the source.
    mutating func rewind(to earliest: Int) {
        let back = min(start, max(offset - earliest, 0))
        start -= back
        offset -= back
    }

    /// The unread bytes, in place.
    mutating func withAvailable<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
        let (start, end) = (start, end)
        return buffer.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[start..<end])) }
    }
}
