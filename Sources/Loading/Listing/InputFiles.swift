#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files to read, in order: as many as a recipe names, which may be a million.
///
/// A file takes the bytes of its label and 16 more; the rest it has in common with others.
package struct InputFiles: RandomAccessCollection, Sendable {
    /// All labels, one after the other, in the order in which they were added.
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    private var groups: [Group] = []

    private struct Entry {
        /// In `bytes`.
        let start: Int
        let length: UInt32
        /// In `groups`.
        let group: UInt32
    }

    /// What files have in common.
    private struct Group: Hashable {
        /// Goes before a label that does not begin with "/"; empty, or with "/" at its end.
        let root: String
        let reading: InputReading

        func path(of label: String) -> String { label.hasPrefix("/") ? label : root + label }
    }

    package init() {}

    /// - Parameters:
    ///   - label: the path, from `root` on or from "/".
    ///   - root: empty, or with "/" at its end.
    mutating func append(_ label: String, under root: String, _ reading: InputReading) {
        let group = Group(root: root, reading: reading)
        if groups.last != group { groups.append(group) }
        var label = label
        label.withUTF8 { label in
            entries.append(
                Entry(start: bytes.count, length: UInt32(label.count), group: UInt32(groups.count - 1)))
            bytes.append(contentsOf: label)
        }
    }

    // MARK: The files

    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }

    package subscript(index: Int) -> InputFile {
        let group = groups[Int(entries[index].group)]
        let label = label(at: index)
        return InputFile(label: label, path: group.path(of: label), reading: group.reading)
    }

    package var labels: some RandomAccessCollection<String> { indices.lazy.map(label) }

    package func label(at index: Int) -> String { String(decoding: labelBytes(entries[index]), as: UTF8.self) }

    /// How files are read, each way once or more.
    package var readings: [InputReading] { groups.map(\.reading) }

    /// Which of `readings` is that of a file.
    package func readingIndex(at index: Int) -> Int { Int(entries[index].group) }

    /// Whether no other file has this label; call it on files in the order of their labels.
    package func hasOwnLabel(at index: Int) -> Bool {
        let label = labelBytes(entries[index])
        return [index - 1, index + 1].allSatisfy { other in
            !entries.indices.contains(other) || !labelBytes(entries[other]).elementsEqual(label)
        }
    }

    /// Only these, in this order.
    package func selecting(_ indices: [Int]) -> InputFiles {
        var selected = self
        selected.entries = indices.map { entries[$0] }
        return selected
    }

    private func labelBytes(_ entry: Entry) -> ArraySlice<UInt8> {
        bytes[entry.start..<entry.start + Int(entry.length)]
    }

    // MARK: Their order

    /// In the order of the paths' bytes. Of the files of one path the one that was added first stays.
    package mutating func sortByPath() {
        let compare = pathsAreOrderedAsLabels ? compareLabels : comparePaths
        var sorted = takeEntries()
        sorted.sort { left, right in
            let order = compare(left, right)
            return order == 0 ? left.start < right.start : order < 0
        }
        // Compared as bytes: two names that only Unicode calls equal are two files.
        var count = 0
        for index in sorted.indices where count == 0 || compare(sorted[count - 1], sorted[index]) != 0 {
            sorted[count] = sorted[index]
            count += 1
        }
        sorted.removeSubrange(count...)
        entries = sorted
    }

    /// In the order of the labels' bytes; of one label, by path.
    package mutating func sortByLabel() {
        var sorted = takeEntries()
        sorted.sort { left, right in
            let order = compareLabels(left, right)
            return order == 0 ? comparePaths(left, right) < 0 : order < 0
        }
        entries = sorted
    }

    /// To be sorted where they are, and put back.
    private mutating func takeEntries() -> [Entry] {
        defer { entries = [] }
        return entries
    }

    /// Less than 0, 0 or more, as `memcmp` does.
    private func compareLabels(_ left: Entry, _ right: Entry) -> Int {
        let order = bytes.withUnsafeBufferPointer { bytes -> Int in
            guard let bytes = bytes.baseAddress else { return 0 }
            return Int(memcmp(bytes + left.start, bytes + right.start, Int(Swift.min(left.length, right.length))))
        }
        return order == 0 ? Int(left.length) - Int(right.length) : order
    }

    private func comparePaths(_ left: Entry, _ right: Entry) -> Int {
        let paths = (pathBytes(left), pathBytes(right))
        if paths.0 == paths.1 { return 0 }
        return paths.0.lexicographicallyPrecedes(paths.1) ? -1 : 1
    }

    /// So it is nearly always; no path has to be put together then.
    private var pathsAreOrderedAsLabels: Bool {
        let roots = Set(groups.map(\.root))
        let absolute = entries.count { isAbsolute($0) }
        return absolute == entries.count || absolute == 0 && roots.count == 1
    }

    private func pathBytes(_ entry: Entry) -> [UInt8] {
        (isAbsolute(entry) ? [] : Array(groups[Int(entry.group)].root.utf8)) + labelBytes(entry)
    }

    private func isAbsolute(_ entry: Entry) -> Bool { labelBytes(entry).first == UInt8(ascii: "/") }
}
