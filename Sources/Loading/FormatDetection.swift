/// What a file's first bytes and its name say about its format.
enum FormatDetection {
    enum Finding: Equatable {
        case text
        case jsonLines
        /// JSON objects over several lines, alone, in a list or one after the other.
        case json
        case html
        /// RSS, Atom, NITF or NewsML-G2: the root element tells.
        case xml
        case csv(delimiter: UInt8)
        case warc
        case gzip, zstd
        case tar, zip
        /// A format that is not read here: what it is, and what to do about it.
        case unsupported(String)
    }

    /// As many bytes as `detect` needs, at most.
    static let headBytes = 1 << 16

    /// Content first: well-known first bytes, markup, a first line that is a JSON object. Then the name's extension.
    /// Everything else is text.
    /// - Parameters:
    ///   - head: the first bytes.
    ///   - isWhole: whether the file ends with them.
    static func detect(head: [UInt8], isWhole: Bool, name: String) -> Finding {
        if let known = knownContents.first(where: { head.starts(with: $0.first) }) { return known.finding }
        if isTar(head) { return .tar }
        let content = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
        if beginsWithJSONObject(content, isWhole: isWhole) { return .jsonLines }
        if let finding = markup(content) { return finding }
        let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        switch ending {
        case "jsonl", "ndjson": return .jsonLines
        case "json": return .json
        case "html", "htm", "xhtml": return .html
        case "xml", "rss", "atom", "nitf": return .xml
        case "csv": return .csv(delimiter: delimiter(of: content, preferring: UInt8(ascii: ",")))
        case "tsv", "tab": return .csv(delimiter: delimiter(of: content, preferring: UInt8(ascii: "\t")))
        case "warc", "arc", "wet", "wat": return .warc
        case "txt", "text", "md", "markdown", "eml": return .text
        default: return beginsWithJSONList(content) ? .json : .text
        }
    }

    /// Standard input is a stream of JSON objects, one a line, unless it looks like anything else: it is JSON Lines when it
    /// is blank, begins with `{`, or has a line among its first ones that is a JSON object. A first line that is broken
    /// must not make one text of the whole stream.
    static func detect(standardInput head: [UInt8], isWhole: Bool) -> Finding {
        let finding = detect(head: head, isWhole: isWhole, name: "")
        guard finding == .text || finding == .json else { return finding }
        let content = head.trimmed
        if content.isEmpty || content.first == UInt8(ascii: "{") { return .jsonLines }
        let lines = head.split(separator: UInt8(ascii: "\n")).prefix(100)
        let hasObject = lines.contains { $0.first == UInt8(ascii: "{") && beginsWithJSONObject($0, isWhole: true) }
        return hasObject && finding == .text ? .jsonLines : finding
    }

    private static let knownContents: [(first: [UInt8], finding: Finding)] = [
        ([0x1F, 0x8B], .gzip),
        ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        (Array("WARC/".utf8), .warc),
        (Array("filedesc://".utf8), .warc),
        (Array("BZh".utf8), .unsupported("compressed with bzip2; unpack it first")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .unsupported("compressed with xz; unpack it first")),
        ([0xD0, 0xCF, 0x11, 0xE0], .unsupported("an older Office file; save it as text")),
        (Array("%PDF-".utf8), .unsupported("a PDF file; turn it into text, for example with pdftotext")),
        (Array(#"{\rtf"#.utf8), .unsupported("an RTF file; save it as text")),
        (Array("7z\u{BC}\u{AF}".unicodeScalars.map { UInt8($0.value) }), .unsupported("a 7z archive; unpack it first")),
        (Array("Rar!".utf8), .unsupported("a RAR archive; unpack it first")),
        (Array("PAR1".utf8), .unsupported("a Parquet file; make it JSON Lines, for example with DuckDB")),
    ]

    /// `ustar` stands behind the name, mode, owner, size and time of the first entry.
    private static func isTar(_ head: [UInt8]) -> Bool {
        head.count >= 512 && head[257..<262].elementsEqual("ustar".utf8)
    }

    /// HTML and XML by their first tag, behind comments and declarations.
    private static func markup(_ content: ArraySlice<UInt8>) -> Finding? {
        var rest = content.prefix(4096).drop(while: \.isASCIIWhiteSpace)
        guard rest.first == UInt8(ascii: "<") else { return nil }
        var isXML = false
        while rest.first == UInt8(ascii: "<") {
            let beginning = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
            if beginning.hasPrefix("<!doctype html") || beginning.hasPrefix("<html") { return .html }
            if beginning.hasPrefix("<?xml") {
                isXML = true
            } else if beginning.hasPrefix("<!--") {
                guard let end = end(of: "-->", in: rest) else { return isXML ? .xml : .html }
                rest = rest[end...].drop(while: \.isASCIIWhiteSpace)
                continue
            } else if !beginning.hasPrefix("<!") && !beginning.hasPrefix("<?") {
                let name = beginning.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" }
                if xmlRoots.contains(String(name)) { return .xml }
                if htmlFirstTags.contains(String(name)) { return .html }
                return isXML ? .xml : nil
            }
            guard let end = end(of: ">", in: rest) else { break }
            rest = rest[end...].drop(while: \.isASCIIWhiteSpace)
        }
        return isXML ? .xml : nil
    }

    private static let xmlRoots: Set<String> = [
        "rss", "feed", "rdf:rdf", "nitf", "newsitem", "newsmessage", "packageitem", "newsml",
    ]

    private static let htmlFirstTags: Set<String> = [
        "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "article", "main", "section",
        "h1",
        "h2", "table", "center",
    ]

    private static func end(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        guard bytes.count >= mark.count else { return nil }
        return (bytes.startIndex...bytes.endIndex - mark.count).first {
            bytes[$0..<$0 + mark.count].elementsEqual(mark)
        }
        .map { $0 + mark.count }
    }

    /// The separator that the header line has most of, outside of quotation marks.
    private static func delimiter(of content: ArraySlice<UInt8>, preferring preferred: UInt8) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in content {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if ",;\t|".utf8.contains(byte) { counts[byte, default: 0] += 1 }
        }
        var best = preferred
        for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        where counts[candidate, default: 0] > counts[best, default: 0] {
            best = candidate
        }
        return best
    }

    private static func beginsWithJSONList(_ content: ArraySlice<UInt8>) -> Bool {
        let content = content.drop(while: \.isASCIIWhiteSpace)
        return content.first == UInt8(ascii: "[")
            && content.dropFirst().first(where: { !$0.isASCIIWhiteSpace }) == UInt8(ascii: "{")
    }

    /// Whether the first line that is not blank is a JSON object, or the beginning of one that goes on behind the head.
    private static func beginsWithJSONObject(_ content: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
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
