import CWordLists

/// An embedded word list: the entries of one file of `Sources/CWordLists/Lists`.
package struct WordList: Sendable {
    /// The fields of each entry, in the order of the file; comment lines and blank lines are left out.
    package let entries: [[String]]

    /// - Parameter name: the file's name without its ending.
    /// - Precondition: the list is embedded; the names are fixed when the program is built.
    package init(named name: String) {
        guard let list = sayso_word_list_named(name) else {
            preconditionFailure("no word list is named \(name)")
        }
        entries = Self.parse(UnsafeBufferPointer(start: list.pointee.bytes, count: list.pointee.count))
    }

    /// Splits tab-separated lines.
    package static func parse(_ bytes: some Collection<UInt8>) -> [[String]] {
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard line.first != UInt8(ascii: "#") else { return nil }
            return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
