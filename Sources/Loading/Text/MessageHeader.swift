/// The header of a message, as mail programs save it:
///
///     From: Ann Lee <ann@daily.example>
///     Subject: Bridge reopens
///     Message-ID: <7@daily.example>
///     Date: Wed, 7 Nov 2018 09:00:00 +0000
///
///     The bridge reopened …
///
/// It has `From`, and `Subject` or `Date`; other fields are passed over. Bodies that are encoded or in parts are not read.
enum MessageHeader {
    private static let longest = 200

    /// - Returns: nil when the text does not begin so.
    static func read(_ text: ArraySlice<UInt8>) -> HeaderBlock? {
        var body = text
        var fields: [String: String] = [:]
        var last: String?
        for _ in 0..<longest {
            let line = HeaderBlock.takeLine(&body)
            if line.isASCIIWhiteSpace { return header(fields, body) }
            if let first = line.first, first == 0x20 || first == 0x09 {
                // A field that goes on.
                guard let name = last else { return nil }
                fields[name]? += " " + String(decoding: line.trimmed, as: UTF8.self)
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isName(line[..<colon]) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if fields[name] == nil { fields[name] = String(decoding: line[(colon + 1)...].trimmed, as: UTF8.self) }
            last = name
        }
        return nil
    }

    private static func header(_ fields: [String: String], _ body: ArraySlice<UInt8>) -> HeaderBlock? {
        guard let sender = fields["from"], fields["subject"] != nil || fields["date"] != nil,
            !(fields["content-type"] ?? "").lowercased().hasPrefix("multipart/"),
            !["base64", "quoted-printable"].contains(fields["content-transfer-encoding"]?.lowercased() ?? "")
        else { return nil }
        var values: [ArticleField: String] = [:]
        values[.byline] = withoutAddress(sender)
        values[.title] = fields["subject"]
        values[.published] = fields["date"]
        values[.id] = fields["message-id"]
        return HeaderBlock(values: values.filter { !$0.value.isEmpty }, body: body)
    }

    /// "Ann Lee <ann@daily.example>" is "Ann Lee".
    private static func withoutAddress(_ sender: String) -> String {
        let name = sender.utf8.prefix { $0 != UInt8(ascii: "<") }.filter { $0 != UInt8(ascii: "\"") }
        let text = String(decoding: Array(name).trimmed, as: UTF8.self)
        return text.isEmpty ? sender : text
    }

    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.count <= 60
            && bytes.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
            }
    }
}
