import Loading
import Tagging

/// Why a line is no annotated article, as one clause.
struct GoldFault: Error, Equatable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension GoldArticle {
    /// Reads `{"doc_id" or "id", "text", "quotes": [{"content", "cue", "source", "type"}]}`.
    ///
    /// Spans are lists of [start, end] in Unicode scalars of "text"; a role that is null or absent is empty. Other names
    /// are passed over.
    init(line: ArraySlice<UInt8>) throws(GoldFault) {
        let value: Loading.JSONValue
        do throws(JSONFault) {
            value = try Loading.JSONValue(parsing: line)
        } catch {
            throw GoldFault("malformed JSON: \(error)")
        }
        guard case .object = value else { throw GoldFault("JSON, but not an object") }
        switch value["doc_id"] ?? value["id"] {
        case .string(let text), .number(let text): id = text
        default: throw GoldFault("no \"doc_id\" or \"id\" that is a string")
        }
        guard case .string(let text) = value["text"] else { throw GoldFault("no \"text\" that is a string") }
        guard case .array(let quotes) = value["quotes"] else { throw GoldFault("no \"quotes\" that is a list") }
        let scalars = ScalarText(text)
        self.text = scalars
        var attributions: [AnnotatedAttribution] = []
        for (index, quote) in quotes.enumerated() {
            attributions.append(try Self.attribution(quote, "quotes[\(index)]", in: scalars))
        }
        self.attributions = attributions
    }

    private static func attribution(
        _ value: Loading.JSONValue, _ place: String, in text: ScalarText
    ) throws(GoldFault) -> AnnotatedAttribution {
        guard case .object = value else { throw GoldFault("\(place) is not an object") }
        func spans(_ role: String) throws(GoldFault) -> [Range<Int>] {
            try self.spans(value[role], "\(place).\(role)", in: text)
        }
        let type: String
        switch value["type"] {
        case .string(let text): type = text
        case nil, .null: type = "?"
        default: throw GoldFault("\(place).type is not a string")
        }
        return AnnotatedAttribution(
            content: try spans("content"), cue: try spans("cue"), source: try spans("source"), type: type)
    }

    private static func spans(
        _ value: Loading.JSONValue?, _ place: String, in text: ScalarText
    ) throws(GoldFault) -> [Range<Int>] {
        guard let value, value != .null else { return [] }
        guard case .array(let elements) = value else { throw GoldFault("\(place) is not a list of [start, end]") }
        var spans: [Range<Int>] = []
        for element in elements {
            guard case .array(let ends) = element, ends.count == 2, let start = integer(ends[0]),
                let end = integer(ends[1]), start <= end
            else { throw GoldFault("\(place) is not a list of [start, end]") }
            guard let range = text.byteRange(of: start..<end) else {
                throw GoldFault("\(place): [\(start), \(end)] is outside the text of \(text.scalarCount) characters")
            }
            spans.append(range)
        }
        return spans
    }

    private static func integer(_ value: Loading.JSONValue) -> Int? {
        if case .number(let digits) = value { Int(digits) } else { nil }
    }
}
