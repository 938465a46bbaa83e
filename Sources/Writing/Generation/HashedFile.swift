import Crypto

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
    private var hash = SHA256()
    private var byteCount = 0

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
    var length: Int { byteCount + buffer.count }

    /// Appends a stretch of another file.
    /// - Throws: `readFailed` when the other one is shorter.
    func copy(from file: ReadFile, at offset: Int, count: Int) throws(WritingError) {
        try flush()
        var copied = 0
        while copied < count {
            buffer = try file.bytes(at: offset + copied, count: min(Self.largeBuffer, count - copied))
            guard !buffer.isEmpty else { throw .readFailed(path: file.path, errno: EIO) }
            copied += buffer.count
            try flush()
        }
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
        return (byteCount, hexadecimal(hash.finalize()))
    }

    private func flush() throws(WritingError) {
        guard let descriptor, !buffer.isEmpty else { return }
        let path = path
        try buffer.withUnsafeBufferPointer { bytes throws(WritingError) in
            try SystemCalls.write(UnsafeRawBufferPointer(bytes), to: descriptor, path: path)
        }
        buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
        byteCount += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
