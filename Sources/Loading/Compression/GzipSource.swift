import CZlib

/// Unpacks gzip (RFC 1952) through zlib: all members one after the other, each checked against its CRC and length.
///
/// After a fault `resume()` goes on at the next member, which is what makes a `.warc.gz` readable behind a damaged record.
/// - Complexity: O(*n*) in bytes out; 128 KiB of input are held.
final class GzipSource: Unpacking {
    var state: UnpackingState
    /// zlib keeps the address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isInMember = false
    /// Where the member began that is being read, or was read last.
    private var memberStart = 0

    enum Format {
        case gzip
        /// zlib's own wrapper (RFC 1950), which HTTP calls "deflate".
        case zlib
    }

    private let format: Format

    init(_ source: any ByteSource, limits: LoadingLimits, format: Format = .gzip) {
        self.format = format
        state = UnpackingState(source, limits: limits)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for the gzip wrapper. It fails only for want of memory, and then so do all reads.
        inflateInit2_(stream, format == .gzip ? 15 + 16 : 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    func step(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        if !isInMember {
            guard try beginMember() else {
                state.end()
                return 0
            }
        }
        guard try state.input.fill() else {
            throw .damaged(byteOffset: memberStart, reason: "the gzip file breaks off inside this member")
        }
        let (code, taken, given) = inflateOnce(into: room)
        try state.count(taken: taken, given: given)
        switch code {
        case Z_STREAM_END: isInMember = false
        case Z_OK, Z_BUF_ERROR: break
        default:
            let words = stream.pointee.msg.map { String(cString: $0) } ?? "code \(code)"
            state.fail(.damaged(byteOffset: memberStart, reason: "a broken gzip member: \(words)"))
        }
        return given
    }

    /// Finds the next member; false at the end, where zeros may fill up a block of a tape.
    private func beginMember() throws(LoadingError) -> Bool {
        let isFirst = state.isAtBeginning
        guard try state.input.fill(atLeast: 1), format == .gzip || isFirst else { return false }
        if !isFirst, try isPaddedToTheEnd() { return false }
        let hasMagic = try state.input.fill(atLeast: 2) && state.input.available.starts(with: [0x1F, 0x8B])
        guard hasMagic || isFirst else {
            throw .damaged(byteOffset: state.input.offset, reason: "bytes that are no gzip member follow the last one")
        }
        memberStart = state.input.offset
        inflateReset(stream)
        isInMember = true
        return true
    }

    private func isPaddedToTheEnd() throws(LoadingError) -> Bool {
        while try state.input.fill() {
            let zeros = state.input.available.prefix { $0 == 0 }.count
            let isEnd = zeros < state.input.available.count
            state.input.consume(zeros)
            if isEnd { return false }
        }
        return true
    }

    private func inflateOnce(into room: UnsafeMutableRawBufferPointer) -> (code: Int32, taken: Int, given: Int) {
        state.input.withAvailable { bytes in
            let room = UnsafeMutableRawBufferPointer(rebasing: room.prefix(1 << 30))
            stream.pointee.next_in = bytes.baseAddress
            stream.pointee.avail_in = UInt32(bytes.count)
            stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(room.count)
            let code = inflate(stream, Z_NO_FLUSH)
            return (code, bytes.count - Int(stream.pointee.avail_in), room.count - Int(stream.pointee.avail_out))
        }
    }

    /// Looks for the next member's first bytes, also among those that the broken one has swallowed.
    func resume() -> Bool {
        isInMember = false
        state.reopen()
        state.input.rewind(to: memberStart + 1)
        do throws(LoadingError) {
            while try state.input.fill(atLeast: 4) {
                let bytes = state.input.available
                // A member begins with its magic, deflate as its method, and no reserved flag.
                if let found = (bytes.startIndex...bytes.endIndex - 4).first(where: {
                    bytes[$0] == 0x1F && bytes[$0 + 1] == 0x8B && bytes[$0 + 2] == 8 && bytes[$0 + 3] & 0xE0 == 0
                }) {
                    state.input.consume(found - bytes.startIndex)
                    return true
                }
                state.input.consume(bytes.count - 3)
            }
        } catch {
            state.fail(error)
        }
        state.end()
        return false
    }
}
