/// The fields that one record gives, still as source: only what becomes part of the article is decoded.
struct RecordFields {
    enum Value {
        case string(JSONString)
        case number(Range<Int>)
        /// The strings of a list, or the names of a list of objects or of one object, such as
        /// `"author": [{"name": "Ann Lee"}, "Bob Roe"]`; objects without a name are left out.
        case names([JSONString], kind: String)
        case bool
        case null

        /// For messages, with its article.
        var kind: String {
            switch self {
            case .string: "a string"
            case .number: "a number"
            case .names(_, let kind): kind
            case .bool: "true or false"
            case .null: "null"
            }
        }
    }

    private var found: [(field: ArticleField, rank: Int, value: Value)] = []

    /// Reads the members of an object whose beginning was just read, up to and including its end.
    mutating func read(from reader: inout JSONReader, names: ArticleFieldNames) throws(JSONFault) {
        while case .key(let key) = try reader.next() {
            // An escaped name is rare, but it is the same name.
            let match = key.hasEscapes ? names.match(reader.decode(key)[...]) : names.match(reader.source(key.range))
            guard let match else {
                let depth = reader.depth
                _ = try reader.next()
                try reader.skip(toDepth: depth)
                continue
            }
            let value = try Self.value(from: &reader)
            if let index = found.firstIndex(where: { $0.field == match.field && $0.rank == match.rank }) {
                found[index].value = value
            } else {
                found.append((match.field, match.rank, value))
            }
        }
    }

    /// The value under the best name that is not null; null when there are only nulls; nil when there is none at all.
    func best(_ field: ArticleField) -> Value? {
        var best: (rank: Int, value: Value)?
        for candidate in found where candidate.field == field {
            var rank = candidate.rank
            if case .null = candidate.value { rank = Int.max }
            if best.map({ rank < $0.rank }) ?? true { best = (rank, candidate.value) }
        }
        return best?.value
    }

    /// The id as given, or the digits of an integer; nil when it is missing, null, empty or unusable.
    func id(in reader: JSONReader) -> String? {
        switch best(.id) {
        case .string(let string):
            let id = String(decoding: reader.decode(string), as: UTF8.self)
            return id.isEmpty ? nil : id
        case .number(let range) where Self.isInteger(reader.source(range)):
            return String(decoding: reader.source(range), as: UTF8.self)
        default: return nil
        }
    }

    /// What stands in the id's place when it is neither text nor an integer; nil when nothing is wrong with it.
    func unusableID(in reader: JSONReader) -> String? {
        switch best(.id) {
        case nil, .null, .string: nil
        case .number(let range): Self.isInteger(reader.source(range)) ? nil : "a fraction"
        case .some(let value): value.kind
        }
    }

    /// A field as text without white space around it; a list is joined by commas. Nil when that leaves nothing, or
    /// when the value is of a kind that cannot say it.
    func text(_ field: ArticleField, in reader: JSONReader) -> String? {
        var parts: [String] = []
        switch best(field) {
        case .string(let string): parts = [String(decoding: reader.decode(string).trimmed, as: UTF8.self)]
        case .number(let range): parts = [String(decoding: reader.source(range), as: UTF8.self)]
        case .names(let names, _): parts = names.map { String(decoding: reader.decode($0).trimmed, as: UTF8.self) }
        case nil, .null, .bool: return nil
        }
        parts.removeAll { $0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func isInteger(_ number: ArraySlice<UInt8>) -> Bool {
        number.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func value(from reader: inout JSONReader) throws(JSONFault) -> Value {
        let depth = reader.depth
        switch try reader.next() {
        case .string(let string), .key(let string): return .string(string)
        case .number(let range): return .number(range)
        case .bool: return .bool
        case .beginObject: return .names(try names(from: &reader, above: depth, inObject: true), kind: "an object")
        case .beginArray: return .names(try names(from: &reader, above: depth, inObject: false), kind: "an array")
        case .null, .endObject, .endArray, nil: return .null
        }
    }

    /// The strings directly in an array and the `name`s of its objects, or the `name` of an object.
    private static func names(
        from reader: inout JSONReader, above depth: Int, inObject: Bool
    ) throws(JSONFault) -> [JSONString] {
        var names: [JSONString] = []
        var isName = false
        let nameDepth = depth + (inObject ? 1 : 2)
        while reader.depth > depth {
            let token = try reader.next()
            switch token {
            case .key(let key):
                isName = reader.depth == nameDepth && reader.source(key.range).elementsEqual("name".utf8)
                continue
            case .string(let string) where isName || !inObject && reader.depth == depth + 1:
                names.append(string)
            default: break
            }
            isName = false
        }
        return names
    }
}
