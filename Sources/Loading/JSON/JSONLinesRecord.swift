import TextModel

/// One line of a JSON Lines file as an article.
///
/// The text is exactly the decoded string: offsets in the output count in it, so nothing is trimmed, folded or
/// normalized. A field under several names takes the best name that is not null; a name that repeats counts once, with
/// its last value. Unknown names are checked and passed over.
package enum JSONLinesRecord {
    /// - Parameters:
    ///   - line: the bytes without the line end. A byte order mark may begin the line at offset 0 of its file.
    ///   - origin: the line's place, for the article or the reject.
    /// - Returns: an article, or a reject with the id that was given when that much could be read:
    ///   `malformed_json`, `missing_text`, `wrong_type`, `empty_article`, `article_too_large`.
    package static func parse(
        line: ArraySlice<UInt8>, origin: Origin, names: ArticleFieldNames = .usual,
        defaults: ArticleDefaults = ArticleDefaults(), limits: LoadingLimits = LoadingLimits()
    ) -> LoadedRecord {
        var reader = JSONReader(line, skippingByteOrderMark: origin.byteOffset == 0)
        var fields = RecordFields()
        do throws(JSONFault) {
            guard try reader.next() == .beginObject else {
                try reader.skip(toDepth: 0)
                _ = try reader.next()
                return .reject(
                    Reject(origin: origin, code: .wrongType, message: "the line is JSON, but not an object"))
            }
            try fields.read(from: &reader, names: names)
            _ = try reader.next()
        } catch {
            return .reject(
                Reject(
                    origin: origin, givenID: fields.id(in: reader), code: .malformedJSON,
                    message: "\(error) of the line"))
        }
        do throws(Reject) {
            if let item = newsItem(line, fields),
                let article = try NinjsArticle.read(item, origin, defaults: defaults, limits: limits)
            {
                return .article(article)
            }
            return .article(
                try article(fields, reader: reader, origin: origin, defaults: defaults, limits: limits))
        } catch {
            return .reject(error)
        }
    }

    /// The whole record, when it has no text of its own and may be an item of ninjs.
    private static func newsItem(_ line: ArraySlice<UInt8>, _ fields: RecordFields) -> JSONValue? {
        guard fields.best(.text) == nil else { return nil }
        let hasBody = line.withUnsafeBufferPointer { bytes in
            let names: [StaticString] = ["\"bodies\"", "\"body_xhtml\"", "\"body_html\""]
            return names.contains { bytes.firstIndex(of: $0, from: 0) != nil }
        }
        guard hasBody else { return nil }
        do throws(JSONFault) { return try JSONValue(parsing: line) } catch { return nil }
    }

    private static func article(
        _ fields: RecordFields, reader: JSONReader, origin: Origin, defaults: ArticleDefaults, limits: LoadingLimits
    ) throws(Reject) -> Article {
        let id = fields.id(in: reader)
        func reject(_ code: RejectCode, _ message: String) -> Reject {
            Reject(origin: origin, givenID: id, code: code, message: message)
        }
        guard let value = fields.best(.text) else { throw reject(.missingText, "the record has no text") }
        guard case .string(let string) = value else {
            throw reject(.wrongType, "the text is \(value.kind), not a string")
        }
        if let unusable = fields.unusableID(in: reader) {
            throw reject(.wrongType, "the id is \(unusable), not a string or an integer")
        }
        let text = reader.decode(string)
        if text.count > limits.articleBytes {
            throw reject(.articleTooLarge, "a text of \(text.count) bytes; the limit is \(limits.articleBytes)")
        }
        if text.isBlank { throw reject(.emptyArticle, "the text is empty or white space only") }
        return Article(
            givenID: id, text: text, title: fields.text(.title, in: reader), byline: fields.text(.byline, in: reader),
            published: fields.text(.published, in: reader), url: fields.text(.url, in: reader),
            site: fields.text(.site, in: reader) ?? defaults.site,
            language: fields.text(.language, in: reader) ?? defaults.language, origin: origin)
    }
}
