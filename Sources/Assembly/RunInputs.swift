import Crypto
import Foundation
import Loading
import Storage

/// The files of a run, and how they look, so that the store can tell which of them to read.
///
/// How a file looks is found out each time it is asked: of all files together it would take more memory than their names.
struct RunInputs {
    let files: InputFiles
    /// For each of `files.readings`, all that decides what is read from a file besides its bytes.
    private let readings: [[UInt8]]

    /// - Parameter files: sorted by label.
    init(_ files: InputFiles, recipe: Recipe) {
        self.files = files
        readings = files.readings.map { Self.digest(of: $0, recipe) }
    }

    /// All files, for `Store.changes`.
    var looks: some Sequence<(label: String, stamp: InputStamp?)> {
        files.indices.lazy.map { (files.label(at: $0), stamp(of: $0)) }
    }

    /// For files that are about to be read. Those that were written a moment ago are given the time to settle.
    func settledStamps(of indices: [Int]) -> [InputStamp?] {
        var stamps = indices.map(stamp)
        let fresh = stamps.indices.filter { stamps[$0] == nil && files[indices[$0]] != .standardInput }
        if !fresh.isEmpty {
            Thread.sleep(forTimeInterval: Double(InputStamp.settlingMilliseconds + 5) / 1000)
            for place in fresh { stamps[place] = stamp(of: indices[place]) }
        }
        return stamps
    }

    private func stamp(of index: Int) -> InputStamp? {
        let file = files[index]
        // Two files with one label cannot be told apart by it, so both are read.
        guard file != .standardInput, files.hasOwnLabel(at: index) else { return nil }
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return InputStamp(
            path: file.path, reading: readings[files.readingIndex(at: index)],
            now: (seconds: Int(now.tv_sec), nanoseconds: Int(now.tv_nsec)))
    }

    /// A hash of program, format, columns and limits.
    private static func digest(of reading: InputReading, _ recipe: Recipe) -> [UInt8] {
        let columns = reading.columns.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
        let parts = [
            RecipeIdentity.reading(recipe) + "; " + ProgramIdentity.program, reading.format.rawValue,
            reading.defaults.site ?? "\0", reading.defaults.language ?? "\0",
        ]
        return Array(SHA256.hash(data: Data((parts + columns).joined(separator: "\u{1}").utf8)))
    }
}
