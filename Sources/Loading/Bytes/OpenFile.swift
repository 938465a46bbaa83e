import TextModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open regular file, or standard input. It is closed when nobody holds it any longer.
///
/// Reads go on after interruptions (EINTR), and wait when a descriptor that somebody made non-blocking has nothing yet.
package final class OpenFile: ByteSource {
    /// The file as the recipe or the command line names it.
    package let label: String
    /// The size when it was opened; nil for standard input.
    package let byteCount: Int?
    private let descriptor: Int32
    private let closesDescriptor: Bool

    /// - Parameter descriptor: stays open; the caller's own.
    package init(descriptor: Int32, label: String) {
        self.label = label
        self.descriptor = descriptor
        byteCount = nil
        closesDescriptor = false
    }

    /// Opens a regular file, never waiting for anybody: a FIFO without a writer is no article.
    /// - Throws: `not_a_regular_file` for a folder, FIFO, socket or device; `unreadable` with the operating system's
    ///   words for anything else that cannot be opened, such as a dangling link.
    package init(path: String, label: String) throws(Reject) {
        func unreadable(_ code: Int32) -> Reject {
            Reject(origin: Origin(file: label), code: .unreadable, message: String(cString: strerror(code)))
        }
        // Looked at first, because opening a device may already do something to it; looked at again once it is open,
        // because it may have been exchanged.
        var status = stat()
        guard stat(path, &status) == 0 else { throw unreadable(errno) }
        if let reject = Self.reject(of: status, path: path, label: label) { throw reject }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(errno) }
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw unreadable(code)
        }
        if let reject = Self.reject(of: status, path: path, label: label) {
            close(descriptor)
            throw reject
        }
        self.label = label
        self.descriptor = descriptor
        byteCount = Int(status.st_size)
        closesDescriptor = true
    }

    deinit {
        if closesDescriptor { close(descriptor) }
    }

    package func read(into room: UnsafeMutableRawBufferPointer) throws(LoadingError) -> Int {
        while true {
            // Linux reads at most 2 GiB at once anyway.
            let count = unistdRead(descriptor, room.baseAddress, min(room.count, 1 << 30))
            if count >= 0 { return count }
            let code = errno
            switch code {
            case EINTR: continue
            case EAGAIN: _ = waitUntilReady(milliseconds: -1)
            default: throw .unreadable(file: label, reason: String(cString: strerror(code)))
            }
        }
    }

    package var isReady: Bool { waitUntilReady(milliseconds: 0) }

    /// The end of a pipe and an error count as ready: a read tells at once.
    private func waitUntilReady(milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Nil for a regular file.
    private static func reject(of status: stat, path: String, label: String) -> Reject? {
        let kind: String
        switch status.st_mode & S_IFMT {
        case S_IFREG: return nil
        case S_IFDIR:
            // A folder stands in a listing for itself only when it could not be listed.
            if access(path, R_OK | X_OK) != 0 {
                let reason = String(cString: strerror(errno))
                return Reject(origin: Origin(file: label), code: .unreadable, message: "a folder: \(reason)")
            }
            kind = "a folder"
        case S_IFIFO: kind = "a FIFO"
        case S_IFSOCK: kind = "a socket"
        case S_IFCHR, S_IFBLK: kind = "a device"
        default: kind = "something else"
        }
        return Reject(origin: Origin(file: label), code: .notARegularFile, message: "\(kind), not a file")
    }
}

/// `read` of the C library, out of reach of the method of the same name.
private func unistdRead(_ descriptor: Int32, _ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, room, count)
}
