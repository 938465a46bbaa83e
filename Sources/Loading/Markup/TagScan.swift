/// Looks for tags with so many attributes that libxml2 would take for ever over them: it compares each with all before.
///
/// Reads tags, comments and scripts as libxml2 does, so that a page cannot hide one.
/// - Complexity: O(*n*) in bytes.
enum TagScan {
    static let attributeLimit = 512

    /// The offset of the first tag with more attributes than the limit; nil when there is none.
    static func firstExcess(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while let tag = find(UInt8(ascii: "<"), in: bytes, from: index) {
            index = tag + 1
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            if byte == UInt8(ascii: "!"), starts(with: "!--", bytes, index) {
                index = endOfComment(bytes, from: index + 3)
            } else if isLetter(byte) {
                let nameStart = index
                while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
                let name = nameStart..<index
                if skipAttributes(bytes, &index) > attributeLimit { return tag }
                for raw in ["script", "style"] where equals(bytes, name, raw) {
                    index = endOfRawText(bytes, from: index, name: raw)
                }
            }
        }
        return nil
    }

    /// Moves behind the attributes of a tag; how many there were.
    private static func skipAttributes(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
        var count = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if count > attributeLimit { return count }
            let byte = bytes[index]
            if byte.isASCIIWhiteSpace || byte == UInt8(ascii: "/") || byte == 0x0C {
                index += 1
                continue
            }
            // A tag that another one cuts off.
            if byte == UInt8(ascii: "<") { return count }
            count += 1
            while index < bytes.count, !isAttributeEnd(bytes[index]) { index += 1 }
            var next = index
            while next < bytes.count, bytes[next].isASCIIWhiteSpace { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
                if index < bytes.count, bytes[index] == UInt8(ascii: "=") { index += 1 }
                continue
            }
            next += 1
            while next < bytes.count, bytes[next].isASCIIWhiteSpace { next += 1 }
            index = next
            guard index < bytes.count else { return count }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                index = (find(quote, in: bytes, from: index + 1) ?? bytes.count - 1) + 1
            } else {
                while index < bytes.count, !bytes[index].isASCIIWhiteSpace, bytes[index] != UInt8(ascii: ">") {
                    index += 1
                }
            }
        }
        return count
    }

    private static func isAttributeEnd(_ byte: UInt8) -> Bool {
        byte.isASCIIWhiteSpace || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
            || byte == 0x0C
    }

    private static func endOfComment(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while let dash = find(UInt8(ascii: "-"), in: bytes, from: index) {
            if starts(with: "-->", bytes, dash) { return dash + 3 }
            if starts(with: "--!>", bytes, dash) { return dash + 4 }
            index = dash + 1
        }
        return bytes.count
    }

    private static func endOfRawText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, name: String) -> Int {
        var index = start
        while let tag = find(UInt8(ascii: "<"), in: bytes, from: index) {
            let end = tag + 2 + name.utf8.count
            if starts(with: "</", bytes, tag), end <= bytes.count, equals(bytes, tag + 2..<end, name) { return end }
            index = tag + 1
        }
        return bytes.count
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        bytes.firstIndex(of: byte, from: start)
    }

    private static func starts(with text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }

    /// Whatever the case of its ASCII letters.
    private static func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: String) -> Bool {
        range.count == name.utf8.count && zip(range, name.utf8).allSatisfy { bytes[$0] | 0x20 == $1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte >= 0x80
    }
}
