#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a finished file looks like from outside: size, inode, time of its last change. Whoever edits it leaves a trace.
package struct FileLook: Hashable, Sendable {
    let numbers: [Int]

    init(numbers: [Int]) { self.numbers = numbers }

    private init(_ status: stat) {
        // Numbers are kept as whole numbers from 0.
        numbers = [
            Int(status.st_size), Int(truncatingIfNeeded: status.st_ino & 0x7FFF_FFFF_FFFF_FFFF),
            max(0, Int(status.st_mtim.tv_sec)), Int(status.st_mtim.tv_nsec),
        ]
    }

    /// - Returns: nil for what is no regular file; a link is none.
    package init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }
}
