#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A new file that is written from start to end, counted and hashed on the way, and synced when it is finished.
///
/// Not for use by two threads at once.
final class HashedFile {
    /// Lines are gathered here; whoever appends calls `flushIfLarge` now and then.
    var buffer: [UInt8] = []

    private let path: String
    private var descriptor: Int32?
    private var hash = ResumableHash()
    private(set) var marks = HashMarks()

    private static let largeBuffer = 1 << 18

    /// - Throws: `cannotCreate`, also when anything stands at the path already.
    init(_ path: String) throws(WritingError) {
        self.path = path
        descriptor = try SystemCalls.createFile(path)
        buffer.reserveCapacity(Self.largeBuffer + 1 << 14)
    }

    deinit {
        // Only a file that was given up still has a descriptor; its folder is removed.
        if let descriptor { try? SystemCalls.closeFile(descriptor, path: path) }
    }

    /// How long the file is, what is still in the buffer included.
    var length: Int { hash.length + buffer.count }

    /// Appends a stretch of another file.
    /// - Parameter marks: of the other one's hash.
    /// - Throws: `readFailed` when the other one is shorter.
    func copy(
        from file: ReadFile, at offset: Int, count: Int, marks: HashMarks = HashMarks()
    ) throws(WritingError) {
        var copied = 0
        if let begun = try begin(as: file, until: offset, reaching: offset + count, marks) { copied = begun - offset }
        while copied < count {
            let more = try file.bytes(at: offset + copied, count: min(Self.largeBuffer, count - copied))
            guard !more.isEmpty else { throw .readFailed(path: file.path, errno: EIO) }
            copied += more.count
            // What is short waits for more.
            if buffer.isEmpty { buffer = more } else { buffer += more }
            try flushIfLarge()
        }
    }

    /// Begins a file like another one without reading it: the system copies, and the hash is taken up where it stood.
    /// - Parameters:
    ///   - heading: what is in the buffer now, if this is to be.
    ///   - end: how much the two have in common at least.
    /// - Returns: how much has been written, `heading` or more; nil when nothing was.
    private func begin(
        as file: ReadFile, until heading: Int, reaching end: Int, _ marks: HashMarks
    ) throws(WritingError) -> Int? {
        guard let descriptor, hash.length == 0, buffer.count == heading,
            let (marks, state, position) = marks.upTo(end), position >= heading,
            try file.bytes(at: 0, count: heading) == buffer
        else { return nil }
        try file.copy(to: descriptor, path: path, count: position)
        buffer.removeAll(keepingCapacity: true)
        hash = ResumableHash(state: state, length: position)
        self.marks = marks
        return position
    }

    func flushIfLarge() throws(WritingError) {
        if buffer.count >= Self.largeBuffer { try flush() }
    }

    /// Writes what is left, syncs and closes.
    /// - Returns: the file's size and lower-case hexadecimal SHA-256.
    func finish() throws(WritingError) -> (bytes: Int, sha256: String) {
        try flush()
        if let descriptor {
            try SystemCalls.sync(descriptor, path: path)
            self.descriptor = nil
            try SystemCalls.closeFile(descriptor, path: path)
        }
        return (hash.length, hash.digest)
    }

    private func flush() throws(WritingError) {
        guard let descriptor, !buffer.isEmpty else { return }
        let path = path
        try buffer.withUnsafeBufferPointer { bytes throws(WritingError) in
            try SystemCalls.write(UnsafeRawBufferPointer(bytes), to: descriptor, path: path)
        }
        buffer.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while hash.length + rest.count >= marks.nextPosition {
                let part = rest.prefix(marks.nextPosition - hash.length)
                hash.add(UnsafeRawBufferPointer(rebasing: part))
                marks.append(hash.state)
                rest = rest.dropFirst(part.count)
            }
            hash.add(UnsafeRawBufferPointer(rebasing: rest))
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
