import TextModel

/// Writes the answers of `sayso extract`: one JSON object a line, straight from a tagged article to bytes.
///
/// Offsets are Unicode scalars into the article's text. Keys come in a fixed order; what is unknown is `null`, and a list
/// of spans is never `null`.
package enum ExtractWriter {
    /// Appends one line with `id`, `attributions`, `quotes` and `numeric_claims`.
    package static func append(_ tagged: TaggedArticle, to bytes: inout ByteBuffer) {
        let line = ExtractLine(tagged)
        bytes.append(literal: "{\"id\":")
        bytes.appendJSON(orNull: tagged.article.givenID)
        bytes.append(literal: ",\"attributions\":[")
        // Spans lend their elements where arrays would copy them.
        let attributions = tagged.attributions.span
        for index in attributions.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            line.append(attributions[index], to: &bytes)
        }
        bytes.append(literal: "],\"quotes\":[")
        var isFirst = true
        for index in attributions.indices where attributions[index].isQuote {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            line.append(quoteOf: attributions[index], index: index, to: &bytes)
        }
        bytes.append(literal: "],\"numeric_claims\":[")
        let claims = tagged.claims.span
        for index in claims.indices {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            line.append(claims[index], to: &bytes)
        }
        bytes.append(literal: "]}\n")
    }

    /// Appends `{"id":…,"error":{"line","code","message"}}`; `line` is the record, counted from 1.
    package static func append(_ reject: Reject, to bytes: inout ByteBuffer) {
        bytes.append(literal: "{\"id\":")
        bytes.appendJSON(orNull: reject.givenID)
        bytes.append(literal: ",\"error\":{\"line\":")
        bytes.append(integer: reject.origin.record)
        bytes.append(literal: ",\"code\":")
        bytes.appendJSON(reject.code.rawValue)
        bytes.append(literal: ",\"message\":")
        bytes.appendJSON(reject.message)
        bytes.append(literal: "}}\n")
    }
}

extension ByteBuffer {
    fileprivate mutating func appendJSON(orNull text: String?) {
        if let text { appendJSON(text) } else { append(literal: "null") }
    }
}
