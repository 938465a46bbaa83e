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
    /// Whether somebody else held it at first; the world may have changed meanwhile.
    package let hasWaited: Bool

    /// What to do while somebody else holds the lock.
    package struct Patience: Sendable {
        let wait: Duration
        let isGivenUp: @Sendable () -> Bool

        /// - Parameters:
        ///   - wait: how long; zero asks once.
        ///   - isGivenUp: polled ten times a second; true ends the waiting early.
        package init(wait: Duration = .zero, isGivenUp: @escaping @Sendable () -> Bool = { false }) {
            self.wait = wait
            self.isGivenUp = isGivenUp
        }
    }

    /// - Parameters:
    ///   - processID: written into the file for whoever finds it locked.
    ///   - since: when the run began, in words for a person.
    /// - Throws: `locked` when another run holds it and `patience` is at its end; `cannotCreate`, `writeFailed`.
    package init(
        at location: OutputLocation, processID: Int32, since: String, patience: Patience = Patience()
    ) throws(WritingError) {
        let path = location.lockPath
        (descriptor, hasWaited) = try Self.acquired(path, patience)
        do {
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

    /// - Returns: a descriptor of the locked file that is at the path now: somebody may have removed the folder while we
    ///   waited, and a lock on a file that nobody finds keeps nobody out.
    private static func acquired(_ path: String, _ patience: Patience) throws(WritingError) -> (Int32, hasWaited: Bool)
    {
        let clock = ContinuousClock()
        let end = clock.now + patience.wait
        var hasWaited = false
        while true {
            let descriptor = try SystemCalls.openFile(path)
            do throws(WritingError) {
                if try lock(descriptor, path: path), isStill(descriptor, at: path) { return (descriptor, hasWaited) }
                if clock.now >= end || patience.isGivenUp() {
                    throw WritingError.locked(path: path, holder: holder(descriptor))
                }
            } catch {
                close(descriptor)
                throw error
            }
            close(descriptor)
            hasWaited = true
            usleep(100_000)
        }
    }

    /// - Returns: false when somebody else holds it.
    private static func lock(_ descriptor: Int32, path: String) throws(WritingError) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            guard errno == EWOULDBLOCK else { throw .writeFailed(path: path, errno: errno) }
            return false
        }
        return true
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var mine = stat()
        var there = stat()
        return fstat(descriptor, &mine) == 0 && lstat(path, &there) == 0 && mine.st_ino == there.st_ino
            && mine.st_dev == there.st_dev
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
