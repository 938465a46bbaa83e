import Loading
import Synchronization

/// How many bytes of the input have been read, file by file, for the progress line.
final class InputMeter: Sendable {
    /// Of each file.
    private let sizes: [Int]
    private let read = Atomic<Int>(0)
    /// Nil when standard input is among the files.
    let totalBytes: Int?

    init(_ files: InputFiles) {
        sizes = files.map { $0.byteCount ?? 0 }
        totalBytes = files.contains(.standardInput) ? nil : sizes.reduce(0, +)
    }

    var bytesRead: Int { read.load(ordering: .relaxed) }

    /// - Parameter file: its place among the files.
    @Sendable
    func finished(_ file: Int) {
        read.add(sizes[file], ordering: .relaxed)
    }
}
