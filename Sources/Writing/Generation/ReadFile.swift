#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of ours that is read again.
final class ReadFile {
    let path: String
    private let descriptor: Int32
    private var position = 0
    static let pageSize = 1 << 18

    /// - Returns: nil when it cannot be opened; a link is not followed.
    init?(_ path: String) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    var look: FileLook? { FileLook(descriptor: descriptor) }

    /// What stands at a place; fewer bytes than asked for at the end only.
    func bytes(at offset: Int, count: Int) throws(WritingError) -> [UInt8] {
        // An array without room is one that all threads have in common; it must not be written to.
        if count == 0 { return [] }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            while filled < count, let start = room.baseAddress {
                let read = pread(descriptor, start + filled, count - filled, off_t(offset + filled))
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = errno }
                guard read > 0 else { return }
                filled += read
            }
        }
        guard failure == 0 else { throw .readFailed(path: path, errno: failure) }
        return bytes
    }

    /// Writes the file's beginning to a new file. The system does it, without the bytes passing through here where it can,
    /// and without copying any where the file system can share them.
    /// - Parameter path: of the new file.
    func copy(to new: Int32, path: String, count: Int) throws(WritingError) {
        var copied = 0
        while copied < count {
            let more = try SystemCalls.copyRange(
                from: descriptor, at: copied, to: new, count: count - copied, path: path)
            guard let more else { break }
            guard more > 0 else { throw .readFailed(path: self.path, errno: EIO) }
            copied += more
        }
        while copied < count {
            let bytes = try bytes(at: copied, count: min(Self.pageSize, count - copied))
            guard !bytes.isEmpty else { throw .readFailed(path: self.path, errno: EIO) }
            try bytes.withUnsafeBufferPointer { bytes throws(WritingError) in
                try SystemCalls.write(UnsafeRawBufferPointer(bytes), to: new, path: path)
            }
            copied += bytes.count
        }
    }

    /// The next bytes from the beginning on; nil at the end, and where it cannot be read.
    func nextPage() -> [UInt8]? {
        guard let bytes = try? bytes(at: position, count: Self.pageSize), !bytes.isEmpty else { return nil }
        position += bytes.count
        return bytes
    }

    /// Nil when there is more than that, or it cannot be read.
    func all(limit: Int) -> [UInt8]? {
        guard let bytes = try? bytes(at: 0, count: limit + 1), bytes.count <= limit else { return nil }
        return bytes
    }

    /// Lower-case hexadecimal; nil when it cannot be read.
    func sha256() -> String? {
        var hash = ResumableHash()
        while let bytes = try? bytes(at: hash.length, count: Self.pageSize) {
            if bytes.isEmpty { return hash.digest }
            bytes.withUnsafeBytes { hash.add($0) }
        }
        return nil
    }
}
