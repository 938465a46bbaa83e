/// What a file's first bytes and its name say about its format.
enum FormatDetection {
    enum Finding: Equatable {
        case text
        case jsonLines
        /// A format that is not read here: what it is, and what to do about it.
        case unsupported(String)
    }

    /// As many bytes as `detect` needs, at most.
    static let headBytes = 1 << 16

    /// Content first: a first line that is a JSON object makes JSON Lines, and well-known first bytes make a format that
    /// is not read. Then the name's extension. Everything else is text.
    /// - Parameters:
    ///   - head: the first bytes.
    ///   - isWhole: whether the file ends with them.
    static func detect(head: [UInt8], isWhole: Bool, name: String) -> Finding {
        if beginsWithJSONObject(head, isWhole: isWhole) { return .jsonLines }
        if let known = unsupportedContents.first(where: { head.starts(with: $0.first) }) {
            return .unsupported(known.message)
        }
        let beginning = String(decoding: head.trimmed.prefix(64), as: UTF8.self).lowercased()
        if let known = unsupportedMarkup.first(where: { beginning.hasPrefix($0.first) }) {
            return .unsupported(known.message)
        }
        let lowercased = name.lowercased()
        if lowercased.hasSuffix(".jsonl") || lowercased.hasSuffix(".ndjson") { return .jsonLines }
        if lowercased.hasSuffix(".json") {
            return .unsupported("JSON over several lines; make it JSON Lines, for example with jq -c")
        }
        return .text
    }

    /// Standard input is a stream of JSON objects, one a line, unless it looks like anything else: it is JSON Lines when it
    /// is blank, begins with `{`, or has a line among its first ones that is a JSON object. A first line that is broken
    /// must not make one text of the whole stream.
    static func detect(standardInput head: [UInt8], isWhole: Bool) -> Finding {
        let finding = detect(head: head, isWhole: isWhole, name: "")
        guard finding == .text else { return finding }
        let content = head.trimmed
        if content.isEmpty || content.first == UInt8(ascii: "{") { return .jsonLines }
        let lines = head.split(separator: UInt8(ascii: "\n")).prefix(100)
        return lines.contains { beginsWithJSONObject(Array($0), isWhole: true) } ? .jsonLines : .text
    }

    private static let unsupportedContents: [(first: [UInt8], message: String)] = [
        ([0x1F, 0x8B], "compressed with gzip; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it first"),
        (Array("BZh".utf8), "compressed with bzip2; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz; unpack it first"),
        ([0x50, 0x4B, 0x03, 0x04], "a zip file, such as DOCX; save it as text"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an older Office file; save it as text"),
        (Array("%PDF-".utf8), "a PDF file; turn it into text, for example with pdftotext"),
        (Array(#"{\rtf"#.utf8), "an RTF file; save it as text"),
        (Array("WARC/".utf8), "a WARC file is not read yet"),
    ]

    private static let unsupportedMarkup: [(first: String, message: String)] = [
        ("<!doctype html", "HTML is not read yet; save it as text"),
        ("<html", "HTML is not read yet; save it as text"),
        ("<?xml", "XML is not read yet; save it as text"),
    ]

    /// Whether the first line that is not blank is a JSON object, or the beginning of one that goes on behind the head.
    private static func beginsWithJSONObject(_ head: [UInt8], isWhole: Bool) -> Bool {
        let content = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        guard let first = content.firstIndex(where: { !$0.isASCIIWhiteSpace }), content[first] == UInt8(ascii: "{")
        else { return false }
        let lineFeed = content[first...].firstIndex(of: UInt8(ascii: "\n"))
        let isCut = lineFeed == nil && !isWhole
        var reader = JSONReader(content[first..<(lineFeed ?? content.endIndex)])
        do throws(JSONFault) {
            while try reader.next() != nil {}
            return true
        } catch {
            // Cut inside a scalar, the head ends in bad UTF-8.
            return isCut && (error.reason == .endOfInput || error.byteOffset + 4 > content.endIndex - first)
        }
    }
}
