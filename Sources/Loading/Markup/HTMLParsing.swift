import CLibXML2

/// Parses HTML of any quality through libxml2: no network, no entities, linear time whatever the bytes.
enum HTMLParsing {
    /// Twice what browsers nest.
    static let depthLimit = 1024

    /// - Parameter bytes: well-formed UTF-8; what the page says about its encoding does not count any more.
    /// - Throws: `tooDeep`, `tooManyAttributes`, `noParser`. There is no broken HTML.
    static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupFault) -> MarkupTree {
        if let excess = TagScan.firstExcess(in: bytes) {
            throw .tooManyAttributes(byteOffset: excess, limit: TagScan.attributeLimit)
        }
        if bytes.isEmpty { return MarkupTree() }
        return try MarkupBuilder.tree(
            of: bytes, depthLimit: depthLimit, handlers: handlers, create: htmlCreateMemoryParserCtxt,
            run: { context in
                htmlCtxtUseOptions(
                    context,
                    Int32(
                        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
                            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue))
                xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
                return htmlParseDocument
            })
    }

    private static var handlers: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let builder = MarkupBuilder.at(context), let name else { return }
            builder.begin(name)
            guard var pair = attributes else { return }
            while let attribute = pair[0] {
                builder.attribute(attribute, MarkupBuilder.bytes(pair[1]))
                pair += 2
            }
        }
        handler.endElement = { context, _ in MarkupBuilder.at(context)?.end() }
        let text: charactersSAXFunc = { context, bytes, count in
            MarkupBuilder.at(context)?.text(MarkupBuilder.bytes(bytes, count))
        }
        handler.characters = text
        handler.ignorableWhitespace = text
        handler.cdataBlock = text
        return handler
    }
}
