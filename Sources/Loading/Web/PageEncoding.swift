#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds out how a web page is encoded, and decodes it to UTF-8.
///
/// In this order: a byte order mark; UTF-16 by its NULs; well-formed UTF-8, whatever the page claims; the label of the HTTP
/// header; that of the page's `<meta>`; Windows-1252, which is also what "iso-8859-1" and "ascii" mean on the web. A few
/// bad bytes in what is otherwise UTF-8 become U+FFFD, as browsers show them.
enum PageEncoding {
    /// - Parameter label: the charset of the HTTP header.
    static func decode(_ bytes: [UInt8], label: String? = nil) throws(TextFault) -> DecodedText {
        let hasMark =
            bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF]) || UTF16Decoding.encodingWithoutMark(bytes) != nil
        if hasMark { return try TextDecoding.decode(bytes) }
        if let nul = bytes.firstIndex(of: 0) { throw TextFault(byteOffset: nul, reason: .binary) }
        guard let fault = bytes.withUnsafeBufferPointer(UTF8Validation.firstFault) else {
            return DecodedText(bytes: bytes, encoding: .utf8)
        }
        let name = (label ?? metaLabel(bytes)).map(canonical)
        switch name {
        case "utf-8": return DecodedText(bytes: repaired(bytes), encoding: .utf8)
        case nil where isMostlyUTF8(bytes): return DecodedText(bytes: repaired(bytes), encoding: .utf8)
        case nil, "windows-1252": return DecodedText(bytes: Windows1252.decode(bytes), encoding: .windows1252)
        case .some(let name):
            guard let text = converted(bytes, from: name) else {
                throw TextFault(byteOffset: fault, reason: .unknownEncoding(name))
            }
            return DecodedText(bytes: text, encoding: .named)
        }
    }

    /// The label of `<meta charset>` or `<meta http-equiv="Content-Type">` among the first 4 KiB.
    static func metaLabel(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(4096).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return head.withUnsafeBufferPointer { head in
            var index = 0
            while let found = head.firstIndex(of: "charset", from: index) {
                index = found + 7
                var at = index
                while at < head.count, head[at].isASCIIWhiteSpace || head[at] == UInt8(ascii: "=") { at += 1 }
                while at < head.count, head[at] == UInt8(ascii: "\"") || head[at] == UInt8(ascii: "'") { at += 1 }
                let start = at
                while at < head.count, isLabelByte(head[at]) { at += 1 }
                if at > start, head[index..<start].contains(UInt8(ascii: "=")) {
                    return String(decoding: UnsafeBufferPointer(rebasing: head[start..<at]), as: UTF8.self)
                }
            }
            return nil
        }
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_:.+".utf8.contains(byte)
    }

    /// The name under which the web's labels are decoded (WHATWG Encoding, the Latin ones).
    private static func canonical(_ label: String) -> String {
        switch label.lowercased() {
        case "utf8", "utf-8", "unicode-1-1-utf-8": "utf-8"
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252",
            "windows-1252", "x-cp1252", "ansi":
            "windows-1252"
        case let other: other
        }
    }

    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var (index, good, bad) = (0, 0, 0)
            while true {
                index = UTF8Validation.endOfASCII(buffer, from: index)
                if index == buffer.count { return good > bad }
                let length = UTF8Validation.sequenceLength(buffer, at: index)
                if length > 0 { good += 1 } else { bad += 1 }
                index += max(length, 1)
            }
        }
    }

    /// Ill-formed bytes as U+FFFD.
    private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// Through the C library's iconv; bytes that mean nothing become U+FFFD.
    /// - Returns: nil when it does not know the encoding.
    private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard name.utf8.allSatisfy(isLabelByte) else { return nil }
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var source = bytes
        var text: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        return source.withUnsafeMutableBytes { source in
            var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = source.count
            while left > 0 {
                let (result, code, written) = room.withUnsafeMutableBytes { room in
                    var to = room.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var free = room.count
                    errno = 0
                    let result = iconv(converter, &next, &left, &to, &free)
                    return (result, errno, room.count - free)
                }
                text.append(contentsOf: room[..<written])
                guard result == -1 else { continue }
                switch code {
                case E2BIG: continue
                case EILSEQ, EINVAL:
                    text.append(contentsOf: UTF8.encodedReplacementCharacter)
                    next = next.map { $0 + 1 }
                    left -= 1
                default: return nil
                }
            }
            return text
        }
    }
}
