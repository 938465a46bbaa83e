import Loading
import Synchronization

/// How many bytes of the input have been read, file by file, for the progress line.
final class InputMeter: Sendable {
    private let sizes: [String: Int]
    private let read = Atomic<Int>(0)
    /// Nil when standard input is among the files.
    let totalBytes: Int?

    init(_ files: [InputFile]) {
        var sizes: [String: Int] = [:]
        for file in files { sizes[file.path] = file.byteCount }
        self.sizes = sizes
        totalBytes = files.contains(.standardInput) ? nil : sizes.values.reduce(0, +)
    }

    var bytesRead: Int { read.load(ordering: .relaxed) }

    @Sendable
    func finished(_ file: InputFile) {
        read.add(sizes[file.path] ?? 0, ordering: .relaxed)
    }
}
