/// The answer of a web server as an archive keeps it.
struct HTTPResponse {
    var status: Int
    /// In small letters, without parameters.
    var contentType: String
    var charset: String?
    /// Without chunks and content encoding.
    var body: [UInt8]

    /// - Parameter limit: of the decoded body, in bytes.
    /// - Throws: `damaged` or `expandsTooMuch` for a body that cannot be decoded.
    /// - Returns: nil when the bytes are no HTTP response.
    init?(_ bytes: ArraySlice<UInt8>, limits: LoadingLimits) throws(LoadingError) {
        guard bytes.starts(with: "HTTP/".utf8) else { return nil }
        let (head, body) = Self.parted(bytes)
        var lines = head.split(separator: UInt8(ascii: "\n")).map { $0.trimmed }
        let statusLine = lines.removeFirst().split(separator: UInt8(ascii: " "))
        guard statusLine.count > 1, let status = Int(String(decoding: statusLine[1], as: UTF8.self)) else { return nil }
        self.status = status
        self.body = []
        let fields = HeaderFields(lines)
        (contentType, charset) = Self.type(fields["content-type"] ?? "")
        // Only what may become an article is worth unpacking.
        guard status == 200, isText else { return }
        var content = Array(body)
        if fields["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
            content = Self.withoutChunks(content) ?? content
        }
        for encoding in (fields["content-encoding"] ?? "").lowercased().split(separator: ",").reversed() {
            content = try Self.decoded(
                content, String(Array(encoding.utf8).trimmed.map { Character(UnicodeScalar($0)) }), limits)
        }
        self.body = content
    }

    var isHTML: Bool { ["text/html", "application/xhtml+xml"].contains(contentType) }
    var isText: Bool { isHTML || contentType == "text/plain" || contentType.isEmpty }

    /// "text/html; charset=utf-8" as type and charset.
    static func type(_ value: String) -> (String, charset: String?) {
        let parts = value.lowercased().split(separator: ";").map { part in
            part.filter { $0 != " " && $0 != "\"" && $0 != "'" }
        }
        let charset = parts.first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
        return (parts.first ?? "", charset.flatMap { $0.isEmpty ? nil : $0 })
    }

    /// The header with its status line, and what follows the blank line.
    private static func parted(_ bytes: ArraySlice<UInt8>) -> (head: ArraySlice<UInt8>, body: ArraySlice<UInt8>) {
        var lineStart = bytes.startIndex
        while let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[lineStart..<end]
            if line.isASCIIWhiteSpace { return (bytes[..<lineStart], bytes[(end + 1)...]) }
            lineStart = end + 1
        }
        return (bytes, [])
    }

    /// Chunks put together. A last chunk that is cut short counts as far as it goes; nil when there are no chunks, as in
    /// archives that keep the header and not the chunks.
    static func withoutChunks(_ bytes: [UInt8]) -> [UInt8]? {
        var content: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let lineEnd = bytes[index...].firstIndex(of: UInt8(ascii: "\n")), lineEnd - index < 64 else {
                return index == 0 ? nil : content
            }
            let digits = bytes[index..<lineEnd].prefix { $0 != UInt8(ascii: ";") }.trimmed
            guard !digits.isEmpty, let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
                return index == 0 ? nil : content
            }
            if size == 0 { return content }
            let start = lineEnd + 1
            let (end, overflow) = start.addingReportingOverflow(size)
            guard !overflow, end <= bytes.count else { return content + bytes[start...] }
            content += bytes[start..<end]
            index = end
            if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { index += 1 }
            if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        }
        return content
    }

    private static func decoded(
        _ bytes: [UInt8], _ encoding: String, _ limits: LoadingLimits
    ) throws(LoadingError) -> [UInt8] {
        var source: any ByteSource
        switch encoding {
        case "gzip", "x-gzip":
            // Some archives keep the header and not the encoding.
            guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
            source = GzipSource(BytesInMemory(bytes), limits: limits)
        case "br": source = BrotliSource(BytesInMemory(bytes), limits: limits)
        case "zstd": source = ZstdSource(BytesInMemory(bytes), limits: limits)
        case "deflate":
            source = GzipSource(BytesInMemory(bytes), limits: limits, format: .zlib)
        default: return bytes
        }
        guard let content = try source.readAll(limit: limits.articleBytes) else {
            throw .expandsTooMuch(reason: "a page of more than \(limits.articleBytes) bytes")
        }
        return content
    }
}
