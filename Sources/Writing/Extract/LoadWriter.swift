import TextModel

/// Writes the answers of `sayso load`: one JSON object a line, with an article or a reject and its place.
package enum LoadWriter {
    /// Appends one line: what the input says, the text, and the blocks that the markup states as `[kind, start, end]`, in
    /// Unicode scalars. What is unknown is `null`.
    package static func append(_ article: Article, to bytes: inout ByteBuffer) {
        let fields = [
            ("id", article.givenID), ("url", article.url), ("title", article.title), ("byline", article.byline),
            ("published", article.published), ("site", article.site), ("language", article.language),
        ]
        for (index, (name, value)) in fields.enumerated() {
            bytes.append(literal: index == 0 ? "{" : ",")
            bytes.appendJSON(name)
            bytes.append(literal: ":")
            if let value { bytes.appendJSON(value) } else { bytes.append(literal: "null") }
        }
        bytes.append(literal: ",\"text\":")
        bytes.appendJSON(String(decoding: article.text, as: UTF8.self))
        bytes.append(literal: ",\"blocks\":[")
        var offsets = ScalarCounter(article.text)
        for (index, block) in article.layout.enumerated() {
            bytes.append(literal: index == 0 ? "[" : ",[")
            bytes.appendJSON(block.kind.rawValue)
            bytes.append(literal: ",")
            bytes.append(integer: offsets.count(before: Int(block.span.start)))
            bytes.append(literal: ",")
            bytes.append(integer: offsets.count(before: Int(block.span.end)))
            bytes.append(literal: "]")
        }
        bytes.append(literal: "]")
        append(article.origin, to: &bytes)
        bytes.append(literal: "}\n")
    }

    /// Appends `{"id":…,"error":{"code","message"},"file","record","byte_offset"}`.
    package static func append(_ reject: Reject, to bytes: inout ByteBuffer) {
        bytes.append(literal: "{\"id\":")
        if let id = reject.givenID { bytes.appendJSON(id) } else { bytes.append(literal: "null") }
        bytes.append(literal: ",\"error\":{\"code\":")
        bytes.appendJSON(reject.code.rawValue)
        bytes.append(literal: ",\"message\":")
        bytes.appendJSON(reject.message)
        bytes.append(literal: "}")
        append(reject.origin, to: &bytes)
        bytes.append(literal: "}\n")
    }

    private static func append(_ origin: Origin, to bytes: inout ByteBuffer) {
        bytes.append(literal: ",\"file\":")
        bytes.appendJSON(origin.file)
        bytes.append(literal: ",\"record\":")
        bytes.append(integer: origin.record)
        bytes.append(literal: ",\"byte_offset\":")
        bytes.append(integer: origin.byteOffset)
    }
}

/// Counts the scalars before places that come in order.
private struct ScalarCounter {
    private let text: [UInt8]
    private var index = 0
    private var scalars = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func count(before place: Int) -> Int {
        while index < place {
            if text[index] & 0xC0 != 0x80 { scalars += 1 }
            index += 1
        }
        return scalars
    }
}
