/// Where bytes come from: a file, standard input, bytes in memory, a decompressor, an entry of an archive.
package protocol ByteSource {
    /// Reads into the beginning of `room`, at least one byte unless the source has ended.
    /// - Parameter room: not empty.
    /// - Returns: how many bytes were read; fewer than asked for is no sign of the end, 0 is.
    mutating func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int

    /// Whether a read would answer at once. A reader that has whole records waits for more only when this is true, so
    /// that a program that feeds a pipe line by line gets its answers.
    var isReady: Bool { get }

    /// After a read that threw `damaged`: passes over what cannot be read, so that reading goes on behind it.
    /// - Returns: false when there is no way on, and always where nothing is compressed.
    mutating func resume() -> Bool
}

extension ByteSource {
    package mutating func resume() -> Bool { false }

    /// Everything up to the end; nil as soon as that is more than `limit` bytes.
    mutating func readAll(limit: Int) throws(LoadingError) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try read(into: &chunk)
            if count == 0 { return bytes }
            if bytes.count + count > limit { return nil }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// The first bytes: `limit` of them, or all when the source ends or fails before, or fewer once there is a line feed
    /// and the source has nothing more to say at the moment.
    mutating func readHead(limit: Int) -> SourceHead {
        var head = SourceHead()
        while head.bytes.count < limit, isReady || !head.bytes.contains(UInt8(ascii: "\n")) {
            var chunk = [UInt8](repeating: 0, count: limit - head.bytes.count)
            do throws(LoadingError) {
                let count = try read(into: &chunk)
                if count == 0 {
                    head.isWhole = true
                    return head
                }
                head.bytes.append(contentsOf: chunk[..<count])
            } catch {
                head.failure = error
                return head
            }
        }
        return head
    }

    /// Reads into an array in place; its bytes from `start` on.
    mutating func read(into bytes: inout [UInt8], from start: Int = 0) throws(LoadingError) -> Int {
        // A rethrowing `withUnsafe…` loses the error's type, so the outcome travels as a value.
        let outcome = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(LoadingError) in
                try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
            }
        }
        return try outcome.get()
    }
}

/// Bytes in memory.
package struct BytesInMemory: ByteSource {
    private var rest: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    package var isReady: Bool { true }

    package mutating func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        let count = min(room.count, rest.count)
        room.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}

/// The first bytes of a source.
struct SourceHead {
    var bytes: [UInt8] = []
    /// Whether the source ends with them.
    var isWhole = false
    /// What was thrown behind them.
    var failure: LoadingError?
}

/// A source whose first bytes were read already, to look at them: those again, then the rest.
struct ReplayedSource: ByteSource {
    private var head: BytesInMemory
    private var headCount: Int
    private var failure: LoadingError?
    private var rest: any ByteSource

    init(head: SourceHead, rest: any ByteSource) {
        self.head = BytesInMemory(head.bytes)
        headCount = head.bytes.count
        failure = head.failure
        self.rest = rest
    }

    var isReady: Bool { headCount > 0 || failure != nil || rest.isReady }

    mutating func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        if headCount > 0 {
            let count = try head.read(into: room)
            headCount -= count
            return count
        }
        if let failure {
            self.failure = nil
            throw failure
        }
        return try rest.read(into: room)
    }

    mutating func resume() -> Bool {
        headCount = 0
        failure = nil
        return rest.resume()
    }
}
