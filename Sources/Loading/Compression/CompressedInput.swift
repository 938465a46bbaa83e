/// The compressed bytes that a decompressor has read and not used up yet.
struct CompressedInput {
    private var source: any ByteSource
    private(set) var buffer: [UInt8]
    private(set) var start = 0
    private(set) var end = 0
    /// Of the byte at `start`, in the source.
    private(set) var offset = 0

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
        end = 0
        start = 0
        end = try source.read(into: &buffer)
        return end > 0
    }

    /// Reads until `count` bytes are there; false when the source ends before.
    mutating func fill(atLeast count: Int) throws(LoadingError) -> Bool {
        while end - start < count {
            if start > 0 {
                buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
                end -= start
                start = 0
            }
            let more = try source.read(into: &buffer, from: end)
            if more == 0 { return false }
            end += more
        }
        return true
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
