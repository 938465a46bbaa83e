import CLibXML2

/// Parses XML strictly through libxml2: no network, no external files, no entities but the five that XML has, so that
/// neither can a document read what it should not nor grow by itself.
enum XMLParsing {
    static let depthLimit = 250

    /// - Parameter bytes: in any encoding that the document declares and libxml2 knows.
    /// - Throws: `malformed` with line and libxml2's words, `tooDeep`, `noParser`.
    static func parse(_ bytes: [UInt8]) throws(MarkupFault) -> MarkupTree {
        let outcome = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(MarkupFault) in try parse(buffer) }
        }
        return try outcome.get()
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupFault) -> MarkupTree {
        if bytes.isEmpty { throw .malformed(line: 1, reason: "the document is empty") }
        return try MarkupBuilder.tree(
            of: bytes, depthLimit: depthLimit, handlers: handlers, create: xmlCreateMemoryParserCtxt,
            run: { context in
                xmlCtxtUseOptions(
                    context,
                    Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue))
                return xmlParseDocument
            },
            check: { context, builder throws(MarkupFault) in
                guard context.pointee.wellFormed == 1 else {
                    let error = context.pointee.lastError
                    let words = error.message.map { String(cString: $0) } ?? "not well-formed"
                    throw .malformed(line: Int(error.line), reason: PageText.cleaned(Array(words.utf8)[...]))
                }
                // Left out, it would leave a hole in somebody's words.
                if let name = builder.unknownEntity {
                    throw .malformed(line: 1, reason: "the entity '\(name)' is not known here")
                }
            })
    }

    private static var handlers: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, prefix, _, _, _, attributeCount, _, attributes in
            guard let builder = MarkupBuilder.at(context), let name else { return }
            builder.begin(name, prefix: prefix)
            guard let attributes else { return }
            for index in 0..<Int(attributeCount) {
                // Name, prefix, namespace, first byte of the value, and the byte behind it.
                guard let name = attributes[5 * index], let start = attributes[5 * index + 3],
                    let end = attributes[5 * index + 4]
                else { continue }
                builder.attribute(name, UnsafeBufferPointer(start: start, count: end - start))
            }
        }
        handler.endElementNs = { context, _, _, _ in MarkupBuilder.at(context)?.end() }
        let text: charactersSAXFunc = { context, bytes, count in
            MarkupBuilder.at(context)?.text(MarkupBuilder.bytes(bytes, count))
        }
        handler.characters = text
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        handler.getEntity = { _, name in name.flatMap { xmlGetPredefinedEntity($0) } }
        // A document that has a DTD elsewhere may use what that declares: for old feeds, the names of HTML.
        handler.reference = { context, name in
            guard let builder = MarkupBuilder.at(context), let name else { return }
            if let entity = htmlEntityLookup(name), let scalar = Unicode.Scalar(entity.pointee.value) {
                Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter).withUnsafeBufferPointer(builder.text)
            } else {
                builder.unknownEntity = String(cString: name)
            }
        }
        return handler
    }
}
