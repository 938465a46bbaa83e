#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What an input file looks like from outside: as long as it looks the same, it is not read again.
///
/// Size, inode, and the times of the last change of content and of metadata. The latter cannot be set by a program, so a
/// file whose old time was put back (`touch -d`, `cp -p`) still looks changed.
package struct InputStamp: Hashable, Sendable {
    /// The same for many files, and then held once.
    private let reading: [UInt8]
    private let size: Int64
    private let inode: UInt64
    /// In nanoseconds since 1970.
    private let contentTime: Int64
    private let metadataTime: Int64

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reading.count + 4 * MemoryLayout<Int64>.size)
        bytes += reading
        func append(_ number: some FixedWidthInteger) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        append(size)
        append(inode)
        append(contentTime)
        append(metadataTime)
        return bytes
    }

    /// - Parameters:
    ///   - path: followed when it is a link, as opening it does.
    ///   - reading: a hash of how the file is read; the same file read otherwise gives other articles.
    ///   - now: seconds and nanoseconds since 1970, before the file is read.
    /// - Returns: nil for what must be read each time: anything but a regular file, and one that was changed a moment ago,
    ///   which could be changed again within one tick of the file system's clock. A time in the future, as after the clock
    ///   was set back, says nothing either.
    package init?(path: String, reading: [UInt8], now: (seconds: Int, nanoseconds: Int)) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let times = [status.st_mtim, status.st_ctim]
        for time in times where !Self.isSettled(time, now: now) { return nil }
        self.reading = reading
        size = Int64(status.st_size)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        contentTime = Self.nanoseconds(status.st_mtim)
        metadataTime = Self.nanoseconds(status.st_ctim)
    }

    /// A time that no clock shows, centuries away, wraps around.
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Some file systems count whole seconds, or two; their times have no nanoseconds. Others tick every 10 ms at most.
    package static let settlingMilliseconds = 20

    private static func isSettled(_ time: timespec, now: (seconds: Int, nanoseconds: Int)) -> Bool {
        let age = (now.seconds - Int(time.tv_sec)) * 1_000_000_000 + now.nanoseconds - Int(time.tv_nsec)
        return age > (time.tv_nsec == 0 ? 2_000_000_000 : settlingMilliseconds * 1_000_000)
    }
}
