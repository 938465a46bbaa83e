/// A read-only map from words to small numbers, looked up by bytes without making a String.
///
/// Keys are compared after ASCII lower-casing; a right single quotation mark (’) in the text counts as "'".
/// - Complexity: a look-up is O(length of the word).
package struct WordTable: Sendable {
    /// Open addressing: an index into `keyStarts`, or -1.
    private var slots: [Int32]
    private var keyBytes: [UInt8] = []
    private var keyStarts: [Int32] = [0]
    private var values: [Int32] = []
    private let mask: Int

    /// Later entries of the same key win.
    package init(_ entries: some Collection<(key: String, value: Int32)>) {
        var capacity = 16
        while capacity < entries.count * 3 { capacity *= 2 }
        mask = capacity - 1
        slots = Array(repeating: -1, count: capacity)
        for (key, value) in entries { insert(Array(key.utf8), value) }
    }

    /// The value of the word at `range` of `text`; nil when it is not in the table.
    @inline(__always)
    package func value(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32? {
        var slot = Int(truncatingIfNeeded: Self.hash(text, range)) & mask
        while true {
            let entry = Int(slots[slot])
            if entry < 0 { return nil }
            if matches(entry, text, range) { return values[entry] }
            slot = (slot + 1) & mask
        }
    }

    package func value(of word: String) -> Int32? {
        var bytes = Array(word.utf8)
        return bytes.withUnsafeMutableBufferPointer { value(in: UnsafeBufferPointer($0), 0..<$0.count) }
    }

    private mutating func insert(_ key: [UInt8], _ value: Int32) {
        key.withUnsafeBufferPointer { bytes in
            var slot = Int(truncatingIfNeeded: Self.hash(bytes, 0..<bytes.count)) & mask
            while slots[slot] >= 0 {
                let entry = Int(slots[slot])
                if matches(entry, bytes, 0..<bytes.count) {
                    values[entry] = value
                    return
                }
                slot = (slot + 1) & mask
            }
            slots[slot] = Int32(values.count)
            values.append(value)
            Self.forEachFolded(bytes, 0..<bytes.count) { keyBytes.append($0) }
            keyStarts.append(Int32(keyBytes.count))
        }
    }

    @inline(__always)
    private func matches(_ entry: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var position = Int(keyStarts[entry])
        let end = Int(keyStarts[entry + 1])
        var same = true
        Self.forEachFolded(text, range) { byte in
            if same, position < end, keyBytes[position] == byte { position += 1 } else { same = false }
        }
        return same && position == end
    }

    /// FNV-1a over the folded bytes, with its high bits mixed down.
    @inline(__always)
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        forEachFolded(text, range) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }

    @inline(__always)
    private static func forEachFolded(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Void
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80, text[index + 2] == 0x99 {
                body(UInt8(ascii: "'"))
                index += 3
                continue
            }
            body(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            index += 1
        }
    }
}
