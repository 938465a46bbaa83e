import TextModel

/// A text file that lists inputs, one a line: what another program found, or a million files that fit on no command line.
///
/// Paths are relative to the manifest's folder; globs and folders are allowed, manifests are not. Blank lines and lines that
/// begin with `#` count for nothing. A line that names nothing is an input that becomes a reject, so that one file that has
/// vanished does not stop the rest.
struct Manifest {
    private let path: String
    private let label: String
    private let folder: String

    private static let longestLine = 1 << 16

    /// - Parameter pattern: "@" and the path of the manifest.
    /// - Returns: nil when the pattern is something else.
    init?(_ pattern: String, relativeTo folder: String) {
        guard pattern.utf8.first == UInt8(ascii: "@"), pattern.utf8.count > 1 else { return nil }
        let label = String(pattern.dropFirst())
        let isAbsolute = label.hasPrefix("/")
        let own = label.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(label[..<$0]) } ?? ""
        self.label = label
        path = isAbsolute || folder.isEmpty || folder == "." ? label : folder + "/" + label
        self.folder = isAbsolute ? own : own.isEmpty ? folder : folder.isEmpty ? own : folder + "/" + own
    }

    /// - Throws: `noSuchInput` when there is no such file, `unreadable` when it cannot be read.
    func add(_ reading: InputReading, to files: inout InputFiles) throws(LoadingError) {
        let source: OpenFile
        do throws(Reject) {
            source = try OpenFile(path: path, label: label)
        } catch {
            throw FolderEntry.kind(of: path) == nil
                ? .noSuchInput("@" + label) : .unreadable(file: label, reason: error.message)
        }
        var lines = LineBatchReader(source, lineBytes: Self.longestLine)
        while let batch = try lines.next() {
            for line in batch.lines {
                let entry = String(decoding: batch.bytes[line.range].trimmed, as: UTF8.self)
                guard !entry.isEmpty, !entry.hasPrefix("#") else { continue }
                do throws(LoadingError) {
                    guard entry != "-", !entry.hasPrefix("@") else { throw .noSuchInput(entry) }
                    try InputListing.add(entry, relativeTo: folder, reading, to: &files)
                } catch {
                    files.append(entry, under: InputListing.root(folder), reading)
                }
            }
        }
    }
}
