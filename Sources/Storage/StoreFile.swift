#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What stands at the store's path, told without SQLite, so that a stranger's database is never touched.
enum StoreFile: Equatable {
    case absent
    case ours
    /// Something else, in a few words.
    case foreign(String)

    /// "SAYO", in SQLite's header at byte 68.
    static let applicationID: Int32 = 0x5341_594F

    /// - Parameter schemaVersion: expected at byte 60. Both stand in the file itself from the moment it is made, since
    ///   they are written before the write-ahead log is switched on.
    static func look(at path: String, schemaVersion: Int32) throws(StorageError) -> StoreFile {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .cannotOpen(path: path, message: systemMessage(errno)) }
            return .absent
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return .foreign("not a regular file") }
        guard status.st_size > 0 else { return .absent }
        // SQLite would follow a link that somebody planted there.
        for ending in ["-journal", "-wal", "-shm"] {
            var journal = stat()
            if lstat(path + ending, &journal) == 0, journal.st_mode & S_IFMT != S_IFREG {
                return .foreign("its \(ending.dropFirst()) is not a regular file")
            }
        }
        let header = try header(of: path)
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            return .foreign("not a SQLite file")
        }
        guard number(header, at: 68) == applicationID else { return .foreign("not a store of sayso") }
        guard number(header, at: 60) == schemaVersion else { return .foreign("made by another version of sayso") }
        return .ours
    }

    /// Moves the store and its journals out of the way; what was moved there before is replaced.
    /// - Returns: where it is now.
    static func setAside(_ path: String) throws(StorageError) -> String {
        let aside = path + ".set-aside"
        for ending in ["-journal", "-wal", "-shm", ""] {
            guard rename(path + ending, aside + ending) == 0 || errno == ENOENT else {
                throw .cannotOpen(path: path, message: "cannot move it to \(aside): \(systemMessage(errno))")
            }
        }
        return aside
    }

    private static func header(of path: String) throws(StorageError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, message: systemMessage(errno)) }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 100)
        var count = -1
        repeat {
            count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw .readOrWriteFailed(path: path, message: systemMessage(errno)) }
        return Array(header.prefix(count))
    }

    private static func number(_ header: [UInt8], at offset: Int) -> Int32 {
        Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }

    private static func systemMessage(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
