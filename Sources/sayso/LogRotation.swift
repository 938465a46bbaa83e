import Foundation

/// Keeps a log small: when it would grow over a size, LOG becomes LOG.1, LOG.1 becomes LOG.2, and so on; the oldest goes.
struct LogRotation: Hashable, Sendable {
    /// The size that a file does not grow over, but for one long line.
    var bytes: Int
    /// How many files there are at most, the one that is written included; at least 1.
    var files: Int

    static let usual = LogRotation(bytes: 10_000_000, files: 5)

    /// - Returns: nil with `errno`.
    static func open(_ path: String) -> Int32? {
        let descriptor = Foundation.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
        return descriptor < 0 ? nil : descriptor
    }

    /// Where to write that many bytes: the descriptor as it is, or that of a new file.
    ///
    /// Also follows when another program has moved the file, as logrotate does. What cannot be moved grows on.
    func descriptor(for count: Int, path: String, now: Int32) -> Int32 {
        var open = stat()
        guard fstat(now, &open) == 0, open.st_mode & S_IFMT == S_IFREG else { return now }
        if Self.isMoved(open, from: path) { return reopened(path, now) }
        guard open.st_size > 0, Int(open.st_size) + count > bytes else { return now }
        // Of several runs that log to one file, one moves it; the lock goes with the descriptor.
        guard flock(now, LOCK_EX) == 0 else { return now }
        if !Self.isMoved(open, from: path) {
            for number in stride(from: files - 1, to: 0, by: -1) {
                rename(number == 1 ? path : "\(path).\(number - 1)", "\(path).\(number)")
            }
            if files == 1 { unlink(path) }
        }
        flock(now, LOCK_UN)
        return reopened(path, now)
    }

    private static func isMoved(_ open: stat, from path: String) -> Bool {
        var there = stat()
        return stat(path, &there) != 0 || there.st_ino != open.st_ino || there.st_dev != open.st_dev
    }

    private func reopened(_ path: String, _ now: Int32) -> Int32 {
        guard let new = Self.open(path) else { return now }
        close(now)
        return new
    }
}
