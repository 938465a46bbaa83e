/// A record of a WARC or ARC file.
struct WebRecord: Equatable {
    enum Kind: Equatable {
        /// What a server answered: an HTTP header and a body.
        case response
        /// A body alone.
        case resource
        /// Text that somebody has extracted.
        case conversion
        /// Requests, metadata, revisits and the like: no text of their own.
        case other
    }

    var kind: Kind
    /// `WARC-Target-URI`.
    var url: String?
    /// `WARC-Record-ID` without its angle brackets.
    var id: String?
    /// Of the payload, in small letters.
    var contentType: String
    var length: Int
}

extension WebRecord {
    /// The header of a WARC record: `WARC/1.1` and named fields, up to the blank line.
    /// - Returns: nil when it is none, or says no length.
    init?(warcHeader header: ArraySlice<UInt8>) {
        var lines = header.split(separator: UInt8(ascii: "\n")).map { $0.trimmed }
        guard let first = lines.first, first.starts(with: "WARC/".utf8) else { return nil }
        lines.removeFirst()
        let fields = HeaderFields(lines)
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return nil }
        self.length = length
        url = fields["warc-target-uri"].map(Self.bare)
        id = fields["warc-record-id"].map(Self.bare)
        contentType = (fields["content-type"] ?? "").lowercased()
        switch fields["warc-type"]?.lowercased() {
        case "response": kind = contentType.hasPrefix("application/http") || contentType.isEmpty ? .response : .resource
        case "resource": kind = .resource
        case "conversion": kind = .conversion
        default: kind = .other
        }
    }

    /// The line that begins a record of an ARC file: address, host, date, type, length; newer ones have fields between.
    init?(arcHeader line: ArraySlice<UInt8>) {
        let fields = line.trimmed.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        guard fields.count >= 5, fields[0].contains("://"), fields[2].utf8.count == 14, UInt64(fields[2]) != nil,
            let length = fields.last.flatMap({ Int($0) }), length >= 0
        else { return nil }
        self.length = length
        url = fields[0]
        contentType = fields[3].lowercased()
        kind = fields[0].hasPrefix("http") ? .response : .other
    }

    private static func bare(_ value: String) -> String {
        value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    }
}

/// Fields as HTTP and WARC write them, `Name: value`; of names that repeat, the first.
struct HeaderFields {
    private var values: [String: String] = [:]

    init(_ lines: some Sequence<ArraySlice<UInt8>>) {
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon].trimmed, as: UTF8.self).lowercased()
            if values[name] == nil { values[name] = String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self) }
        }
    }

    /// - Parameter name: in small letters.
    subscript(name: String) -> String? { values[name] }
}
