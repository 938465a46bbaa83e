/// The front matter of a Markdown file:
///
///     ---
///     title: "Bridge reopens"
///     authors:
///       - Ann Lee
///     ---
///     The bridge reopened …
///
/// The simple values and lists of YAML are read; what is nested deeper, or has another name, is passed over.
enum FrontMatter {
    private static let longest = 200

    /// - Returns: nil when the text does not begin so, or no name in it is known.
    static func read(_ text: ArraySlice<UInt8>) -> HeaderBlock? {
        var body = text
        guard HeaderBlock.takeLine(&body).trimmed.elementsEqual("---".utf8) else { return nil }
        var values: [ArticleField: String] = [:]
        var current: ArticleField?
        for _ in 0..<longest {
            if body.isEmpty { return nil }
            let line = HeaderBlock.takeLine(&body)
            let content = line.trimmed
            if content.elementsEqual("---".utf8) || content.elementsEqual("...".utf8) {
                return values.isEmpty ? nil : HeaderBlock(values: values, body: body)
            }
            if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
            if content.first == UInt8(ascii: "-"), let current {
                add(content.dropFirst().trimmed, to: current, &values)
            } else if line.first == 0x20 || line.first == 0x09 {
                continue
            } else if let colon = content.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: content[..<colon].trimmed, as: UTF8.self).lowercased()
                current = HeaderBlock.fields[name]
                if let current { add(content[(colon + 1)...].trimmed, to: current, &values) }
            } else {
                return nil
            }
        }
        return nil
    }

    /// A value, without its quotation marks; a list in brackets as its values.
    private static func add(_ value: ArraySlice<UInt8>, to field: ArticleField, _ values: inout [ArticleField: String])
    {
        if value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") {
            for part in value.dropFirst().dropLast().split(separator: UInt8(ascii: ",")) {
                add(part.trimmed, to: field, &values)
            }
            return
        }
        var value = value
        for mark in [UInt8(ascii: "\""), UInt8(ascii: "'")]
        where value.count >= 2 && value.first == mark && value.last == mark {
            value = value.dropFirst().dropLast()
        }
        // Beginnings of texts over several lines and of mappings say nothing by themselves.
        guard let first = value.first,
            !(value.count <= 2 && (first == UInt8(ascii: "|") || first == UInt8(ascii: ">"))),
            first != UInt8(ascii: "{")
        else { return }
        let text = String(decoding: value, as: UTF8.self)
        values[field] = values[field].map { "\($0), \(text)" } ?? text
    }
}
