import CFiles

// The one place that knows the C library's name.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file system calls that writing needs, with interrupted ones repeated and failures as `WritingError`.
enum SystemCalls {
    /// Makes a new file. Never follows a link and never opens what is there already.
    static func createFile(_ path: String) throws(WritingError) -> Int32 {
        let descriptor = repeated { open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        return descriptor
    }

    /// Opens or makes a file that may be there already. Never follows a link.
    static func openFile(_ path: String) throws(WritingError) -> Int32 {
        let descriptor = repeated { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        return descriptor
    }

    /// Makes a folder; one that is there already is good.
    /// - Parameter followingLinks: whether a link to a folder is good too.
    static func ensureFolder(_ path: String, followingLinks: Bool = false) throws(WritingError) {
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        if kind(of: path) == .folder { return }
        if followingLinks {
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            if descriptor >= 0 {
                close(descriptor)
                return
            }
        }
        throw .cannotCreate(path: path, errno: code == EEXIST ? ENOTDIR : code)
    }

    static func createFolder(_ path: String) throws(WritingError) {
        guard mkdir(path, 0o777) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    /// Writes all bytes, in as many calls as it takes.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(WritingError) {
        guard let start = bytes.baseAddress else { return }
        var written = 0
        while written < bytes.count {
            #if canImport(Glibc)
                let count = repeated { Glibc.write(descriptor, start + written, bytes.count - written) }
            #elseif canImport(Musl)
                let count = repeated { Musl.write(descriptor, start + written, bytes.count - written) }
            #else
                let count = repeated { Darwin.write(descriptor, start + written, bytes.count - written) }
            #endif
            guard count >= 0 else { throw .writeFailed(path: path, errno: errno) }
            written += count
        }
    }

    /// Lets the system copy from one file to the end of another.
    /// - Returns: how many bytes; 0 at the end, nil where it has no way to do so.
    static func copyRange(
        from old: Int32, at offset: Int, to new: Int32, count: Int, path: String
    ) throws(WritingError) -> Int? {
        let copied = repeated { sayso_copy_range(old, Int64(offset), new, min(count, 1 << 30)) }
        if copied >= 0 { return copied }
        if [EXDEV, EINVAL, ENOSYS, EOPNOTSUPP, EPERM].contains(errno) { return nil }
        throw .writeFailed(path: path, errno: errno)
    }

    static func sync(_ descriptor: Int32, path: String) throws(WritingError) {
        guard repeated({ fsync(descriptor) }) == 0 else { throw .writeFailed(path: path, errno: errno) }
    }

    /// Makes the names in a folder durable.
    static func syncFolder(_ path: String) throws(WritingError) {
        let descriptor = repeated { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .writeFailed(path: path, errno: errno) }
        defer { close(descriptor) }
        try sync(descriptor, path: path)
    }

    static func closeFile(_ descriptor: Int32, path: String) throws(WritingError) {
        // After EINTR the descriptor is closed all the same on Linux; the data was synced before.
        guard close(descriptor) == 0 || errno == EINTR else { throw .writeFailed(path: path, errno: errno) }
    }

    static func move(_ old: String, to new: String) throws(WritingError) {
        guard rename(old, new) == 0 else { throw .writeFailed(path: new, errno: errno) }
    }

    static func link(_ path: String, to target: String) throws(WritingError) {
        guard symlink(target, path) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    /// - Returns: false when the file system or the folder does not take one; making the file there tells why.
    static func hardLink(_ old: String, _ new: String) -> Bool { linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 }

    private static func repeated<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

func systemMessage(_ code: Int32) -> String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
