#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A small file beside the store that says: closed in good order, and this is how it looked. As long as it looks so, the
/// next opening need not read all of it to check it.
struct StoreSeal {
    private let store: String
    private var path: String { store + ".sealed" }

    init(of store: String) { self.store = store }

    /// Whether the store is as it was sealed.
    var isUnbroken: Bool {
        guard let look else { return false }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var found = [UInt8](repeating: 0, count: look.count + 1)
        let count = found.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return count == look.count && found.prefix(look.count).elementsEqual(look)
    }

    /// Before anything is written. After a power cut the seal may be back, but then the store's times are others.
    func breakOpen() throws(StorageError) {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw .readOrWriteFailed(path: path, message: String(cString: strerror(errno)))
        }
    }

    /// After the store was closed. A seal that cannot be set costs the next run a check, and nothing else.
    func set() {
        guard let look, unlink(path) == 0 || errno == ENOENT else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        look.withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Nil while there is a log beside it, or no store.
    private var look: [UInt8]? {
        var status = stat()
        guard lstat(store + "-wal", &status) != 0 || status.st_size == 0, lstat(store, &status) == 0 else { return nil }
        let numbers = [
            Int(status.st_size), Int(truncatingIfNeeded: status.st_ino), Int(status.st_mtim.tv_sec),
            Int(status.st_mtim.tv_nsec), Int(status.st_ctim.tv_sec), Int(status.st_ctim.tv_nsec),
        ]
        return Array(numbers.map(String.init).joined(separator: " ").utf8)
    }
}
