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

    /// The names of all embedded lists, sorted.
    package static var names: [String] {
        var count = 0
        guard let lists = sayso_word_lists(&count) else { return [] }
        return (0..<count).map { String(cString: lists[$0].name) }.sorted()
    }

    /// Splits tab-separated lines. One pass over the bytes, since every start of the program reads every list.
    package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
        var entries: [[String]] = []
        // Most entries are about this long.
        entries.reserveCapacity(bytes.count / 12)
        var start = 0
        while start < bytes.count {
            let end = firstIndex(of: UInt8(ascii: "\n"), in: bytes, from: start)
            if end > start, bytes[start] != UInt8(ascii: "#") { entries.append(fields(of: bytes, start..<end)) }
            start = end + 1
        }
        return entries
    }

    private static func fields(of bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [String] {
        var fields: [String] = []
        fields.reserveCapacity(5)
        let line = UnsafeBufferPointer(rebasing: bytes[line])
        var start = 0
        while start <= line.count {
            let end = firstIndex(of: UInt8(ascii: "\t"), in: line, from: start)
            fields.append(String(decoding: UnsafeBufferPointer(rebasing: line[start..<end]), as: UTF8.self))
            start = end + 1
        }
        return fields
    }

    /// The end of `bytes` when there is none.
    private static func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] != byte { index += 1 }
        return index
    }
}
