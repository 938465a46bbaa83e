import Crypto

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
        var hash = SHA256()
        var offset = 0
        while let bytes = try? bytes(at: offset, count: Self.pageSize) {
            if bytes.isEmpty { return hexadecimal(hash.finalize()) }
            bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
            offset += bytes.count
        }
        return nil
    }
}
