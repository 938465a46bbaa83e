import Crypto
import Foundation
import Loading
import Storage

/// The files of a run with their stamps, so that the store can tell which of them to read.
struct RunInputs {
    let files: [InputFile]
    let stamps: [InputStamp?]

    /// Looks at every file. One that was written a moment ago is given the time to settle.
    /// - Parameter files: sorted by label.
    init(_ files: [InputFile], recipe: Recipe) {
        self.files = files
        var reading = ReadingDigest(recipe)
        var stamps = Self.stamps(of: files, &reading)
        let fresh = files.indices.filter { stamps[$0] == nil && files[$0] != .standardInput }
        if !fresh.isEmpty {
            Thread.sleep(forTimeInterval: Double(InputStamp.settlingMilliseconds + 5) / 1000)
            let again = Self.stamps(of: fresh.map { files[$0] }, &reading)
            for (index, stamp) in zip(fresh, again) { stamps[index] = stamp }
        }
        // Two files with one label cannot be told apart by it, so both are read.
        for index in files.indices.dropFirst() where files[index].label == files[index - 1].label {
            stamps[index] = nil
            stamps[index - 1] = nil
        }
        self.stamps = stamps
    }

    /// For `Store.changes`.
    func labelled(_ index: Int) -> (label: String, stamp: InputStamp?) { (files[index].label, stamps[index]) }

    private static func stamps(of files: [InputFile], _ reading: inout ReadingDigest) -> [InputStamp?] {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return files.map { file in
            if file == .standardInput { return nil }
            return InputStamp(
                path: file.path, reading: reading.digest(of: file),
                now: (seconds: Int(now.tv_sec), nanoseconds: Int(now.tv_nsec)))
        }
    }
}

/// A hash of all that decides what is read from a file besides its bytes: program, format, columns, limits.
private struct ReadingDigest {
    private let recipe: String
    private var last: (file: InputFile, digest: [UInt8])?

    init(_ recipe: Recipe) {
        self.recipe = RecipeIdentity.reading(recipe) + "; " + ProgramIdentity.program
    }

    mutating func digest(of file: InputFile) -> [UInt8] {
        // Files come in long runs that are read alike.
        if let last, last.file.format == file.format, last.file.columns == file.columns,
            last.file.defaults == file.defaults
        {
            return last.digest
        }
        let columns = file.columns.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
        let parts = [
            recipe, file.format.rawValue, file.defaults.site ?? "\0", file.defaults.language ?? "\0",
        ]
        let digest = Array(SHA256.hash(data: Data((parts + columns).joined(separator: "\u{1}").utf8)))
        last = (file, digest)
        return digest
    }
}
