#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps two runs for the same output apart: an advisory lock that the kernel frees however the run ends.
///
/// The lock file is never removed, so that nobody can hold a lock on a file that is no longer there.
package final class RunLock: Sendable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - processID: written into the file for whoever finds it locked.
    ///   - since: when the run began, in words for a person.
    /// - Throws: `locked` at once when another run holds it; `cannotCreate`, `writeFailed`.
    package init(at location: OutputLocation, processID: Int32, since: String) throws(WritingError) {
        let path = location.lockPath
        descriptor = try SystemCalls.openFile(path)
        do {
            try Self.acquire(descriptor, path: path)
            try Self.write("process \(processID), since \(since)\n", to: descriptor, path: path)
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit {
        // What the file says is only true while it is locked. Failing to clear it leaves no more than a stale line.
        _ = ftruncate(descriptor, 0)
        close(descriptor)
    }

    private static func acquire(_ descriptor: Int32, path: String) throws(WritingError) {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { throw .writeFailed(path: path, errno: errno) }
            throw .locked(path: path, holder: holder(descriptor))
        }
    }

    private static func holder(_ descriptor: Int32) -> String {
        withUnsafeTemporaryAllocation(byteCount: 200, alignment: 1) { room in
            let count = pread(descriptor, room.baseAddress, room.count, 0)
            let text = String(decoding: UnsafeRawBufferPointer(room)[..<max(0, count)], as: UTF8.self)
            return onOneLine(text)
        }
    }

    private static func write(_ line: String, to descriptor: Int32, path: String) throws(WritingError) {
        guard ftruncate(descriptor, 0) == 0 else { throw .writeFailed(path: path, errno: errno) }
        let bytes = Array(line.utf8)
        try bytes.withUnsafeBufferPointer { buffer throws(WritingError) in
            try SystemCalls.write(UnsafeRawBufferPointer(buffer), to: descriptor, path: path)
        }
    }
}
